import {
  type BookingFacts,
  type BookingWish,
  bookingTakes,
  changeTakes,
  decideBooking,
  decideChange,
  type Offer,
} from '../../../cloudfunctions/_domain/meals/booking'
import { emptyUses, withUses } from '../../../cloudfunctions/_domain/meals/subsidy-uses'
import unseenTerms from '../../../cloudfunctions/_policies/unseen.json'
import { anElder, anOrder, aSitting, aStation, clerk, daughter, extremelyPoor, LUNCH, NOW } from '../builders'
import { aPriceGround } from './price-ground'

const elder = anElder({ categories: extremelyPoor, openid: 'o-wang' })
const month = emptyUses(elder, '2026-11')
const use = {
  on: '2026-11-22',
  slot: 'dinner' as const,
  layer: 'basic-care',
  rule: 'basic-care-recipient-5-a-day',
  amount: 500,
}
/** Dinner of that day has the day's subsidy already. */
const taken = withUses(month, 'st-one_2026-11-22_dinner_e-wang', [use], false)
const anOffer = (own: Partial<Offer> = {}): Offer => ({
  sitting: aSitting(),
  station: aStation(),
  isSameCity: true,
  ground: aPriceGround(),
  uses: month,
  beside: [],
  ...own,
})
const wish: BookingWish = {
  sittingId: LUNCH,
  setId: 'fish',
  mode: 'dineIn',
  key: null,
  body: 'second',
  pays: undefined,
  isMeant: false,
}
const caller = {
  by: daughter,
  openid: 'o-daughter',
  account: null,
  confirmed: false,
  attempt: 'call-1',
  now: NOW,
}
const book = (facts: Partial<BookingFacts> = {}, own: Partial<BookingWish> = {}) =>
  decideBooking(
    { ...wish, ...own },
    { elder, earlier: null, offer: anOffer(), elsewhere: [], ...facts },
    caller,
  )
const terms = { daysAhead: 14, unseenTerms }
/** Decides before anything is claimed, and then: what is told of each. */
const bookWhole = (
  { offer, ...facts }: Partial<Omit<BookingFacts, 'offer'>> & { offer?: Offer | null },
  own: Partial<BookingWish> = {},
) => {
  const offered = offer === undefined ? anOffer() : offer
  const eater = { elder, earlier: null, offered, ...facts }
  bookingTakes({ ...wish, ...own }, eater, caller, terms)
  return book({ ...facts, offer: offered ?? anOffer() }, own)
}
const codeOf = (decide: () => unknown): string => {
  try {
    decide()
    return 'none'
  } catch (error) {
    return error instanceof Error ? error.message : 'none'
  }
}

describe('decideBooking', () => {
  it('freezes the price with its rule, counts the use, and names its claim', () => {
    const { order, uses } = book()
    expect(order).toMatchObject({
      id: `${LUNCH}_e-wang`,
      state: 'placed',
      elderPays: 1300,
      policyId: 'beijing-meal-2022-03',
      usedIn: 'e-wang_2026-11',
      notify: 'o-daughter',
      attempt: 'call-1',
    })
    expect(uses.uses).toMatchObject([{ orderId: order.id, amount: 500 }])
  })

  it('leaves to another meal what that one has used, and knows that this one was denied', () => {
    const { order, uses } = book({ offer: anOffer({ uses: taken }) })
    expect(order).toMatchObject({ elderPays: 1800, uses: [], usedIn: 'e-wang_2026-11' })
    const meals = [{ orderId: order.id, at: NOW.toISOString() }]
    expect(uses).toEqual({ ...taken, denied: [order.id], meals })
  })

  it('counts nothing for whoever has no right to it, and where nothing is limited', () => {
    for (const facts of [
      { elder: anElder() },
      { offer: anOffer({ ground: aPriceGround({ policy: null }) }) },
    ]) {
      const { order, uses } = book(facts)
      expect(order).toMatchObject({ elderPays: 1800, usedIn: null })
      expect(uses).toMatchObject({ uses: [], denied: [], meals: [{ orderId: order.id }] })
    }
  })

  it('tells the elder’s own phone where a clerk booked for her', () => {
    const byClerk = {
      ...caller,
      by: { ...clerk, channel: 'phone' as const },
      openid: 'o-clerk',
      confirmed: true,
    }
    const { order } = decideBooking(wish, { elder, earlier: null, offer: anOffer(), elsewhere: [] }, byClerk)
    expect(order).toMatchObject({ state: 'confirmed', notify: 'o-wang' })
  })

  it('books again what was cancelled, and keeps its history', () => {
    const earlier = anOrder({ state: 'cancelled', entries: 2 })
    const { order } = book({ earlier })
    expect(order.history).toHaveLength(2)
    expect(order.entries).toBe(2)
  })

  const closed = aStation({ closures: [{ from: '2026-11-22', to: '2026-12-31', reason: '修水管' }] })
  /** Each fault alone, in the order in which they are told: of any two the first one is. */
  const faults: [string, Partial<BookingFacts>, (offer: Offer) => Offer, Partial<BookingWish>][] = [
    ['ALREADY_WRITTEN_DOWN', { earlier: anOrder({ state: 'served' }) }, (offer) => offer, {}],
    ['ELDER_DIED', { elder: { ...elder, diedOn: '2026-11-20' } }, (offer) => offer, {}],
    ['NOT_FOUND', {}, (offer) => ({ ...offer, isSameCity: false }), {}],
    ['BOOKING_CLOSED', {}, (offer) => ({ ...offer, station: closed }), {}],
    ['SET_NOT_OFFERED', {}, (offer) => offer, { setId: 'duck' }],
    ['BOOKING_CLOSED', {}, (offer) => withSitting(offer, { cutoffAt: NOW.toISOString() }), {}],
    ['DATE_TOO_FAR', {}, (offer) => withSitting(offer, { date: '2026-12-06' }), {}],
    ['MODE_NOT_OFFERED', {}, (offer) => withSitting(offer, { modes: ['delivery'] }), {}],
    ['PRICE_CHANGED', {}, (offer) => offer, { pays: 1299 }],
    ['ALREADY_ELSEWHERE', { elsewhere: [anOrder({ stationId: 'st-two' })] }, (offer) => offer, {}],
  ]
  const withSitting = (offer: Offer, own: Parameters<typeof aSitting>[0]): Offer => ({
    ...offer,
    sitting: { ...offer.sitting, ...own },
  })

  it.each(faults)('refuses with %s', (code, facts, change, own) => {
    expect(codeOf(() => bookWhole({ offer: change(anOffer()), ...facts }, own))).toBe(code)
  })

  it('tells the first of two faults', () => {
    const pairs = faults.flatMap((first, place) =>
      faults.slice(place + 1).map((second) => [first, second] as const),
    )
    for (const [[code, facts, change, own], [, alsoFacts, alsoChange, alsoOwn]] of pairs) {
      const both = { offer: alsoChange(change(anOffer())), ...alsoFacts, ...facts }
      expect(codeOf(() => bookWhole(both, { ...alsoOwn, ...own }))).toBe(code)
    }
  })

  it('says which sitting is not there', () => {
    expect(() => bookWhole({ offer: null })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND', detail: { id: LUNCH } }),
    )
  })

  it('says what it costs now', () => {
    expect(book({}, { pays: 1300 }).order.elderPays).toBe(1300)
    expect(() => book({}, { pays: 1800 })).toThrow(
      expect.objectContaining({ code: 'PRICE_CHANGED', detail: { elderPays: 1300 } }),
    )
  })
})

describe('decideChange', () => {
  const order = anOrder({ elderPays: 1300, usedIn: month.id })
  const counted = withUses(month, order.id, [{ ...use, slot: 'lunch' }], false)
  const seated = anOffer({ sitting: aSitting({ seatsLeft: 19 }), uses: counted })
  const toDoor = { setId: 'fish', mode: 'takeAway' as const, pays: undefined, by: daughter }
  const toGreens = { setId: 'greens', mode: 'dineIn' as const, pays: undefined, by: daughter }

  const takes = (to: typeof toDoor | typeof toGreens, own: Partial<Parameters<typeof changeTakes>[1]> = {}) =>
    changeTakes(to, { order, elder, offered: seated, ...own }, NOW)

  it('changes the place, and keeps the use that it has', () => {
    const after = decideChange(toDoor, { order, elder, offer: seated }, NOW)
    expect(takes(toDoor)).toEqual({ portions: 1 })
    expect(after.order).toMatchObject({ mode: 'takeAway', elderPays: 1300, usedIn: month.id })
    expect(after).toMatchObject({ uses: null, leaves: false })
  })

  it('changes the set at its own price, and takes what it took', () => {
    expect(takes(toGreens)).toEqual({ seats: 1 })
    expect(decideChange(toGreens, { order, elder, offer: seated }, NOW)).toMatchObject({
      order: { setId: 'greens', setName: '素什锦套餐', picture: 'greens', mode: 'dineIn', elderPays: 700 },
      leaves: false,
    })
  })

  it('keeps a place of those whom nobody has seen, unless staff change the way of eating', () => {
    const unseen = anElder({ seen: null })
    const little = { order: { ...order, isUnseen: true }, elder: unseen }
    expect(takes(toGreens, little)).toEqual({ seats: 1, 'u-seats': 1 })
    expect(takes(toDoor, little)).toEqual({ portions: 1, 'u-portions': 1 })
    expect(changeTakes({ ...toDoor, by: clerk }, { ...little, offered: seated }, NOW)).toEqual({
      portions: 1,
    })
    expect(changeTakes({ ...toGreens, by: clerk }, { ...little, offered: seated }, NOW)).toMatchObject({
      'u-seats': 1,
    })
  })

  it('changes both at once', () => {
    const both = { ...toGreens, mode: 'takeAway' as const }
    expect(decideChange(both, { order, elder, offer: seated }, NOW)).toMatchObject({
      order: { setId: 'greens', mode: 'takeAway' },
    })
  })

  it('refuses a set that is not on the menu', () => {
    const other = { ...toGreens, setId: 'duck' }
    expect(codeOf(() => takes(other))).toBe('SET_NOT_OFFERED')
  })

  it('changes nothing of the set and in the mode that it has, whatever became of the sitting', () => {
    const asItIs = { setId: 'fish', mode: 'dineIn' as const, pays: undefined, by: daughter }
    expect(takes(asItIs, { offered: null })).toBeNull()
  })

  it('leaves the record that counted it where the policy of today counts it elsewhere, or not at all', () => {
    const before = { ...order, usedIn: 'e-wang_2026' }
    expect(decideChange(toDoor, { order: before, elder, offer: anOffer() }, NOW)).toMatchObject({
      leaves: true,
      order: { usedIn: month.id },
      uses: { uses: [{ orderId: order.id }] },
    })
    const unlimited = anOffer({ ground: aPriceGround({ policy: null }) })
    expect(decideChange(toDoor, { order: before, elder, offer: unlimited }, NOW)).toMatchObject({
      leaves: true,
      order: { usedIn: null },
      uses: null,
    })
  })

  it('is not for a station that stays closed, nor for somebody who has died', () => {
    const station = aStation({ closures: [{ from: '2026-11-22', to: '2026-11-22', reason: '修水管' }] })
    expect(codeOf(() => takes(toDoor, { offered: { ...seated, station } }))).toBe('BOOKING_CLOSED')
    expect(codeOf(() => takes(toDoor, { elder: { ...elder, diedOn: '2026-11-20' } }))).toBe('ELDER_DIED')
  })

  it('refuses a sitting that is not there and another price than was told', () => {
    expect(codeOf(() => takes(toDoor, { offered: null }))).toBe('NOT_FOUND')
    const told = { ...toDoor, pays: 1800 }
    expect(codeOf(() => decideChange(told, { order, elder, offer: seated }, NOW))).toBe('PRICE_CHANGED')
  })
})
