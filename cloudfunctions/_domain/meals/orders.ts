import type { Actor } from '#types/actors'
import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { mealOrderId } from '#types/ids'
import { canStillBeHad } from '#types/meals/meal-time'
import type { Mode } from '#types/meals/sittings'
import { LATER_CHANGES } from '#types/paging'
import { can, liveOrderStates, type MealOrderAct, type MealOrderState, mealOrderMoves } from '#types/states'
import { ageOn } from '../base/calendar'
import { withStep } from '../base/history'
import { wordsOf } from '../people/elders/forgetting'
import type { ElderRecord } from '../people/records'
import type { PricedMeal } from '../policies/meal/price'
import { madeOf } from './as-shown'
import { deliverTo, withDoor } from './delivery'
import type { MealOrderRecord, SittingRecord } from './records'
import { isBookable, requireDateAhead, requireMode, setOf } from './sittings'

/** What is eaten, and how. */
export interface SetAndMode {
  setId: string
  mode: Mode
}

/** What a caller wants to book, and how they say it: `body` is the digest of the request. */
export interface Wish extends SetAndMode {
  key: string | null
  body: string
}

/** Everything else that decides a booking. */
interface Booking {
  elder: ElderRecord
  priced: PricedMeal
  policyId: string | null
  /** The record of uses that counts it; null where nothing is limited. */
  usedIn: string | null
  by: Actor
  notify: string | null
  /** The order of this elder for this sitting that was cancelled or refused before; null: none. */
  earlier: MealOrderRecord | null
  /** A clerk's booking needs nobody's confirmation. */
  confirmed: boolean
  now: Date
  /** The claim of its place. */
  attempt: string
}

/** Whether an order holds a seat or a portion. */
export const isLive = (order: Pick<MealOrderRecord, 'state'>): boolean =>
  liveOrderStates.includes(order.state)

/**
 * The live order that a repeated wish has made already. `KEY_REUSED` when the same key wants something else,
 * `ALREADY_BOOKED` when another wish meets a live order.
 */
export function sameOrder(order: MealOrderRecord, wish: Wish): MealOrderRecord {
  if (order.body === wish.body) return order
  if (wish.key !== null && wish.key === order.key) throw new AppError('KEY_REUSED')
  throw new AppError('ALREADY_BOOKED', { orderId: order.id, setName: order.setName })
}

/** Whether somebody has written down what became of a meal: eaten, or not come for. */
const isWrittenDown = ({ state }: Pick<MealOrderRecord, 'state'>): boolean =>
  state === 'served' || state === 'missed'

/**
 * A meal of which is written down what became of it is not booked once more: it would be settled twice.
 * @param earlier her order for the same sitting; null: none
 * @throws AppError `ALREADY_WRITTEN_DOWN`
 */
export function requireNotWrittenDown(earlier: MealOrderRecord | null): void {
  if (earlier && isWrittenDown(earlier))
    throw new AppError('ALREADY_WRITTEN_DOWN', { orderId: earlier.id, state: earlier.state })
}

/**
 * A sitting offers what is wanted of it, now.
 * @param daysAhead how many days ahead meals are booked
 * @throws AppError `SET_NOT_OFFERED`, `BOOKING_CLOSED` after the cut-off, `DATE_TOO_FAR`, `MODE_NOT_OFFERED`, in this order
 */
export function requireOffered(
  sitting: SittingRecord,
  { setId, mode }: SetAndMode,
  { now, daysAhead }: { now: Date; daysAhead: number },
): void {
  setOf(sitting, setId)
  if (!isBookable(sitting, now)) throw new AppError('BOOKING_CLOSED', { cutoffAt: sitting.cutoffAt })
  requireDateAhead(sitting.date, localDate(now), daysAhead)
  requireMode(sitting, mode)
}

/** The order of one elder for a place at a sitting that was claimed for her. */
export function placeOrder(sitting: SittingRecord, wish: Wish, booking: Booking): MealOrderRecord {
  const set = setOf(sitting, wish.setId)
  const { elder, priced, by, earlier } = booking
  const { price, operator } = priced
  const at = booking.now.toISOString()
  const state = booking.confirmed || sitting.confirmsItself ? 'confirmed' : 'placed'
  return {
    id: mealOrderId(sitting.id, elder.id),
    district: sitting.district,
    sittingId: sitting.id,
    stationId: sitting.stationId,
    stationName: sitting.stationName,
    date: sitting.date,
    slot: sitting.slot,
    startsAt: sitting.startsAt,
    cancelUntil: sitting.cancelUntil,
    elderId: elder.id,
    elderName: elder.name,
    elderAge: ageOn(elder.birthDate, sitting.date),
    mode: wish.mode,
    deliverTo: deliverTo(wish.mode, elder),
    setId: set.id,
    setName: set.name,
    picture: set.picture,
    ordered: madeOf(set),
    lines: price.lines,
    elderPays: price.elderPays,
    state,
    placedBy: by,
    placedAt: at,
    reason: null,
    history: withStep(earlier?.history ?? [], { state, at, by }),
    notify: booking.notify,
    aheadTold: false,
    policyId: booking.policyId,
    townId: sitting.townId,
    operatorId: sitting.operatorId,
    operatorName: sitting.operatorName,
    operator,
    uses: priced.uses,
    usedIn: booking.usedIn,
    entries: earlier?.entries ?? 0,
    attempt: booking.attempt,
    key: wish.key,
    body: wish.body,
  }
}

/** An order of another set or in another mode. */
export function changeOrder(
  { order, sitting }: { order: MealOrderRecord; sitting: SittingRecord },
  { setId, mode }: SetAndMode,
  change: Pick<Booking, 'elder' | 'priced' | 'policyId' | 'usedIn' | 'by' | 'now'>,
): MealOrderRecord {
  requireChangeable(order, sitting, mode, change.now)
  const chosen = setId === order.setId ? order : chosenAnew(order, setOf(sitting, setId))
  const { setName } = chosen
  const changed = {
    ...{ ...withDoor(chosen, deliverTo(mode, change.elder), change.now), mode },
    ...(order.state === 'confirmed' && { laterChanges: withChange(order, { setName, mode }, change) }),
  }
  return withPrice(changed, change)
}

/**
 * What the kitchen made of the set before is no news of the one that she chose since. Who keeps hers keeps what she knows it is called:
 * whatever it becomes is told, and not read from a sitting that may be another by now.
 */
function chosenAnew(order: MealOrderRecord, set: SittingRecord['sets'][number]): MealOrderRecord {
  const { kitchenChange: _, dishesTold: _told, isToTell: _tells, ...rest } = order
  const { id: setId, name: setName, picture } = set
  return { ...rest, setId, setName, picture, ordered: madeOf(set) }
}

/** Whoever has confirmed a meal has read what it was: that it is another one since, and by whom, stays to be seen. */
function withChange(
  order: MealOrderRecord,
  { setName, mode }: Pick<MealOrderRecord, 'setName' | 'mode'>,
  { by, now }: Pick<Booking, 'by' | 'now'>,
): MealOrderRecord['laterChanges'] {
  const change = {
    at: now.toISOString(),
    by,
    ...(setName !== order.setName && { setName }),
    ...(mode !== order.mode && { mode }),
  }
  return [...(order.laterChanges ?? []), change].slice(-LATER_CHANGES)
}

/** An order with another price, and the rule that made it. */
export function withPrice(
  order: MealOrderRecord,
  { priced, policyId, usedIn }: Pick<Booking, 'priced' | 'policyId' | 'usedIn'>,
): MealOrderRecord {
  const { price, operator, uses } = priced
  return { ...order, lines: price.lines, elderPays: price.elderPays, operator, uses, policyId, usedIn }
}

/** @throws AppError `WRONG_STATE`, `BOOKING_CLOSED` from the cut-off on, `MODE_NOT_OFFERED` */
export function requireChangeable(
  order: MealOrderRecord,
  sitting: SittingRecord,
  mode: Mode,
  now: Date,
): void {
  if (!isLive(order)) throw new AppError('WRONG_STATE', { state: order.state })
  if (!isBookable(sitting, now)) throw new AppError('BOOKING_CLOSED', { cutoffAt: sitting.cutoffAt })
  requireMode(sitting, mode)
}

/**
 * What the caller was told is what it costs.
 * @param pays what they were told, fen; undefined: nobody told them
 * @throws AppError `PRICE_CHANGED` with the price that it is now
 */
export function requireSamePrice(pays: number | undefined, elderPays: number): void {
  if (pays !== undefined && pays !== elderPays) throw new AppError('PRICE_CHANGED', { elderPays })
}

/**
 * An order without what has gone to another one meanwhile: the elder pays those lines herself. Nothing else of the price
 * changes.
 * @param rules names of the rules that give nothing any more
 */
export function withoutLines(order: MealOrderRecord, rules: readonly string[]): MealOrderRecord {
  const isGone = (rule: string | null) => rule !== null && rules.includes(rule)
  const lost = order.lines.filter(({ rule }) => isGone(rule)).reduce((sum, { amount }) => sum + amount, 0)
  return {
    ...order,
    lines: order.lines
      .filter(({ rule }) => !isGone(rule))
      .map((line) => (line.kind === 'selfPay' ? { ...line, amount: line.amount + lost } : line)),
    elderPays: order.elderPays + lost,
    uses: order.uses.filter(({ rule }) => !isGone(rule)),
  }
}

/**
 * Moves an order by the state table.
 * @throws AppError `WRONG_STATE` when the table does not allow it
 */
export function moveOrder(
  order: MealOrderRecord,
  act: MealOrderAct,
  { by, now, reason = null }: { by: Actor; now: Date; reason?: string | null },
): MealOrderRecord {
  if (!can(order.state, act, mealOrderMoves)) throw new AppError('WRONG_STATE', { state: order.state })
  const state = mealOrderMoves[act].to
  const history = withStep(order.history, { state, at: now.toISOString(), by })
  const moved = { ...order, state, reason: wordsOf(order, reason), history }
  return offStates.includes(state)
    ? {
        ...{ ...moved, deliverTo: null },
        ...(moved.leftDoor && { leftDoor: null }),
        ...(moved.confirmedDoor && { confirmedDoor: null }),
      }
    : moved
}

/** Nothing is brought any more, and nobody has to know to which door. */
const offStates: readonly MealOrderState[] = ['cancelled', 'refused']

/**
 * The next meal that is on: placed or confirmed, and not begun more than two hours ago; where there is none, the last one of the
 * day that no station answered.
 */
export function nextMeal(orders: readonly MealOrderRecord[], now: Date): MealOrderRecord | null {
  const inOrder = orders.filter(isLive).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const unanswered = inOrder.filter(({ state, date }) => state === 'placed' && date === localDate(now))
  return inOrder.find((order) => canStillBeHad(order, now)) ?? unanswered.at(-1) ?? null
}
