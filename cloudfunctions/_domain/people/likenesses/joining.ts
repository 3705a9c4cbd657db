import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import { dateIn, slotIn } from '#types/ids'
import type { Hindrance, PhoneAfter } from '#types/people/likenesses'
import { isLive } from '../../meals/orders'
import type { MealOrderRecord, SubsidyUseRecord } from '../../meals/records'
import { isUnseen } from '../elders/seen'
import type { AccountRecord, ElderRecord } from '../records'

/** Limits on joining; data. */
export interface LikenessTerms {
  /** So many hours what was said of two registrations can be taken back. */
  undoHours: number
  /** So many second registrations can point to one. */
  mostJoined: number
}

/** Two registrations of one person: the one that stays, and the one that points to it from then on. */
export interface Pair {
  stays: ElderRecord
  leaves: ElderRecord
}

/** Nothing is booked or changed under a registration that points to another. @throws AppError `ELDER_JOINED` with `elderId` of that one */
export function requireNotJoined({ joinedTo }: { joinedTo?: string | undefined }): void {
  if (joinedTo !== undefined) throw new AppError('ELDER_JOINED', { elderId: joinedTo })
}

/**
 * Why one of two registrations cannot be the one that stays; null where it can. `joined`: others were joined to the other one, or as many
 * as may be to this one, so that there are neither chains nor circles; `notAgreed`: she has agreed to the other one, and not to this one.
 */
export function cannotStay({ stays, leaves }: Pair, { mostJoined }: LikenessTerms): Hindrance | null {
  const isPointing = [stays, leaves].some(({ joinedTo }) => joinedTo !== undefined)
  if (isPointing || leaves.joined?.length || (stays.joined ?? []).length >= mostJoined) return 'joined'
  return stays.state === 'pending' && leaves.state === 'active' ? 'notAgreed' : null
}

/**
 * Which phone is hers once two registrations are joined. A phone that nobody can answer for gets nothing at once of somebody who was seen:
 * it is lent to her for the time in which they can be parted, like the phone of the one that leaves, where she has no other. Nobody who
 * acts for her beside becomes her by that.
 * @param account whose the phone of the one that leaves is
 */
export function phoneAfter({ stays, leaves }: Pair, account: AccountRecord | undefined): PhoneAfter {
  if (stays.openid !== null) return isUnseen(stays) && !isUnseen(leaves) ? 'ownLent' : 'own'
  if (leaves.openid === null || !account) return 'none'
  const acts = account.relations.some(({ elderId, state }) => elderId === stays.id && state !== 'revoked')
  return acts ? 'relatives' : 'lent'
}

/**
 * Two registrations as they stand once they are joined.
 * @throws AppError `WRONG_STATE`, `ELDER_DIED`, `CONSENT_MISSING`
 */
export function joinElders(pair: Pair, terms: LikenessTerms, now: Date): Pair {
  const { stays, leaves } = pair
  const hindrance = cannotStay(pair, terms)
  if (hindrance === 'joined') throw new AppError('WRONG_STATE')
  if ([stays, leaves].some(({ diedOn }) => diedOn !== null)) throw new AppError('ELDER_DIED')
  if (hindrance === 'notAgreed') throw new AppError('CONSENT_MISSING', { elderId: stays.id })
  const isLent = phoneAfter(pair, undefined) === 'ownLent'
  return {
    stays: {
      ...seenWith(stays, leaves),
      joined: [...(stays.joined ?? []), leaves.id],
      ...(isLent && { phoneLentUntil: undoableUntil(now.toISOString(), terms) }),
    },
    leaves: { ...leaves, joinedTo: stays.id },
  }
}

/** Whoever was seen under either registration was seen: when and how is taken over as it was written down there, if it was. */
function seenWith({ seen, ...stays }: ElderRecord, leaves: ElderRecord): ElderRecord {
  if (!isUnseen({ seen }) || isUnseen(leaves)) return { ...stays, ...(seen !== undefined && { seen }) }
  return { ...stays, ...(leaves.seen && { seen: leaves.seen }) }
}

/** The same two, each for herself again: that she was seen under the other one is no longer said of her. */
export function partElders({ stays, leaves }: Pair): Pair {
  const { joined = [], ...all } = stays
  const isOfOther = leaves.seen && all.seen?.at === leaves.seen.at && all.seen.how === leaves.seen.how
  const one = isOfOther ? { ...all, seen: null } : all
  const { joinedTo: _, refusals: __, ...other } = leaves
  const left = joined.filter((id) => id !== leaves.id)
  return { stays: { ...one, ...(left.length > 0 && { joined: left }) }, leaves: other }
}

/** The periods in which something can be booked on a local date or later: months and years, since policies count by either. */
export function periodsAhead(now: Date, daysAhead: number): string[] {
  const days = [localDate(now), addDays(localDate(now), daysAhead)]
  return [...new Set(days.flatMap((day) => [day.slice(0, 7), day.slice(0, 4)]))]
}

/** What both have used of a period, told that they are of one person: whoever is booking just then has to look again. */
export function markUses(
  uses: { stays: SubsidyUseRecord; leaves: SubsidyUseRecord },
  { stays, leaves }: Pair,
): SubsidyUseRecord[] {
  const { joined: _, ...hers } = uses.stays
  const { joinedTo: __, ...others } = uses.leaves
  return [
    { ...hers, ...(stays.joined && { joined: stays.joined }) },
    { ...others, ...(leaves.joinedTo && { joinedTo: leaves.joinedTo }) },
  ]
}

/** Ids of orders for the same meal of the same day from a local date on, by pairs: one of each record. */
export function sameMeals(
  one: readonly string[],
  other: readonly string[],
  from: string,
): [string, string][] {
  return one
    .filter((id) => dateIn(id) >= from)
    .flatMap((id) =>
      other
        .filter((second) => dateIn(second) === dateIn(id) && slotIn(second) === slotIn(id))
        .map((second): [string, string] => [id, second]),
    )
}

/** Whether two orders of one meal cannot both stand for one person: one is still to be eaten, and the other is, or was eaten. */
export const areTwice = (one: MealOrderRecord, other: MealOrderRecord): boolean =>
  [one, other].every((order) => isLive(order) || order.state === 'served') && (isLive(one) || isLive(other))

/** Until when what was said of two registrations can be taken back. @param at when it was decided */
export const undoableUntil = (at: string, { undoHours }: LikenessTerms): string =>
  new Date(Date.parse(at) + undoHours * 3_600_000).toISOString()
