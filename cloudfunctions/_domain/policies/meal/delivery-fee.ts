import { AppError } from '#types/errors'
import type { MealPolicy } from '#types/policies/meal'
import type { MealFacts } from './facts'

/**
 * What delivery costs, fen; 0 for other modes and where the policy names no fee. Up to and with a step's metres its fee
 * counts; a distance that is not known pays the nearest step.
 * @throws AppError `DELIVERY_TOO_FAR` beyond the last step
 */
export function deliveryFee({ delivery }: MealPolicy, { mode, distance }: MealFacts): number {
  if (mode !== 'delivery' || delivery === null) return 0
  if (typeof delivery.fee === 'number') return delivery.fee
  const { byDistance } = delivery.fee
  const step = [...byDistance].sort((a, b) => a.upTo - b.upTo).find(({ upTo }) => (distance ?? 0) <= upTo)
  if (!step) throw new AppError('DELIVERY_TOO_FAR', { metres: farthest(byDistance) })
  return step.fee
}

/** Whether a meal is to be delivered beyond the last step. */
export function isTooFar({ delivery }: MealPolicy, { mode, distance }: MealFacts): boolean {
  if (mode !== 'delivery' || delivery === null || typeof delivery.fee === 'number') return false
  return (distance ?? 0) > farthest(delivery.fee.byDistance)
}

const farthest = (steps: readonly { upTo: number }[]): number => Math.max(...steps.map(({ upTo }) => upTo))
