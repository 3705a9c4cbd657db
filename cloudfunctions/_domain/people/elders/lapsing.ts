import { addDays, localDate } from '#types/days'
import type { Instant } from '#types/values'
import { instantAt } from '../../base/calendar'
import type { ElderRecord } from '../records'

/** For how many days a registration waits for her yes; data. */
interface UnconfirmedTerms {
  keptDays: number
}

/** Registrations from before this instant have waited long enough. */
export const lapsesBefore = (now: Date, { keptDays }: UnconfirmedTerms): Instant =>
  instantAt(addDays(localDate(now), -keptDays), '00:00')

/**
 * Whether a registration by others is given up: she has never agreed to anything. One that was joined with another stays with that, and
 * whoever agreed once and withdrew it later decides herself what becomes of her data.
 */
export const isLapsed = (
  { state, unconfirmedSince, joinedTo, joined = [] }: ElderRecord,
  before: Instant,
): boolean =>
  state === 'pending' &&
  unconfirmedSince !== undefined &&
  unconfirmedSince < before &&
  joinedTo === undefined &&
  joined.length === 0
