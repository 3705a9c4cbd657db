import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { mealOrderId, stationIn } from '#types/ids'
import type { ShownSet } from '#types/meals/sittings'
import { requireAlive } from '../people/elders/ending'
import { isUnseen } from '../people/elders/seen'
import { toldOf } from '../people/elders/told'
import { requireNotJoined } from '../people/likenesses/joining'
import type { AccountRecord, ElderRecord } from '../people/records'
import type { StationRecord } from '../stations/records'
import { requireAsShown } from './as-shown'
import { isDishPool, takesOf } from './claims/pools'
import type { Claim, Places } from './claims/records'
import { requireNotElsewhere, withMeal } from './elsewhere'
import {
  changeOrder,
  placeOrder,
  requireChangeable,
  requireNotWrittenDown,
  requireOffered,
  requireSamePrice,
  type SetAndMode,
  type Wish,
} from './orders'
import { type PriceGround, priceFor } from './pricing'
import type { MealOrderRecord, SittingRecord, SubsidyUseRecord } from './records'
import { requireStationOpen, setOf } from './sittings'
import { countUses, otherUses } from './subsidy-uses'
import { requireNoSecond, requireSoon, type UnseenTerms } from './unseen'

/** What a sitting offers to an elder before anything of it is claimed for her. */
export interface Offered {
  /** With her own claim of it alone. */
  sitting: SittingRecord
  /** Whose table it is; null where nobody has to know: she is seen, and it is open. */
  station: StationRecord | null
  /** Whether it is in the city where she lives now. */
  isSameCity: boolean
}

/** The same, and all that decides what a meal there costs her. */
export interface Offer extends Offered {
  ground: PriceGround
  /** What she has used of limited subsidies, and which meals were booked for her, in the period of its day. */
  uses: SubsidyUseRecord
  /** The same period of those whose registrations are of the same person. */
  beside: readonly SubsidyUseRecord[]
}

/** What is wanted, and what the caller was told that it costs, fen; undefined: nobody told them. */
export interface BookingWish extends Wish {
  sittingId: string
  pays: number | undefined
  /** The set as the caller was shown it; absent: nobody showed it. */
  sees?: ShownSet | undefined
  /** That she is to have it besides what she has at another station. */
  isMeant: boolean
}

/** Who wants a meal, and what she has. */
interface Eater {
  elder: ElderRecord
  /** Her order for this sitting, whatever became of it; null: none. */
  earlier: MealOrderRecord | null
}

/** Everything that is read for a booking. */
export interface BookingFacts extends Eater {
  offer: Offer
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
  /** The claim of its place. */
  attempt: string
  now: Date
}

/** What a meal takes of which sitting. */
interface Bookable {
  takes: Places
  offered: Offered
}

/**
 * What a meal takes of its sitting, once nothing stands against booking it but that a place may be gone, or the price another one.
 * @param offered null where there is no such sitting
 * @param terms how many days ahead meals are booked, for elders whom nobody has seen and for all others
 * @throws AppError in this order `ALREADY_WRITTEN_DOWN`; `ELDER_JOINED`; `ELDER_DIED`; `NOT_FOUND` for a sitting that is not there or in
 *   another city; `BOOKING_CLOSED` where the station stays closed; `SET_NOT_OFFERED`, `BOOKING_CLOSED` after the cut-off, `DATE_TOO_FAR`,
 *   `MODE_NOT_OFFERED`, `DISHES_CHANGED`, `NOT_SEEN_YET`
 */
export function bookingTakes(
  wish: BookingWish,
  { elder, earlier, offered }: Eater & { offered: Offered | null },
  { by, now }: Pick<Caller, 'by' | 'now'>,
  terms: { daysAhead: number; unseenTerms: UnseenTerms },
): Bookable {
  requireNotWrittenDown(earlier)
  requireNotJoined(elder)
  requireAlive(elder)
  if (!offered) throw new AppError('NOT_FOUND', { id: wish.sittingId })
  const { sitting, station, isSameCity } = offered
  if (!isSameCity) throw new AppError('NOT_FOUND', { stationId: stationIn(sitting.id) })
  if (station) requireStationOpen(station, sitting.date)
  requireOffered(sitting, wish, { now, daysAhead: terms.daysAhead })
  requireAsShown(setOf(sitting, wish.setId), wish.sees)
  const isLittle = holdsLittle(elder, by)
  if (isLittle && station) requireSoon(sitting, { station, terms: terms.unseenTerms, now })
  return { takes: takesOf(sitting, wish, isLittle), offered }
}

/**
 * Books one meal whose place is claimed: the price with its rule, what it uses of limits, and the order.
 * @throws AppError `ELDER_JOINED`, `DELIVERY_TOO_FAR`, `NOT_SEEN_YET` for a second one, `PRICE_CHANGED`, `ALREADY_ELSEWHERE`, in this order
 */
export function decideBooking(
  wish: BookingWish,
  { elder, earlier, offer, elsewhere }: BookingFacts,
  { openid, account, ...booking }: Caller,
): { order: MealOrderRecord; uses: SubsidyUseRecord } {
  const { sitting, station, ground, uses, beside } = offer
  requireNotJoined(uses)
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
  if (isLittle && station) requireNoSecond(sitting, elsewhere, station)
  requireSamePrice(wish.pays, placed.elderPays)
  if (!wish.isMeant) requireNotElsewhere(elsewhere, account)
  const order = { ...asHeld(placed, isLittle), ...(wish.isMeant && { isMeant: true as const }) }
  return { order, uses: withMeal(counted.uses ?? uses, orderId, booking.now) }
}

/** An order that says whether its place is one of those for elders whom nobody has seen. */
const asHeld = ({ isUnseen: _, ...order }: MealOrderRecord, isLittle: boolean): MealOrderRecord =>
  isLittle ? { ...order, isUnseen: true } : order

/** Nobody has seen her, and it is not the station's staff who book: whoever rings them is known by it. */
export const holdsLittle = (elder: ElderRecord, { role }: Actor): boolean =>
  isUnseen(elder) && (role === 'elder' || role === 'family')

/** What an order is to become, and who wants it. */
type ChangeWish = SetAndMode & { by: Actor; sees?: ShownSet | undefined }

/** Whether the place of a changed order is one of those for elders whom nobody has seen: with the way of eating the place is another one. */
const isLittleThen = (order: MealOrderRecord, elder: ElderRecord, { mode, by }: ChangeWish): boolean =>
  mode === order.mode ? order.isUnseen === true : holdsLittle(elder, by)

/**
 * What an order of another set or in another mode takes of its sitting, once nothing stands against the change but that a place may be
 * gone, or the price another one.
 * @returns null where it is of that set and in that mode already
 * @throws AppError `ELDER_DIED`, `NOT_FOUND`, `BOOKING_CLOSED` where the station stays closed, `SET_NOT_OFFERED`, `WRONG_STATE`,
 *   `BOOKING_CLOSED` after the cut-off, `MODE_NOT_OFFERED`, `DISHES_CHANGED`, in this order
 */
export function changeTakes(
  to: ChangeWish,
  { order, elder, offered }: { order: MealOrderRecord; elder: ElderRecord; offered: Offered | null },
  now: Date,
): Places | null {
  if (order.mode === to.mode && order.setId === to.setId) return null
  requireAlive(elder)
  if (!offered) throw new AppError('NOT_FOUND', { id: order.sittingId })
  const { sitting, station } = offered
  if (station) requireStationOpen(station, sitting.date)
  const set = setOf(sitting, to.setId)
  requireChangeable(order, sitting, to.mode, now)
  requireAsShown(set, to.sees)
  const takes = takesOf(sitting, to, isLittleThen(order, elder, to))
  return to.setId === order.setId ? keepingDishes(takes, sitting.claims[order.elderId]) : takes
}

/** Whoever keeps her set keeps its dishes: one that has a limit since she ordered it is counted beside her claim, and not taken once more. */
function keepingDishes(takes: Places, own: Claim | undefined): Places {
  const isHers = (pool: string) => !isDishPool(pool) || (own?.takes[pool] ?? 0) > 0
  return Object.fromEntries(Object.entries(takes).filter(([pool]) => isHers(pool)))
}

/** What is written when an order is changed. */
interface Changed {
  order: MealOrderRecord
  /** Null where nothing of it changes. */
  uses: SubsidyUseRecord | null
  /** Whether the record that counted it before has to give its uses back. */
  leaves: boolean
}

/**
 * An order of another set or in another mode, for which is claimed what it takes, at the price that it would be booked for now. Whoever
 * had confirmed it need not do so again: the kitchen cooks what is ordered at the cut-off.
 * @throws AppError `DELIVERY_TOO_FAR`, `PRICE_CHANGED`, in this order, and whatever `changeTakes` does
 */
export function decideChange(
  { pays, ...to }: ChangeWish & { pays: number | undefined },
  { order, elder, offer }: { order: MealOrderRecord; elder: ElderRecord; offer: Offer },
  now: Date,
): Changed {
  const { sitting, ground, uses, beside } = offer
  const meal = { sitting, set: setOf(sitting, to.setId), mode: to.mode }
  const price = priceFor(meal, elder, ground, otherUses([uses, ...beside], order.id))
  const counted = countUses(uses, order.id, price)
  const change = { ...price, elder, usedIn: counted.usedIn, by: to.by, now }
  const changed = changeOrder({ order, sitting }, to, change)
  requireSamePrice(pays, changed.elderPays)
  return {
    order: asHeld(changed, isLittleThen(order, elder, to)),
    uses: counted.usedIn === null ? null : counted.uses,
    leaves: order.usedIn !== null && order.usedIn !== counted.usedIn,
  }
}
