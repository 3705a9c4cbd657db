import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { recordIds } from '../../_domain/access/holdings'
import { logLine } from '../../_domain/people/privacy/log'
import type { AuditRecord } from '../../_domain/people/records'
import { command } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { wholePage } from './whole-page'

export const log: Handler<typeof people.log> = async (ctx, { elderId, before }) => {
  const { records } = await wholePage(
    'auditLog',
    {
      where: { elderId: command.in(recordIds(ctx.knownAccount(), elderId)), changed: true },
      by: 'at',
      direction: 'desc',
      after: before,
    },
    pageSize.log,
  )
  return oncePerAct(records).map((line) => logLine(line, ctx.callerId()))
}

/** One act may stand under both registrations of one person. */
function oncePerAct(lines: readonly AuditRecord[]): AuditRecord[] {
  const acts = new Map(lines.map((line) => [[line.requestId, line.action, line.about].join(' '), line]))
  return [...acts.values()]
}
