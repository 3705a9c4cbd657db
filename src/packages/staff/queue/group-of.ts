import type { MealOrderState } from '#types/states'

/** How a clerk sorts the day: what waits for a word, who will eat, who has eaten, everything else. */
export type Group = 'waiting' | 'confirmed' | 'served' | 'other'

const groups: Partial<Record<MealOrderState, Group>> = {
  placed: 'waiting',
  confirmed: 'confirmed',
  served: 'served',
}

export const groupOf = (state: MealOrderState): Group => groups[state] ?? 'other'
