import { AppError } from '#types/errors'
import type { Callable } from '#types/visits'
import { isAnsweredBy } from '../access/holdings'
import { maskName } from '../base/masks'
import type { AccountRecord, ElderRecord } from '../people/records'
import type { StationRecord } from '../stations/records'
import type { VisitRecord } from './records'
import { isOnTask } from './visits'

/** Whose number somebody wants, as `callablesOf` names them. */
export type Called = { who: 'elder' } | { who: 'contact'; nth: number } | { who: 'station' }

/**
 * Whoever answers for the place may ring until the visit is over; a helper only while the task is theirs.
 * @throws AppError `WRONG_STATE`
 */
export function requireMayRing(visit: VisitRecord, account: AccountRecord): void {
  const { state } = visit
  const isOver = state === 'closed' || state === 'cancelled'
  const isTheirs = visit.helper?.openid === account.id && isOnTask(visit)
  if (isOver || !(isTheirs || isAnsweredBy(account, visit))) throw new AppError('WRONG_STATE', { state })
}

/** Whom one can ring about a visit: the elder, her contacts in their order, her station. What they are, and no number. */
export function callablesOf(
  visit: Pick<VisitRecord, 'politeName'>,
  elder: ElderRecord | null,
  station: StationRecord | null,
): Callable[] {
  const isThere = elder?.state === 'active'
  return [
    ...(isThere && elder.phone ? [{ whom: 'elder', name: visit.politeName, relation: null }] : []),
    ...(isThere ? elder.contacts : []).map(({ name, relation }, nth) => ({
      whom: `contact-${nth}`,
      name: maskName(name),
      relation,
    })),
    ...(station?.phone ? [{ whom: 'station', name: station.name, relation: null }] : []),
  ]
}

/** Reads `elder`, `contact-0`, `station`; null for nobody that there is. */
export function calledBy(whom: string): Called | null {
  if (whom === 'elder' || whom === 'station') return { who: whom }
  const [, nth] = /^contact-(\d)$/.exec(whom) ?? []
  return nth === undefined ? null : { who: 'contact', nth: Number(nth) }
}
