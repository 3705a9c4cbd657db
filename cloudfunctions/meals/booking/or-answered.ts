import { AppError } from '#types/errors'
import type { MealOrderRecord } from '../../_domain/meals/records'
import type { Ctx } from '../../_shell/context'

/**
 * What is decided before an order is written. Refused, a call that is repeated under its key is answered as before: what stands against it
 * by now is no matter.
 */
export async function orAnswered<T extends object>(
  ctx: Ctx,
  decide: () => Promise<T>,
): Promise<T | { answered: MealOrderRecord }> {
  try {
    return await decide()
  } catch (error) {
    const answered = error instanceof AppError ? await ctx.answeredBefore('mealOrders') : null
    if (!answered) throw error
    return { answered }
  }
}
