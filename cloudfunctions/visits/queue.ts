import { pageSize } from '#types/paging'
import type { visits } from '#types/visits'
import { answersFor } from '../_domain/access'
import type { AccountRecord } from '../_domain/records/people'
import { queuedVisits, seesAll } from '../_domain/visit-queue'
import { command, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { walking } from '../_shell/policies'

/** Candidates that are read, those due first; of these the nearest are shown. */
const MOST_READ = 200

export const queue: Handler<typeof visits.queue> = async (ctx, { place }) => {
  const account = ctx.knownAccount()
  const found = await select('visits', {
    where: command.or([
      { district: account.district, state: command.in(['open', 'escalated']) },
      { 'helper.openid': account.id, state: command.in(['claimed', 'onSite']) },
      ...reportsOf(account),
    ]),
    orderBy: [['dueAt', 'asc']],
    limit: MOST_READ,
  })
  const reader = { openid: account.id, sees: seesAll(account) ? ('all' as const) : ('task' as const) }
  return queuedVisits(found, { from: place ?? account.place, reader, walking }).slice(0, pageSize.visitQueue)
}

/** Reports that wait to be read, of the stations and towns that the caller answers for. */
function reportsOf(account: AccountRecord): object[] {
  const { stationIds, townIds } = answersFor(account)
  return [
    ...(stationIds.length > 0 ? [{ stationId: command.in(stationIds), state: 'reported' }] : []),
    ...(townIds.length > 0 ? [{ townId: command.in(townIds), state: 'reported' }] : []),
  ]
}
