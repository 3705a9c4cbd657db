import type { Mode, Slot } from '#types/meals/slots'
import type { DayKind } from '#types/policies/meal'
import type { LocalDate } from '#types/values'

/** A meal to be priced. */
export interface MealFacts {
  /** The menu's price, fen. */
  list: number
  /** What the menu calls it. */
  label: string
  slot: Slot
  mode: Mode
  /** The local date of eating, on which ages and categories count. */
  on: LocalDate
  day: DayKind
  /** Where it is eaten, seen from home: 0 in the home town, 1 in the home district, 2 in the home city … ; null: not known. */
  eatsIn: number | null
  /** Metres between station and door, for delivery; null: not known. */
  distance: number | null
}

/** What an order has used of a policy: one entry for each rule that gave something. */
export interface Use {
  orderId: string
  on: LocalDate
  slot: Slot
  layer: string
  rule: string
  /** Fen. */
  amount: number
}
