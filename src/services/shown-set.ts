import type { MealSet, ShownSet } from '#types/meals/sittings'

/** What of a set somebody reads before they choose it: the cloud books this, and nothing that it became since. */
export const shownOf = ({ name, tags, dishes }: MealSet): ShownSet => ({ name, tags, dishes })
