import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { awaitedVisitStates } from '#types/states'
import { isCalling, unsettledOf } from '#types/unsettled'
import type { Outcome } from '#types/visits'
import { minutesAfter } from '../base/calendar'
import { wordsOf } from '../people/elders/forgetting'
import { withAlarm } from './alarms'
import type { VisitRecord } from './records'
import { moveVisit } from './visits'
import { earlierWith, momentAfter } from './written'

/** What a helper found. */
interface Found {
  outcome: Outcome
  note: string | null
  /** Whether 120 was rung, in an emergency; null where nobody said. */
  ambulanceCalled: boolean | null
  /** WeChat's check did not let the words through: staff alone read them. */
  isHeld: boolean
}

/** For how many hours what was written may be followed by something else, once somebody has closed the visit; data. */
interface CorrectingTerms {
  correctWithinHours: number
}

/** The helper, and when. */
interface Move {
  by: Actor
  now: Date
  /** Whether it is known not to be what was sent before, sent once more: it came under a key of its own. */
  isAnew?: boolean
}

type Written = NonNullable<VisitRecord['report']>

/**
 * Writes down what was found at the door; the same report again changes nothing, also when it was read since. What calls for
 * somebody calls again in the same words, once it was dealt with or where it is known to be said anew. A different report is what
 * was seen afterwards (nobody opened; two minutes later she did): it is added, the first is kept, and the visit wants to be
 * read anew. An emergency counts also where the visit was cancelled a while ago: somebody was at the door all the same.
 * @throws AppError `WRONG_STATE` when nobody is to write anything, or it was closed too long ago
 */
export function reportVisit(
  visit: VisitRecord,
  found: Found,
  move: Move,
  terms: CorrectingTerms,
): VisitRecord {
  const { report, state } = visit
  const kept = { ...found, note: wordsOf(visit, found.note) }
  if (report && isRepeat(visit, report, kept, move)) return visit
  if (!mayBeCorrected(visit, move.now, terms)) throw new AppError('WRONG_STATE', { state })
  const isAfterwards = state === 'reported' || state === 'closed'
  const act = isRaised(visit, found, move.now, terms) ? 'raise' : isAfterwards ? 'correct' : 'report'
  const at = momentAfter(visit, move.now)
  const { ended: _, ...moved } = moveVisit(visit, act, { by: move.by, now: at })
  return withAlarm({
    ...moved,
    earlierReports: earlierWith(visit),
    report: {
      ...kept,
      ambulanceCalled: found.outcome === 'emergency' ? found.ambulanceCalled : null,
      at: at.toISOString(),
      by: move.by.name,
    },
  })
}

/**
 * An emergency found by whoever had promised to go before somebody else did. What they found is written down beside it, and whoever
 * goes now goes on; where something was written since, or nobody was to go any more, it is what was seen afterwards.
 */
export function reportBeside(
  visit: VisitRecord,
  found: Found,
  move: Move,
  terms: CorrectingTerms,
): VisitRecord {
  if (visit.report || !awaitedVisitStates.includes(visit.state)) return reportVisit(visit, found, move, terms)
  const { earlierReports } = visit
  const kept = { ...found, note: wordsOf(visit, found.note) }
  if (earlierReports.some((one) => one.by === move.by.name && isRepeat(visit, one, kept, move))) return visit
  const report = { ...kept, at: momentAfter(visit, move.now).toISOString(), by: move.by.name }
  return withAlarm({ ...visit, earlierReports: [...earlierWith(visit), report] })
}

/** Whether whoever reports this has met her: the door was opened, or she was found behind it. */
export const hasMet = (outcome: Outcome): boolean =>
  outcome === 'well' || outcome === 'needsFound' || outcome === 'emergency'

/** Whether it is an emergency at a door to which nobody was to go any more. */
function isRaised(
  { state, ended, history }: VisitRecord,
  { outcome }: Found,
  now: Date,
  { correctWithinHours }: CorrectingTerms,
): boolean {
  const last = history.at(-1)
  const isLately =
    last !== undefined && minutesAfter(new Date(last.at), correctWithinHours * 60) > now.toISOString()
  return state === 'cancelled' && outcome === 'emergency' && ended !== 'erased' && isLately
}

/** Whether a visit is one that its helper may have more to say about: written about lately, or passed on before anything was. */
export function isFresh(visit: VisitRecord, now: Date, { correctWithinHours }: CorrectingTerms): boolean {
  const last = visit.report
  return last === null || minutesAfter(new Date(last.at), correctWithinHours * 60) > now.toISOString()
}

/** Whether something may still be written about a visit that is not closed for too long. */
const mayBeCorrected = (visit: VisitRecord, now: Date, terms: CorrectingTerms): boolean =>
  visit.state !== 'closed' || isFresh(visit, now, terms)

/** Whether what is found now is what was written before, and was not dealt with since. */
function isRepeat(visit: VisitRecord, before: Written, found: Found, { isAnew = false }: Move): boolean {
  if (!isSame(before, found)) return false
  const isDealtWith = visit.state === 'closed' || !unsettledOf(visit).includes(before)
  return !isCalling(found) || !(isAnew || isDealtWith)
}

const isSame = (report: Written, { outcome, note, ambulanceCalled }: Found): boolean =>
  report.outcome === outcome &&
  report.note === note &&
  (outcome !== 'emergency' || report.ambulanceCalled === ambulanceCalled)
