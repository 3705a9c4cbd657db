import type { CollectionName } from '../../../cloudfunctions/_domain/documents'
import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import { placed } from '../../../cloudfunctions/_domain/visits/records'
import type { CopyPart } from '../../../types/people/privacy'
import {
  aFlag,
  anAccount,
  anApplication,
  anAuditLine,
  anEntry,
  anInvitation,
  anOrder,
  anUpload,
  aPhoto,
  aRelation,
  aSitting,
  aStation,
  aVisit,
  DISTRICT,
  LUNCH,
  NOW,
  TODAY,
} from '../../domain/builders'
import { aCloud, accepted, codeOf, nightly, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
  cloud = await aCloud({
    triggers: nightly,
  })
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const sweep = () => cloud.emulator.timers.fire('scheduler', 'sweep')
/** The night after, when nothing of today is under way any more. */
const nextNight = async () => {
  cloud.emulator.clock.set(new Date(NOW.getTime() + 18.5 * 3_600_000))
  await sweep()
}
const times = <T>(count: number, one: (id: string) => T): T[] =>
  Array.from({ length: count }, (_, i) => one(String(i).padStart(3, '0')))
const everything = () => cloud.emulator.engine.dump()
const her = () => cloud.one('elders', 'e-wang')
const erase = () => cloud.as('o-wang').call('people.erase', { elderId: 'e-wang' })
const move = (own: object = {}) =>
  cloud.as('o-wang').call('people.move', {
    elderId: 'e-wang',
    stationId: 'st-two',
    from: TODAY,
    building: '枫桥路 7 号',
    room: '102 室',
    place: null,
    ...own,
  })
const near = (count: number) =>
  times(count, (id) => aRelation(wang, `o-asker-${id}`, { state: 'asked', name: '陈小芳', granted: null }))

/** Makes every call of one kind fail, from the nth on, for as long as this call takes. */
async function brokenOff<T>(action: string, nth: number, call: () => Promise<T>): Promise<T> {
  cloud.emulator.gateway.faults.set([{ kind: 'http500', action, nth, times: 100_000 }])
  try {
    return await call()
  } finally {
    cloud.emulator.gateway.faults.set([])
  }
}

describe('people.erase', () => {
  const MANY = 105
  /** More of everything than fits a page. */
  const aLongLife = (): Stock => ({
    relations: near(MANY),
    accounts: [
      ...(aNeighbourhood().accounts ?? []),
      ...near(MANY).map(({ openid }) =>
        anAccount({
          id: openid,
          relations: [
            {
              elderId: 'e-wang',
              name: '王*英',
              politeName: '王奶奶',
              stationId: 'st-one',
              diedOn: null,
              place: { lng: 0, lat: 0 },
              relation: 'relative',
              scopes: ['view'],
              state: 'asked',
              until: null,
            },
          ],
        }),
      ),
    ],
    auditLog: times(230, (id) => anAuditLine({ id: `r-${id}`, action: 'meals.cancel', reason: '牙疼' })),
    mealOrders: times(MANY, (id) => anOrder({ id: `o-${id}`, date: '2026-10-01', state: 'served' })),
    visits: times(MANY, (id) => aVisit({ id: `v-${id}`, state: 'closed' })),
    invitations: times(MANY, (id) => anInvitation({ id: `55550${id}` })),
    settlementEntries: times(MANY, (id) => anEntry({ id: `s-${id}` })),
    flags: times(MANY, (id) => aFlag({ id: `f-${id}` })),
    applications: times(MANY, (id) => anApplication({ id: `e-wang_own-${id}`, documents: [] })),
    uploads: [anUpload()],
    photos: [{ path: aPhoto().path, openid: 'o-daughter' }],
  })
  const named = async () => {
    const { elders: _, consents: __, ...rest } = await everything()
    return Object.entries(rest).flatMap(([name, documents]) =>
      /王秀英|王\*英|牙疼|长江路 18/.test(JSON.stringify(documents)) ? [name] : [],
    )
  }
  const namedByLaw = ['auditLog'] // who did it: her own name in the line of the erasure

  it('forgets all of a long life at once, however many pages it has', async () => {
    await cloud.restock(aNeighbourhood(aLongLife()))
    accepted(await erase())
    expect(await named()).toEqual(namedByLaw)
    expect((await cloud.stored('auditLog')).filter(({ reason }) => reason !== null)).toEqual([])
    for (const name of ['invitations', 'applications'] as const) expect(await cloud.stored(name)).toEqual([])
    expect(await cloud.stored('uploads')).toMatchObject([{ isGivenUp: true }]) // a photo may be on its way there
    expect(cloud.files()).toEqual([])
    const accounts = await cloud.stored('accounts')
    expect(accounts.filter(({ relations }) => relations.some(({ elderId }) => elderId === 'e-wang'))).toEqual(
      [],
    )
  })

  it.each([
    ['at the first account that only asks', 'database.startTransaction', 2],
    ['at the first record that goes whole', 'database.removeDocument', 3],
  ])('broken off %s leaves her erased, and the rest to the night', async (_case, action, nth) => {
    await cloud.restock(aNeighbourhood(aLongLife()))
    expect(codeOf(await brokenOff(action, nth, erase))).toBe('BUSY')
    expect(await her()).toMatchObject({ state: 'erased', recordsBehindSince: expect.any(String) })
    expect(codeOf(await cloud.as('o-daughter').call('people.file', { elderId: 'e-wang' }))).toBe('FORBIDDEN')
    expect(await named()).not.toEqual(namedByLaw)
    await sweep()
    expect(await named()).toEqual(namedByLaw)
  })

  it('keeps its mark while a call may be under way, and loses it in the night', async () => {
    await cloud.restock(aNeighbourhood())
    accepted(await erase())
    await sweep()
    expect((await her())?.recordsBehindSince).not.toBeNull()
    await nextNight()
    expect((await her())?.recordsBehindSince).toBeNull()
    const settled = await everything()
    await sweep()
    expect(await everything()).toEqual(settled)
  })

  it('of one elder that fails holds up nobody else', async () => {
    const marked = { state: 'erased', name: ERASED, recordsBehindSince: '2026-11-20T00:00:00.000Z' } as const
    await cloud.restock(
      aNeighbourhood({
        elders: [
          { ...chen, ...marked },
          { ...wang, ...marked },
        ],
        relations: [],
        mealOrders: [
          anOrder({ id: `${LUNCH}_e-chen`, elderId: 'e-chen', state: 'served' }),
          anOrder({ state: 'served' }),
        ],
      }),
    )
    // together with the other, then alone
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'database.modifyDocument', times: 2 }])
    await sweep()
    cloud.emulator.gateway.faults.set([])
    const names = (await cloud.stored('mealOrders')).map(({ elderName }) => elderName)
    expect(names.sort()).toEqual(['王秀英', ERASED].sort())
    await sweep()
    expect(new Set((await cloud.stored('mealOrders')).map(({ elderName }) => elderName))).toEqual(
      new Set([ERASED]),
    )
  })
})

describe('a booking under way while she is erased, or her death is written down', () => {
  const TOMORROWS = `${LUNCH}_e-wang`
  const book = () =>
    cloud
      .as('o-daughter')
      .call('meals.book', { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' })
  const request = () =>
    cloud
      .as('o-daughter')
      .call('visits.request', { elderId: 'e-wang', urgency: 'hard', reason: '爱忘事', when: 'today' })

  const recordDeath = () =>
    cloud
      .as('o-clerk')
      .call('people.recordDeath', { elderId: 'e-wang', on: '2026-11-20', reason: '家人告知' })

  /** The daughter's call has read the elder and written what it writes; it commits only once that is done. */
  async function committedAfter(
    act: () => Promise<unknown>,
    end: () => ReturnType<typeof erase> = erase,
    scene: Stock = aNeighbourhood(),
  ): Promise<void> {
    await cloud.restock(scene)
    let letGo = () => {}
    const isEnded = new Promise<void>((done) => {
      letGo = done
    })
    let arrived = () => {}
    const isUnderWay = new Promise<void>((done) => {
      arrived = done
    })
    const { invocations } = cloud.emulator.runnerParts
    cloud.emulator.gateway.setGate(async ({ action, token = '' }) => {
      const isHers = invocations.callerOf(token)?.openid === 'o-daughter'
      if (!isHers || action !== 'database.commitTransaction') return
      arrived()
      await isEnded
    })
    const acting = act()
    await isUnderWay
    accepted(await end())
    letGo()
    await acting
    cloud.emulator.gateway.setGate(undefined)
  }

  it('leaves a meal for nobody, until the sweep takes it back with its seat and its subsidy', async () => {
    await committedAfter(book)
    expect(await cloud.one('mealOrders', TOMORROWS)).toMatchObject({ state: 'placed', elderName: '王秀英' })
    expect((await cloud.one('sittings', LUNCH))?.left.seats).toBe(19)
    expect((await cloud.stored('subsidyUses')).flatMap(({ uses }) => uses)).toHaveLength(1)
    await sweep()
    expect(await cloud.one('mealOrders', TOMORROWS)).toMatchObject({
      state: 'cancelled',
      elderName: ERASED,
      placedBy: { name: ERASED },
      history: [],
      laterChanges: [],
      leftDoor: null,
      confirmedDoor: null,
      notify: null,
    })
    expect((await cloud.one('sittings', LUNCH))?.left.seats).toBe(20)
    expect((await cloud.stored('subsidyUses')).flatMap(({ uses }) => uses)).toEqual([])
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([])
  })

  it('leaves a door to knock at, until the sweep takes that back', async () => {
    await committedAfter(request)
    expect(await cloud.stored('visits')).toMatchObject([{ state: 'open', elderName: '王秀英' }])
    await sweep()
    expect(await cloud.stored('visits')).toMatchObject([
      { state: 'cancelled', elderName: ERASED, room: null, ...placed(aStation().place, true), history: [] },
    ])
  })

  it('ends in the night for somebody who has died, with the reason', async () => {
    await committedAfter(book, recordDeath)
    expect(await cloud.one('mealOrders', TOMORROWS)).toMatchObject({ state: 'placed' })
    await sweep()
    expect(await cloud.one('mealOrders', TOMORROWS)).toMatchObject({
      state: 'cancelled',
      reason: '老人已经过世',
      elderName: '王秀英',
    })
    expect((await cloud.one('sittings', LUNCH))?.left.seats).toBe(20)
    await committedAfter(request, recordDeath)
    await sweep()
    expect(await cloud.stored('visits')).toMatchObject([{ state: 'cancelled', ended: 'died' }])
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([])
  })

  const DINNER = `st-one_${TODAY}_dinner`
  const tonight = aNeighbourhood({
    sittings: [
      aSitting({
        id: DINNER,
        date: TODAY,
        slot: 'dinner',
        startsAt: '2026-11-21T09:30:00.000Z',
        cutoffAt: '2026-11-21T07:00:00.000Z',
        cancelUntil: '2026-11-21T07:00:00.000Z',
      }),
    ],
  })
  const bookTonight = () =>
    cloud
      .as('o-daughter')
      .call('meals.book', { sittingId: DINNER, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' })
  const hers = async () =>
    (await cloud.stored('mealOrders')).map(({ id, state, elderName }) => [id, state, elderName])
  const tonights = `${DINNER}_e-wang`

  it.each([
    ['her data are gone', erase, ERASED],
    ['she has died', recordDeath, '王秀英'],
  ])('leaves no meal of today either, though the night comes after it: %s', async (_case, end, name) => {
    await committedAfter(bookTonight, end, tonight)
    expect(await hers()).toEqual([[tonights, 'placed', '王秀英']])
    await nextNight()
    expect(await hers()).toEqual([[tonights, 'cancelled', name]])
    expect((await cloud.one('sittings', DINNER))?.left.seats).toBe(20)
  })

  it('would leave one for ever without the mark of the day', async () => {
    await committedAfter(bookTonight, erase, tonight)
    const elders = (await cloud.stored('elders')).map((elder) => ({ ...elder, recordsBehindSince: null }))
    const [mealOrders, sittings] = [await cloud.stored('mealOrders'), await cloud.stored('sittings')]
    await cloud.restock({ elders, mealOrders, sittings })
    await nextNight()
    expect(await hers()).toEqual([[tonights, 'placed', '王秀英']])
  })

  it.each([
    ['a meal', bookTonight, erase],
    ['a visit', request, erase],
    ['a meal, where she has died', bookTonight, recordDeath],
    ['a visit, where she has died', request, recordDeath],
  ])('leaves %s for minutes alone, until the clock ends it', async (_case, act, end) => {
    await committedAfter(act, end, tonight)
    const states = async () =>
      [await cloud.stored('mealOrders'), await cloud.stored('visits')].flat().map(({ state }) => state)
    expect(await states()).not.toEqual(['cancelled'])
    await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
    expect(await states()).toEqual(['cancelled'])
    const settled = await everything()
    await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
    expect(await everything()).toEqual(settled)
  })

  it('gives each of many places back once, also when the sweep is broken off and done again', async () => {
    const erased = { ...wang, state: 'erased' as const, recordsBehindSince: NOW.toISOString() }
    const sittings = times(130, (id) => ({
      ...aSitting({ seats: 8, seatsLeft: 7 }),
      id: `st-${id}_2026-11-22_lunch`,
    })) as Stock['sittings']
    const mealOrders = times(130, (id) =>
      anOrder({ id: `st-${id}_2026-11-22_lunch_e-wang`, sittingId: `st-${id}_2026-11-22_lunch` }),
    )
    await cloud.restock(aNeighbourhood({ elders: [erased, chen], sittings, mealOrders }))
    await brokenOff('database.commitTransaction', 60, sweep)
    await sweep()
    await sweep()
    expect(new Set((await cloud.stored('sittings')).map(({ left }) => left.seats))).toEqual(new Set([8]))
    expect(new Set((await cloud.stored('mealOrders')).map(({ state }) => state))).toEqual(
      new Set(['cancelled']),
    )
  })
})

describe('people.move', () => {
  const applications = times(150, (id) => anApplication({ id: `e-wang_own-${id}` }))
  const scene = () => aNeighbourhood({ relations: near(150), applications })
  const homes = async (name: CollectionName & ('relations' | 'applications')) =>
    new Set((await cloud.stored(name)).map(({ stationId }) => stationId))

  it('takes 150 applications and 150 people near her along', async () => {
    await cloud.restock(scene())
    accepted(await move())
    expect([await homes('relations'), await homes('applications')]).toEqual([
      new Set(['st-two']),
      new Set(['st-two']),
    ])
    expect(new Set((await cloud.stored('applications')).map(({ townId }) => townId))).toEqual(
      new Set(['t-west']),
    )
  })

  it('takes along whoever stands near her when only the house is another', async () => {
    await cloud.restock(scene())
    accepted(await move({ stationId: 'st-one' }))
    expect(new Set((await cloud.stored('relations')).map(({ building }) => building))).toEqual(
      new Set(['枫桥路 7 号']),
    )
  })

  it('broken off after she has moved is finished by the night', async () => {
    await cloud.restock(scene())
    cloud.emulator.gateway.counts.reset()
    accepted(await move())
    const last = cloud.emulator.gateway.counts.all()['database.modifyDocument'] ?? 0
    await cloud.restock(scene())
    expect(codeOf(await brokenOff('database.modifyDocument', last, move))).toBe('BUSY')
    expect(await her()).toMatchObject({ stationId: 'st-two' })
    expect(await homes('applications')).toEqual(new Set(['st-one', 'st-two']))
    await sweep()
    expect(await homes('applications')).toEqual(new Set(['st-two']))
    await nextNight()
    expect((await her())?.recordsBehindSince).toBeNull()
  })
})

describe('130 meals that were served to somebody who was not there', () => {
  const mealOrders = times(130, (id) =>
    anOrder({ id: `st-${id}_2026-11-10_lunch_e-wang`, date: '2026-11-10', state: 'served' }),
  )
  const answered = aFlag({ id: 'st-000_2026-11-10_lunch_e-wang_inHospital', state: 'closed' })
  const absences = [{ kind: 'hospital', from: '2026-11-01', to: null }]
  const setAbsences = () => cloud.as('o-daughter').call('people.setAbsences', { elderId: 'e-wang', absences })
  const kinds = async () => (await cloud.stored('flags')).map(({ kind, state }) => `${kind} ${state}`)

  it('are all flagged once by people.setAbsences, but what was answered', async () => {
    await cloud.restock(aNeighbourhood({ mealOrders, flags: [answered] }))
    accepted(await setAbsences())
    accepted(await setAbsences())
    const found = await kinds()
    expect(found.filter((kind) => kind === 'inHospital open')).toHaveLength(129)
    expect(found.filter((kind) => kind === 'inHospital closed')).toHaveLength(1)
  })

  it('are all flagged by people.recordDeath', async () => {
    await cloud.restock(aNeighbourhood({ mealOrders }))
    const death = { elderId: 'e-wang', on: '2026-11-09', reason: '家人告知' }
    accepted(await cloud.as('o-clerk').call('people.recordDeath', death))
    expect(await kinds()).toEqual(mealOrders.map(() => 'deceased open'))
  })

  it('are flagged in the night where that was broken off', async () => {
    await cloud.restock(aNeighbourhood({ mealOrders }))
    expect(codeOf(await brokenOff('database.commitTransaction', 2, setAbsences))).toBe('BUSY')
    expect(await kinds()).toEqual([])
    await sweep()
    expect(await kinds()).toHaveLength(130)
  })
})

describe('people.copy', () => {
  it('tells all of 150 people near her, of her applications and of what was decided, each once', async () => {
    const decided = (id: string) => ({
      id: `e-wang_own-${id}_1`,
      district: DISTRICT,
      elderId: 'e-wang',
      applicationId: `e-wang_own-${id}`,
      category: 'basicCareRecipient' as const,
      verdict: 'refuse' as const,
      from: null,
      to: null,
      evidence: [],
      missing: [],
      reason: `第${id}次`,
      by: '某人',
      at: NOW.toISOString(),
    })
    const relations = near(150).map((one, i) => ({ ...one, name: `亲戚${i}` }))
    const applications = times(40, (id) => anApplication({ id: `e-wang_own-${id}`, note: `第${id}张` }))
    const determinations = times(130, decided)
    await cloud.restock(aNeighbourhood({ relations, applications, determinations }))
    const told: CopyPart[] = []
    for (let after: string | null = null; ; ) {
      const input = { elderId: 'e-wang', part: 'person', ...(after !== null && { after }) }
      const page: { parts: CopyPart[]; next: string | null } = accepted(
        await cloud.as('o-wang').call('people.copy', input),
      )
      told.push(...page.parts)
      after = page.next
      if (after === null) break
    }
    const rows = (title: RegExp) => told.filter((part) => title.test(part.title)).flatMap((part) => part.rows)
    expect(told.filter(({ title }) => title === '登记')).toHaveLength(1)
    expect(
      rows(/^能代办的家人$/)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(relations.map(({ name }) => name).sort())
    expect(told.filter(({ title }) => title.startsWith('申请认定'))).toHaveLength(40)
    const reasons = rows(/^认定的决定$/).map(({ value }) => value.split('，').at(-1))
    expect(reasons.sort()).toEqual(determinations.map(({ reason }) => reason).sort())
  })

  it('refuses a place that is in no part of it', async () => {
    await cloud.restock(aNeighbourhood())
    const input = { elderId: 'e-wang', part: 'person', after: 'mealOrders:2026-11-01' }
    expect(codeOf(await cloud.as('o-wang').call('people.copy', input))).toBe('BAD_INPUT')
  })
})
