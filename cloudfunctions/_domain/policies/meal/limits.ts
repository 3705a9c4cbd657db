import type { Limit } from '#types/policies/meal'
import type { MealFacts, Use } from './facts'

/**
 * How many fen of an amount the limits leave, given what other orders have used. `of` tells which uses a limit counts: those
 * of its rule, of its layer, or of the whole policy.
 */
export function withinLimits(
  amount: number,
  limits: readonly Limit[],
  uses: readonly Use[],
  meal: Pick<MealFacts, 'on' | 'slot'>,
): number {
  let left = amount
  for (const { per, times, amount: most } of limits) {
    const counted = uses.filter((use) => isOfPeriod(use, per, meal))
    if (times !== undefined && new Set(counted.map(({ orderId }) => orderId)).size >= times) return 0
    if (most !== undefined) {
      const used = counted.reduce((sum, use) => sum + use.amount, 0)
      left = Math.min(left, Math.max(0, most - used))
    }
  }
  return left
}

function isOfPeriod(use: Use, per: Limit['per'], { on, slot }: Pick<MealFacts, 'on' | 'slot'>): boolean {
  switch (per) {
    case 'slot':
      return use.on === on && use.slot === slot
    case 'day':
      return use.on === on
    case 'month':
      return use.on.slice(0, 7) === on.slice(0, 7)
    case 'year':
      return use.on.slice(0, 4) === on.slice(0, 4)
  }
}
