import type { Place } from '#types/values'
import type { AccountRecord } from '../records'
import type { MembershipRecord } from './records'

/** A helper's account and memberships. */
interface Helper {
  account: AccountRecord
  held: readonly MembershipRecord[]
}

/**
 * A helper who starts from somewhere else, or no longer says where from (null). The same account when nothing changes. Only one
 * place is kept, in place of the one before: nobody's ways are recorded.
 */
export function startingFrom({ account, held }: Helper, place: Place | null): Helper {
  const { place: before } = account
  if (before?.lng === place?.lng && before?.lat === place?.lat) return { account, held }
  const location = place && {
    type: 'Point' as const,
    coordinates: [place.lng, place.lat] as [number, number],
  }
  return { account: { ...account, place }, held: held.map((one) => ({ ...one, location })) }
}
