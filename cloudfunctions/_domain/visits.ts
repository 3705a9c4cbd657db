import { AppError } from '#types/errors'
import type { Actor } from '#types/meals'
import { awaitedVisitStates, can, type VisitAct, visitMoves } from '#types/states'
import type { LocalDate } from '#types/values'
import { type Outcome, type Urgency, urgencies, type Visit } from '#types/visits'
import { ageOn, instantAt, localDate, minutesAfter } from './calendar'
import { withStep } from './history'
import { politeName } from './names'
import type { ElderRecord } from './records/people'
import type { VisitRecord } from './records/visits'
import { requireDateAhead } from './sittings'

/** Within how many minutes somebody should have knocked, and when a day ends; data of the district. */
export interface VisitTerms {
  dueWithin: Record<Urgency, number>
  /** Local time, `HH:mm`. */
  dayEnds: string
  daysAhead: number
}

/** Who goes. */
export type Helper = NonNullable<VisitRecord['helper']>

/** `now` stays `now`; `today` becomes today's local date, so that both spellings mean one day. */
export function whenOf(when: string, now: Date, terms: VisitTerms): 'now' | LocalDate {
  if (when === 'now') return 'now'
  const today = localDate(now)
  const date = when === 'today' ? today : when
  requireDateAhead(date, today, terms.daysAhead)
  return date
}

/** Whether somebody still waits for this visit. */
export const isAwaited = (visit: Pick<VisitRecord, 'state'>): boolean =>
  awaitedVisitStates.includes(visit.state)

/**
 * A new request for a visit. `now` is due within the urgency's minutes; a day is due when that day ends, or after the
 * same minutes when it is later than that already.
 */
export function requestVisit(
  id: string,
  wish: { urgency: Urgency; reason: string; when: 'now' | LocalDate },
  {
    elder,
    by,
    asker,
    now,
    terms,
  }: { elder: ElderRecord; by: Actor; asker: string; now: Date; terms: VisitTerms },
): VisitRecord {
  const at = now.toISOString()
  const date = wish.when === 'now' ? localDate(now) : wish.when
  const soon = minutesAfter(now, terms.dueWithin[wish.urgency])
  const evening = instantAt(date, terms.dayEnds)
  return {
    id,
    district: elder.district,
    townId: elder.townId,
    stationId: elder.stationId,
    elderId: elder.id,
    elderName: elder.name,
    politeName: politeName(elder.name, elder.sex),
    elderAge: ageOn(elder.birthDate, date),
    building: elder.building,
    room: elder.room,
    place: elder.place,
    urgency: wish.urgency,
    reason: wish.reason,
    when: wish.when,
    date,
    dueAt: wish.when === 'now' || evening < at ? soon : evening,
    state: 'open',
    askedBy: by,
    askedAt: at,
    asker,
    helper: null,
    releasedBy: null,
    report: null,
    history: [{ state: 'open', at, by }],
  }
}

/**
 * An awaited visit that somebody asks for again: it becomes as urgent as the new wish, with its reason and due then. A wish
 * that is no more urgent changes nothing.
 */
export function raiseUrgency(
  visit: VisitRecord,
  wish: { urgency: Urgency; reason: string },
  { by, now, terms }: { by: Actor; now: Date; terms: VisitTerms },
): VisitRecord {
  if (urgencies.indexOf(wish.urgency) >= urgencies.indexOf(visit.urgency)) return visit
  const soon = minutesAfter(now, terms.dueWithin[wish.urgency])
  const isSooner = visit.when === 'now' && soon < visit.dueAt
  const history = withStep(visit.history, { state: visit.state, at: now.toISOString(), by })
  return { ...visit, ...wish, dueAt: isSooner ? soon : visit.dueAt, history }
}

/**
 * Moves a visit by the state table.
 * @throws AppError `WRONG_STATE` when the table does not allow it
 */
export function moveVisit(
  visit: VisitRecord,
  act: VisitAct,
  { by, now }: { by: Actor; now: Date },
): VisitRecord {
  if (!can(visit.state, act, visitMoves)) throw new AppError('WRONG_STATE', { state: visit.state })
  const state = visitMoves[act].to
  return { ...visit, state, history: withStep(visit.history, { state, at: now.toISOString(), by }) }
}

/** Gives a visit to a helper; to the one who has it already, nothing changes. `VISIT_TAKEN` when somebody else has it. */
export function claimVisit(visit: VisitRecord, helper: Helper, move: { by: Actor; now: Date }): VisitRecord {
  if (visit.helper?.openid === helper.openid && isOnTask(visit)) return visit
  if (isOnTask(visit)) throw new AppError('VISIT_TAKEN')
  return { ...moveVisit(visit, 'claim', move), helper }
}

/**
 * Takes a visit from its helper, so that somebody else can go; given back already, nothing changes. Whoever gave it
 * back before cannot take it from the next one: `WRONG_STATE`.
 */
export function releaseVisit(
  visit: VisitRecord,
  releasedBy: string,
  move: { by: Actor; now: Date },
): VisitRecord {
  if (visit.state === 'open' && visit.releasedBy === releasedBy) return visit
  const released = { ...moveVisit(visit, 'release', move), helper: null, releasedBy }
  const isTheirs = visit.helper?.openid === releasedBy || move.by.role === 'coordinator'
  if (!isTheirs) throw new AppError('WRONG_STATE', { state: visit.state })
  return released
}

/** Writes down what was found at the door; the same report again changes nothing. */
export function reportVisit(
  visit: VisitRecord,
  found: { outcome: Outcome; note: string | null },
  move: { by: Actor; now: Date },
): VisitRecord {
  const { report } = visit
  if (report && report.outcome === found.outcome && report.note === found.note) return visit
  return { ...moveVisit(visit, 'report', move), report: { ...found, at: move.now.toISOString() } }
}

/** Whether a helper is on the way or at the door. */
const isOnTask = (visit: VisitRecord) => visit.state === 'claimed' || visit.state === 'onSite'

/** How a reader stands to a visit: family and staff see all, a helper only what the task needs. */
export type Reader = { openid: string; sees: 'all' | 'task' }

/**
 * A visit as one reader may see it. A helper sees the polite name and the building, and the room only while the task
 * is theirs and not yet reported.
 */
export function visitFor(visit: VisitRecord, reader: Reader): Visit {
  const isMine = visit.helper?.openid === reader.openid
  const seesAll = reader.sees === 'all'
  const room = visit.room !== null && (seesAll || (isMine && isOnTask(visit))) ? ` ${visit.room}` : ''
  return {
    ...visit,
    elderName: seesAll ? visit.elderName : visit.politeName,
    address: visit.building + room,
    helper: visit.helper && { name: visit.helper.name, kind: visit.helper.kind },
    isMine,
  }
}
