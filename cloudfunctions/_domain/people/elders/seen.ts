import { AppError, type ErrorDetail } from '#types/errors'
import type { SeenWay } from '#types/people/seen'
import type { StationRecord } from '../../stations/records'
import type { AccountRecord, ElderRecord } from '../records'

/** Whether nobody has seen her yet. Whose record is from before this was written down counts as seen. */
export const isUnseen = ({ seen }: Pick<ElderRecord, 'seen'>): boolean => seen === null

/** An elder whom somebody has seen now; the same record where somebody had before, or nobody kept it. */
export const withSeen = (elder: ElderRecord, how: SeenWay, now: Date): ElderRecord =>
  isUnseen(elder) ? { ...elder, seen: { at: now.toISOString(), how } } : elder

/**
 * What those whom nobody has seen are held back with: whom to ring, since a call or a visit to the station is all it takes.
 * @param detail `why`, and what the reader needs to know of it
 */
export const notSeenYet = (
  { name, phone }: Pick<StationRecord, 'name' | 'phone'>,
  detail: ErrorDetail & { why: 'registered' | 'days' | 'second' | 'share' },
): AppError =>
  new AppError('NOT_SEEN_YET', { ...detail, stationName: name, ...(phone && { stationPhone: phone }) })

/**
 * The elders whom an account has registered and whom nobody has seen, with one more.
 * @param unseen those of `registered` whom nobody has seen still
 * @param station where the new one is registered, and could be by a clerk
 * @throws AppError `NOT_SEEN_YET` where there are as many already as one account may register
 */
export function withRegistered(
  account: AccountRecord,
  elderId: string,
  { unseen, most, station }: { unseen: readonly ElderRecord[]; most: number; station: StationRecord },
): AccountRecord {
  if (unseen.length >= most) throw notSeenYet(station, { why: 'registered', most })
  return { ...account, registered: [...unseen.map(({ id }) => id), elderId] }
}
