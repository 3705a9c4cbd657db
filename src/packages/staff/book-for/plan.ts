import type { MealSet, Mode, Sitting, Slot } from '#types/meals/sittings'
import type { LocalDate } from '#types/values'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'

/** What a clerk has chosen so far. It stays for the next elder: whoever queues mostly wants the same meal. */
export interface Plan {
  date: LocalDate
  /** null: the next that can be booked. */
  slot: Slot | null
  setId: string | null
  mode: Mode
  channel: 'counter' | 'phone'
}

export const planFor = (): Plan => ({
  date: dateOf(cloudNow()),
  slot: null,
  setId: null,
  mode: 'dineIn',
  channel: 'counter',
})

/** The sitting that a plan means, which may be closed by now; undefined when the day has none. */
export function sittingOf(plan: Plan, sittings: readonly Sitting[]): Sitting | undefined {
  const chosen = sittings.find(({ slot }) => slot === plan.slot)
  return chosen ?? sittings.find(({ bookable }) => bookable) ?? sittings[0]
}

/** The way of eating that a plan means; undefined where the sitting does not have it. */
export const modeOf = ({ mode }: Plan, { modes }: Sitting): Mode | undefined =>
  modes.find((one) => one === mode)

/** Places left for a way of eating. */
export const placesLeft = (sitting: Sitting, mode: Mode): number =>
  mode === 'dineIn' ? sitting.seatsLeft : sitting.portionsLeft

/** The set that a plan means; undefined where the sitting does not have it, or has no more of it. */
export const setOf = ({ setId }: Plan, { sets, soldOut }: Sitting): MealSet | undefined =>
  sets.find(({ id }) => id === setId && !soldOut.includes(id))
