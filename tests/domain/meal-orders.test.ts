import {
  moveOrder,
  nextFirst,
  nextMeal,
  placeOrder,
  sameOrder,
} from '../../cloudfunctions/_domain/meal-orders'
import { givePlaceBack, requireDateAhead, takePlace } from '../../cloudfunctions/_domain/sittings'
import { emptySubsidyDay, withoutUsesOf, withUses } from '../../cloudfunctions/_domain/subsidy-days'
import { anElder, anOrder, aSitting, clerk, daughter, NOW } from './builders'

const wish = { setId: 'fish', mode: 'dineIn' as const, key: null, body: 'first' }
const booking = {
  elder: anElder(),
  price: { lines: [], elderPays: 1800, undecided: [] },
  policyId: null,
  by: daughter,
  notify: 'o-daughter',
  earlier: null,
  confirmed: false,
  now: NOW,
  daysAhead: 14,
}

describe('placeOrder', () => {
  it('counts age on the day of eating', () => {
    const elder = anElder({ birthDate: '1944-11-22' })
    expect(placeOrder(aSitting(), wish, { ...booking, elder }).order.elderAge).toBe(82)
  })

  it('takes a seat for dine-in and a portion otherwise', () => {
    expect(placeOrder(aSitting(), wish, booking).sitting).toMatchObject({ seatsLeft: 19, portionsLeft: 10 })
    const brought = placeOrder(aSitting(), { ...wish, mode: 'delivery' }, booking)
    expect(brought.sitting).toMatchObject({ seatsLeft: 20, portionsLeft: 9 })
  })

  it('keeps ten steps of a history, the latest', () => {
    const step = { state: 'cancelled' as const, at: NOW.toISOString(), by: daughter }
    const earlier = anOrder({ state: 'cancelled', history: Array.from({ length: 10 }, () => step) })
    const { history } = placeOrder(aSitting(), wish, { ...booking, earlier }).order
    expect(history).toHaveLength(10)
    expect(history.at(-1)?.state).toBe('placed')
  })

  it.each([
    ['BOOKING_CLOSED', { cutoffAt: NOW.toISOString() }],
    ['SITTING_FULL', { seatsLeft: 0 }],
    ['MODE_NOT_OFFERED', { modes: ['delivery' as const] }],
    ['SET_NOT_OFFERED', { sets: [] }],
    ['DATE_TOO_FAR', { date: '2026-12-06' }],
  ])('refuses with %s', (code, own) => {
    expect(() => placeOrder(aSitting(own), wish, booking)).toThrow(code)
  })
})

describe('sameOrder', () => {
  it('is the order for the same wish, and a refusal for another', () => {
    const order = anOrder({ key: 'key-12345' })
    expect(sameOrder(order, wish)).toBe(order)
    expect(() => sameOrder(order, { ...wish, body: 'other', key: 'key-12345' })).toThrow('KEY_REUSED')
    expect(() => sameOrder(order, { ...wish, body: 'other' })).toThrow('ALREADY_BOOKED')
  })
})

describe('moveOrder', () => {
  it('says who moved it and why', () => {
    const refused = moveOrder(anOrder(), 'refuse', { by: clerk, now: NOW, reason: '停电' })
    expect(refused).toMatchObject({ state: 'refused', reason: '停电' })
    expect(refused.history.at(-1)).toMatchObject({ state: 'refused', by: { name: '张静' } })
  })

  it('refuses what the table does not allow', () => {
    expect(() => moveOrder(anOrder({ state: 'served' }), 'cancel', { by: clerk, now: NOW })).toThrow(
      'WRONG_STATE',
    )
  })
})

describe('nextFirst and nextMeal', () => {
  const at = (startsAt: string, state: 'placed' | 'cancelled' = 'placed') =>
    anOrder({ id: startsAt, startsAt, state })
  const orders = [
    at('2026-11-23T03:30:00.000Z'),
    at('2026-11-19T03:30:00.000Z'),
    at('2026-11-21T03:30:00.000Z', 'cancelled'),
    at('2026-11-22T03:30:00.000Z'),
    at('2026-11-20T03:30:00.000Z'),
  ]

  it('puts coming meals in order, then past ones backwards', () => {
    const days = nextFirst(orders, NOW).map((order) => order.startsAt.slice(8, 10))
    expect(days).toEqual(['21', '22', '23', '20', '19'])
  })

  it('takes the next one that is on', () => {
    expect(nextMeal(orders, NOW)?.startsAt).toBe('2026-11-22T03:30:00.000Z')
  })

  it('shows a meal for two hours after it began', () => {
    const lunch = [at('2026-11-20T22:30:00.000Z')]
    expect(nextMeal(lunch, NOW)).not.toBeNull()
    expect(nextMeal(lunch, new Date(NOW.getTime() + 3_600_000))).toBeNull()
  })
})

describe('takePlace and givePlaceBack', () => {
  it('undo each other, and never hold more than there was', () => {
    const sitting = aSitting({ seats: 2, seatsLeft: 1 })
    expect(givePlaceBack(takePlace(sitting, 'dineIn'), 'dineIn')).toEqual(sitting)
    expect(givePlaceBack(aSitting({ seats: 2, seatsLeft: 2 }), 'dineIn').seatsLeft).toBe(2)
  })
})

describe('requireDateAhead', () => {
  it.each([
    ['2026-11-20', 'DATE_PAST'],
    ['2026-12-06', 'DATE_TOO_FAR'],
  ])('refuses %s with %s', (date, code) => {
    expect(() => requireDateAhead(date, '2026-11-21', 14)).toThrow(code)
  })

  it('takes today and the last day', () => {
    for (const date of ['2026-11-21', '2026-12-05']) {
      expect(() => requireDateAhead(date, '2026-11-21', 14)).not.toThrow()
    }
  })
})

describe('a subsidy day', () => {
  it('remembers what each order used, and forgets it with the order', () => {
    const empty = emptySubsidyDay({ id: 'e-wang', district: 'quiet' }, '2026-11-22')
    const used = withUses(empty, 'lunch', [{ rule: 'five', amount: 500 }])
    expect(used.uses).toEqual([{ orderId: 'lunch', rule: 'five', amount: 500 }])
    expect(withoutUsesOf(used, 'dinner')).toEqual(used)
    expect(withoutUsesOf(used, 'lunch')).toEqual(empty)
  })
})
