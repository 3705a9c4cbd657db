import type { NoticeKind } from '#types/notices'
import type { ElderRecord } from '../people/records'
import type { Walking } from '../stations/walking'
import { isFoundAlarming } from '../visits/alarms'
import type { VisitRecord } from '../visits/records'
import { isOnTask } from '../visits/visits'
import type { MessageRecord, Telling } from './records'
import {
  saidOfAsking,
  saidOfLate,
  saidOfMistake,
  saidOfMove,
  saidOfProgress,
  saidOfReport,
  saidOfSettled,
  saidOfUrgent,
} from './said-of-visits'
import { type Notices, type Reachable, tell } from './telling'
import { hasJustBeenFound, isFresh, toldAgain } from './told-again'

/** Who tells, when, to whom beside the asker and the helper, and by which table. */
interface About {
  /** Openid of whoever did it; null where nobody did. */
  by: string | null
  reach?: Reachable
  now: Date
  notices: Notices
}

/** With the nearest helpers, and where each of them starts from. */
interface AboutUrgent extends About {
  placeOf(openid: string): VisitRecord['place'] | null
  walking: Walking
}

/**
 * An urgent wish, new or become so, or one that waits again: at once to everybody who could do something.
 * @param earlier the visit as it was before, or the last one of the same elder and day; null where there was none
 */
export function tellUrgent(
  visit: VisitRecord,
  earlier: VisitRecord | null,
  { placeOf, walking, ...about }: AboutUrgent,
): Telling | null {
  const telling = tellOf('visitUrgent', visit, about, (as, openid) =>
    saidOfUrgent(visit, as, { from: as === 'helpers' ? placeOf(openid) : null, walking }),
  )
  if (!telling || !earlier || !isFresh(earlier, about)) return telling
  return toldAgain(telling, ({ as, openid }) => as !== 'helpers' || earlier.called.includes(openid))
}

/** Any other wish: to the elder for whom somebody else asked. */
export const tellAsked = (visit: VisitRecord, about: About): Telling | null =>
  tellOf('visitAsked', visit, about, () => saidOfAsking(visit))

/** Somebody goes, is there, cannot go, or need not. `visit` as it was before where it lost its helper by it. */
export function tellProgress(
  visit: VisitRecord,
  step: 'claimed' | 'arrived' | 'released' | 'cancelled',
  about: About,
): Telling | null {
  const kinds = {
    claimed: 'visitClaimed',
    arrived: 'visitArrived',
    released: 'visitReleased',
    cancelled: 'visitCancelled',
  } as const
  return tellOf(kinds[step], visit, about, (as) => saidOfProgress(visit, as, step, about.now.toISOString()))
}

/**
 * Nobody need go to what was urgent: to all who were called, and to all who were told of it. Only whoever is on the way must hear of it
 * whatever it costs: all others keep their last yes for what is urgent next.
 */
export function tellCalledOff(visit: VisitRecord, about: About): Telling | null {
  const reach = { ...about.reach, helpers: visit.called }
  const telling = tellOf('visitCalledOff', visit, { ...about, reach }, (as) =>
    saidOfProgress(visit, as, 'cancelled', about.now.toISOString()),
  )
  return telling && toldAgain(telling, ({ as }) => as !== 'helper')
}

/**
 * Whoever was to go does not: to them, and to whoever asked. `released`: the visit as it waits again; what is urgent is told to
 * everybody else who could do something as well, again to all but a helper whom nobody called before.
 */
export function tellReleased(
  before: VisitRecord,
  released: VisitRecord,
  { placeOf, walking, ...about }: Omit<AboutUrgent, 'placeOf'> & { placeOf?: AboutUrgent['placeOf'] },
): Telling[] {
  const { reach = {}, ...rest } = about
  const others = (openids: Reachable['elder']) => openids?.filter((openid) => openid !== before.notify)
  const again = { ...reach, family: others(reach.family), elder: others(reach.elder) }
  return [
    tellProgress(before, 'released', rest),
    placeOf ? tellUrgent(released, before, { ...rest, reach: again, placeOf, walking }) : null,
  ].filter((one) => one !== null)
}

/** It has ended with what was recorded of the elder: to whoever had promised to go, that they need not, and not why. */
export const tellEnded = (visit: VisitRecord, about: Omit<About, 'by'>): Telling | null =>
  isOnTask(visit) ? tellProgress({ ...visit, notify: null }, 'cancelled', { ...about, by: null }) : null

/** A death ended it that was none: to whoever asked, that nobody comes and they may ask again. `visit` says so. */
export const tellMistaken = (visit: VisitRecord, about: Omit<About, 'by'>): Telling | null =>
  tellProgress({ ...visit, helper: null }, 'cancelled', { ...about, by: null })

/** The elder has another door now: to whoever has yet to go. `visit` as it is then. */
export const tellMoved = (visit: VisitRecord, about: Omit<About, 'by'>): Telling | null =>
  visit.state === 'claimed'
    ? tellOf('visitMoved', visit, { ...about, by: null }, () => saidOfMove(visit, about.now.toISOString()))
    : null

/**
 * What was told of an elder since two registrations were joined was of another one, as it turned out: to those near her, and not near the
 * other one, who heard of a visit; once to each, of the last they heard of.
 * @param heard what was told of the other one since, the last first
 */
export function tellMistakes(
  { district, id: elderId, name, openid: hers, circle }: ElderRecord,
  other: Pick<ElderRecord, 'openid' | 'circle'>,
  {
    by,
    heard,
    now,
    notices,
  }: { by: string | null; heard: readonly MessageRecord[]; now: Date; notices: Notices },
): Telling[] {
  const near = [...circle, hers].filter(
    (one) => one !== null && ![...other.circle, other.openid].includes(one),
  )
  return [...new Set(near)].flatMap((openid) => {
    const last = heard.find(
      ({ kind, to }) => kind.startsWith('visit') && to.some((one) => one.openid === openid),
    )
    if (!last) return []
    const reach = { [openid === hers ? 'elder' : 'family']: [openid] }
    const say = () => saidOfMistake(last.ref, name, now.toISOString())
    return (
      tell({ district, elderId, kind: 'visitMistaken', ref: last.ref }, { by, reach, say, notices }) ?? []
    )
  })
}

/**
 * What was found: to whoever asked; where she needs something, also to whoever is to arrange it; where it is alarming, or was so until
 * then, to everybody who should know.
 */
export function tellReported(visit: VisitRecord, before: VisitRecord, about: About): Telling | null {
  const telling = tellOf(reportKind(visit, before), visit, about, (as) =>
    saidOfReport(visit, as, about.now.toISOString()),
  )
  return telling && hasJustBeenFound(visit, before, about) ? toldAgain(telling) : telling
}

function reportKind(visit: VisitRecord, before: VisitRecord): NoticeKind {
  if (isFoundAlarming(visit)) return 'visitAlarm'
  const wasCalm = before.alarm === null || before.alarm === 'needsFound'
  if (!wasCalm) return 'visitEased'
  return visit.report?.outcome === 'needsFound' ? 'visitNeeds' : 'visitReported'
}

/** Whether a report concerns more people than whoever asked. */
export const isForMany = (visit: VisitRecord, before: VisitRecord): boolean =>
  reportKind(visit, before) !== 'visitReported'

/** What called for somebody is dealt with, as whoever answers for the place says: to the family, who were alarmed. */
export const tellSettled = (visit: VisitRecord, about: About): Telling | null =>
  tellOf('visitSettled', visit, about, (as) => saidOfSettled(visit, as, about.now.toISOString()))

/** Nobody has been there in time; `visitAbandoned`: not for days. */
export const tellLate = (
  visit: VisitRecord,
  kind: 'visitOverdue' | 'visitAbandoned',
  about: Omit<About, 'by'>,
): Telling | null =>
  tellOf(kind, visit, { ...about, by: null }, (as) => saidOfLate(visit, as, kind === 'visitAbandoned'))

function tellOf(
  kind: NoticeKind,
  visit: VisitRecord,
  { by, reach = {}, notices }: About,
  say: Parameters<typeof tell>[1]['say'],
): Telling | null {
  const { district, elderId, id: ref } = visit
  const own = { asker: [visit.notify], helper: [visit.helper?.openid ?? null] }
  return tell({ district, elderId, kind, ref }, { by, reach: { ...own, ...reach }, say, notices })
}
