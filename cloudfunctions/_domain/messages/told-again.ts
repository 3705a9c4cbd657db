import { awaitedVisitStates } from '#types/states'
import type { Instant } from '#types/values'
import type { Outcome, VisitReport } from '#types/visits'
import { minutesAfter } from '../base/calendar'
import type { VisitRecord } from '../visits/records'
import type { Telling } from './records'
import type { Notices } from './telling'

/** When something is told, and by which table it counts as told again. */
interface When {
  now: Date
  notices: Pick<Notices, 'againWithin'>
}

/** The same once more to those who have heard of it. */
export function toldAgain(
  { to, ...telling }: Telling,
  hasHeard: (one: Telling['to'][number]) => boolean = () => true,
): Telling {
  return { ...telling, to: to.map((one) => (hasHeard(one) ? { ...one, isAgain: true as const } : one)) }
}

/**
 * Whether those who hear that something is urgent have just heard it: it still is, or was called off a short time ago, be it that
 * something else was asked for and called off since.
 */
export function isFresh({ urgency, state, urgentAt = '', history }: VisitRecord, when: When): boolean {
  const isUrgent = urgency === 'urgent'
  if (state !== 'cancelled') return isUrgent && awaitedVisitStates.includes(state)
  return isLately(isUrgent ? (history.at(-1)?.at ?? '') : urgentAt, when)
}

const isLately = (at: Instant, { now, notices: { againWithin } }: When): boolean =>
  minutesAfter(now, -againWithin) < at

/** How bad it is what somebody found. */
const worse: readonly Outcome[] = ['well', 'refused', 'needsFound', 'noAnswer', 'emergency']

/** Whether so bad a thing, or a worse one, was written of the same visit a short time ago; where all is well, whether that was. */
export function hasJustBeenFound(visit: VisitRecord, before: VisitRecord, when: When): boolean {
  const known = reportsOf(before)
  const news = reportsOf(visit).find(({ at, by }) => !known.some((one) => one.at === at && one.by === by))
  const isAlarming = (outcome: Outcome) => outcome === 'noAnswer' || outcome === 'emergency'
  const isSaid = (earlier: Outcome, now: Outcome) =>
    isAlarming(earlier) === isAlarming(now) && worse.indexOf(earlier) >= worse.indexOf(now)
  return (
    news !== undefined && known.some((one) => isSaid(one.outcome, news.outcome) && isLately(one.at, when))
  )
}

const reportsOf = ({ report, earlierReports }: VisitRecord): VisitReport[] =>
  report ? [...earlierReports, report] : earlierReports
