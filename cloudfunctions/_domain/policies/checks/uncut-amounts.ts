import type { Meeting } from '#types/policies'
import type { MealFacts } from '../meal/facts'
import { withinLimits } from '../meal/limits'
import type { TableLayer, TableRule } from '../meal/table'
import { isMeant } from '../meal/when'
import type { Situation } from '../terms/person'
import { YES } from '../terms/truth'

/** A rule and what it is written to give, fen, however small the bill. */
export interface Uncut {
  rule: TableRule
  amount: number
}

/** A bill as layers find it. */
interface BillSoFar {
  list: number
  discounted: number
  left: number
}

/** What layers are written to give a person for a meal together, before anything is cut at the bill. */
export function uncutAmounts(
  layers: readonly TableLayer[],
  { person, meal, meet }: { person: Situation; meal: MealFacts; meet: Meeting },
  bill: BillSoFar,
): Uncut[] {
  const offers: Uncut[][] = []
  let { left } = bill
  for (const layer of layers) {
    const offer = uncutOfLayer(layer, person, meal, { ...bill, left })
    offers.push(offer)
    if (meet === 'add') left = Math.max(0, left - sumOf(offer))
  }
  if (meet === 'add') return offers.flat()
  if (meet === 'first') return offers.find((offer) => offer.length > 0) ?? []
  return offers.reduce((best, offer) => (sumOf(offer) > sumOf(best) ? offer : best), [])
}

function uncutOfLayer(
  { source, rules }: TableLayer,
  person: Situation,
  meal: MealFacts,
  bill: BillSoFar,
): Uncut[] {
  const found: Uncut[] = []
  const bills = { ...bill }
  const room = withinLimits(Number.POSITIVE_INFINITY, source.limits, [], meal)
  for (const rule of rules) {
    if (isMeant(rule.when, meal, bills) !== YES || rule.who(person) !== YES) continue
    const { slot, mode, day } = meal
    const wanted = rule.give({ slot, mode, day, ability: person.ability, ...bills })
    const amount = Math.min(room, withinLimits(wanted, rule.source.limits, [], meal))
    found.push({ rule, amount })
    if (source.meet === 'first') break
    if (source.meet === 'add') bills.left = Math.max(0, bills.left - amount)
  }
  const given = found.filter(({ amount }) => amount > 0)
  if (source.meet !== 'highest' || given.length === 0) return given
  return [given.reduce((best, one) => (one.amount > best.amount ? one : best))]
}

/** All of it, fen. */
export const sumOf = (amounts: readonly Uncut[]): number =>
  amounts.reduce((sum, { amount }) => sum + amount, 0)
