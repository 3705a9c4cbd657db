import type { MealOrder, SeenOrder } from '#types/meals/orders'

/** What of an order is on the clerk's screen: this is confirmed, and nothing that it became since. */
export const seenOf = ({ setId, mode, deliverTo, kitchenChange }: MealOrder): SeenOrder => ({
  ...{ setId, mode, deliverTo },
  kitchenRev: kitchenChange?.rev ?? null,
})
