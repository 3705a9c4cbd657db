import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { triggers } from '../../../cloudfunctions/scheduler/config.json'
import type { Reply } from '../../../types/contract'
import type { VisitQueue } from '../../../types/visits'
import { anApplication, aStation, aVisit, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
  cloud = await aCloud({
    triggers: triggers.map(({ name, config }) => ({ functionName: 'scheduler', name, config })),
  })
})
afterEach(() => cloud.emulator.gateway.setGate(undefined))
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const sweep = () => cloud.emulator.timers.fire('scheduler', 'sweep')
const her = () => cloud.one('elders', 'e-wang')
const begin = (own: Partial<ElderRecord>, stock: Stock = {}) =>
  cloud.restock(aNeighbourhood({ elders: [{ ...wang, ...own }, chen], ...stock }))
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const writes = () => cloud.emulator.gateway.counts.all()['database.modifyDocument'] ?? 0
/** A mark of yesterday: no call of then is still under way. */
const YESTERDAY = '2026-11-20T00:00:00.000Z'
const withoutUse = (purpose: 'category' | 'location') => ({ consents: { ...wang.consents, [purpose]: null } })
const agree = (purpose: string, isGiven: boolean) =>
  cloud.as('o-wang').call('people.consent', {
    elderId: 'e-wang',
    agreed: { purpose, version: `${purpose}-2026-11` },
    isGiven,
  })
const move = () =>
  cloud.as('o-wang').call('people.move', {
    elderId: 'e-wang',
    stationId: 'st-two',
    from: TODAY,
    building: '枫桥路 7 号',
    room: '102 室',
    place: null,
  })

/** Does it with all that belongs to it, then once more from the beginning, broken off before the visits that follow her are written. */
async function brokenOff(fill: () => Promise<void>, act: () => Promise<Reply<never>>): Promise<void> {
  await fill()
  let all = 0
  let ofVisits = 0
  cloud.emulator.gateway.setGate(async ({ action, collection }) => {
    if (action !== 'database.modifyDocument') return
    all++
    if (collection === 'visits') ofVisits = all
  })
  accepted(await act())
  cloud.emulator.gateway.setGate(undefined)
  await fill()
  cloud.emulator.gateway.faults.set([
    { kind: 'http500', action: 'database.modifyDocument', nth: ofVisits, times: 100 },
  ])
  expect(codeOf(await act())).toBe('BUSY')
  cloud.emulator.gateway.faults.set([])
}

/** The night has read who is marked, and waits before it reads their records until something else has happened. */
async function meanwhile(collection: string, act: () => Promise<void>): Promise<void> {
  let arrive = () => {}
  const isThere = new Promise<void>((done) => {
    arrive = done
  })
  let letGo = () => {}
  const isOver = new Promise<void>((done) => {
    letGo = done
  })
  const { invocations } = cloud.emulator.runnerParts
  let last: string | undefined
  cloud.emulator.gateway.setGate(async ({ collection: asked, token = '' }) => {
    if (invocations.callerOf(token)?.functionName !== 'scheduler') return
    const isNext = last === 'elders' && asked === collection
    last = asked
    if (!isNext) return
    arrive()
    await isOver
  })
  const night = sweep()
  await isThere
  await act()
  letGo()
  expect(await night).toEqual({ state: 'succeeded' })
}

describe('a death that was none', () => {
  const visits = [aVisit({ state: 'cancelled', ended: 'died' })]
  const ended = async () => (await cloud.one('visits', 'v-1'))?.ended

  it('is taken back by the night where that was broken off, and by nothing else that changes her', async () => {
    await begin({ recordsBehindSince: YESTERDAY }, { visits })
    accepted(await move())
    expect(await ended()).toBe('died')
    await sweep()
    expect(await ended()).toBe('mistaken')
  })
})

describe('the place of an elder’s home', () => {
  const visits = [
    aVisit(),
    aVisit({ id: 'v-closed', state: 'closed' }),
    aVisit({ id: 'v-there', state: 'onSite', helper }),
  ]

  it('stays with the doors at which somebody was, when she moves without having agreed to its use', async () => {
    const station = aStation().place
    await begin(
      { ...withoutUse('location'), place: station },
      { visits: visits.map((visit) => ({ ...visit, place: station })), stations: twoStations },
    )
    const past = (await cloud.stored('visits')).filter(({ id }) => id !== 'v-1')
    accepted(await move())
    const after = await cloud.stored('visits')
    expect(after.filter(({ id }) => id !== 'v-1')).toEqual(past)
    expect(after.find(({ id }) => id === 'v-1')?.place).toEqual({ lng: 120.7, lat: 31.4 })
    await sweep()
    expect((await cloud.stored('visits')).filter(({ id }) => id !== 'v-1')).toEqual(past)
  })

  it('is forgotten in all of them when she withdraws that, also where it is broken off and the night does it', async () => {
    await begin({}, { visits })
    accepted(await agree('location', false))
    const places = async () => new Set((await cloud.stored('visits')).map(({ place }) => place.lng))
    expect(await places()).toEqual(new Set([aStation().place.lng]))

    await brokenOff(
      () => begin({}, { visits }),
      () => agree('location', false),
    )
    expect(await places()).toEqual(new Set([wang.place.lng]))
    await sweep()
    expect(await places()).toEqual(new Set([aStation().place.lng]))
  })
})

const twoStations = [
  aStation(),
  aStation({ id: 'st-two', name: '二号驿站', townId: 't-west', place: { lng: 120.7, lat: 31.4 } }),
]

describe('an elder whose address is corrected', () => {
  const task = aVisit({ state: 'claimed', helper })
  const correct = (changes: object, openid = 'o-clerk') =>
    cloud.as(openid).call('people.correct', { elderId: 'e-wang', changes, channel: 'phone' })
  const address = async () =>
    accepted<VisitQueue>(await cloud.as('o-volunteer').call('visits.queue')).mine[0]?.address

  it('is found at once by whoever is on the way to her', async () => {
    await begin({}, { visits: [task] })
    expect(await address()).toBe(`${wang.building} 301 室`)
    accepted(await correct({ room: '303 室' }))
    expect(await address()).toBe(`${wang.building} 303 室`)
    accepted(await correct({ building: '长江路 20 弄', place: { lng: 120.62, lat: 31.32 } }))
    expect(await cloud.one('visits', task.id)).toMatchObject({
      building: '长江路 20 弄',
      place: { lng: 120.62, lat: 31.32 },
    })
  })

  it('is found by the next night where that was broken off', async () => {
    await brokenOff(
      () => begin({}, { visits: [task] }),
      () => correct({ room: '303 室' }),
    )
    expect(await address()).toBe(`${wang.building} 301 室`)
    await sweep()
    expect(await address()).toBe(`${wang.building} 303 室`)
  })

  it('is not marked by a change of anything else', async () => {
    await begin({}, { visits: [task] })
    accepted(await correct({ living: 'couple' }))
    expect((await her())?.recordsBehindSince).toBeNull()
  })
})

describe('aligning', () => {
  it('writes nothing where nothing is behind', async () => {
    const visits = [aVisit(), aVisit({ id: 'v-task', state: 'claimed', helper })]
    await begin({ recordsBehindSince: NOW.toISOString() }, { visits, applications: [anApplication()] })
    await sweep()
    cloud.emulator.gateway.counts.reset()
    await sweep()
    expect(writes()).toBe(0)
  })

  it('forgets what was broken off before she agrees again: no application is left without its card', async () => {
    const returned = anApplication({ state: 'returned' })
    const { id, category, label } = returned
    const card = { id, category, label, told: returned.applicants, isHers: false }
    const fill = () => begin({ returned: [card] }, { applications: [returned], uploads: [] })
    await fill()
    const fault = { kind: 'http500', action: 'database.removeDocument', nth: 1, times: 100 } as const
    cloud.emulator.gateway.faults.set([fault])
    expect(codeOf(await agree('category', false))).not.toBe('accepted')
    expect(codeOf(await agree('category', true))).not.toBe('accepted')
    expect((await her())?.consents.category).toBeNull()
    cloud.emulator.gateway.faults.set([])
    expect(await cloud.stored('applications')).toHaveLength(1)
    accepted(await agree('category', true))
    expect(await cloud.stored('applications')).toEqual([])
    expect((await her())?.returned).toEqual([])
    await sweep()
    expect((await her())?.consents.category).not.toBeNull()
  })

  it('forgets no application of an elder who agreed again and applied while the night was at work', async () => {
    await begin({ ...withoutUse('category'), usesWithdrawn: ['category'], recordsBehindSince: YESTERDAY })
    await meanwhile('applications', async () => {
      accepted(await agree('category', true))
      await cloud.emulator.engine.seed('applications', [asStored(anApplication())])
    })
    expect(await cloud.stored('applications')).toHaveLength(1)
    await sweep()
    expect(await cloud.stored('applications')).toHaveLength(1)
  })

  it('writes nothing back of where she lived before, when she moves while the night is at work', async () => {
    await begin({ recordsBehindSince: YESTERDAY }, { visits: [aVisit()], applications: [anApplication()] })
    await meanwhile('relations', async () => void accepted(await move()))
    expect((await cloud.stored('applications')).map(({ stationId }) => stationId)).toEqual(['st-two'])
    expect((await cloud.stored('visits')).map(({ building }) => building)).toEqual(['枫桥路 7 号'])
    expect((await her())?.recordsBehindSince).toMatch(TODAY)
  })
})

const asStored = ({ id, ...record }: { id: string }) => ({ _id: id, ...record })
