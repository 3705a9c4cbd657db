import type { NoticeKind } from '#types/notices'
import type { Walking } from '../stations/walking'
import { isFoundAlarming } from '../visits/alarms'
import type { VisitRecord } from '../visits/records'
import { isOnTask } from '../visits/visits'
import type { Telling } from './records'
import {
  saidOfAsking,
  saidOfLate,
  saidOfMove,
  saidOfProgress,
  saidOfReport,
  saidOfUrgent,
} from './said-of-visits'
import { type Notices, type Reachable, tell } from './telling'

/** Who tells, when, to whom beside the asker and the helper, and by which table. */
interface About {
  /** Openid of whoever did it; null where nobody did. */
  by: string | null
  reach?: Reachable
  now: Date
  notices: Notices
}

/** An urgent wish, new or become so: at once to everybody who could do something. */
export function tellUrgent(
  visit: VisitRecord,
  {
    placeOf,
    walking,
    ...about
  }: About & { placeOf(openid: string): VisitRecord['place'] | null; walking: Walking },
): Telling | null {
  return tellOf('visitUrgent', visit, about, (as, openid) =>
    saidOfUrgent(visit, as, { from: as === 'helpers' ? placeOf(openid) : null, walking }),
  )
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

/** What was found: to whoever asked, and where it is alarming to all who should act. */
export const tellReported = (visit: VisitRecord, about: About): Telling | null =>
  tellOf(isFoundAlarming(visit) ? 'visitAlarm' : 'visitReported', visit, about, (as) =>
    saidOfReport(visit, as, about.now.toISOString()),
  )

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
