import { AppError } from '#types/errors'
import { minutesAfter } from '../../base/calendar'
import type { TriesRecord } from './records'

/**
 * Counts one more try of an account at a code or an id number, right or wrong. An hour begins with its first try.
 * @throws AppError `TOO_MANY_TRIES` with `until`, the instant from which it may try again
 */
export function countTry(
  earlier: TriesRecord | null,
  openid: string,
  { now, mostPerHour }: { now: Date; mostPerHour: number },
): TriesRecord {
  const until = earlier && minutesAfter(new Date(earlier.from), 60)
  if (!earlier || !until || until <= now.toISOString()) {
    return { id: openid, from: now.toISOString(), count: 1 }
  }
  if (earlier.count >= mostPerHour) throw new AppError('TOO_MANY_TRIES', { until })
  return { ...earlier, count: earlier.count + 1 }
}
