import type { MealPolicy } from '../_domain/records/policies'
import bookings from '../_policies/bookings.json'
import consentTexts from '../_policies/consents.json'
import { kept } from '../_policies/erasure.json'
import peopleTerms from '../_policies/people.json'
import staffing from '../_policies/staffing.json'
import visitTerms from '../_policies/visits.json'
import walking from '../_policies/walking.json'
import { select } from './cloud'

/** What is asked, allowed and due, as data that ships with the code. */
export { bookings, consentTexts, kept, peopleTerms, staffing, visitTerms, walking }

/** For how long the list of policies in force is trusted before it is read again, milliseconds. */
const TRUSTED = 60_000
const MOST = 200

const known = new Map<string, { readAt: number; policies: MealPolicy[] }>()

/** The meal policies of a district. The documents never change; which there are is read again after a minute. */
export async function mealPolicies(district: string, now: Date): Promise<MealPolicy[]> {
  const read = known.get(district)
  const age = read ? now.getTime() - read.readAt : Number.NaN
  if (read && age >= 0 && age < TRUSTED) return read.policies
  const policies = await select('policies', { where: { district, kind: 'meal' }, limit: MOST })
  known.set(district, { readAt: now.getTime(), policies })
  return policies
}
