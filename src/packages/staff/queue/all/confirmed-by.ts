import type { MealOrder } from '#types/meals/orders'

/** Who took a confirmed order on: a colleague may have been quicker. */
export const confirmedBy = ({ history }: MealOrder): string => history.at(-1)?.by.name ?? ''
