import type { MealSet, Mode } from '#types/meals/sittings'
import type { MealPolicy } from '#types/policies/meal'
import type { LocalDate } from '#types/values'
import { hasUnknownPlace } from '../people/elders/place'
import type { ElderRecord } from '../people/records'
import { periodOfUses } from '../policies/in-force'
import type { Use } from '../policies/meal/facts'
import { type PricedMeal, priceMeal } from '../policies/meal/price'
import { dayKind, type HolidayCalendar } from '../policies/terms/days'
import { eatsIn, homeOn } from '../policies/terms/home'
import { personFrom, situationOn } from '../policies/terms/person'
import { withPapers } from '../policies/with-papers'
import { type Walking, walkBetween } from '../stations/walking'
import type { SittingRecord } from './records'

/** What decides a price besides meal and elder. */
export interface PriceGround {
  /** The policy of the district where she is at home on the day of eating, in force on it; null: none. */
  policy: MealPolicy | null
  /** Whether the sitting is in the city where she is at home on that day. */
  isHomeCity: boolean
  holidays: HolidayCalendar
  walking: Walking
}

/** A set of a sitting, and how it is eaten. */
interface ChosenMeal {
  sitting: SittingRecord
  set: MealSet
  mode: Mode
}

/** A price with the policy that made it. */
export interface PriceFor {
  priced: PricedMeal
  policyId: string | null
  /** Whether other orders' uses left less than there would have been. */
  isDenied: boolean
}

/**
 * Prices a meal for an elder by the policy of her district, wherever she eats. Where nobody has marked her home, a delivery pays the
 * nearest step and is never too far: the station reads the address and confirms it, or refuses.
 * @param uses what her other orders have used in the period of the sitting (`usesPeriod`)
 * @throws AppError `DELIVERY_TOO_FAR`
 */
export function priceFor(
  { sitting, set, mode }: ChosenMeal,
  elder: ElderRecord,
  { policy: inForce, isHomeCity, holidays, walking }: PriceGround,
  uses: readonly Use[],
): PriceFor {
  const { date, slot, place } = sitting
  const policy = inForce && elder.isIdPending ? withPapers(inForce) : inForce
  const meal = {
    list: set.price,
    label: set.name,
    slot,
    mode,
    on: date,
    day: dayKind(date, holidays),
    eatsIn: eatsIn(homeOn(elder, date), sitting, isHomeCity),
    distance: hasUnknownPlace(elder) ? null : walkBetween(place, elder.place, walking).metres,
  }
  const person = situationOn(personFrom(elder), date)
  const priced = priceMeal(meal, person, policy, uses)
  const isDenied = uses.length > 0 && priceMeal(meal, person, policy).price.elderPays < priced.price.elderPays
  return { priced, policyId: policy?.id ?? null, isDenied }
}

/** The month of a date: the period in whose record her meals are listed where nothing is limited. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7)

/** The period in whose record the uses of a sitting are counted; null where nothing is limited. */
export const usesPeriod = ({ policy }: PriceGround, { date }: Pick<SittingRecord, 'date'>): string | null =>
  periodOfUses(policy, date)
