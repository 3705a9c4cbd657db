import type { people } from '#types/people'
import { command, updateWhere } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

export const seen: Handler<typeof people.seen> = async (ctx, { noticeIds }) => {
  const notices = command.pull({ id: command.in(noticeIds) })
  await updateWhere('accounts', { _id: ctx.callerId() }, { notices })
  return {}
}
