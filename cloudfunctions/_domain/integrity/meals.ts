import { mondayOf } from '#types/days'
import { dateIn, mealOrderId, menuId, slotIn } from '#types/ids'
import { heldBy, holdsPlace, isOf, isOld } from '../meals/claims/claiming'
import { dishPool, isSameAs, lacking, minus, placePool, plus, unseenPool } from '../meals/claims/pools'
import type { Claim, OnTheWay, Places } from '../meals/claims/records'
import { isLive } from '../meals/orders'
import { limitsOn } from '../meals/planning/menus'
import { areTooMany } from '../meals/planning/shares'
import type { MealOrderRecord, SittingRecord, SubsidyUseRecord } from '../meals/records'
import { endingOf } from '../people/elders/ending'
import { standingEntries } from '../settlement/settlement'
import { byIds, isBehind, isKept, type Judge, type Known } from './rule'

/**
 * What is left of a sitting is what it can hold, less what is claimed of it; an order that stands has a claim of what it takes, and a claim
 * that is not under way any more an order.
 */
export const placesDiffer: Judge<'sittings'> = {
  rule: 'placesDiffer',
  of: 'sittings',
  wants: ({ stationId, date }) => [{ name: 'mealOrders', where: { stationId: [stationId], date: [date] } }],
  isBroken(sitting, known, { now }) {
    const { id, capacity, left, claims } = sitting
    const held = Object.values(claims).map(heldBy).reduce(plus, {})
    if (!isSameAs(left, minus(capacity, held))) return true

    const orders = known.having('mealOrders', 'sittingId', id).filter(holdsPlace)
    const isUnclaimed = (order: MealOrderRecord) => {
      const claim = claims[order.elderId]
      return !claim || lacking(claim.next ? heldBy(claim) : claim.takes, placeOf(order)).length > 0
    }
    const isForNobody = ([elderId, claim]: [string, Claim]) =>
      isOld(claim, now) && !orders.some((order) => order.elderId === elderId)
    return orders.some(isUnclaimed) || Object.entries(claims).some(isForNobody)
  },
}

/** Of a dish with a limit no more is sold, may be sold or is on its way, at all tables of its kitchen, than there is. */
export const dishesDiffer: Judge<'sittings'> = {
  rule: 'dishesDiffer',
  of: 'sittings',
  wants: (sitting) =>
    hasLimits(sitting)
      ? [
          { name: 'sittings', where: { kitchenId: [sitting.kitchenId], date: [sitting.date] } },
          byIds('menus', [menuOf(sitting)]),
        ]
      : [],
  isBroken(sitting, known, { now }) {
    const { kitchenId, date, slot } = sitting
    const menu = known.find('menus', menuOf(sitting))
    if (!hasLimits(sitting) || !menu?.isAligned) return false
    const tables = known
      .having('sittings', 'kitchenId', kitchenId)
      .filter((one) => one.date === date && one.slot === slot)
    if (tables.some(({ id }) => id < sitting.id)) return false // it is said once, of the first
    const sharing = tables.map((one) => ({ ...one, onTheWay: notArrived(one, known) }))
    return Object.entries(limitsOn(menu, date)).some(([dish, limit]) =>
      areTooMany(limit, dishPool(dish), sharing, now),
    )
  },
}

const hasLimits = ({ sets }: SittingRecord): boolean => sets.some(({ limited = [] }) => limited.length > 0)

const menuOf = ({ kitchenId, date, slot }: SittingRecord): string => menuId(kitchenId, mondayOf(date), slot)

/** What is claimed where it was to go is counted there already. */
function notArrived({ onTheWay = {} }: SittingRecord, known: Known): Record<string, OnTheWay> {
  const isClaimed = ({ to, attempt }: OnTheWay) =>
    Object.values(known.find('sittings', to)?.claims ?? {}).some((claim) => isOf(claim, { attempt }))
  return Object.fromEntries(Object.entries(onTheWay).filter(([, mark]) => !isClaimed(mark)))
}

const placeOf = ({ mode, isUnseen = false }: MealOrderRecord): Places => ({
  [placePool(mode)]: 1,
  ...(isUnseen && { [unseenPool(mode)]: 1 }),
})

/** An order is of a sitting that is there, on its day. */
export const sittingMissing: Judge<'mealOrders'> = {
  rule: 'sittingMissing',
  of: 'mealOrders',
  wants: ({ sittingId }) => [byIds('sittings', [sittingId])],
  isBroken(order, known, about) {
    if (!isKept(order.date, about)) return false
    const sitting = known.find('sittings', order.sittingId)
    const isSame = sitting?.stationId === order.stationId && sitting.date === order.date
    return !isSame || sitting.slot !== order.slot || order.id !== mealOrderId(sitting.id, order.elderId)
  },
}

/** One live order for elder, day and meal, but those that were meant to be a second one. */
export const bookedTwice: Judge<'mealOrders'> = {
  rule: 'bookedTwice',
  of: 'mealOrders',
  wants: ({ elderId, date }) => [{ name: 'mealOrders', where: { elderId: [elderId], date: [date] } }],
  isBroken(order, known) {
    const isSecond = (one: MealOrderRecord) => isLive(one) && one.isMeant !== true
    if (!isSecond(order)) return false
    return known
      .having('mealOrders', 'elderId', order.elderId)
      .some(
        (one) => one.id !== order.id && one.date === order.date && one.slot === order.slot && isSecond(one),
      )
  },
}

/** Nothing is cooked for somebody who has died before that day, or whose data are gone. */
export const bookedForNobody: Judge<'mealOrders'> = {
  rule: 'bookedForNobody',
  of: 'mealOrders',
  wants: ({ elderId }) => [byIds('elders', [elderId])],
  isBroken(order, known, { today }) {
    const elder = known.find('elders', order.elderId)
    if (!isLive(order)) return false
    if (!elder) return true
    if (endingOf(elder) === null || isBehind(elder)) return false
    return order.date >= (elder.diedOn ?? today)
  },
}

/** A meal that was eaten stands in the ledger once, at its price, and no other meal does. */
export const ledgerDiffers: Judge<'mealOrders'> = {
  rule: 'ledgerDiffers',
  of: 'mealOrders',
  wants: (order) => [byIds('settlementEntries', entryIds(order))],
  isBroken(order, known) {
    const entries = entryIds(order).map((id) => known.find('settlementEntries', id))
    const there = entries.filter((entry) => entry !== null)
    const standing = standingEntries(there)
    const [only] = standing
    if (there.length !== entries.length || standing.length !== (order.state === 'served' ? 1 : 0)) return true
    return only !== undefined && only.elderPaid !== order.elderPays
  },
}

const entryIds = ({ id, entries }: MealOrderRecord): string[] =>
  Array.from({ length: entries }, (_, nth) => `${id}_${nth + 1}`)

/** A line of the ledger is of an order that knows of it. */
export const entryWithoutOrder: Judge<'settlementEntries'> = {
  rule: 'entryWithoutOrder',
  of: 'settlementEntries',
  wants: ({ orderId }) => [byIds('mealOrders', [orderId])],
  isBroken(entry, known, about) {
    if (!isKept(entry.date, about)) return false
    const order = known.find('mealOrders', entry.orderId)
    return !order || !entryIds(order).includes(entry.id)
  },
}

/** What an order uses of limits is counted there as it is written in the order. */
export const useNotCounted: Judge<'mealOrders'> = {
  rule: 'useNotCounted',
  of: 'mealOrders',
  wants: ({ usedIn }) => [byIds('subsidyUses', [usedIn])],
  isBroken(order, known, about) {
    if (!isKept(order.date, about)) return false
    const counted = usesOf(known.find('subsidyUses', order.usedIn), order.id)
    return sorted(counted) !== sorted(holdsUses(order) ? order.uses : [])
  },
}

/** What a limit counts is used by an order that stands, and that is counted nowhere else. */
export const useWithoutOrder: Judge<'subsidyUses'> = {
  rule: 'useWithoutOrder',
  of: 'subsidyUses',
  wants: (used) => [byIds('mealOrders', orderIdsIn(used))],
  isBroken: (used, known, about) =>
    orderIdsIn(used).some((id) => {
      const order = known.find('mealOrders', id)
      if (!order) return isKept(dateIn(id), about)
      return order.usedIn !== used.id || !holdsUses(order)
    }),
}

const orderIdsIn = ({ uses, denied }: SubsidyUseRecord): string[] => [
  ...new Set([...uses.map(({ orderId }) => orderId), ...denied]),
]

/** What was missed, cancelled or refused has given its uses back. */
const holdsUses = (order: MealOrderRecord): boolean => isLive(order) || order.state === 'served'

const usesOf = (used: SubsidyUseRecord | null, orderId: string): SubsidyUseRecord['uses'] =>
  (used?.uses ?? []).filter((use) => use.orderId === orderId)

/** Uses in an order of their own, so that two lists of the same are the same text. */
const sorted = (uses: readonly MealOrderRecord['uses'][number][]): string =>
  uses
    .map(({ on, slot, layer, rule, amount }) => [on, slot, layer, rule, amount].join(' '))
    .sort()
    .join('\n')

/** What a day's record says was served is an order of that day that was served. */
export const servedDayDiffers: Judge<'servedDays'> = {
  rule: 'servedDayDiffers',
  of: 'servedDays',
  wants: ({ served }) => [
    byIds(
      'mealOrders',
      served.map(({ orderId }) => orderId),
    ),
  ],
  isBroken(day, known, about) {
    if (!isKept(day.date, about)) return false
    return day.served.some(({ orderId, slot }) => {
      const order = known.find('mealOrders', orderId)
      return order?.state !== 'served' || order.date !== day.date || slotIn(orderId) !== slot
    })
  },
}
