import { addDays, localDate } from '#types/days'
import { pageSize } from '#types/paging'
import { awaitedVisitStates } from '#types/states'
import type { visits } from '#types/visits'
import { visibleElders } from '../_domain/access/holdings'
import { instantAt } from '../_domain/base/calendar'
import { visitFor } from '../_domain/visits/visits'
import { command, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

const DAYS_BACK = 30

export const mine: Handler<typeof visits.mine> = async (ctx, { elderId }) => {
  const elderIds = visibleElders(ctx.account, elderId).map((one) => one.elderId)
  if (elderIds.length === 0) return []

  const since = instantAt(addDays(localDate(ctx.now), -DAYS_BACK), '00:00')
  const isOfThem = { elderId: command.in(elderIds) }
  const [awaited, latest] = await Promise.all([
    select('visits', {
      where: { ...isOfThem, state: command.in(awaitedVisitStates) },
      orderBy: [['dueAt', 'asc']],
      limit: pageSize.myVisits,
    }),
    select('visits', {
      where: { ...isOfThem, askedAt: command.gte(since) },
      orderBy: [['askedAt', 'desc']],
      limit: pageSize.myVisits,
    }),
  ])
  const found = new Map([...awaited, ...latest].map((visit) => [visit.id, visit]))
  return [...found.values()]
    .slice(0, pageSize.myVisits)
    .sort((a, b) => b.askedAt.localeCompare(a.askedAt))
    .map((visit) => visitFor(visit, ctx.knownAccount()))
}
