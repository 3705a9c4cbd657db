import { type Applied, applyLayers } from './apply-layers'
import type { Given, Occasion } from './layer-offer'
import { withinLimits } from './limits'
import type { MealTable } from './table'

/** What was done to the two bills, the meal's and the delivery's. */
interface Bills {
  discounts: Applied
  subsidies: Applied
  delivered: Applied
}

/** Discounts, then layers, then what is taken off the delivery fee, unless the policy has been used up. */
export function settleBills(table: MealTable, occasion: Occasion, fee: number): Bills {
  const { list } = occasion.meal
  if (!isLeft(table, occasion))
    return { discounts: nothingOf(list), subsidies: nothingOf(list), delivered: nothingOf(fee) }
  const { policy, meet } = table
  const discounts = applyLayers(table.discounts, occasion, { left: list, meet: 'add' })
  const { left } = discounts
  const subsidies = applyLayers(
    table.layers,
    { ...occasion, discounted: left },
    { left, meet, keep: policy.elderPaysAtLeast },
  )
  const delivered =
    fee === 0
      ? nothingOf(0)
      : applyLayers(table.delivery, { ...occasion, list: fee, discounted: fee }, { left: fee, meet: 'add' })
  if (policy.limits.length === 0) return { discounts, subsidies, delivered }
  const most = leftOf(table, occasion)
  const meals = cutAt(most, subsidies)
  return { discounts, subsidies: meals, delivered: cutAt(most - sumOf(meals.given), delivered) }
}

const nothingOf = (left: number): Applied => ({ given: [], open: [], left })

/** Whether the policy's own limits leave a further meal. */
const isLeft = ({ policy: { limits } }: MealTable, { uses, meal }: Occasion): boolean =>
  limits.length === 0 ||
  withinLimits(
    1,
    limits.map(({ per, times }) => ({ per, times })),
    uses,
    meal,
  ) > 0

/** Fen of subsidies that the policy's own limits leave. Discounts are nobody's subsidy and use up none of it. */
function leftOf({ policy }: MealTable, { uses, meal }: Occasion): number {
  const discounts = new Set(policy.discounts.map(({ layer }) => layer))
  const subsidies = uses.filter(({ layer }) => !discounts.has(layer))
  const amounts = policy.limits.filter(({ amount }) => amount !== undefined)
  return withinLimits(
    Number.POSITIVE_INFINITY,
    amounts.map(({ per, amount }) => ({ per, amount })),
    subsidies,
    meal,
  )
}

/** Cuts what was given at so much in all, the last ones first. */
function cutAt(most: number, { given, open, left }: Applied): Applied {
  let room = most
  const cut: Given[] = []
  for (const { rule, amount } of given) {
    const kept = Math.min(amount, room)
    room -= kept
    if (kept > 0) cut.push({ rule, amount: kept })
  }
  const back = sumOf(given) - sumOf(cut)
  return { given: cut, open: room > 0 ? open : [], left: left + back }
}

const sumOf = (given: readonly Given[]): number => given.reduce((sum, { amount }) => sum + amount, 0)
