import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { logLine } from '../../_domain/log'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const log: Handler<typeof people.log> = async (ctx, { elderId, before }) => {
  const lines = await select('auditLog', {
    where: { elderId, changed: true, ...(before !== undefined && { at: command.lt(before) }) },
    orderBy: [['at', 'desc']],
    limit: pageSize.log,
  })
  return lines.map((line) => logLine(line, ctx.callerId()))
}
