import type { LocalDate } from '#types/values'
import { following } from '../../_domain/elder-bound'
import { endingOf, endsFrom } from '../../_domain/people/elders/ending'
import type { ElderRecord } from '../../_domain/people/records'
import { everyPageOf } from './every-page-of'
import { changeTogether } from './together'

/**
 * Ends what somebody still waits for, for elders who have died or whose data are gone, page by page: a booking may have been
 * under way just then. Doing it again changes nothing.
 */
export async function endLive({ elders, now }: { elders: readonly ElderRecord[]; now: Date }): Promise<void> {
  for (const [name, row] of following) {
    const { live } = row
    if (live === 'never') continue
    for (const [from, those] of byFirstDay(elders, now))
      await everyPageOf(name, { row, elders: those, where: live.where(from), isDue }, (elder, page) =>
        changeTogether(name, page, { rule: live.ends, elder, now }),
      )
  }
}

const isDue = (elder: ElderRecord) => endingOf(elder) !== null

/** Elders by the first day on which nothing is booked for them any more. */
function byFirstDay(elders: readonly ElderRecord[], now: Date): Map<LocalDate, ElderRecord[]> {
  const days = new Map<LocalDate, ElderRecord[]>()
  for (const elder of elders) {
    const from = endsFrom(elder, now)
    days.set(from, [...(days.get(from) ?? []), elder])
  }
  return days
}
