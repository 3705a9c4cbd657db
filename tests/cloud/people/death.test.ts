import { triggers } from '../../../cloudfunctions/scheduler/config.json'
import type { MealOrder } from '../../../types/meals/orders'
import type { ElderFile } from '../../../types/people/elders'
import type { FoundElder } from '../../../types/people/found'
import type { Roster } from '../../../types/people/privacy'
import type { VisitState } from '../../../types/states'
import type { Visit, VisitQueue } from '../../../types/visits'
import {
  aLikeness,
  anApplication,
  anOrder,
  aSitting,
  aVisit,
  LUNCH,
  NOW,
  TODAY,
  TOMORROW,
} from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {})
  cloud = await aCloud({
    triggers: triggers.map(({ name, config }) => ({ functionName: 'scheduler', name, config })),
  })
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const YESTERDAY = '2026-11-20'
const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const orderId = `${LUNCH}_e-wang`
const ask = { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const died = (own: Stock = {}) => aNeighbourhood({ elders: [{ ...wang, diedOn: YESTERDAY }, chen], ...own })

const record = (on = YESTERDAY, openid = 'o-clerk') =>
  cloud.as(openid).call('people.recordDeath', { elderId: 'e-wang', on, reason: '家人来说的' })
const undo = (openid = 'o-clerk', own: object = {}) =>
  cloud.as(openid).call('people.undoDeath', { elderId: 'e-wang', reason: '记成了别人', ...own })
const her = () => cloud.one('elders', 'e-wang')
const order = (id = orderId) => cloud.one('mealOrders', id)
const visit = (id = 'v-1') => cloud.one('visits', id)
const messages = () => cloud.emulator.gateway.outbox.messages()
const sweep = () => cloud.emulator.timers.fire('scheduler', 'sweep')
const everything = () => cloud.emulator.engine.dump()
const asking = { relation: 'daughter', scopes: ['view'], name: '李敏' }
/** Without what a night writes of itself, and what waits to be read by those whose visit or meal it was. */
const withoutNight = (all: Record<string, object[]>) =>
  Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => name !== 'rotas' && name !== 'tries')
      .map(([name, records]) => [name, records.map((one) => ({ ...one, ...OF_THE_NIGHT }))]),
  )
const OF_THE_NIGHT = { usesWithdrawn: [], readings: [], notices: [], unseen: 0 }

describe('for somebody who has died', () => {
  it.each([
    ['meals.quote', 'o-daughter', meal],
    ['meals.book', 'o-daughter', meal],
    ['meals.book', 'o-wang', meal],
    ['meals.bookFor', 'o-clerk', { ...meal, channel: 'counter' }],
    ['visits.request', 'o-daughter', ask],
    ['visits.request', 'o-clerk', ask],
    ['visits.request', 'o-coordinator', ask],
    ['eligibility.startDocument', 'o-daughter', { elderId: 'e-wang' }],
    [
      'eligibility.apply',
      'o-daughter',
      { elderId: 'e-wang', category: 'basicCareRecipient', documents: [], note: '证在老家' },
    ],
  ] as const)('nothing new is booked or asked: %s of %s', async (name, openid, input) => {
    await cloud.restock(died())
    const before = await everything()
    expect(codeOf(await cloud.as(openid).call(name, input))).toBe('ELDER_DIED')
    expect(await everything()).toEqual(before)
  })

  /** What was booked or asked a moment before, and has not ended yet. */
  const lagging: Stock = { mealOrders: [anOrder()], visits: [aVisit()] }
  it.each([
    ['meals.confirm', 'o-clerk', { orderId }],
    ['meals.switchMode', 'o-daughter', { orderId, mode: 'takeAway' }],
    ['meals.changeSet', 'o-daughter', { orderId, setId: 'greens' }],
    ['visits.claim', 'o-volunteer', { visitId: 'v-1' }],
  ] as const)('nothing is promised, and nobody is told so: %s', async (name, openid, input) => {
    await cloud.restock(died(lagging))
    const before = await everything()
    expect(codeOf(await cloud.as(openid).call(name, input))).toBe('ELDER_DIED')
    expect(await everything()).toEqual(before)
    expect(messages()).toEqual([])
  })

  it('everything else goes on for others', async () => {
    await cloud.restock(died())
    accepted(await cloud.as('o-guardian').call('visits.request', { ...ask, elderId: 'e-chen' }))
    accepted(await cloud.as('o-guardian').call('meals.quote', { ...meal, elderId: 'e-chen' }))
  })

  it('the station may still cancel and refuse, and her family may look', async () => {
    await cloud.restock(died({ mealOrders: [anOrder()] }))
    accepted(await cloud.as('o-clerk').call('meals.cancel', { orderId, reason: '老人已经过世' }))
    expect(accepted<MealOrder[]>(await cloud.as('o-daughter').call('meals.mine', {}))).toHaveLength(1)
    accepted(await cloud.as('o-clerk').call('people.file', { elderId: 'e-wang' }))
  })
})

describe('people.recordDeath', () => {
  it('ends every meal from that day on, and gives the places back; what was eaten before stays', async () => {
    const today = `st-one_${TODAY}_lunch`
    const on = (date: string, own: Parameters<typeof anOrder>[0] = {}) =>
      anOrder({
        id: `st-one_${date}_lunch_e-wang`,
        sittingId: `st-one_${date}_lunch`,
        date,
        startsAt: `${date}T03:30:00.000Z`,
        ...own,
      })
    await cloud.restock(
      aNeighbourhood({
        sittings: [aSitting({ seatsLeft: 19 }), aSitting({ id: today, date: TODAY, portionsLeft: 9 })],
        mealOrders: [
          on(TOMORROW),
          on(TODAY, { mode: 'delivery', state: 'confirmed' }),
          on(YESTERDAY, { state: 'served' }),
          on('2026-11-19', { state: 'confirmed' }),
        ],
      }),
    )
    accepted(await record())
    for (const id of [orderId, `${today}_e-wang`]) {
      const ended = await order(id)
      expect(ended).toMatchObject({ state: 'cancelled', reason: '老人已经过世' })
      expect(ended?.history.at(-1)).toMatchObject({ state: 'cancelled', by: { name: '', role: 'clerk' } })
    }
    expect((await order(`st-one_${YESTERDAY}_lunch_e-wang`))?.state).toBe('served')
    expect((await order('st-one_2026-11-19_lunch_e-wang'))?.state).toBe('confirmed')
    expect(await cloud.one('sittings', LUNCH)).toMatchObject({ left: { seats: 20 } })
    expect(await cloud.one('sittings', today)).toMatchObject({ left: { portions: 10 } })
    expect(messages()).toEqual([])
  })

  it.each<[VisitState, VisitState]>([
    ['open', 'cancelled'],
    ['claimed', 'cancelled'],
    ['onSite', 'cancelled'],
    ['escalated', 'cancelled'],
    ['reported', 'reported'],
    ['closed', 'closed'],
    ['cancelled', 'cancelled'],
  ])('leaves a visit that was %s %s', async (state, after) => {
    await cloud.restock(aNeighbourhood({ visits: [aVisit({ state, ...(state !== 'open' && { helper }) })] }))
    const before = await visit()
    accepted(await record())
    if (state === after) expect(await visit()).toEqual(before)
    else expect(await visit()).toMatchObject({ state: after, ended: 'died' })
    const isPromised = state === 'claimed' || state === 'onSite'
    expect(messages().map(({ touser }) => touser)).toEqual(isPromised ? ['o-volunteer'] : [])
  })

  it.each([
    ['visits.claim', {}],
    ['visits.arrive', {}],
    ['visits.release', {}],
    ['visits.report', { outcome: 'well' }],
  ] as const)('tells the helper on the way why it has ended: %s', async (name, own) => {
    await cloud.restock(aNeighbourhood({ visits: [aVisit({ state: 'claimed', helper })] }))
    accepted(await record())
    const reply = await cloud.as('o-volunteer').call(name, { visitId: 'v-1', ...own })
    expect(codeOf(reply)).toBe('ELDER_DIED')
  })

  it('stays in the list of the helper who was on the way until the day is over, and in nobody else’s', async () => {
    const tasks = [
      aVisit({ state: 'claimed', helper }),
      aVisit({ id: 'v-2', elderId: 'e-chen', elderName: '陈建国', state: 'claimed', helper }),
      aVisit({ id: 'v-3', elderId: 'e-chen', state: 'cancelled', helper }),
    ]
    await cloud.restock(aNeighbourhood({ visits: tasks }))
    accepted(await record())
    const queue = async (openid: string) => {
      const { ended, mine, visits } = accepted<VisitQueue>(await cloud.as(openid).call('visits.queue'))
      return [...ended, ...mine, ...visits].map((one) => [one.id, one.state, one.ended])
    }
    expect(await queue('o-volunteer')).toEqual([
      ['v-1', 'cancelled', 'died'],
      ['v-2', 'claimed', undefined],
    ])
    expect(await queue('o-second')).toEqual([])
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24 * 3_600_000))
    expect(await queue('o-volunteer')).toEqual([['v-2', 'claimed', undefined]])
  })

  it('is read by her family: the visit ended, and why', async () => {
    await cloud.restock(aNeighbourhood({ visits: [aVisit()] }))
    accepted(await record())
    expect(accepted(await cloud.as('o-daughter').call('visits.mine', {}))).toMatchObject({
      visits: [{ state: 'cancelled', ended: 'died' }],
    })
  })

  it('ends more than a page, and what a call under way has written meanwhile in the night', async () => {
    const MANY = 130
    const ids = Array.from({ length: MANY }, (_, i) => `st-${i}_${TOMORROW}_lunch`)
    await cloud.restock(
      aNeighbourhood({
        sittings: [aSitting(), ...ids.map((id) => aSitting({ id, seatsLeft: 19 }))],
        mealOrders: ids.map((id) => anOrder({ id: `${id}_e-wang`, sittingId: id })),
      }),
    )
    accepted(await record())
    const states = async () => new Set((await cloud.stored('mealOrders')).map(({ state }) => state))
    expect(await states()).toEqual(new Set(['cancelled']))

    await cloud.restock(
      died({
        elders: [{ ...wang, diedOn: YESTERDAY, recordsBehindSince: NOW.toISOString() }, chen],
        mealOrders: [anOrder()],
        visits: [aVisit()],
      }),
    )
    await sweep()
    expect(await order()).toMatchObject({ state: 'cancelled', reason: '老人已经过世' })
    expect(await visit()).toMatchObject({ state: 'cancelled', ended: 'died' })
    const settled = await everything()
    await sweep()
    expect(await everything()).toEqual(settled)
  })

  it('ends more when the day is put right to an earlier one', async () => {
    const onDay = anOrder({
      id: `st-one_${YESTERDAY}_lunch_e-wang`,
      sittingId: `st-one_${YESTERDAY}_lunch`,
      date: YESTERDAY,
      state: 'confirmed',
    })
    await cloud.restock(aNeighbourhood({ mealOrders: [onDay, anOrder()] }))
    accepted(await record(TODAY))
    expect((await order(onDay.id))?.state).toBe('confirmed')
    expect((await order())?.state).toBe('cancelled')
    accepted(await record(YESTERDAY))
    expect((await order(onDay.id))?.state).toBe('cancelled')
  })
})

describe('where it is written down', () => {
  it('the roster says so, with the day, on the screen and in the file', async () => {
    await cloud.restock(died())
    const roster = accepted<Roster>(
      await cloud.as('o-manager').call('people.roster', { stationId: 'st-one', reason: '核对' }),
    )
    expect(roster.rows).toMatchObject([{ id: 'e-wang', diedOn: YESTERDAY }])
    const [heads, line] = roster.csv.trimEnd().split('\n')
    expect(heads?.split(',').at(-1)).toBe('过世日期')
    expect(line?.split(',').at(-1)).toBe(YESTERDAY)
  })

  it('a clerk who looks for her finds it, one of another station does not', async () => {
    await cloud.restock(died())
    const find = async (openid: string, stationId: string) =>
      accepted<{ elders: FoundElder[] }>(
        await cloud.as(openid).call('people.find', { stationId, text: '王秀英 0001' }),
      ).elders
    expect(await find('o-clerk', 'st-one')).toMatchObject([{ diedOn: YESTERDAY }])
    expect(await find('o-other-clerk', 'st-two')).toMatchObject([{ diedOn: null }])
  })
})

describe('people.undoDeath', () => {
  const ended: Stock = { mealOrders: [anOrder()], visits: [aVisit()] }

  it('lets her book and ask again; what had ended stays ended', async () => {
    await cloud.restock(aNeighbourhood(ended))
    accepted(await record())
    expect(accepted<ElderFile>(await undo()).diedOn).toBeNull()
    expect((await order())?.state).toBe('cancelled')
    expect((await visit())?.state).toBe('cancelled')
    await sweep()
    expect((await order())?.state).toBe('cancelled')

    const again = accepted<MealOrder>(await cloud.as('o-wang').call('meals.book', meal))
    expect(again).toMatchObject({ id: orderId, state: 'placed', reason: null })
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId }))
    const asked = accepted<Visit>(await cloud.as('o-wang').call('visits.request', ask))
    expect(asked).toMatchObject({ state: 'open' })
    accepted(await cloud.as('o-volunteer').call('visits.claim', { visitId: asked.id }))
    await sweep()
    expect((await order())?.state).toBe('confirmed')
  })

  it('leaves everything else as it was before, and what had ended as the sheet says that it is', async () => {
    const pair = aLikeness({
      ...{ elderId: 'e-chen', otherId: 'e-wang', id: 'e-chen_e-wang' },
      ...{ stationId: null, townId: null },
    })
    const absent = { kind: 'away', from: TODAY, to: null, by: '某人' } as const
    const sentBack = anApplication({ state: 'returned' })
    const stock = aNeighbourhood({
      ...ended,
      elders: [{ ...wang, absences: [absent] }, chen],
      applications: [sentBack],
      likenesses: [pair],
    })
    await cloud.restock(stock)
    accepted(await cloud.as('o-new').call('people.ask', { by: { code: wang.code }, ...asking }))
    const touched = ['mealOrders', 'visits', 'sittings', 'subsidyUses', 'messages', 'auditLog']
    const others = async () =>
      Object.fromEntries(Object.entries(await everything()).filter(([name]) => !touched.includes(name)))
    const before = await others()
    accepted(await record())
    expect(await others()).not.toEqual(before)
    accepted(await undo())
    cloud.emulator.clock.set(new Date(NOW.getTime() + 2 * 60 * 60_000))
    await sweep()
    expect(withoutNight(await others())).toEqual(withoutNight(before))
    expect([(await order())?.state, (await visit())?.state]).toEqual(['cancelled', 'cancelled'])
    expectIntegrity(cloud)
  })

  it('is written down, with its reason, for her to read', async () => {
    await cloud.restock(died())
    accepted(await undo())
    expect(await cloud.stored('auditLog')).toMatchObject([
      { action: 'people.undoDeath', elderId: 'e-wang', reason: '记成了别人', about: 'death' },
    ])
  })

  it('changes nothing where she is alive, and once where it is tapped twice', async () => {
    await cloud.restock(aNeighbourhood())
    const before = await everything()
    accepted(await undo())
    expect(await everything()).toEqual(before)
    await cloud.restock(died())
    const key = 'key-of-the-undoing'
    const replies = await Promise.all([1, 2, 3].map(() => undo('o-clerk', { key })))
    expect(replies.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await cloud.stored('auditLog')).toHaveLength(1)
  })

  it.each([
    ['o-clerk', 'accepted'],
    ['o-manager', 'accepted'],
    ['o-wang', 'FORBIDDEN'],
    ['o-daughter', 'FORBIDDEN'],
    ['o-other-clerk', 'FORBIDDEN'],
    ['o-supervisor', 'FORBIDDEN'],
  ])('by %s is %s', async (openid, code) => {
    await cloud.restock(died())
    expect(codeOf(await undo(openid))).toBe(code)
    expect((await her())?.diedOn).toBe(code === 'accepted' ? null : YESTERDAY)
  })

  it('needs a reason', async () => {
    await cloud.restock(died())
    expect(codeOf(await undo('o-clerk', { reason: ' ' }))).toBe('BAD_INPUT')
    expect((await her())?.diedOn).toBe(YESTERDAY)
  })
})
