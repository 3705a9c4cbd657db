import type { MealSet, Mode } from '#types/meals/sittings'
import type { MealPolicy } from '#types/policies/meal'
import type { SittingRecord } from '../../_domain/meals/records'
import type { ElderRecord } from '../../_domain/people/records'
import { periodOfUses, policyOn } from '../../_domain/policies/in-force'
import type { Use } from '../../_domain/policies/meal/facts'
import { type PricedMeal, priceMeal } from '../../_domain/policies/meal/price'
import { dayKind } from '../../_domain/policies/terms/days'
import { eatsIn, homeOn } from '../../_domain/policies/terms/home'
import { personFrom, situationOn } from '../../_domain/policies/terms/person'
import { walkBetween } from '../../_domain/stations/walking'
import { holidays, isSameCity, policiesOf, walking } from '../../_shell/policies'

/** A price with the policy that made it, and the period by which its uses are counted. */
export interface PriceFor {
  priced: PricedMeal
  policy: MealPolicy | null
  period: string | null
  /** Whether other orders' uses left less than there would have been. */
  isDenied: boolean
}

/**
 * Prices a set of a sitting for an elder by the policy of her district in force on the day of eating, wherever she eats.
 * What she has used of it already is asked for (`usesIn` a period) only when something is limited.
 */
export async function priceFor(
  { sitting, set, mode }: { sitting: SittingRecord; set: MealSet; mode: Mode },
  elder: ElderRecord,
  { now, usesIn }: { now: Date; usesIn: (period: string) => Promise<readonly Use[]> },
): Promise<PriceFor> {
  const { date, slot, place } = sitting
  const home = homeOn(elder, date)
  const policy = policyOn(await policiesOf(home.district, now), 'meal', date)
  const period = periodOfUses(policy, date)
  const meal = {
    list: set.price,
    label: set.name,
    slot,
    mode,
    on: date,
    day: dayKind(date, holidays),
    eatsIn: eatsIn(home, sitting, await isSameCity(home.district, sitting.district, now)),
    distance: walkBetween(place, elder.place, walking).metres,
  }
  const uses = period === null ? [] : await usesIn(period)
  const person = situationOn(personFrom(elder), date)
  const priced = priceMeal(meal, person, policy, uses)
  const isDenied = uses.length > 0 && priceMeal(meal, person, policy).price.elderPays < priced.price.elderPays
  return { priced, policy, period, isDenied }
}
