import { AppError } from '#types/errors'
import type { HeldCategory, Sayable } from '#types/people/elders'
import type { Grant } from '../../access/grants'
import type { DeterminationRecord } from '../../eligibility/records'
import type { StationRecord } from '../../stations/records'
import { requireActive, requireConsents } from '../privacy/consents'
import type { ElderRecord } from '../records'
import { homeAt } from './place'

/** What of an elder's facts a change sets by itself; telephone numbers are sealed apart. */
export function changeSayable(
  elder: ElderRecord,
  changes: Partial<Sayable>,
  station: StationRecord,
): ElderRecord {
  const { phone: _, contacts: __, place, ...plain } = changes
  return { ...elder, ...plain, ...(place !== undefined && homeAt(place, station)) }
}

/**
 * An elder with the categories that staff found. What was decided on an application stays: only another decision takes it
 * away, and a form that was opened before it knows nothing of it.
 */
export function withCategories(
  elder: ElderRecord,
  found: readonly HeldCategory[],
  determinations: readonly Pick<DeterminationRecord, 'category' | 'verdict' | 'from'>[],
): Pick<ElderRecord, 'categories' | 'notHeld'> {
  const isThere = (held: HeldCategory) =>
    found.some((one) => one.category === held.category && one.from === held.from)
  const decided = elder.categories.filter(
    (held) =>
      !isThere(held) &&
      determinations.some(
        ({ verdict, category, from }) =>
          verdict === 'approve' && category === held.category && from === held.from,
      ),
  )
  const categories = [...found, ...decided]
  return {
    categories,
    notHeld: elder.notHeld.filter(({ category }) => !categories.some((held) => held.category === category)),
  }
}

/** Whether a change needs her consent to the use of her health facts. */
export const touchesHealth = (changes: Partial<Sayable>): boolean =>
  Boolean(changes.diet?.length || changes.allergies?.length)

/** Whether a change is one of where she is found and rung: said again, it finishes what the first time was broken off. */
export const touchesHome = ({ building, room, place, phone }: Partial<Sayable>): boolean =>
  [building, room, place, phone].some((one) => one !== undefined)

/**
 * What of an elder's facts the caller may change: a relative only once she has agreed to the service, and what she eats only
 * with the scope health; facts of health and the place of her home need her consent.
 * @throws AppError `CONSENT_MISSING`, `FORBIDDEN`
 */
export function requireSayable(
  elder: ElderRecord,
  changes: Partial<Sayable>,
  { relation }: Pick<Grant, 'relation'>,
): void {
  if (relation && relation.relation !== 'guardian') {
    requireActive(elder)
    const isOfHealth = changes.diet !== undefined || changes.allergies !== undefined
    if (isOfHealth && !relation.scopes.includes('health')) throw new AppError('FORBIDDEN')
  }
  if (touchesHealth(changes)) requireConsents(elder.consents, ['health'])
  if (changes.place) requireConsents(elder.consents, ['location'])
}
