import type { MealPolicy } from '../_domain/records/policies'
import bookings from '../_policies/bookings.json'
import visitTerms from '../_policies/visits.json'
import walking from '../_policies/walking.json'
import { select } from './cloud'

/** How far ahead meals are booked, how people walk, when visits are due: data that ships with the code. */
export { bookings, visitTerms, walking }

/** For how long the list of policies in force is trusted before it is read again, milliseconds. */
const TRUSTED = 60_000
const MOST = 200

const kept = new Map<string, { readAt: number; policies: MealPolicy[] }>()

/** The meal policies of a district. The documents never change; which there are is read again after a minute. */
export async function mealPolicies(district: string, now: Date): Promise<MealPolicy[]> {
  const known = kept.get(district)
  const age = known ? now.getTime() - known.readAt : Number.NaN
  if (known && age >= 0 && age < TRUSTED) return known.policies
  const policies = await select('policies', { where: { district, kind: 'meal' }, limit: MOST })
  kept.set(district, { readAt: now.getTime(), policies })
  return policies
}
