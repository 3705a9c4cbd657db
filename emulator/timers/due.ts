import type { Cron } from './cron'

const SECOND_MS = 1000
const DAY_MS = 86_400_000
const ZONE_MS = 8 * 3_600_000

/** The first instant after the given one at which a timer falls due; undefined when it never does again. */
export function nextDue(cron: Cron, after: Date): Date | undefined {
  // Local time as if it were UTC, so that the fields can be read with the UTC getters.
  const from = (Math.floor((after.getTime() + ZONE_MS) / SECOND_MS) + 1) * SECOND_MS
  const lastYear = cron.years.at(-1) ?? 0

  for (let day = from - mod(from, DAY_MS); new Date(day).getUTCFullYear() <= lastYear; day += DAY_MS) {
    if (!isOnDay(cron, new Date(day))) continue
    const time = firstTime(cron, Math.max(from - day, 0) / SECOND_MS)
    if (time !== undefined) return new Date(day + time * SECOND_MS - ZONE_MS)
  }
  return undefined
}

/** The last instant after the one and not after the other at which a timer falls due. */
export function lastDue(cron: Cron, after: Date, upTo: Date): Date | undefined {
  const dueAfter = (instant: number) => {
    const due = nextDue(cron, new Date(instant))?.getTime()
    return due !== undefined && due <= upTo.getTime() ? due : undefined
  }
  let last = dueAfter(after.getTime())
  if (last === undefined) return undefined

  // Nothing is due between `none` and `upTo`; halving finds a year's last due time among 31 million seconds at once.
  for (let none = upTo.getTime(); none - last >= SECOND_MS; ) {
    const middle: number = Math.floor((last + none) / 2)
    const due = dueAfter(middle)
    if (due === undefined) none = middle
    else last = due
  }
  return new Date(last)
}

/** Where day and weekday are both given, either one is enough. */
function isOnDay({ years, months, days, weekdays }: Cron, local: Date): boolean {
  if (!years.includes(local.getUTCFullYear()) || !months.includes(local.getUTCMonth() + 1)) return false
  const isDay = days?.includes(local.getUTCDate())
  const isWeekday = weekdays?.includes(local.getUTCDay())
  return isDay === undefined || isWeekday === undefined ? (isDay ?? isWeekday ?? true) : isDay || isWeekday
}

/** The first time of day that is not before the given one, both in seconds. */
function firstTime({ hours, minutes, seconds }: Cron, earliest: number): number | undefined {
  for (const hour of hours) {
    for (const minute of minutes) {
      const start = hour * 3600 + minute * 60
      if (start + 59 < earliest) continue
      for (const second of seconds) if (start + second >= earliest) return start + second
    }
  }
  return undefined
}

const mod = (value: number, by: number) => ((value % by) + by) % by
