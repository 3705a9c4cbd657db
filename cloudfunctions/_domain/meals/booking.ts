import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { mealOrderId, stationIn } from '#types/ids'
import { requireAlive } from '../people/elders/ending'
import { isUnseen } from '../people/elders/seen'
import { toldOf } from '../people/elders/told'
import { requireNotJoined } from '../people/likenesses/joining'
import type { AccountRecord, ElderRecord } from '../people/records'
import type { StationRecord } from '../stations/records'
import { requireNotElsewhere, withMeal } from './elsewhere'
import {
  changeOrder,
  isLive,
  placeOrder,
  requireNotWrittenDown,
  requireSamePrice,
  type SetAndMode,
  sameOrder,
  type Wish,
} from './orders'
import { type PriceGround, priceFor } from './pricing'
import type { MealOrderRecord, SittingRecord, SubsidyUseRecord } from './records'
import { requireStationOpen, setOf } from './sittings'
import { countUses, otherUses } from './subsidy-uses'
import { requireLittle, takeUnseenPlace, type UnseenTerms } from './unseen'

/** A sitting, and all that decides what a meal there costs an elder. */
export interface Offer {
  sitting: SittingRecord
  /** Whose table it is. */
  station: StationRecord
  /** Whether it is in the city where she lives now. */
  isSameCity: boolean
  ground: PriceGround
  /** What she has used of limited subsidies, and which meals were booked for her, in the period of its day. */
  uses: SubsidyUseRecord
  /** How little she may hold there while nobody has seen her. */
  unseenTerms: UnseenTerms
  /** The same period of those whose registrations are of the same person. */
  beside: readonly SubsidyUseRecord[]
}

/** What is wanted, and what the caller was told that it costs, fen; undefined: nobody told them. */
export interface BookingWish extends Wish {
  sittingId: string
  pays: number | undefined
  /** That she is to have it besides what she has at another station. */
  isMeant: boolean
}

/** Everything that is read for a booking. */
export interface BookingFacts {
  elder: ElderRecord
  /** Her order for this sitting, whatever became of it; null: none. */
  earlier: MealOrderRecord | null
  /** Null where there is no such sitting. */
  offer: Offer | null
  /**
   * Her orders of the same meal of that day at other stations, whatever became of them; none where it is meant, but for an elder whom
   * nobody has seen.
   */
  elsewhere: readonly MealOrderRecord[]
}

/** Who books, in whose name. */
interface Caller {
  by: Actor
  openid: string | null
  account: AccountRecord | null
  /** A clerk's booking needs nobody's confirmation. */
  confirmed: boolean
  now: Date
  daysAhead: number
}

/** An order, and what is to be written with it. Without a sitting the order stands already, and nothing is. */
interface Booked {
  order: MealOrderRecord
  sitting: SittingRecord | null
  uses: SubsidyUseRecord | null
}

/**
 * Books one meal: the place, the price with its rule, what it uses of limits, and the order. The same wish again is the order that
 * it has made.
 * @throws AppError in this order `KEY_REUSED` and `ALREADY_BOOKED`; `ALREADY_WRITTEN_DOWN`; `ELDER_JOINED`; `ELDER_DIED`; `NOT_FOUND` for a sitting
 *   that is not there or in another city; `BOOKING_CLOSED` where the station stays closed; `SET_NOT_OFFERED`, `DELIVERY_TOO_FAR`,
 *   `BOOKING_CLOSED` after the cut-off, `DATE_TOO_FAR`, `MODE_NOT_OFFERED`, `SITTING_FULL`, `NOT_SEEN_YET`, `PRICE_CHANGED`,
 *   `ALREADY_ELSEWHERE`
 */
export function decideBooking(
  wish: BookingWish,
  { elder, earlier, offer, elsewhere }: BookingFacts,
  { openid, account, ...booking }: Caller,
): Booked {
  if (earlier && isLive(earlier)) return { order: sameOrder(earlier, wish), sitting: null, uses: null }
  requireNotWrittenDown(earlier)
  requireNotJoined(elder)
  requireAlive(elder)
  if (!offer) throw new AppError('NOT_FOUND', { id: wish.sittingId })
  const { sitting, station, isSameCity, ground, uses, beside, unseenTerms } = offer
  requireNotJoined(uses)
  if (!isSameCity) throw new AppError('NOT_FOUND', { stationId: stationIn(sitting.id) })
  requireStationOpen(station, sitting.date)
  const orderId = mealOrderId(sitting.id, elder.id)
  const meal = { sitting, set: setOf(sitting, wish.setId), mode: wish.mode }
  const price = priceFor(meal, elder, ground, otherUses([uses, ...beside], orderId))
  const counted = countUses(uses, orderId, price)
  const placed = placeOrder(sitting, wish, {
    ...booking,
    elder,
    earlier,
    priced: price.priced,
    policyId: price.policyId,
    usedIn: counted.usedIn,
    notify: toldOf(booking.by, openid, elder, booking.now),
  })
  const isLittle = holdsLittle(elder, booking.by)
  if (isLittle) requireLittle(sitting, elsewhere, { station, terms: unseenTerms, now: booking.now })
  const held = withPlace(placed.order, placed.sitting, { isLittle, station, terms: unseenTerms })
  requireSamePrice(wish.pays, held.order.elderPays)
  if (!wish.isMeant) requireNotElsewhere(elsewhere, account)
  const order = wish.isMeant ? { ...held.order, isMeant: true as const } : held.order
  return { ...held, order, uses: withMeal(counted.uses ?? uses, orderId, booking.now) }
}

/** An order that has taken a place, and the sitting, with what both say of it: whether it is one of those for whom nobody has seen. */
function withPlace(
  { isUnseen: _, ...order }: MealOrderRecord,
  sitting: SittingRecord,
  { isLittle, ...at }: { isLittle: boolean; station: StationRecord; terms: UnseenTerms },
): { order: MealOrderRecord; sitting: SittingRecord } {
  if (!isLittle) return { order, sitting }
  return { order: { ...order, isUnseen: true }, sitting: takeUnseenPlace(sitting, order.mode, at) }
}

/** Nobody has seen her, and it is not the station's staff who book: whoever rings them is known by it. */
export const holdsLittle = (elder: ElderRecord, { role }: Actor): boolean =>
  isUnseen(elder) && (role === 'elder' || role === 'family')

/** What is written when an order is changed: no sitting where no place changes hands. */
interface Changed extends Booked {
  /** Whether the record that counted it before has to give its uses back. */
  leaves: boolean
}

/**
 * An order of another set or in another mode, at the price that it would be booked for now. Whoever had confirmed it need not do so
 * again: the kitchen cooks what is ordered at the cut-off.
 * @returns null where it is of that set and in that mode already
 * @throws AppError `ELDER_DIED`, `NOT_FOUND`, `BOOKING_CLOSED` where the station stays closed, `SET_NOT_OFFERED`, `DELIVERY_TOO_FAR`,
 *   `WRONG_STATE`, `BOOKING_CLOSED` after the cut-off, `MODE_NOT_OFFERED`, `SITTING_FULL`, `NOT_SEEN_YET`, `PRICE_CHANGED`, in this
 *   order
 */
export function decideChange(
  { pays, by, ...to }: SetAndMode & { pays: number | undefined; by: Actor },
  { order, elder, offer }: { order: MealOrderRecord; elder: ElderRecord; offer: Offer | null },
  now: Date,
): Changed | null {
  if (order.mode === to.mode && order.setId === to.setId) return null
  requireAlive(elder)
  if (!offer) throw new AppError('NOT_FOUND', { id: order.sittingId })
  const { sitting, station, ground, uses, beside, unseenTerms } = offer
  requireStationOpen(station, sitting.date)
  const meal = { sitting, set: setOf(sitting, to.setId), mode: to.mode }
  const price = priceFor(meal, elder, ground, otherUses([uses, ...beside], order.id))
  const counted = countUses(uses, order.id, price)
  const changed = changeOrder({ order, sitting }, to, { ...price, elder, usedIn: counted.usedIn, by, now })
  const after = changed.sitting
    ? withPlace(changed.order, changed.sitting, {
        isLittle: holdsLittle(elder, by),
        station,
        terms: unseenTerms,
      })
    : changed
  requireSamePrice(pays, after.order.elderPays)
  return {
    ...after,
    uses: counted.usedIn === null ? null : counted.uses,
    leaves: order.usedIn !== null && order.usedIn !== counted.usedIn,
  }
}
