import { awaitedVisitStates } from '#types/states'
import { writtenSince } from '#types/unsettled'
import type { Instant } from '#types/values'
import type { Alarm, Outcome, Urgency } from '#types/visits'
import { minutesAfter } from '../base/calendar'
import type { VisitRecord } from './records'

/** What an alarm follows from. */
type Alarming = Pick<VisitRecord, 'state' | 'urgency' | 'report' | 'earlierReports' | 'settlings'>

/** States in which somebody should be on the way. */
const expected: readonly VisitRecord['state'][] = ['open', 'claimed', 'onSite']

/** Which of what was found before is over by what is found now: whoever is seen has opened; whoever is well again is in no danger. */
const eases: Record<Outcome, readonly Outcome[]> = {
  well: ['emergency', 'noAnswer'],
  needsFound: ['noAnswer'],
  refused: ['noAnswer'],
  emergency: ['noAnswer'],
  noAnswer: [],
}

/** What was found since somebody dealt with it last, and is not over by itself. A need never is. */
const openFinds = (visit: Alarming): Outcome[] =>
  writtenSince(visit).reduce<Outcome[]>(
    (open, { outcome }) => [...open.filter((one) => !eases[outcome].includes(one)), outcome],
    [],
  )

/**
 * What about a visit calls for somebody now; null: nothing does. An emergency outlives everything until she is seen to be well or the
 * visit is closed, also when somebody else goes. As long as a visit is awaited it is as urgent as it was asked for; then counts that
 * nobody opened, and for whatever was passed on to the station for another reason, that nobody came. What she was found to need stays
 * open until somebody says what was arranged. What is late is never stored: it follows from `dueAt` and the time of day.
 */
export function alarmOf(visit: Alarming): Alarm | null {
  const { state, urgency } = visit
  if (state === 'closed' || state === 'cancelled') return null
  const found = openFinds(visit)
  if (found.includes('emergency')) return 'emergency'
  const isUrgent = urgency === 'urgent'
  if (isUrgent && expected.includes(state)) return 'urgent'
  if (found.includes('noAnswer')) return 'noAnswer'
  if (isUrgent && awaitedVisitStates.includes(state)) return 'urgent'
  if (state === 'escalated') return 'unanswered'
  return found.includes('needsFound') ? 'needsFound' : null
}

/** A visit whose alarm says what the rest of it says; every change ends here. */
export const withAlarm = (visit: VisitRecord): VisitRecord => ({ ...visit, alarm: alarmOf(visit) })

/** The visits that call for somebody, the worst first: what is urgent and late before doors that nobody opened; of equals the latest. */
export function alarmingFirst(visits: readonly VisitRecord[], now: Date): VisitRecord[] {
  const at = now.toISOString()
  const rank = ({ alarm, dueAt }: VisitRecord) =>
    ranks.indexOf(alarm === 'urgent' && dueAt < at ? 'late' : alarm)
  return visits
    .filter(({ alarm }) => alarm !== null)
    .sort((a, b) => rank(a) - rank(b) || b.dueAt.localeCompare(a.dueAt))
}

const ranks: readonly (Alarm | 'late' | null)[] = [
  'emergency',
  'late',
  'noAnswer',
  'urgent',
  'unanswered',
  'needsFound',
]

/** Whether somebody reported an emergency, or that nobody opened, and nobody has dealt with it yet. */
export const isFoundAlarming = ({ alarm }: Pick<VisitRecord, 'alarm'>): boolean =>
  alarm === 'emergency' || alarm === 'noAnswer'

/** After how many hours beyond its due time nobody waits any longer for whoever should have gone; data of the district. */
interface AbandonedTerms {
  abandonedAfterHours: Record<Urgency, number>
}

/** A visit of this urgency that was due before this instant and that nobody came to has been waited for long enough. */
export function abandonedBefore(urgency: Urgency, now: Date, terms: AbandonedTerms): Instant {
  return minutesAfter(now, -terms.abandonedAfterHours[urgency] * 60)
}

/** Whether nobody came within the days of a visit: it is then passed on to the station (`escalateVisit`), and not left open for ever. */
export function isAbandoned(visit: VisitRecord, now: Date, terms: AbandonedTerms): boolean {
  return expected.includes(visit.state) && visit.dueAt < abandonedBefore(visit.urgency, now, terms)
}
