import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import type { visits } from '#types/visits'
import { eldersOf } from '../_domain/access'
import { addDays, instantAt, localDate } from '../_domain/calendar'
import { visitFor } from '../_domain/visits'
import { command, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

const DAYS_BACK = 30

export const mine: Handler<typeof visits.mine> = async (ctx, { elderId }) => {
  const visible = ctx.account ? eldersOf(ctx.account, 'view').map((one) => one.elderId) : []
  if (elderId !== undefined && !visible.includes(elderId)) throw new AppError('FORBIDDEN')
  const elderIds = elderId === undefined ? visible : [elderId]
  if (elderIds.length === 0) return []

  const since = instantAt(addDays(localDate(ctx.now), -DAYS_BACK), '00:00')
  const found = await select('visits', {
    where: { elderId: command.in(elderIds), askedAt: command.gte(since) },
    orderBy: [['askedAt', 'desc']],
    limit: pageSize.myVisits,
  })
  return found.map((visit) => visitFor(visit, { openid: ctx.openid ?? '', sees: 'all' }))
}
