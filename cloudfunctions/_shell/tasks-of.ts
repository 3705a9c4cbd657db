import { pageSize } from '#types/paging'
import type { VisitRecord } from '../_domain/visits/records'
import { command, select } from './cloud'

/** What a helper has taken on and not reported yet, what is due first in front; nobody takes on more than a page. */
export function tasksOf(openid: string): Promise<VisitRecord[]> {
  return select('visits', {
    where: { 'helper.openid': openid, state: command.in(['claimed', 'onSite']) },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize.tasks,
  })
}
