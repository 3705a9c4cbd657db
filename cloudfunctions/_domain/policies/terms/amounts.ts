import type { Mode, Slot } from '#types/meals/slots'
import type { Rounding } from '#types/policies'
import type { AbilityLevel } from '#types/policies/conditions'
import type { Amount, Bill, DayKind } from '#types/policies/meal'

/** What an amount may depend on. Bills in fen. */
interface Spending {
  slot: Slot
  mode: Mode
  day: DayKind
  ability: AbilityLevel | undefined
  list: number
  discounted: number
  left: number
}

/** Fen that a rule gives for a meal, before anything is cut. */
export type Give = (spending: Spending) => number

const UNITS = { fen: 1, jiao: 10, yuan: 100 } as const

/** An amount as a function. */
export function compileAmount(amount: Amount, rounding: Rounding): Give {
  if (typeof amount === 'number') return () => amount
  if ('percent' in amount) {
    const { percent, cap = Number.POSITIVE_INFINITY, of = 'discounted' } = amount
    return (spending) => Math.min(cap, shareOf(billOf(spending, of), percent, rounding))
  }
  if ('elderPays' in amount) {
    const { elderPays, cap = Number.POSITIVE_INFINITY } = amount
    return ({ left }) => Math.min(cap, Math.max(0, left - elderPays))
  }
  if ('bySlot' in amount) return chosen(amount.bySlot, rounding, ({ slot }) => slot)
  if ('byMode' in amount) return chosen(amount.byMode, rounding, ({ mode }) => mode)
  if ('byDay' in amount) return chosen(amount.byDay, rounding, ({ day }) => day)
  return chosen(amount.byAbility, rounding, ({ ability }) => ability)
}

/** Which facts an amount depends on, beside the bill. */
export function needsAbility(amount: Amount): boolean {
  if (typeof amount === 'number' || 'percent' in amount || 'elderPays' in amount) return false
  if ('byAbility' in amount) return true
  const table = 'bySlot' in amount ? amount.bySlot : 'byMode' in amount ? amount.byMode : amount.byDay
  return Object.values(table).some((one) => one !== undefined && needsAbility(one))
}

/**
 * A share of a bill in whole fen, cut as the policy rounds. Hundredths of a percent are whole numbers, so nothing is lost
 * before the cut.
 */
export function shareOf(bill: number, percent: number, { mode, to }: Rounding): number {
  const unit = UNITS[to] * 10_000
  const exact = bill * Math.round(percent * 100)
  const cut = { down: Math.floor, up: Math.ceil, halfUp: Math.round }[mode](exact / unit)
  return cut * UNITS[to]
}

/** The bill that is meant. */
const billOf = (spending: Pick<Spending, 'list' | 'discounted' | 'left'>, of: Bill): number => spending[of]

function chosen<K extends string>(
  table: Partial<Record<K, Amount>>,
  rounding: Rounding,
  keyOf: (spending: Spending) => K | undefined,
): Give {
  const gives = new Map<string, Give>()
  for (const [key, amount] of Object.entries<Amount | undefined>(table))
    if (amount !== undefined) gives.set(key, compileAmount(amount, rounding))
  return (spending) => gives.get(keyOf(spending) ?? '')?.(spending) ?? 0
}
