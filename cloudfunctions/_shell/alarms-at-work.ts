import type { AlarmCounts } from '#types/people'
import { awaitedVisitStates } from '#types/states'
import { answersFor, isAssignable, overseen } from '../_domain/access/holdings'
import type { AccountRecord } from '../_domain/people/records'
import { supervised } from '../_domain/visits/late'
import { command, sumUp } from './cloud'

/** More kinds of alarms than there are. */
const MOST_KINDS = 20

/**
 * What calls for somebody where the account works: at its stations and towns, doors to which it was asked to go at once, and in its
 * district what has waited for so long that a supervisor was told. One call; null for whoever works nowhere.
 */
export async function alarmsAtWork(account: AccountRecord | null, now: Date): Promise<AlarmCounts | null> {
  const reached = account ? reachedBy(account) : []
  if (reached.length === 0) return null
  const rows = await sumUp('visits', {
    where: command.or(reached),
    by: { alarm: '$alarm', isLate: { $lt: ['$dueAt', now.toISOString()] } },
    sums: { count: 1 },
    limit: MOST_KINDS,
  })
  const counts = { emergency: 0, late: 0, noAnswer: 0, urgent: 0, unanswered: 0, needsFound: 0 }
  for (const { _id, count } of rows) {
    const { alarm, isLate } = _id as { alarm: Exclude<keyof AlarmCounts, 'late'>; isLate: boolean } // as grouped above
    counts[alarm === 'urgent' && isLate ? 'late' : alarm] += Number(count)
  }
  return counts
}

function reachedBy(account: AccountRecord): object[] {
  const { stationIds, townIds } = answersFor(account)
  const { districts } = overseen(account)
  const calling = { alarm: command.neq(null) }
  return [
    ...(stationIds.length > 0 ? [{ stationId: command.in(stationIds), ...calling }] : []),
    ...(townIds.length > 0 ? [{ townId: command.in(townIds), ...calling }] : []),
    ...(districts.length > 0
      ? [{ district: command.in(districts), ...supervised, state: command.in(awaitedVisitStates) }]
      : []),
    ...(isAssignable(account, 'volunteer')
      ? [{ called: account.id, alarm: 'urgent', state: command.in(['open', 'escalated']) }]
      : []),
  ]
}
