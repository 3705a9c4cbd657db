import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu } from '#types/meals/menus'
import type { LocalDate } from '#types/values'
import type { MenuAt } from './week'

/** What is looked at or written: a whole list, or one thing of it; `id` null: a new one. */
export type Step =
  | { at: 'week' }
  | { at: 'dishes' }
  | { at: 'dish'; id: string | null }
  | { at: 'sets' }
  | { at: 'set'; id: string | null }
  | { at: 'day' }
  | { at: 'change'; setId: string }

/** What every step of writing a week is told. */
export interface StepProps {
  at: MenuAt
  menu: Menu
  /** How many have ordered each set, from today on. */
  ordered: KitchenWeek['ordered']
  /** Which photos are shown to nobody. */
  unseen: KitchenWeek['unseen']
  /** The day that is picked. */
  date: LocalDate
  go(step: Step): void
  /** A week was written: it is shown, and `then` is where to go. */
  onChanged(week: KitchenWeek, then: Step): void
  /** Somebody else has written it meanwhile. */
  onOutdated(): void
}
