import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { logLine } from '../../_domain/people/privacy/log'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { wholePage } from './whole-page'

export const log: Handler<typeof people.log> = async (ctx, { elderId, before }) => {
  const found = await select('auditLog', {
    where: { elderId, changed: true, ...(before !== undefined && { at: command.lt(before) }) },
    orderBy: [['at', 'desc']],
    limit: pageSize.log,
  })
  const lines = await wholePage(found, pageSize.log, {
    keyOf: ({ at }) => at,
    restOf: (at, limit) => select('auditLog', { where: { elderId, changed: true, at }, limit }),
  })
  return lines.map((line) => logLine(line, ctx.callerId()))
}
