import { awaitedVisitStates } from '#types/states'
import { minutesAfter } from '../base/calendar'
import type { VisitRecord } from './records'

type Rung = VisitRecord['lateTold']

/** Data. */
interface LateTerms {
  /** After how many minutes of being overdue an urgent visit is the supervisor's. */
  supervisorAfter: number
  /** After how many minutes beyond the due time whoever is at the door and has written nothing is missed. */
  silentAfter: number
}

/** How many minutes beyond its due time nobody is missed yet; null where nobody is expected. */
function grace({ state, lateTold }: Pick<VisitRecord, 'state' | 'lateTold'>, { silentAfter }: LateTerms) {
  if (state === 'open' || state === 'claimed') return 0
  if (state === 'onSite') return silentAfter
  return state === 'escalated' && lateTold === 'coordinator' ? 0 : null // passed on before the supervisor knew
}

/**
 * Who is to be told now that nobody came in time, or that nothing is heard of whoever came: the coordinator once it is overdue,
 * the supervisor where it is urgent and goes on being so; null where that has been said, or where it is not late.
 */
export function lateRung(
  visit: Pick<VisitRecord, 'state' | 'dueAt' | 'urgency' | 'lateTold'>,
  now: Date,
  terms: LateTerms,
): Exclude<Rung, 'nobody'> | null {
  const beyond = grace(visit, terms)
  if (beyond === null) return null
  const isLateBy = (minutes: number) =>
    minutesAfter(new Date(visit.dueAt), beyond + minutes) < now.toISOString()
  if (visit.lateTold === 'nobody') return isLateBy(0) ? 'coordinator' : null
  const isNext = visit.lateTold === 'coordinator' && visit.urgency === 'urgent'
  return isNext && isLateBy(terms.supervisorAfter) ? 'supervisor' : null
}

/** Which visits are a supervisor's too: what is urgent, was passed on to them and is still awaited. */
export const supervised = { lateTold: 'supervisor', urgency: 'urgent' } as const

/** Whether a visit has been passed on to the supervisors of its district. */
export const isSupervisors = ({ lateTold, urgency, state }: VisitRecord): boolean =>
  lateTold === supervised.lateTold && urgency === supervised.urgency && awaitedVisitStates.includes(state)

/** The visit, once that has been said. */
export const lateSaid = (visit: VisitRecord, lateTold: Rung): VisitRecord => ({ ...visit, lateTold })
