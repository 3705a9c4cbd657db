import type { ActFor } from '#types/people'
import type { LocalDate } from '#types/values'
import { Notice } from '@/components/notice'
import { Soft } from '@/components/text'
import { monthAndDay } from '@/services/dates'
import { callWord } from '@/services/words'

/** Whether the station has to book this day, since nobody has seen her yet. */
export const isTooFar = ({ littleUntil }: ActFor, date: LocalDate): boolean =>
  littleUntil !== undefined && date > littleUntil

/** What may be booked for somebody whom nobody has seen yet, and what to do for more, before anything is refused. */
export function Little({ elder, date }: { elder: ActFor; date: LocalDate }) {
  const { littleUntil } = elder
  if (littleUntil === undefined || !elder.scopes.includes('order')) return null
  const until = monthAndDay(littleUntil)
  if (isTooFar(elder, date)) {
    return (
      <Notice kind="info">
        {`现在能订到${until}。要订${monthAndDay(date)}的，请给驿站打电话，或者到驿站来一趟，当场就能订。`}
      </Notice>
    )
  }
  return (
    <Soft>
      {`驿站还没有见过${callWord(elder)}，现在能订到${until}，每顿一份。想多订，打个电话或者来一趟驿站就行。`}
    </Soft>
  )
}
