import { isDeepStrictEqual } from 'node:util'
import type { MealOrderRecord } from '../../_domain/meals/records'

/** Whether an order is still what was decided about; null: there was none, or is none. */
export const isAsRead = (now: MealOrderRecord | null, before: MealOrderRecord | null): boolean =>
  isDeepStrictEqual(now, before)
