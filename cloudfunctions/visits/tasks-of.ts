import { pageSize } from '#types/paging'
import type { AccountRecord } from '../_domain/people/records'
import type { VisitRecord } from '../_domain/visits/records'
import { command, select } from '../_shell/cloud'

/** What a helper has taken on and not reported yet. */
export function tasksOf(account: AccountRecord): Promise<VisitRecord[]> {
  return select('visits', {
    where: { 'helper.openid': account.id, state: command.in(['claimed', 'onSite']) },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize.visitQueue,
  })
}
