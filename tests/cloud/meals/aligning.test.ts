import type { SittingRecord } from '../../../cloudfunctions/_domain/meals/records'
import type { WireCall } from '../../../emulator/parts'
import { aStation } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { writing } from '../plan-wish'
import { watchQuestions } from '../questions'
import { aCanteen, bookFish, MONDAY, TUESDAY, uncounted, WEDNESDAY } from './a-canteen'

const unserved = watchQuestions()
let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ variables: { RETRY_BUDGET: '0' } })
  jest.spyOn(console, 'log').mockImplementation(() => {})
  jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => cloud.close())
afterEach(() => cloud.emulator.gateway.setGate(undefined))

const SITTING = `st-one_${TUESDAY}_lunch`
const seats = (n: number) => [{ id: 'a', name: '窗边的桌子', seats: n, wheelchairs: 0 }]
const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: MONDAY }
const at = { stationId: 'st-one' }
const ofWeek = { kitchenId: 'k-one', week: MONDAY, slot: 'lunch', rev: 1 }
const shut = { ...at, from: TUESDAY, to: TUESDAY, reason: '修水管' }
const fish = { ...aMenu(MONDAY).dishes[0], limit: 10 }
const coming = aPlan({ ...everyDay, tables: seats(3) })

/** What is changed, by whom, and what of Tuesday's lunch is so then. */
interface Change {
  what: string
  stock?: Stock
  action: string
  input: object
  is: Partial<SittingRecord>
  /** What somebody hears who books afterwards. */
  says: string
}

const plan = (change: object, seen: number | null = null) => ({
  ...{ action: 'changePlan', input: { ...at, change, seen } },
})
const changes: Change[] = [
  {
    ...plan(writing({ ...everyDay, tables: seats(2), startsAt: '12:00' })),
    what: 'a plan with fewer places',
    is: { state: 'open', capacity: { seats: 2 } as never, startsAt: `${TUESDAY}T04:00:00.000Z` },
    says: 'SITTING_FULL',
  },
  {
    ...plan(writing({ ...everyDay, tables: seats(40) })),
    ...{
      what: 'a plan with more places',
      is: { state: 'open', capacity: { seats: 40 } as never },
      says: 'accepted',
    },
  },
  {
    ...plan({ act: 'end', slot: 'lunch', from: MONDAY }),
    ...{ what: 'the end of a plan', is: { state: 'closed' }, says: 'BOOKING_CLOSED' },
  },
  {
    ...plan({ act: 'takeBack', slot: 'lunch', from: MONDAY }, 1),
    ...{ what: 'a plan that is taken back', stock: { plans: [aPlan(), coming] } },
    ...{ is: { state: 'open', capacity: { seats: 12 } as never }, says: 'accepted' },
  },
  {
    ...plan({ act: 'takeBack', slot: 'lunch', from: MONDAY }, 1),
    ...{ what: 'the only plan, taken back', stock: { plans: [coming] } },
    ...{ is: { state: 'closed' }, says: 'BOOKING_CLOSED' },
  },
  {
    ...plan(writing({ from: MONDAY, weekdays: [1, 3] })),
    ...{ what: 'a plan for other weekdays', is: { state: 'closed' }, says: 'BOOKING_CLOSED' },
  },
  {
    ...{ what: 'a closure', action: 'close', input: shut },
    ...{ is: { state: 'closed' }, says: 'BOOKING_CLOSED' },
  },
  {
    ...{ what: 'a menu with less of a dish', action: 'saveMenu', input: { ...ofWeek, dishes: [fish] } },
    ...{ is: { state: 'open', capacity: { 'd-fish': 10 } as never }, says: 'accepted' },
  },
  {
    ...{
      what: 'a set that is sold out',
      action: 'setSoldOut',
      is: { state: 'open', off: { 'fish-set': true } },
    },
    input: { kitchenId: 'k-one', date: TUESDAY, slot: 'lunch', setId: 'fish-set', isSoldOut: true },
    says: 'SET_NOT_OFFERED',
  },
]

const sitting = () => cloud.one('sittings', SITTING)
const ofKitchens = ['saveMenu', 'setSoldOut', 'publishMenu']
const make = ({ action, input }: Pick<Change, 'action' | 'input'>) =>
  cloud.as(ofKitchens.includes(action) ? 'o-kitchen' : 'o-manager').call(`meals.${action}`, input)
const reopen = { action: 'reopen', input: { ...at, from: TUESDAY } }
const close = { action: 'close', input: shut }
/** Elders who hold a place, and those who have an order. */
const eaters = async () => [
  Object.keys((await sitting())?.claims ?? {}).sort(),
  (await cloud.stored('mealOrders')).map(({ elderId }) => elderId).sort(),
]
const marks = async () => {
  const written = [
    await cloud.stored('plans'),
    await cloud.stored('menus'),
    await cloud.stored('stations'),
  ].flat()
  return written.filter(({ isAligned }) => isAligned === false)
}

/** Looks at every call of the cloud, and does something once, before the first that writes a sitting besides. */
function beforeAligned(work: () => Promise<unknown>): string[] {
  let isDone = false
  const wrong: string[] = []
  cloud.emulator.gateway.setGate(async ({ action, collection }: WireCall) => {
    const bad = await uncounted(cloud)
    if (bad.length > 0) wrong.push(JSON.stringify(bad))
    if (isDone || collection !== 'sittings' || !/modify|update/.test(action)) return
    isDone = true
    await work()
  })
  return wrong
}

describe.each(changes)('$what', (change) => {
  it('is followed by a sitting that exists, whoever books before, meanwhile and afterwards', async () => {
    await cloud.restock(aCanteen(change.stock))
    for (const nth of [0, 1]) accepted(await bookFish(cloud, nth, TUESDAY))
    let between = ''
    const wrong = beforeAligned(async () => {
      between = codeOf(await bookFish(cloud, 2, TUESDAY))
    })
    accepted(await make(change))
    expect(between).toBe('accepted')
    expect(await sitting()).toMatchObject(change.is)
    expect(codeOf(await bookFish(cloud, 3, TUESDAY))).toBe(change.says)
    const seated = [
      'e-eater-0',
      'e-eater-1',
      'e-eater-2',
      ...(change.says === 'accepted' ? ['e-eater-3'] : []),
    ]
    expect(await eaters()).toEqual([seated, seated])
    expect(wrong).toEqual([])
    expect(await uncounted(cloud)).toEqual([])
    expect(await marks()).toEqual([])
  })
})

describe('a sitting that was closed', () => {
  it('is booked again once its station is open again, and has lost nobody', async () => {
    await cloud.restock(aCanteen())
    for (const nth of [0, 1]) accepted(await bookFish(cloud, nth, TUESDAY))
    accepted(await make(close))
    expect(await sitting()).toMatchObject({ state: 'closed', left: { seats: 10 } })
    expect(codeOf(await bookFish(cloud, 2, TUESDAY))).toBe('BOOKING_CLOSED')
    accepted(await make(reopen))
    accepted(await bookFish(cloud, 2, TUESDAY))
    expect(await sitting()).toMatchObject({ state: 'open', left: { seats: 9 } })
    expect(await eaters()).toEqual(Array(2).fill(['e-eater-0', 'e-eater-1', 'e-eater-2']))
    expect(await uncounted(cloud)).toEqual([])
  })

  it('follows by then what was planned meanwhile', async () => {
    await cloud.restock(aCanteen())
    accepted(await bookFish(cloud, 0, TUESDAY))
    accepted(await make(close))
    accepted(await make(plan(writing({ ...everyDay, tables: seats(5) }))))
    expect(await sitting()).toMatchObject({ state: 'closed' })
    accepted(await make(reopen))
    expect(await sitting()).toMatchObject({ state: 'open', capacity: { seats: 5 }, left: { seats: 4 } })
  })
})

describe('a set that was sold out', () => {
  it('is there again at every table when its kitchen says so', async () => {
    const sold = { kitchenId: 'k-one', date: TUESDAY, slot: 'lunch', setId: 'fish-set' }
    await cloud.restock(aCanteen())
    accepted(await bookFish(cloud, 0, TUESDAY))
    accepted(await make({ action: 'setSoldOut', input: { ...sold, isSoldOut: true } }))
    expect(codeOf(await bookFish(cloud, 1, TUESDAY))).toBe('SET_NOT_OFFERED')
    accepted(await make({ action: 'setSoldOut', input: { ...sold, isSoldOut: false } }))
    accepted(await bookFish(cloud, 1, TUESDAY))
    expect(await sitting()).toMatchObject({ off: {}, left: { seats: 10, 'd-fish': 28 } })
  })
})

describe('a dish that has a limit since it was ordered', () => {
  it('is sold no more often than there is of it', async () => {
    const dishes = aMenu(MONDAY).dishes.map((dish) => ({ ...dish, limit: null }))
    await cloud.restock(aCanteen({ menus: [aMenu(MONDAY, { dishes })] }))
    for (const nth of [0, 1]) accepted(await bookFish(cloud, nth, TUESDAY))
    accepted(await make({ action: 'saveMenu', input: { ...ofWeek, dishes: [{ ...fish, limit: 3 }] } }))
    expect(await sitting()).toMatchObject({ left: { seats: 10, 'd-fish': 1 } })
    accepted(await bookFish(cloud, 2, TUESDAY))
    expect(codeOf(await bookFish(cloud, 3, TUESDAY))).toBe('SET_NOT_OFFERED')
    accepted(
      await make({ action: 'saveMenu', input: { ...ofWeek, rev: 2, dishes: [{ ...fish, limit: 4 }] } }),
    )
    accepted(await bookFish(cloud, 3, TUESDAY))
    expect(codeOf(await bookFish(cloud, 4, TUESDAY))).toBe('SET_NOT_OFFERED')
    expect(await uncounted(cloud)).toEqual([])
  })
})

describe('what is ordered of a dish that has a limit since', () => {
  const sets = { weekdays: [1, 2, 3, 4, 5, 6, 7], sets: ['fish-set', 'greens-set'] }
  const days = sets.weekdays.map((weekday) => ({ weekday, sets: sets.sets }))
  const dishes = aMenu(MONDAY).dishes.map((dish) => ({ ...dish, limit: null }))
  const limited = (limit: number, rev = 1) =>
    make({ action: 'saveMenu', input: { ...ofWeek, rev, dishes: [{ ...fish, limit }] } })
  const ordered = { orderId: `${SITTING}_e-eater-0` }
  beforeEach(async () => {
    await cloud.restock(aCanteen({ menus: [aMenu(MONDAY, { dishes, days })] }))
    for (const nth of [0, 1]) accepted(await bookFish(cloud, nth, TUESDAY))
  })

  it.each([
    ['is cancelled', 'cancel', ordered],
    ['becomes another set', 'changeSet', { ...ordered, setId: 'greens-set' }],
  ])('is there again once it %s', async (_, name, input) => {
    accepted(await limited(2))
    expect(codeOf(await bookFish(cloud, 2, TUESDAY))).toBe('SET_NOT_OFFERED')
    accepted(await cloud.as('o-eater-0').call(`meals.${name}`, input))
    accepted(await bookFish(cloud, 2, TUESDAY))
    expect(codeOf(await bookFish(cloud, 3, TUESDAY))).toBe('SET_NOT_OFFERED')
    expect(await uncounted(cloud)).toEqual([])
  })

  it('stays hers where she eats it in another way', async () => {
    accepted(await limited(2))
    accepted(await cloud.as('o-eater-0').call('meals.switchMode', { ...ordered, mode: 'takeAway' }))
    expect(codeOf(await bookFish(cloud, 2, TUESDAY))).toBe('SET_NOT_OFFERED')
    expect(await uncounted(cloud)).toEqual([])
  })

  it('is never more than its limit, unless it was before', async () => {
    const beyond = { code: 'LIMIT_ORDERED', detail: { dish: '红烧鱼', count: 2 } }
    expect(await limited(1)).toMatchObject(beyond)
    accepted(await limited(2))
    accepted(await limited(3, 2))
    expect(await limited(1, 3)).toMatchObject(beyond)
  })
})

describe('a menu that is published late', () => {
  it('lets be booked what nobody could book before', async () => {
    await cloud.restock(aCanteen({ menus: [aMenu(MONDAY, { state: 'draft' })] }))
    expect(codeOf(await bookFish(cloud, 0, TUESDAY))).toBe('NOT_FOUND')
    accepted(await make({ action: 'publishMenu', input: ofWeek }))
    accepted(await bookFish(cloud, 0, TUESDAY))
    expect(await sitting()).toMatchObject({ state: 'open', left: { seats: 11 } })
  })
})

describe('a sitting that somebody was about to open', () => {
  it.each([
    ['a closure', close, { state: 'closed' }],
    ['a plan', plan(writing({ ...everyDay, tables: seats(3) })), { state: 'open', capacity: { seats: 3 } }],
    [
      'a set that is sold out',
      {
        action: 'setSoldOut',
        input: { kitchenId: 'k-one', date: TUESDAY, slot: 'lunch', setId: 'fish-set', isSoldOut: true },
      },
      { off: { 'fish-set': true } },
    ],
  ])(
    'follows %s that was written between its look and its writing, or after it was written',
    async (_, change, is) => {
      for (const [before, state] of [
        ['database.insertDocument', undefined],
        ['database.modifyDocument', 'new'],
      ]) {
        await cloud.restock(aCanteen())
        let isDone = false
        cloud.emulator.gateway.setGate(async ({ action, collection }) => {
          if (isDone || collection !== 'sittings' || action !== before) return
          if ((await sitting())?.state !== state) return
          isDone = true
          accepted(await make(change))
        })
        await bookFish(cloud, 0, TUESDAY)
        expect(isDone).toBe(true)
        expect(await sitting()).toMatchObject(is)
        expect(await uncounted(cloud)).toEqual([])
        cloud.emulator.gateway.setGate(undefined)
      }
    },
  )
})

describe('a closure that is written while somebody books or changes', () => {
  it.each([
    ['books', () => bookFish(cloud, 1, TUESDAY)],
    [
      'changes',
      () =>
        cloud.as('o-eater-0').call('meals.switchMode', { orderId: `${SITTING}_e-eater-0`, mode: 'takeAway' }),
    ],
  ])('says until when to whoever %s', async (_, act) => {
    await cloud.restock(aCanteen())
    accepted(await bookFish(cloud, 0, TUESDAY))
    beforeAligned(async () => accepted(await make(close)))
    expect(await act()).toMatchObject({ code: 'BOOKING_CLOSED', detail: { closedUntil: TUESDAY } })
  })
})

describe('two changes that are followed at once', () => {
  it.each([
    ['closed and open again', close, reopen, { state: 'open' }],
    [
      'smaller and greater',
      plan(writing({ ...everyDay, tables: seats(3) })),
      plan(writing({ ...everyDay, tables: seats(30) }), 1),
      { capacity: { seats: 30 }, left: { seats: 29 } },
    ],
    [
      'ended and taken back',
      plan({ act: 'end', slot: 'lunch', from: MONDAY }),
      plan({ act: 'takeBack', slot: 'lunch', from: MONDAY }, 1),
      { state: 'open' },
    ],
  ])(
    'end as the later one has it: %s, also where the earlier one is broken off',
    async (_, first, second, is) => {
      for (const isBrokenOff of [false, true]) {
        await cloud.restock(aCanteen())
        accepted(await bookFish(cloud, 0, TUESDAY))
        beforeAligned(async () => {
          accepted(await make(second))
          if (isBrokenOff) cloud.emulator.gateway.faults.set([{ kind: 'http500', nth: 2, times: 1000 }])
        })
        expect(codeOf(await make(first))).toBe(isBrokenOff ? 'BUSY' : 'accepted')
        cloud.emulator.gateway.faults.set([])
        expect(await sitting()).toMatchObject(is)
        expect(await marks()).toEqual([])
        expect(await uncounted(cloud)).toEqual([])
      }
    },
  )
})

describe('a change that is broken off', () => {
  /** How long one change may take, with a fault at each of its calls, on a machine that does much else. */
  const PATIENCE = 300_000
  /** Calls of a change, by their numbers, from its being stored on. */
  const callsOf = async (change: Change) => {
    const seen: WireCall[] = []
    cloud.emulator.gateway.setGate(
      async (call) => void (call.action.startsWith('database.') && seen.push(call)),
    )
    accepted(await make(change))
    cloud.emulator.gateway.setGate(undefined)
    const stored = seen.findIndex(({ action }) => action === 'database.commitTransaction') + 1
    return seen.slice(stored).map((_, nth) => stored + nth + 1)
  }
  const stateOf = async () => {
    const sittings = await cloud.stored('sittings')
    return sittings.map(({ rev: _, alignments: _often, checkedAt: _at, ...rest }) => rest)
  }

  it.each(changes)(
    'after any call that follows its writing is ended by the clock: $what',
    async (change) => {
      await cloud.restock(aCanteen(change.stock))
      for (const [nth, date] of [MONDAY, TUESDAY, WEDNESDAY].entries())
        accepted(await bookFish(cloud, nth, date))
      const booked = cloud.emulator.image()
      const calls = await callsOf(change)
      const whole = await stateOf()
      expect(calls.length).toBeGreaterThan(4)
      for (const nth of calls)
        for (const when of ['before', 'after'] as const) {
          await cloud.emulator.restore(booked)
          cloud.emulator.gateway.faults.set([{ kind: 'http500', nth, times: 1000, when }])
          await make(change)
          cloud.emulator.gateway.faults.set([])
          expect(await uncounted(cloud)).toEqual([])
          await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
          expect({ nth, when, is: await stateOf(), marks: await marks() }).toEqual({
            nth,
            when,
            is: whole,
            marks: [],
          })
        }
    },
    PATIENCE,
  )
})

describe('a kitchen that feeds two stations', () => {
  const two = { sittingId: `st-two_${TUESDAY}_lunch` }
  const stations = [aStation({ kitchenId: 'k-one' }), aStation({ id: 'st-two', kitchenId: 'k-one' })]
  const plans = [aPlan(), aPlan({ stationId: 'st-two' })]
  const dishes = async () =>
    (await cloud.stored('sittings')).map(({ stationId, left }) => [stationId, left['d-fish']]).sort()

  it('is followed by the tables of both, also where it is broken off between them', async () => {
    await cloud.restock(aCanteen({ stations, plans }))
    for (const [nth, own] of [{}, two].entries()) accepted(await bookFish(cloud, nth, TUESDAY, own))
    expect(await dishes()).toEqual([
      ['st-one', 14],
      ['st-two', 14],
    ])
    const action = 'database.modifyDocument'
    let written = 0
    cloud.emulator.gateway.setGate(async (call) => {
      if (call.collection === 'sittings' && call.action === action && ++written === 1)
        cloud.emulator.gateway.faults.set([{ kind: 'http500', nth: 2, times: 1000 }])
    })
    expect(codeOf(await make({ action: 'saveMenu', input: { ...ofWeek, dishes: [fish] } }))).toBe('BUSY')
    cloud.emulator.gateway.faults.set([])
    cloud.emulator.gateway.setGate(undefined)
    expect(await dishes()).toEqual([
      ['st-one', 4],
      ['st-two', 14],
    ])
    await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
    expect(await dishes()).toEqual([
      ['st-one', 4],
      ['st-two', 4],
    ])
    expect(await marks()).toEqual([])
  })
})

describe('a dish that two tables share', () => {
  const two = { sittingId: `st-two_${TUESDAY}_lunch` }
  const stations = ['st-one', 'st-two'].map((id) => aStation({ id, kitchenId: 'k-one' }))
  const plans = ['st-one', 'st-two'].map((stationId) => aPlan({ stationId }))
  const dishes = async () =>
    (await cloud.stored('sittings')).map(({ stationId, left }) => [stationId, left['d-fish']]).sort()

  it.each([
    [
      'plans nothing for that day',
      plan(writing({ from: MONDAY, weekdays: [1] })),
      plan(writing({ from: MONDAY }), 1),
    ],
    ['is closed', close, reopen],
  ])('is the other one’s alone while one %s, but for what that one has sold', async (_, ends, begins) => {
    await cloud.restock(aCanteen({ stations, plans }))
    for (const [nth, own] of [{}, two].entries()) accepted(await bookFish(cloud, nth, TUESDAY, own))
    accepted(await make(ends))
    expect(await dishes()).toEqual([
      ['st-one', 14],
      ['st-two', 28],
    ])
    accepted(await make(begins))
    expect(await dishes()).toEqual([
      ['st-one', 14],
      ['st-two', 14],
    ])
    expect(await uncounted(cloud)).toEqual([])
  })
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
