import type { Actor } from '#types/actors'
import { localDate } from '#types/days'
import type { Ending } from '#types/endings'
import { AppError } from '#types/errors'
import type { LocalDate } from '#types/values'
import type { ElderRecord } from '../records'
import { erasedActor } from './forgetting'

type Gone = Pick<ElderRecord, 'state' | 'diedOn'>
type Ended = Gone & Pick<ElderRecord, 'recordsBehindSince'>

/** Why what she has booked ends; null while she is here. */
export function endingOf({ state, diedOn }: Gone): Ending | null {
  if (state === 'erased') return 'erased'
  return diedOn === null ? null : 'died'
}

/**
 * The first local date on which nothing is booked for her any more: the day of her death, or that on which her data were deleted; a
 * night that comes after it finds what was booked for that very day.
 */
export const endsFrom = ({ diedOn, recordsBehindSince }: Ended, now: Date): LocalDate =>
  diedOn ?? localDate(recordsBehindSince ?? now)

/** In whose name it ends: nobody's once her data are gone; the staff's, and no single one's, once she has died. */
export function endedBy({ state }: Pick<Gone, 'state'>): Actor {
  if (state === 'erased') return erasedActor('elder')
  return { name: '', role: 'clerk', relation: null, channel: 'app' }
}

/** Whether its last step was taken in nobody's name: with what was recorded of her, and by nobody who wrote a reason of their own. */
export const isEndedWithHer = (history: readonly { by: Actor }[]): boolean => history.at(-1)?.by.name === ''

/** Nothing new is booked, asked or promised for somebody who has died. @throws AppError `ELDER_DIED` */
export function requireAlive({ diedOn }: Pick<Gone, 'diedOn'>): void {
  if (diedOn !== null) throw new AppError('ELDER_DIED')
}
