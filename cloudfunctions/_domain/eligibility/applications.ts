import type { Actor } from '#types/actors'
import { addDays, localDate } from '#types/days'
import type { Application, NewDocument, ReviewRow } from '#types/eligibility/applications'
import { AppError } from '#types/errors'
import { applicationId } from '#types/ids'
import type { Category } from '#types/people/categories'
import { type ApplicationAct, applicationMoves, can } from '#types/states'
import type { LocalDate } from '#types/values'
import { withStep } from '../base/history'
import type { ElderRecord } from '../people/records'
import { dayKind, type HolidayCalendar } from '../policies/terms/days'
import type { ApplicationRecord, DeterminationRecord } from './records'

/** So many papers an application keeps, however often it was sent back. */
const MOST_KEPT = 12

/** Who applies for what, with which papers. */
export interface Applying {
  category: Category
  label: string | null
  /** Which papers the district asks for. */
  papers: readonly string[]
  documents: readonly NewDocument[]
  note: string | null
  by: Actor
  applicant: string
  notify: string | null
  now: Date
  dueWorkdays: number
  calendar: HolidayCalendar
  key: string | null
  body: string
}

/** The local date so many workdays later, by the calendar of holidays and make-up workdays. */
export function workdaysAfter(date: LocalDate, days: number, calendar: HolidayCalendar): LocalDate {
  let on = date
  for (let left = days; left > 0; ) {
    on = addDays(on, 1)
    if (dayKind(on, calendar) === 'workday') left--
  }
  return on
}

/**
 * An application as it is sent, or sent again: what was sent back keeps its papers, but for photos that WeChat's check refused, and gets
 * the new ones.
 * @throws AppError `ALREADY_APPLIED` while one is under way, `DOCUMENT_MISSING` without any paper, and for a relative who sends again
 * what somebody else did, without one of their own: by that they get to see it
 */
export function submit(
  elder: ElderRecord,
  earlier: ApplicationRecord | null,
  wish: Applying,
): ApplicationRecord {
  if (earlier && !can(earlier.state, 'submit', applicationMoves))
    throw new AppError('ALREADY_APPLIED', { applicationId: earlier.id })
  const { category, label, note, by, now, key, body } = wish
  const at = now.toISOString()
  const kept = earlier?.state === 'returned' ? earlier.documents.filter(({ isRefused }) => !isRefused) : []
  const added = wish.documents.map((one) => ({ ...one, at, by: by.name }))
  const isAgain = (path: string) => added.some((one) => one.path === path)
  const documents = [...kept.filter(({ path }) => !isAgain(path)), ...added].slice(-MOST_KEPT)
  const before = earlier?.documents.flatMap(({ fileId }) => fileId ?? []) ?? []
  const replaced = before.filter((fileId) => !documents.some((one) => one.fileId === fileId))
  if ((hasHand(earlier, wish) ? documents : added).length === 0) throw new AppError('DOCUMENT_MISSING')
  return {
    id: applicationId(elder.id, category),
    district: elder.district,
    townId: elder.townId,
    stationId: elder.stationId,
    elderId: elder.id,
    elderName: elder.name,
    category,
    label,
    state: 'submitted',
    documents,
    asked: askedFor(earlier, wish),
    replaced: [...(earlier?.replaced ?? []), ...replaced],
    hasPhotos: true,
    note: note ?? keptNote(earlier, wish),
    by,
    applicants: [...new Set([...(earlier?.applicants ?? []), wish.applicant])],
    notify: wish.notify,
    submittedAt: at,
    dueOn: workdaysAfter(localDate(now), wish.dueWorkdays, wish.calendar),
    reviewer: null,
    reviewerPerson: null,
    missing: [],
    reason: null,
    from: null,
    to: null,
    decidedAt: null,
    decisions: earlier?.decisions ?? 0,
    history: withStep(earlier?.history ?? [], { state: 'submitted', at, by }),
    key,
    body,
  }
}

/** Which papers should be there: those of its category, and what a reviewer found missing, for whoever may know of that. */
function askedFor(earlier: ApplicationRecord | null, wish: Applying): string[] {
  const missed = earlier?.state === 'returned' && hasHand(earlier, wish) ? earlier.missing : []
  return [...new Set([...wish.papers, ...missed])]
}

/**
 * One application for one category, whichever registration of hers it was sent for.
 * @param others those of the same category under other registrations of hers
 * @throws AppError `ALREADY_APPLIED` while one of them is under way
 */
export function requireNotUnderWay(others: readonly (ApplicationRecord | null)[]): void {
  const open = others.find((one) => one?.state === 'submitted' || one?.state === 'inReview')
  if (open) throw new AppError('ALREADY_APPLIED', { applicationId: open.id })
}

/** The papers that were asked for and that no photo is said to show. */
const lackingIn = ({ asked = [], documents }: Pick<ApplicationRecord, 'asked' | 'documents'>): string[] =>
  asked.filter((paper) => !documents.some(({ label }) => label === paper))

/** The words of what was sent back, for staff, her guardian and whoever had a hand in it; another relative has not read them. */
function keptNote(earlier: ApplicationRecord | null, { applicant, by }: Applying): string | null {
  return earlier?.state === 'returned' && hasHand(earlier, { applicant, by }) ? earlier.note : null
}

const hasHand = (
  earlier: ApplicationRecord | null,
  { applicant, by }: Pick<Applying, 'applicant' | 'by'>,
): boolean =>
  by.role !== 'family' || by.relation === 'guardian' || (earlier?.applicants.includes(applicant) ?? true)

/** @throws AppError `WRONG_STATE` when the table does not allow it */
export function moveApplication(
  application: ApplicationRecord,
  act: ApplicationAct,
  { by, now }: { by: Actor; now: Date },
): ApplicationRecord {
  if (!can(application.state, act, applicationMoves))
    throw new AppError('WRONG_STATE', { state: application.state })
  const state = applicationMoves[act].to
  const at = now.toISOString()
  const isDecided = act !== 'take' && act !== 'submit'
  return {
    ...application,
    state,
    decidedAt: isDecided ? at : null,
    history: withStep(application.history, { state, at, by }),
  }
}

/** What a reviewer decides. */
export interface Verdict {
  verdict: 'approve' | 'return' | 'refuse'
  from: LocalDate
  to: LocalDate | null
  missing: string[]
  reason: string | null
}

/**
 * A decision, and the application as it stands then. A decision is a dated fact of its own.
 * @throws AppError `WRONG_STATE`; `REASON_MISSING` for a refusal or a return without words, `DATE_PAST` for an end before the beginning
 */
export function decide(
  application: ApplicationRecord,
  wish: Verdict,
  { by, now }: { by: Actor; now: Date },
): { application: ApplicationRecord; determination: DeterminationRecord } {
  const { verdict, from, to, missing, reason } = wish
  if (verdict === 'refuse' && !reason) throw new AppError('REASON_MISSING')
  if (verdict === 'return' && missing.length === 0 && !reason) throw new AppError('REASON_MISSING')
  if (to !== null && to < from) throw new AppError('DATE_PAST', { date: to })
  const isApproved = verdict === 'approve'
  const moved = moveApplication(application, verdict, { by, now })
  const dates = isApproved ? { from, to } : { from: null, to: null }
  return {
    application: {
      ...moved,
      ...dates,
      missing: verdict === 'return' ? missing : [],
      reason,
      decisions: application.decisions + 1,
    },
    determination: {
      id: `${application.id}_${now.getTime()}`,
      district: application.district,
      elderId: application.elderId,
      applicationId: application.id,
      category: application.category,
      verdict,
      ...dates,
      evidence: application.documents.map(({ label }) => label),
      missing,
      reason,
      by: by.name,
      at: now.toISOString(),
    },
  }
}

/** An elder as a decision leaves her: what was approved is held from that day, what was refused is known not to be. */
export function decidedElder(
  elder: ElderRecord,
  { category, verdict, from, to, evidence, by, at }: DeterminationRecord,
): ElderRecord {
  if (verdict === 'return') return elder
  const others = <T extends { category: Category }>(held: readonly T[]) =>
    held.filter((one) => one.category !== category)
  const said = { category, evidence: evidence.join('、').slice(0, 60), verifiedBy: by }
  if (verdict === 'refuse') {
    const today = localDate(at)
    return { ...elder, notHeld: [...others(elder.notHeld), { ...said, from: today, to: null }] }
  }
  const held = { ...said, from: from ?? localDate(at), to }
  const before = elder.categories.filter((one) => one.category === category && one.from < held.from)
  const ended = before.map((one) =>
    one.to === null || one.to >= held.from ? { ...one, to: addDays(held.from, -1) } : one,
  )
  return {
    ...elder,
    categories: [...others(elder.categories), ...ended.slice(-1), held],
    notHeld: others(elder.notHeld),
  }
}

/** An application as those concerned may see it. */
export function shownApplication(application: ApplicationRecord, now: Date, objection: string): Application {
  return {
    ...application,
    lacking: lackingIn(application),
    isOverdue: isOverdue(application, now),
    objection: application.state === 'refused' ? objection : null,
  }
}

/** An application in a list. */
export const reviewRow = (application: ApplicationRecord, now: Date): ReviewRow => ({
  ...application,
  isOverdue: isOverdue(application, now),
})

/** Whether the day by which it should have been decided is over. */
export const isOverdue = ({ state, dueOn }: ApplicationRecord, now: Date): boolean =>
  (state === 'submitted' || state === 'inReview') && dueOn < localDate(now)
