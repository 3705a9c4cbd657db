import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { logLine } from '../../_domain/people/privacy/log'
import type { Handler } from '../../_shell/context'
import { wholePage } from './whole-page'

export const log: Handler<typeof people.log> = async (ctx, { elderId, before }) => {
  const { records } = await wholePage(
    'auditLog',
    { where: { elderId, changed: true }, by: 'at', direction: 'desc', after: before },
    pageSize.log,
  )
  return records.map((line) => logLine(line, ctx.callerId()))
}
