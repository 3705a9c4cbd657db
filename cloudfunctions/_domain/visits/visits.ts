import type { Actor } from '#types/actors'
import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import { longest } from '#types/limits'
import { politeName } from '#types/names'
import { awaitedVisitStates, can, type VisitAct, visitMoves } from '#types/states'
import { latestReport, unsettledOf } from '#types/unsettled'
import type { Instant, LocalDate, Place } from '#types/values'
import { type Urgency, urgencies, type Visit, type VisitReport } from '#types/visits'
import { isAnsweredBy, isFamilyOf, relationTo } from '../access/holdings'
import { ageOn, instantAt, minutesAfter } from '../base/calendar'
import { withStep } from '../base/history'
import { maskName } from '../base/masks'
import { requireDateAhead } from '../meals/sittings'
import { wordsOf } from '../people/elders/forgetting'
import { hasUnknownPlace } from '../people/elders/place'
import { toldOf } from '../people/elders/told'
import type { AccountRecord, ElderRecord } from '../people/records'
import { withAlarm } from './alarms'
import { type Helper, placed, type VisitRecord } from './records'
import { earlierWith, momentAfter, settlingsWith } from './written'

/** Within how many minutes somebody should have knocked, and when a day ends; data of the district. */
interface VisitTerms {
  dueWithin: Record<Urgency, number>
  /** Local time, `HH:mm`. */
  dayEnds: string
  daysAhead: number
  /** How many visits one helper may have taken on at a time. */
  mostTasks: number
}

/**
 * `now` stays `now`; `today` becomes today's local date, so that both spellings mean one day. What is urgent waits for no other
 * day: it is for now, and never refused for the day that stood there.
 * @throws AppError `DATE_PAST`, `DATE_TOO_FAR`
 */
export function whenOf(
  { urgency, when }: { urgency: Urgency; when: string },
  now: Date,
  terms: VisitTerms,
): 'now' | LocalDate {
  if (when === 'now') return 'now'
  if (urgency === 'urgent' && when !== 'today' && when !== localDate(now)) return 'now'
  const today = localDate(now)
  const date = when === 'today' ? today : when
  requireDateAhead(date, today, terms.daysAhead)
  return date
}

/** Whether somebody still waits for this visit. */
export const isAwaited = (visit: Pick<VisitRecord, 'state'>): boolean =>
  awaitedVisitStates.includes(visit.state)

/**
 * Until when somebody should have knocked. `now`, and today where it is urgent: within the urgency's minutes. A day: when that day
 * ends, but an urgent visit's minutes are always left; what is asked after the day has ended is due at the end of the next.
 */
export function dueAt(
  wish: { urgency: Urgency; when: 'now' | LocalDate },
  now: Date,
  terms: VisitTerms,
): Instant {
  const soon = minutesAfter(now, terms.dueWithin[wish.urgency])
  const isToday = wish.when !== 'now' && wish.when <= localDate(now)
  if (wish.when === 'now' || (isToday && wish.urgency === 'urgent')) return soon
  const evening = instantAt(wish.when, terms.dayEnds)
  const isOver = evening <= now.toISOString()
  if (isOver) return instantAt(addDays(wish.when, 1), terms.dayEnds)
  const soonest = minutesAfter(now, terms.dueWithin.urgent)
  return evening.localeCompare(soonest) < 0 ? soonest : evening
}

/** Why somebody should knock, and how soon. */
interface Wish {
  urgency: Urgency
  /** Null where nobody said why. */
  reason: string | null
  /** WeChat's check did not let the words through: staff alone read them. */
  reasonHeld: boolean
}

/** A new request for a visit. */
export function requestVisit(
  id: string,
  wish: Wish & { when: 'now' | LocalDate },
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
  return withAlarm({
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
    ...placed(elder.place, hasUnknownPlace(elder)),
    urgency: wish.urgency,
    reason: wish.reason,
    reasonHeld: wish.reasonHeld,
    when: wish.when,
    date,
    dueAt: dueAt(wish, now, terms),
    state: 'open',
    askedBy: by,
    askedAt: at,
    asker,
    notify: toldOf(by, asker, elder, now),
    helper: null,
    called: [],
    lateTold: 'nobody',
    releasedBy: null,
    lastHelper: null,
    report: null,
    earlierReports: [],
    settlings: [],
    alarm: null,
    history: [{ state: 'open', at, by }],
  })
}

/**
 * An awaited visit that somebody asks for again: what else is said stands before what was said until then, with who said it where
 * that is not whoever asked first. A more urgent wish makes it as urgent, and due as soon as that wants; where its time has passed
 * already, the time of the new wish counts. The steps of the visit stay as they were; who asked stands in the audit log.
 * @throws AppError `REASON_FULL` where so much was said that there is no room for more; never to a more urgent wish
 */
export function askAgain(
  visit: VisitRecord,
  wish: Wish,
  { by, now, terms }: { by: Actor; now: Date; terms: VisitTerms },
): VisitRecord {
  const isMore = urgencies.indexOf(wish.urgency) < urgencies.indexOf(visit.urgency)
  const reason = reasonsOf(wish.reason && saidBy(by, wish.reason, visit), visit.reason)
  const isNews = reason !== visit.reason
  if (!isMore && !isNews) return visit
  if (!isMore && (reason?.length ?? 0) > MOST_SAID) throw new AppError('REASON_FULL')
  const said = { ...visit, reason, reasonHeld: visit.reasonHeld || wish.reasonHeld }
  if (!isMore) return said
  const due = dueAt({ ...wish, when: visit.when }, now, terms)
  const isOver = visit.dueAt < now.toISOString()
  return withAlarm({
    ...said,
    urgency: wish.urgency,
    dueAt: isOver || due < visit.dueAt ? due : visit.dueAt,
    lateTold: isOver ? 'nobody' : visit.lateTold,
  })
}

/** So many characters of what is said about one visit have room: three of the longest. */
const MOST_SAID = 3 * (longest.text + 1)

/** 李敏：摔了. Nothing before it of whoever asked first, whose name stands before all of it. */
function saidBy({ name, role }: Actor, words: string, { askedBy }: VisitRecord): string {
  if (name === askedBy.name && role === askedBy.role) return words
  return `${role === 'elder' ? '本人' : name}：${words}`
}

/** What was said about a visit, the last first; the same words again add nothing. */
function reasonsOf(said: string | null, before: string | null): string | null {
  if (said === null || `；${before}；`.includes(`；${said}；`)) return before
  return before === null ? said : `${said}；${before}`
}

/**
 * Moves a visit by the state table.
 * @throws AppError `WRONG_STATE` when the table does not allow it; `ELDER_DIED` where it has ended by that
 */
export function moveVisit(
  visit: VisitRecord,
  act: VisitAct,
  { by, now }: { by: Actor; now: Date },
): VisitRecord {
  if (!can(visit.state, act, visitMoves)) {
    if (visit.ended === 'died') throw new AppError('ELDER_DIED')
    throw new AppError('WRONG_STATE', { state: visit.state })
  }
  const state = visitMoves[act].to
  return withAlarm({
    ...visit,
    state,
    history: withStep(visit.history, { state, at: now.toISOString(), by }),
  })
}

/**
 * Takes a visit back. After somebody reported what calls for somebody, and nobody dealt with it, only staff can: `STILL_ALARMING`.
 */
export function cancelVisit(visit: VisitRecord, move: { by: Actor; now: Date }): VisitRecord {
  if (visit.state === 'cancelled') return visit
  const cancelled = moveVisit(visit, 'cancel', move)
  if (unsettledOf(visit).length > 0) requireStaff(move.by)
  return cancelled
}

/** What whoever closes a visit says. */
interface Closing {
  /** What was done about it; null where nothing was said. */
  done: string | null
  /** When the latest report was written that they saw; null where none was. */
  seen: Instant | null
}

/**
 * Closes a visit whose report was read. Whatever calls for somebody, or did until she was seen again, is dealt with and closed by
 * whoever answers for the place: `STILL_ALARMING` for anybody else, `DONE_MISSING` without a word of what was done. What was
 * written since they looked is read first: `REPORT_CHANGED`. Closed already, it is not said to have been closed in other words:
 * `WRONG_STATE`.
 */
export function closeVisit(
  visit: VisitRecord,
  { done, seen }: Closing,
  { by, now }: { by: Actor; now: Date },
): VisitRecord {
  const { settlings, state, alarm } = visit
  const note = wordsOf(visit, done)
  const isSaid = settlings.some((one) => one.note === note && one.by.name === by.name)
  if (state === 'closed' && (done === null || isSaid)) return visit
  const at = momentAfter(visit, now)
  const closed = moveVisit(visit, 'close', { by, now: at })
  if ((latestReport(visit)?.at ?? null) !== seen) throw new AppError('REPORT_CHANGED')
  const isUnsettled = alarm !== null || unsettledOf(visit).length > 0
  if (isUnsettled) requireStaff(by)
  if (isUnsettled && done === null) throw new AppError('DONE_MISSING')
  if (done === null) return closed
  return { ...closed, settlings: settlingsWith(visit, { alarm, note, at: at.toISOString(), by }) }
}

const answering: readonly Actor['role'][] = ['clerk', 'manager', 'coordinator']

function requireStaff(by: Actor): void {
  if (!answering.includes(by.role)) throw new AppError('STILL_ALARMING')
}

/** Passes a visit on to whoever answers for the station and the town; passed on already, nothing changes. */
export function escalateVisit(visit: VisitRecord, move: { by: Actor; now: Date }): VisitRecord {
  return visit.state === 'escalated' ? visit : moveVisit(visit, 'escalate', move)
}

/**
 * `TOO_MANY_TASKS` when a helper has enough to go to without this visit: doors wait for somebody who comes, and nobody
 * collects addresses.
 */
export function requireRoomForTask(tasks: readonly VisitRecord[], visitId: string, terms: VisitTerms): void {
  const others = tasks.filter((task) => task.id !== visitId)
  if (others.length >= terms.mostTasks) throw new AppError('TOO_MANY_TASKS', { most: terms.mostTasks })
}

/** Gives a visit to a helper; to the one who has it already, nothing changes. `VISIT_TAKEN` when somebody else has it. */
export function claimVisit(visit: VisitRecord, helper: Helper, move: { by: Actor; now: Date }): VisitRecord {
  if (visit.helper?.openid === helper.openid && isOnTask(visit)) return visit
  if (isOnTask(visit)) throw new AppError('VISIT_TAKEN')
  const earlierReports = earlierWith(visit)
  const lastHelper = visit.helper?.openid ?? visit.lastHelper
  return withAlarm({ ...moveVisit(visit, 'claim', move), helper, lastHelper, report: null, earlierReports })
}

/** Whether a visit is this helper's, and can still go to another one. */
export const isReleasableBy = ({ helper, state }: VisitRecord, openid: string): boolean =>
  helper?.openid === openid && can(state, 'release', visitMoves)

/**
 * Takes a visit from its helper, so that somebody else can go; given back already, nothing changes. Whoever gave it
 * back before cannot take it from the next one: `WRONG_STATE`. `called`: who is called to it now.
 */
export function releaseVisit(
  visit: VisitRecord,
  releasedBy: string,
  move: { by: Actor; now: Date },
  called: readonly string[] = visit.called,
): VisitRecord {
  if (visit.state === 'open' && visit.releasedBy === releasedBy) return visit
  const lastHelper = visit.helper?.openid ?? null
  const left = { helper: null, releasedBy, lastHelper, called: [...called] }
  const released = { ...moveVisit(visit, 'release', move), ...left }
  const isTheirs = visit.helper?.openid === releasedBy || answering.includes(move.by.role)
  if (!isTheirs) throw new AppError('WRONG_STATE', { state: visit.state })
  return released
}

/** Whether a helper is on the way or at the door. */
export const isOnTask = (visit: VisitRecord): boolean => visit.state === 'claimed' || visit.state === 'onSite'

/**
 * A visit as somebody may see it. The family, and whoever answers for the station or the town, see all. A helper sees
 * how people call the elder and the building; the room, and the very place, only while the task is theirs and not yet
 * reported; and what was found only where they were the ones who went. What was written about it is not for a relative who may
 * only look: it speaks of her health; neither is what was done about it. Words that WeChat's check held back are read by whoever
 * answers for the place, by nobody else.
 */
export function visitFor(visit: VisitRecord, account: AccountRecord): Visit {
  const isMine = visit.helper?.openid === account.id
  const seesAll = isFamilyOf(account, visit.elderId) || isAnsweredBy(account, visit)
  const seesHome = seesAll || (isMine && isOnTask(visit))
  const room = visit.room !== null && seesHome ? ` ${visit.room}` : ''
  const seen = seesAll ? visit : withoutHerName(visit)
  const readsHeld = isAnsweredBy(account, visit)
  const readsNotes = readsHeld || isMine || actsFor(account, visit.elderId)
  const asRead = (report: VisitReport) => reportFor(report, { readsHeld, readsNotes })
  const reports = seesAll || isMine ? visit : { report: null, earlierReports: [] }
  return {
    ...seen,
    reason: visit.reasonHeld && !readsHeld ? null : visit.reason,
    report: reports.report && asRead(reports.report),
    earlierReports: reports.earlierReports.map(asRead),
    settlings: seesAll ? visit.settlings.map((one) => (readsNotes ? one : { ...one, note: null })) : [],
    place: seesHome ? visit.place : roughly(visit.place),
    address: visit.building + room,
    helper: visit.helper && { name: visit.helper.name, kind: visit.helper.kind },
    isMine,
  }
}

const reportFor = (report: VisitReport, may: { readsHeld: boolean; readsNotes: boolean }): VisitReport =>
  may.readsNotes && (may.readsHeld || !report.isHeld) ? report : { ...report, note: null }

/** Whether the account is the elder's own, or of somebody who orders for her or may know of her health. */
const actsFor = (account: AccountRecord, elderId: string): boolean =>
  relationTo(account, elderId, 'order') !== null || relationTo(account, elderId, 'health') !== null

/** A place to about a hundred metres: which way to go, not which door. */
const roughly = ({ lng, lat }: Place): Place => ({
  lng: Math.round(lng * 1000) / 1000,
  lat: Math.round(lat * 1000) / 1000,
})

/** The elder's full name stands in the visit, and in what she did herself; a helper needs no relative's either. */
function withoutHerName(visit: VisitRecord): VisitRecord {
  const called = (actor: Actor): Actor =>
    actor.role === 'elder'
      ? { ...actor, name: visit.politeName }
      : actor.role === 'family'
        ? { ...actor, name: maskName(actor.name) }
        : actor
  return {
    ...visit,
    elderName: visit.politeName,
    askedBy: called(visit.askedBy),
    history: visit.history.map((step) => ({ ...step, by: called(step.by) })),
  }
}

/** The visit that a home page shows: the awaited one that is due first, else the last report of the day. */
export function visitShown(visits: readonly VisitRecord[], now: Date): VisitRecord | null {
  const awaited = visits.filter(isAwaited).sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  if (awaited[0]) return awaited[0]
  const today = localDate(now)
  const reports = visits.filter((visit) => visit.report !== null && localDate(visit.report.at) === today)
  return reports.sort((a, b) => (b.report?.at ?? '').localeCompare(a.report?.at ?? ''))[0] ?? null
}
