import { AppError } from '#types/errors'
import type { Callable } from '#types/visits'
import { isAnsweredBy, overseen } from '../access/holdings'
import { maskName } from '../base/masks'
import type { Telephones } from '../people/elders/telephones'
import type { AccountRecord } from '../people/records'
import { isSupervisors } from './late'
import type { VisitRecord } from './records'
import { isOnTask } from './visits'

/** Whose number somebody wants, as `callablesOf` names them. */
export type Called = { who: 'elder' | 'contact'; nth: number } | { who: 'station' }

/**
 * Whether somebody may ring about a visit: whoever answers for the place until it is over, a helper only while the task is theirs,
 * a supervisor while it is passed on to them.
 */
export function mayRing(visit: VisitRecord, account: AccountRecord): boolean {
  const isOver = visit.state === 'closed' || visit.state === 'cancelled'
  const isTheirs = visit.helper?.openid === account.id && isOnTask(visit)
  const isPassedOn = isSupervisors(visit) && overseen(account).districts.includes(visit.district)
  return !isOver && (isTheirs || isPassedOn || isAnsweredBy(account, visit))
}

/**
 * Whether somebody has the station's number alone: whoever went there and wrote what they saw is told to ring it, until somebody has
 * dealt with it.
 */
export const mayRingStationAlone = (visit: VisitRecord, account: AccountRecord): boolean =>
  !mayRing(visit, account) &&
  visit.helper?.openid === account.id &&
  visit.report !== null &&
  (visit.state === 'reported' || visit.state === 'escalated')

/** @throws AppError `WRONG_STATE` unless the account may ring about the visit */
export function requireMayRing(visit: VisitRecord, account: AccountRecord): void {
  if (!mayRing(visit, account)) throw new AppError('WRONG_STATE', { state: visit.state })
}

/** Whom one can ring about a visit: the elder, her contacts, who answers for her station. What they are, and no number. */
export function callablesOf(
  visit: Pick<VisitRecord, 'politeName'>,
  { own, contacts }: Telephones,
  answering: { name: string } | null,
): Callable[] {
  return [
    ...own.map((_, nth) => ({
      whom: nth === 0 ? 'elder' : `elder-${nth}`,
      name: visit.politeName,
      relation: null,
    })),
    ...contacts.map(({ contact: { name, relation } }, nth) => ({
      whom: `contact-${nth}`,
      name: maskName(name),
      relation,
    })),
    ...(answering ? [{ whom: 'station', name: answering.name, relation: null }] : []),
  ]
}

/** Reads `elder`, `elder-1`, `contact-0`, `station`; null for nobody that there is. */
export function calledBy(whom: string): Called | null {
  if (whom === 'station') return { who: whom }
  const [, who, nth = '0'] = /^(elder|contact)(?:-(\d{1,2}))?$/.exec(whom) ?? []
  return who === 'elder' || who === 'contact' ? { who, nth: Number(nth) } : null
}
