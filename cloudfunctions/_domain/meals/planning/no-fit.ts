import type { Clash } from '#types/meals/clashes'
import type { NoFit } from '#types/meals/misfits'
import type { Mind } from '#types/meals/orders'
import { closedOn } from '../../stations/opening'
import { type FoodWords, setClashes } from '../allergies'
import { isCancellableLate } from '../cancelling'
import type { MealOrderRecord, SittingRecord } from '../records'
import { menuOn, setsOn } from './menus'
import { planOn, startOn } from './plans'
import type { Fit, FittedOrder } from './shrinking'

/** Why an order does not fit, as she and her family read it. */
export function noFit(fit: Fit, order: FittedOrder, { why, now }: { why: NoFit['why']; now: Date }): NoFit {
  const { date } = order
  const closure = why === 'closed' && closedOn(fit.station, date)
  const plan = why === 'time' && planOn(fit.plans, order, date)
  return {
    why,
    ...(closure && { closure }),
    ...(plan && { startsAt: startOn(plan, date) }),
    lateToo: isCancellableLate(order, { why, now }),
  }
}

/** What of a sitting shows that an order may not fit: it follows whatever is planned, closed or cooked. */
type Followed = Pick<SittingRecord, 'state' | 'startsAt' | 'modes' | 'sets' | 'left'>

/**
 * Whether it is worth looking why an order does not fit. Where its sitting is as it was when it was booked, and holds all who are
 * booked, it fits.
 * @param sitting undefined: there is none
 */
export function mayNotFit(
  { startsAt, mode, setId, kitchenChange }: MealOrderRecord,
  sitting: Followed | undefined,
): boolean {
  const isOpen = kitchenChange?.setId === setId && !kitchenChange.agreed
  if (sitting?.state !== 'open' || isOpen) return true
  const { seats = 0, portions = 0 } = sitting.left
  const isSame = sitting.startsAt === startsAt && sitting.modes.includes(mode)
  return !isSame || !sitting.sets.some(({ id }) => id === setId) || Math.min(seats, portions) < 0
}

/** What of the set of an order she is allergic to, or does not eat, as the menu is now. @param mind what may be known of her; null: nothing */
export function clashesNow(
  { menus, station: { kitchenId } }: Fit,
  { slot, date, setId }: FittedOrder,
  { mind, words }: { mind: Mind | null; words: FoodWords },
): Clash[] {
  const menu = menuOn(menus, { kitchenId, slot }, date)
  const set = menu && setsOn(menu, date).find(({ id }) => id === setId)
  return (set && setClashes(set, mind, words)?.clashes) || []
}
