import type { MealOrder } from '#types/meals/orders'

/** Names that more than one elder has among these: their rows say how old they are. */
export function sharedNames(orders: readonly MealOrder[]): ReadonlySet<string> {
  const names = orders.map(({ elderName }) => elderName)
  return new Set(names.filter((name, nth) => names.indexOf(name) !== nth))
}
