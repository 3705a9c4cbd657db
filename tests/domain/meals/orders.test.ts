import {
  changeOrder,
  moveOrder,
  nextMeal,
  placeOrder,
  requireOffered,
  requireSamePrice,
  sameOrder,
} from '../../../cloudfunctions/_domain/meals/orders'
import { requireDateAhead } from '../../../cloudfunctions/_domain/meals/sittings'
import { emptyUses, withoutUsesOf, withUses } from '../../../cloudfunctions/_domain/meals/subsidy-uses'
import { anElder, anOrder, aSitting, clerk, daughter, NOW } from '../builders'

const wish = { setId: 'fish', mode: 'dineIn' as const, key: null, body: 'first' }
const booking = {
  elder: anElder(),
  priced: { price: { lines: [], elderPays: 1800, undecided: [] }, operator: [], uses: [] },
  policyId: null,
  usedIn: null,
  by: daughter,
  notify: 'o-daughter',
  earlier: null,
  confirmed: false,
  attempt: 'call-1',
  now: NOW,
}

describe('placeOrder', () => {
  it('counts age on the day of eating', () => {
    const elder = anElder({ birthDate: '1944-11-22' })
    expect(placeOrder(aSitting(), wish, { ...booking, elder }).elderAge).toBe(82)
  })

  it('is confirmed at once where a clerk books, and where the station confirms by itself', () => {
    const states = [
      placeOrder(aSitting(), wish, booking),
      placeOrder(aSitting(), wish, { ...booking, confirmed: true }),
      placeOrder(aSitting({ confirmsItself: true }), wish, booking),
    ]
    expect(states.map(({ state, history }) => [state, history.at(-1)?.state])).toEqual([
      ['placed', 'placed'],
      ['confirmed', 'confirmed'],
      ['confirmed', 'confirmed'],
    ])
  })

  it('keeps ten steps of a history, the latest', () => {
    const step = { state: 'cancelled' as const, at: NOW.toISOString(), by: daughter }
    const earlier = anOrder({ state: 'cancelled', history: Array.from({ length: 10 }, () => step) })
    const { history } = placeOrder(aSitting(), wish, { ...booking, earlier })
    expect(history).toHaveLength(10)
    expect(history.at(-1)?.state).toBe('placed')
  })
})

describe('requireOffered', () => {
  it.each([
    ['BOOKING_CLOSED', { cutoffAt: NOW.toISOString() }],
    ['MODE_NOT_OFFERED', { modes: ['delivery' as const] }],
    ['SET_NOT_OFFERED', { sets: [] }],
    ['DATE_TOO_FAR', { date: '2026-12-06' }],
  ])('refuses with %s', (code, own) => {
    expect(() => requireOffered(aSitting(own), wish, { now: NOW, daysAhead: 14 })).toThrow(code)
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

describe('nextMeal', () => {
  const at = (startsAt: string, state: 'placed' | 'cancelled' = 'placed') =>
    anOrder({ id: startsAt, startsAt, state })
  const orders = [
    at('2026-11-23T03:30:00.000Z'),
    at('2026-11-19T03:30:00.000Z'),
    at('2026-11-21T03:30:00.000Z', 'cancelled'),
    at('2026-11-22T03:30:00.000Z'),
    at('2026-11-20T03:30:00.000Z'),
  ]

  it('takes the next one that is on', () => {
    expect(nextMeal(orders, NOW)?.startsAt).toBe('2026-11-22T03:30:00.000Z')
  })

  it('shows a meal for two hours after it began', () => {
    const lunch = [at('2026-11-20T22:30:00.000Z')]
    expect(nextMeal(lunch, NOW)).not.toBeNull()
    expect(nextMeal(lunch, new Date(NOW.getTime() + 3_600_000))).toBeNull()
  })

  it('keeps one of the day that no station answered, until another one comes', () => {
    const ofToday = (hour: string, state: 'placed' | 'confirmed') =>
      anOrder({ id: hour, date: '2026-11-21', startsAt: `2026-11-21T${hour}:30:00.000Z`, state })
    const lunch = ofToday('03', 'placed')
    const evening = new Date('2026-11-21T13:00:00.000Z')
    expect(nextMeal([lunch], evening)?.id).toBe('03')
    expect(nextMeal([ofToday('03', 'confirmed')], evening)).toBeNull()
    expect(nextMeal([lunch, ofToday('14', 'confirmed')], evening)?.id).toBe('14')
    expect(nextMeal([lunch], new Date('2026-11-21T16:00:00.000Z'))).toBeNull() // the next day there
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

describe('changeOrder', () => {
  const priced = { price: { lines: [], elderPays: 2100, undecided: [] }, operator: [], uses: [] }
  const elder = anElder({ building: '长江路 18 弄 3 号楼', room: '402' })
  const change = { elder, priced, policyId: 'p-1', usedIn: 'e-wang_2026-11-22', by: daughter, now: NOW }
  const to = (mode: 'dineIn' | 'delivery') => ({ setId: 'fish', mode })
  const seated = { order: anOrder(), sitting: aSitting({ seatsLeft: 19, portionsLeft: 9 }) }

  it('changes a seat for a portion, with the price of the other mode', () => {
    const order = changeOrder(seated, to('delivery'), change)
    expect(order).toMatchObject({
      mode: 'delivery',
      deliverTo: { building: '长江路 18 弄 3 号楼', room: '402', phone: null },
      elderPays: 2100,
      policyId: 'p-1',
      usedIn: 'e-wang_2026-11-22',
    })
    expect(order.history).toEqual(seated.order.history)
  })

  it('forgets the door of a delivery that is eaten at the station then', () => {
    const order = changeOrder(seated, to('delivery'), change)
    expect(changeOrder({ ...seated, order }, to('dineIn'), change).deliverTo).toBeNull()
  })

  it.each([
    ['is the one that was confirmed', {}, {}, undefined],
    ['was another one before', { doorChangedAt: '2026-11-20T01:00:00.000Z' }, {}, '2026-11-20T01:00:00.000Z'],
    ['became another one meanwhile', {}, { room: '404' }, NOW.toISOString()],
  ])('says of the door that is brought to again whether it %s', (_, own, moved, since) => {
    const door = { building: elder.building, room: elder.room, phone: null }
    const brought = anOrder({ state: 'confirmed', mode: 'delivery', deliverTo: door, ...own })
    const seatTaken = changeOrder({ ...seated, order: brought }, to('dineIn'), change)
    expect(seatTaken).not.toHaveProperty('doorChangedAt')
    const again = changeOrder({ ...seated, order: seatTaken }, to('delivery'), {
      ...change,
      elder: { ...elder, ...moved },
    })
    expect(again.doorChangedAt).toBe(since)
    expect(again).not.toHaveProperty('leftDoor')
  })

  it('remembers no door of what no station had confirmed, nor of what is cancelled', () => {
    const door = { building: elder.building, room: elder.room, phone: null }
    const brought = anOrder({ state: 'placed', mode: 'delivery', deliverTo: door })
    expect(changeOrder({ ...seated, order: brought }, to('dineIn'), change)).not.toHaveProperty('leftDoor')
    const confirmed = { ...brought, state: 'confirmed' as const }
    const order = changeOrder({ ...seated, order: confirmed }, to('dineIn'), change)
    expect(order.leftDoor).toEqual({ to: door })
    expect(moveOrder(order, 'cancel', { by: daughter, now: NOW }).leftDoor).toBeNull()
    const moved = { ...confirmed, confirmedDoor: door }
    expect(moveOrder(moved, 'cancel', { by: daughter, now: NOW }).confirmedDoor).toBeNull()
  })

  it('changes the set alone', () => {
    const order = changeOrder(seated, { setId: 'greens', mode: 'dineIn' }, change)
    expect(order).toMatchObject({ setId: 'greens', setName: '素什锦套餐', picture: 'greens' })
  })

  it('leaves who changed what, and when, of what the station had confirmed, change by change', () => {
    const confirmed = { ...seated, order: anOrder({ state: 'confirmed' }) }
    const at = NOW.toISOString()
    const first = changeOrder(confirmed, { setId: 'greens', mode: 'dineIn' }, change)
    expect(first.laterChanges).toEqual([{ at, by: daughter, setName: '素什锦套餐' }])
    const second = changeOrder({ ...seated, order: first }, { setId: 'greens', mode: 'takeAway' }, change)
    expect(second.laterChanges?.slice(1)).toEqual([{ at, by: daughter, mode: 'takeAway' }])
    const third = changeOrder({ ...seated, order: second }, { setId: 'fish', mode: 'dineIn' }, change)
    expect(third.laterChanges?.slice(2)).toEqual([
      { at, by: daughter, setName: '红烧鱼套餐', mode: 'dineIn' },
    ])
    expect(third.history).toEqual(confirmed.order.history)
    const many = [0, 1, 2, 3, 4].reduce(
      (order, nth) =>
        changeOrder({ ...seated, order }, { setId: nth % 2 ? 'fish' : 'greens', mode: 'dineIn' }, change),
      third,
    )
    expect(many.laterChanges?.map(({ setName }) => setName)).toEqual(
      ['红烧鱼套餐', '素什锦套餐', '红烧鱼套餐', '素什锦套餐'], // the latest four
    )
  })

  it('leaves nothing of what no station had confirmed yet', () => {
    const placed = { ...seated, order: anOrder({ state: 'placed' }) }
    expect(changeOrder(placed, to('delivery'), change)).not.toHaveProperty('laterChanges')
  })

  it.each([
    ['MODE_NOT_OFFERED', {}, { modes: ['dineIn' as const] }],
    ['BOOKING_CLOSED', {}, { cutoffAt: NOW.toISOString() }],
    ['BOOKING_CLOSED', {}, { state: 'closed' as const }],
    ['WRONG_STATE', { state: 'cancelled' as const }, {}],
    ['WRONG_STATE', { state: 'served' as const }, {}],
  ])('refuses with %s', (code, order, sitting) => {
    const scene = { order: anOrder(order), sitting: aSitting(sitting) }
    expect(() => changeOrder(scene, to('delivery'), change)).toThrow(code)
  })
})

describe('requireSamePrice', () => {
  it('takes what was told, and nothing that was told', () => {
    expect(() => requireSamePrice(1300, 1300)).not.toThrow()
    expect(() => requireSamePrice(undefined, 1300)).not.toThrow()
  })

  it.each([1299, 1301, 0])('refuses %d fen where it is 1300 now', (told) => {
    expect(() => requireSamePrice(told, 1300)).toThrow(
      expect.objectContaining({ code: 'PRICE_CHANGED', detail: { elderPays: 1300 } }),
    )
  })
})

describe('what is used of limited subsidies', () => {
  const use = { on: '2026-11-22', slot: 'lunch' as const, layer: 'basic-care', rule: 'five', amount: 500 }
  const empty = emptyUses({ id: 'e-wang', district: 'quiet' }, '2026-11-22')

  it('is remembered for each order, and forgotten with the order', () => {
    const used = withUses(empty, 'lunch', [use], false)
    expect(used).toMatchObject({ id: 'e-wang_2026-11-22', uses: [{ orderId: 'lunch', ...use }] })
    expect(withoutUsesOf(used, 'dinner')).toEqual(used)
    expect(withoutUsesOf(used, 'lunch')).toEqual(empty)
  })

  it('is replaced, not added to, when an order is priced again', () => {
    const dinner = { ...use, slot: 'dinner' as const }
    const used = withUses(withUses(empty, 'lunch', [use], false), 'dinner', [dinner], false)
    const again = withUses(used, 'lunch', [{ ...use, amount: 300 }], false)
    expect(again.uses.map(({ orderId, amount }) => [orderId, amount])).toEqual([
      ['dinner', 500],
      ['lunch', 300],
    ])
  })

  it('knows the orders that had to do without, each once', () => {
    const denied = withUses(withUses(empty, 'dinner', [], true), 'dinner', [], true)
    expect(denied.denied).toEqual(['dinner'])
    expect(withUses(denied, 'dinner', [use], false).denied).toEqual([])
    expect(withoutUsesOf(denied, 'dinner')).toEqual(empty)
  })
})
