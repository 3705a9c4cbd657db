import { CarePolicy, VoucherPolicy } from '#types/policies/care'
import { MealPolicy } from '#types/policies/meal'
import { DietWords } from '../_domain/meals/diets'
import type { DistrictRecord } from '../_domain/people/staff/records'
import type { PolicyRecord } from '../_domain/policies/records'
import allergenWords from '../_policies/allergens.json'
import applicationTerms from '../_policies/applications.json'
import askTerms from '../_policies/asks.json'
import bookings from '../_policies/bookings.json'
import bounds from '../_policies/bounds.json'
import holidays from '../_policies/calendar.json'
import consentTexts from '../_policies/consents.json'
import dietWords from '../_policies/diets.json'
import { kept } from '../_policies/erasure.json'
import likenessTerms from '../_policies/likenesses.json'
import notices from '../_policies/notices.json'
import numberTerms from '../_policies/numbers.json'
import peopleTerms from '../_policies/people.json'
import servingTerms from '../_policies/serving.json'
import settling from '../_policies/settlement.json'
import staffing from '../_policies/staffing.json'
import unconfirmedTerms from '../_policies/unconfirmed.json'
import unseenTerms from '../_policies/unseen.json'
import visitTerms from '../_policies/visits.json'
import walking from '../_policies/walking.json'
import { find, select } from './cloud'

/** What is asked, allowed and due, as data that ships with the code. */
export {
  applicationTerms,
  askTerms,
  bookings,
  bounds,
  consentTexts,
  holidays,
  kept,
  likenessTerms,
  notices,
  numberTerms,
  peopleTerms,
  servingTerms,
  settling,
  staffing,
  unconfirmedTerms,
  unseenTerms,
  visitTerms,
  walking,
}

/** What allergies and diets are called in the names of dishes, and what diets are against. */
export const foodWords = { allergens: allergenWords, diets: DietWords.parse(dietWords) }

/** For how long the list of policies in force is trusted before it is read again, milliseconds. */
const TRUSTED = 60_000
const MOST = 200
const MOST_DISTRICTS = 200

const schemas = { meal: MealPolicy, care: CarePolicy, voucher: VoucherPolicy }

const lists = new Map<string, { readAt: number; policies: PolicyRecord[] }>()
const documents = new Map<string, { written: string; policy: PolicyRecord }>()
const districts = new Map<string, { readAt: number; district: DistrictRecord | null }>()

/** The policies of a district, of every kind. The documents never change; which there are is read again after a minute. */
export async function policiesOf(district: string, now: Date): Promise<PolicyRecord[]> {
  const known = lists.get(district)
  if (known && isFresh(known.readAt, now)) return known.policies
  const policies = (await select('policies', { where: { district }, limit: MOST })).map(asPolicy)
  if (lists.size >= MOST_DISTRICTS) lists.clear() // anybody may ask for a district that is not there
  lists.set(district, { readAt: now.getTime(), policies })
  return policies
}

/** A policy by its id, as `policiesOf` gives it: the documents never change. */
export async function policyNamed(id: string): Promise<PolicyRecord | null> {
  const stored = await find('policies', id)
  return stored && asPolicy(stored)
}

/** Whether two districts belong to one city. */
export async function isSameCity(one: string, other: string, now: Date): Promise<boolean> {
  if (one === other) return true
  const [a, b] = await Promise.all([cityOf(one, now), cityOf(other, now)])
  return a !== null && a === b
}

const cityOf = async (district: string, now: Date): Promise<string | null> =>
  (await districtNamed(district, now))?.cityId ?? null

/** A district by its id, as it was at most a minute ago; null when there is none. */
export async function districtNamed(id: string, now: Date): Promise<DistrictRecord | null> {
  const known = districts.get(id)
  if (known && isFresh(known.readAt, now)) return known.district
  const district = await find('districts', id)
  if (districts.size >= MOST_DISTRICTS) districts.clear()
  districts.set(id, { readAt: now.getTime(), district })
  return district
}

/** How many days after today meals of a district can be booked: as it says itself, at most a minute ago. */
export const daysAheadOf = async (district: string, now: Date): Promise<number> =>
  (await districtNamed(district, now))?.daysAhead ?? bookings.daysAhead

/** What was left out is filled in; the same document stays the same object, so that it is compiled once. */
function asPolicy(stored: PolicyRecord): PolicyRecord {
  const { district, ...document } = stored
  const written = JSON.stringify(stored)
  const known = documents.get(stored.id)
  if (known?.written === written) return known.policy
  const policy = { ...schemas[stored.kind].parse(document), district }
  documents.set(stored.id, { written, policy })
  return policy
}

function isFresh(readAt: number, now: Date): boolean {
  const age = now.getTime() - readAt
  return age >= 0 && age < TRUSTED
}
