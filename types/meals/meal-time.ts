import type { Instant } from '../values'

/** Milliseconds after its beginning for which a meal can still be had. */
const MEAL_TIME = 2 * 3_600_000

/** Whether a meal has yet to begin, or began not long ago. */
export const canStillBeHad = ({ startsAt }: { startsAt: Instant }, now: Date | Instant): boolean =>
  new Date(now).getTime() <= Date.parse(startsAt) + MEAL_TIME
