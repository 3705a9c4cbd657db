import type { Reader } from '../_domain/visits'
import type { Ctx } from '../_shell/context'

/** How the caller reads a visit, by the capacity in which they act: a volunteer sees what the task needs. */
export function readerOf(ctx: Ctx): Reader {
  const sees = ctx.grant().role === 'volunteer' ? 'task' : 'all'
  return { openid: ctx.knownAccount().id, sees }
}
