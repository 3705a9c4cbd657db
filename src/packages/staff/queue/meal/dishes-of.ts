import type { MealOrder } from '#types/meals/orders'
import { type Mode, modes } from '#types/meals/slots'
import type { MealOrderState } from '#types/states'

/** One set of a meal: how often it is made, and how often for each way of eating. */
export interface Dish {
  setName: string
  count: number
  inMode: readonly { mode: Mode; count: number }[]
}

/** Orders for which something is, or was, cooked: what has been eaten was made, too, and so was what nobody came for. */
const cooked: readonly MealOrderState[] = ['placed', 'confirmed', 'served', 'missed']

/** What the kitchen makes for these orders, the most wanted set first. */
export function dishesOf(orders: readonly MealOrder[]): Dish[] {
  const made = orders.filter(({ state }) => cooked.includes(state))
  const names = [...new Set(made.map(({ setName }) => setName))]
  const dishes = names.map((setName) => {
    const own = made.filter((order) => order.setName === setName)
    const inMode = modes.map((mode) => ({ mode, count: own.filter((order) => order.mode === mode).length }))
    return { setName, count: own.length, inMode: inMode.filter(({ count }) => count > 0) }
  })
  return dishes.sort((a, b) => b.count - a.count)
}
