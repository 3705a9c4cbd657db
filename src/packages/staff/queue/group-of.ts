import type { Slot } from '#types/meals/slots'
import type { MealOrderState } from '#types/states'

/** How a clerk sorts the day: what waits for a word, who will eat, who has eaten, everything else. */
export type Group = 'waiting' | 'confirmed' | 'served' | 'other'

/** Where on a day an order stands: in which list of which meal. */
export interface Place {
  slot: Slot
  group: Group
}

const groups: Partial<Record<MealOrderState, Group>> = {
  placed: 'waiting',
  confirmed: 'confirmed',
  served: 'served',
}

/** What each list is called, in their order. */
export const groupWords: readonly { value: Group; word: string }[] = [
  { value: 'waiting', word: '待确认' },
  { value: 'confirmed', word: '已确认' },
  { value: 'served', word: '吃过了' },
  { value: 'other', word: '其他' },
]

export const groupWord = (group: Group): string => groupWords.find(({ value }) => value === group)?.word ?? ''

export const groupOf = (state: MealOrderState): Group => groups[state] ?? 'other'
