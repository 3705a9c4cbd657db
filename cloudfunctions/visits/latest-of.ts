import { pageSize } from '#types/paging'
import type { AccountRecord } from '../_domain/people/records'
import { isEndedToday } from '../_domain/visits/ending'
import type { VisitRecord } from '../_domain/visits/records'
import { isFresh } from '../_domain/visits/reports'
import { command, select } from '../_shell/cloud'
import { visitTerms } from '../_shell/policies'

/** So many of the latest visits that were reported are looked through. */
const LATEST = 5

/**
 * Where a helper went last and may still write (what was seen after the report, or a report that came too late), and which of
 * their tasks a death has ended today.
 */
export async function latestOf(
  account: AccountRecord,
  now: Date,
): Promise<{ written: VisitRecord[]; ended: VisitRecord[] }> {
  const [reported, ended] = await Promise.all([
    select('visits', {
      where: { 'helper.openid': account.id, state: command.in(['reported', 'closed', 'escalated']) },
      orderBy: [['dueAt', 'desc']],
      limit: LATEST,
    }),
    select('visits', {
      where: { 'helper.openid': account.id, state: 'cancelled', ended: command.in(['died', 'mistaken']) },
      orderBy: [['dueAt', 'desc']],
      limit: pageSize.tasks,
    }),
  ])
  return {
    written: reported.filter((visit) => isFresh(visit, now, visitTerms)),
    ended: ended.filter((visit) => isEndedToday(visit, now)),
  }
}
