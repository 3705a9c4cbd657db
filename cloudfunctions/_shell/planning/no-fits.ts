import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import { elderIn } from '#types/ids'
import type { NoFit } from '#types/meals/misfits'
import type { LocalDate } from '#types/values'
import { relationTo } from '../../_domain/access/holdings'
import { mindOf } from '../../_domain/meals/minding'
import { isLive } from '../../_domain/meals/orders'
import { clashesNow, mayNotFit, noFit } from '../../_domain/meals/planning/no-fit'
import { type Fit, type FittedOrder, whyNot } from '../../_domain/meals/planning/shrinking'
import type { MealOrderRecord, SittingRecord } from '../../_domain/meals/records'
import type { AccountRecord } from '../../_domain/people/records'
import { command, selectFields } from '../cloud'
import { foodWords } from '../policies'
import { allAsOne } from '../registrations'
import { type FoundOrder, ordersBetween } from './orders-ahead'
import { fitOf } from './planned'

/** What of a sitting is read. */
const followed = ['state', 'startsAt', 'modes', 'sets', 'left'] as const

type FollowedSitting = Pick<SittingRecord, 'id' | (typeof followed)[number]>

/** Whose allergies and diet somebody may know, by the elder's id. */
export type MayKnow = (elderId: string) => boolean

/** The elder herself, and whomever she lets know facts of her health. */
export const isLetKnow =
  (account: AccountRecord | null): MayKnow =>
  (elderId) =>
    account !== null && relationTo(account, elderId, 'health') !== null

/**
 * Orders as her family reads them: of what is live and to come, and does not fit any more, why. One call where all of them fit; of each
 * station and day where one may not, what decides it.
 */
export async function withMisfits(
  orders: readonly MealOrderRecord[],
  now: Date,
  mayKnow: MayKnow,
): Promise<(MealOrderRecord & { misfit?: NoFit })[]> {
  const live = orders.filter((order) => isLive(order) && order.date >= localDate(now))
  if (live.length === 0) return [...orders]
  const sittings = await followedBy(live.map(({ sittingId }) => sittingId))
  const doubtful = live.filter((order) =>
    mayNotFit(
      order,
      sittings.find(({ id }) => id === order.sittingId),
    ),
  )
  const days = new Map(doubtful.map((order) => [`${order.stationId} ${order.date}`, order]))
  const found = new Map(
    (await Promise.all([...days.values()].map((day) => noFitsOn(day, now, mayKnow)))).flatMap((one) => [
      ...one,
    ]),
  )
  return orders.map((order) => {
    const misfit = found.get(order.id)
    return misfit ? { ...order, misfit } : order
  })
}

/** The sittings with these ids, as far as they show whether an order may not fit. */
export function followedBy(sittingIds: readonly string[]): Promise<FollowedSitting[]> {
  const ids = [...new Set(sittingIds)]
  return selectFields('sittings', followed, { where: { _id: command.in(ids) }, limit: ids.length })
}

/**
 * Nothing is promised that does not fit what is served any more.
 * @param sittings as `followedBy` read that of the order, among others
 * @throws AppError `ORDER_MISFIT` with why
 */
export async function requireFits(
  order: MealOrderRecord,
  sittings: readonly FollowedSitting[],
  now: Date,
): Promise<void> {
  const sitting = sittings.find(({ id }) => id === order.sittingId)
  if (!mayNotFit(order, sitting)) return
  const misfit = (await noFitsOn(order, now, () => true)).get(order.id)
  if (misfit) throw new AppError('ORDER_MISFIT', { why: misfit.why })
}

/** All orders of a station on a local date that do not fit, by their ids, and why. */
export async function noFitsOn(
  { stationId, date }: { stationId: string; date: LocalDate },
  now: Date,
  mayKnow: MayKnow,
): Promise<Map<string, NoFit>> {
  const [fit, orders] = await Promise.all([
    fitOf(stationId, { from: date, to: date }),
    ordersBetween(stationId, date, addDays(date, 1)),
  ])
  if (!fit) return new Map()
  const held = await heldAgainstAllergies(orders, fit, mayKnow)
  const why = whyNot(fit, held)
  return new Map(
    held.flatMap((order) => {
      const reason = why.get(order.id)
      return reason ? [[order.id, noFit(fit, order, { why: reason, now })]] : []
    }),
  )
}

/** Orders with what the kitchen has put into their sets since that their eaters are allergic to, or do not eat; nobody's file is read where it did not. */
export async function heldAgainstAllergies(
  orders: readonly FoundOrder[],
  fit: Fit,
  mayKnow: MayKnow,
): Promise<FittedOrder[]> {
  const isToHold = (order: FoundOrder) =>
    isLive(order) && order.changedSet === order.setId && !order.agreedAt && mayKnow(elderIn(order.id))
  const changed = orders.filter(isToHold)
  const elders = changed.length > 0 ? await allAsOne(changed.map(({ id }) => elderIn(id))) : new Map()
  return orders.map((order) => {
    const elder = isToHold(order) && elders.get(elderIn(order.id))
    if (!elder) return order
    const mind = mindOf(elder)
    return clashesNow(fit, order, { mind, words: foodWords }).length > 0 ? { ...order, clashes: true } : order
  })
}
