import type { AccountRecord } from '../_domain/people/records'
import { isEndedToday } from '../_domain/visits/ending'
import type { VisitRecord } from '../_domain/visits/records'
import { isFresh } from '../_domain/visits/reports'
import { command, select } from '../_shell/cloud'
import { visitTerms } from '../_shell/policies'

/** So many of the latest visits that are no task any more are looked through. */
const LATEST = 5

/**
 * Where a helper went last and may still write (what was seen after the report, or a report that came too late), and which of
 * their tasks a death has ended today.
 */
export async function latestOf(
  account: AccountRecord,
  now: Date,
): Promise<{ written: VisitRecord[]; ended: VisitRecord[] }> {
  const theirs = { 'helper.openid': account.id }
  const latest = await select('visits', {
    where: command.or([
      { ...theirs, state: command.in(['reported', 'closed', 'escalated']) },
      { ...theirs, state: 'cancelled', ended: 'died' },
    ]),
    orderBy: [['dueAt', 'desc']],
    limit: LATEST,
  })
  return {
    written: latest.filter((visit) => visit.state !== 'cancelled' && isFresh(visit, now, visitTerms)),
    ended: latest.filter((visit) => isEndedToday(visit, now)),
  }
}
