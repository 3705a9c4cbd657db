import { awaitedVisitStates } from '#types/states'
import { minutesAfter } from '../base/calendar'
import type { VisitRecord } from './records'

type Rung = VisitRecord['lateTold']

/** After how many minutes of being overdue an urgent visit is the supervisor's; data. */
interface LateTerms {
  supervisorAfter: number
}

/** Whether nobody has come in time to a visit that somebody waits for. */
const isLate = ({ state, dueAt }: Pick<VisitRecord, 'state' | 'dueAt'>, now: Date): boolean =>
  (state === 'open' || state === 'claimed') && dueAt < now.toISOString()

/**
 * Who is to be told now that nobody came in time: the coordinator once it is overdue, the supervisor where it is urgent and goes
 * on being so; null where that has been said, or where it is not late.
 */
export function lateRung(
  visit: Pick<VisitRecord, 'state' | 'dueAt' | 'urgency' | 'lateTold'>,
  now: Date,
  { supervisorAfter }: LateTerms,
): Exclude<Rung, 'nobody'> | null {
  if (!isLate(visit, now)) return null
  if (visit.lateTold === 'nobody') return 'coordinator'
  const isSupervisors = minutesAfter(new Date(visit.dueAt), supervisorAfter) <= now.toISOString()
  return visit.lateTold === 'coordinator' && visit.urgency === 'urgent' && isSupervisors ? 'supervisor' : null
}

/** Which visits are a supervisor's too: what is urgent, was passed on to them and is still awaited. */
export const supervised = { lateTold: 'supervisor', urgency: 'urgent' } as const

/** Whether a visit has been passed on to the supervisors of its district. */
export const isSupervisors = ({ lateTold, urgency, state }: VisitRecord): boolean =>
  lateTold === supervised.lateTold && urgency === supervised.urgency && awaitedVisitStates.includes(state)

/** The visit, once that has been said. */
export const lateSaid = (visit: VisitRecord, lateTold: Rung): VisitRecord => ({ ...visit, lateTold })
