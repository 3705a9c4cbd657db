import type { MealOrderState } from '#types/states'

/** How a clerk sorts the day: what waits for a word, what will be eaten, everything else. */
export type Group = 'waiting' | 'confirmed' | 'other'

export function groupOf(state: MealOrderState): Group {
  if (state === 'placed') return 'waiting'
  return state === 'confirmed' ? 'confirmed' : 'other'
}
