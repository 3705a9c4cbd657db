import { canBeHelped, deniedAhead, freeUses } from '../../../cloudfunctions/_domain/meals/freed-uses'
import { emptyUses, withUses } from '../../../cloudfunctions/_domain/meals/subsidy-uses'
import { anElder, anOrder, aSitting, extremelyPoor, NOW } from '../builders'
import { aPriceGround } from './price-ground'

const elder = anElder({ categories: extremelyPoor })
const idOn = (day: number, slot = 'dinner') => `st-one_2026-11-${day}_${slot}_e-wang`
const use = (day: number) => ({
  on: `2026-11-${day}`,
  slot: 'lunch' as const,
  layer: 'basic-care',
  rule: 'basic-care-recipient-5-a-day',
  amount: 500,
})
const LUNCH_ORDER = idOn(22, 'lunch')
const used = (denied: string[] = []) =>
  denied.reduce(
    (record, id) => withUses(record, id, [], true),
    withUses(emptyUses(elder, '2026-11'), LUNCH_ORDER, [use(22)], false),
  )
const dinner = (own: Parameters<typeof anOrder>[0] = {}) => ({
  order: anOrder({ id: idOn(22), slot: 'dinner', elderPays: 1800, ...own }),
  sitting: aSitting({ id: 'st-one_2026-11-22_dinner', slot: 'dinner' }),
  elder,
  ground: aPriceGround(),
})

describe('deniedAhead', () => {
  it('is the next meal first, from today on, at most five', () => {
    const days = [28, 27, 20, 26, 25, 24, 21]
    expect(deniedAhead([used(days.map((day) => idOn(day)))], LUNCH_ORDER, NOW)).toEqual(
      [21, 24, 25, 26, 27].map((day) => idOn(day)),
    )
  })

  it('is the lunch before the dinner of a day, whichever had to do without first', () => {
    const meals = ['dinner', 'lunch', 'breakfast'].map((slot) => `st-one_2026-11-24_${slot}_e-wang`)
    expect(deniedAhead([used(meals)], LUNCH_ORDER, NOW)).toEqual([...meals].reverse())
  })

  it('is nobody where the order had used nothing, and never the order itself', () => {
    expect(deniedAhead([used([idOn(22)])], idOn(23), NOW)).toEqual([])
    const both = { ...used(), denied: [LUNCH_ORDER] }
    expect(deniedAhead([both], LUNCH_ORDER, NOW)).toEqual([])
  })
})

describe('canBeHelped', () => {
  it.each([
    ['a meal that is on', {}, true],
    ['one that has begun', { startsAt: NOW.toISOString() }, false],
    ['one that was cancelled', { state: 'cancelled' as const }, false],
    ['one that was served', { state: 'served' as const }, false],
  ])('of %s', (_case, own, can) => {
    expect(canBeHelped(anOrder(own), NOW)).toBe(can)
  })
})

describe('freeUses', () => {
  it('forgets the order', () => {
    expect(freeUses([used()], LUNCH_ORDER, [])).toEqual({ uses: [emptyUses(elder, '2026-11')], orders: [] })
  })

  it('gives the dinner of the day what lunch had', () => {
    const { uses, orders } = freeUses([used([idOn(22)])], LUNCH_ORDER, [dinner()])
    expect(orders).toMatchObject([
      { id: idOn(22), elderPays: 1300, usedIn: uses[0]?.id, policyId: 'beijing-meal-2022-03' },
    ])
    expect(uses).toMatchObject([{ uses: [{ orderId: idOn(22), amount: 500 }], denied: [] }])
  })

  it('gives it once: the next one still does without', () => {
    const second = { ...dinner(), order: anOrder({ id: idOn(22, 'breakfast'), elderPays: 1800 }) }
    const { orders } = freeUses([used([idOn(22), second.order.id])], LUNCH_ORDER, [dinner(), second])
    expect(orders.map(({ id }) => id)).toEqual([idOn(22)])
  })

  it.each([
    ['would not become cheaper', dinner({ elderPays: 1300 })],
    ['could not be booked any more', dinner({ setId: 'duck' })],
    ['is counted in another period', { ...dinner(), ground: aPriceGround({ policy: null }) }],
  ])('leaves one that %s as it is', (_case, one) => {
    const { uses, orders } = freeUses([used([idOn(22)])], LUNCH_ORDER, [one])
    expect(orders).toEqual([])
    expect(uses[0]?.denied).toEqual([idOn(22)])
  })

  it('gives it to an order of another registration of hers, and counts it there', () => {
    const order = anOrder({ ...dinner().order, id: `${idOn(22).slice(0, -6)}e-again`, elderId: 'e-again' })
    const beside = withUses(emptyUses({ ...elder, id: 'e-again' }, '2026-11'), order.id, [], true)
    const helped = { ...dinner(), order }
    const { uses, orders } = freeUses([used(), beside], LUNCH_ORDER, [helped])
    expect(orders).toMatchObject([{ id: order.id, elderPays: 1300, usedIn: beside.id }])
    expect(uses.map(({ elderId, uses: of }) => [elderId, of.length])).toEqual([
      ['e-wang', 0],
      ['e-again', 1],
    ])
    const also = withUses(beside, 'st-one_2026-11-22_breakfast_e-again', [use(22)], false) // the day is used up there
    expect(freeUses([used(), also], LUNCH_ORDER, [helped]).orders).toEqual([])
  })
})
