import type { people } from '#types/people'
import { readWith } from '../_domain/messages/standing-news'
import { command, updateWhere } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

export const seen: Handler<typeof people.seen> = async (ctx, { noticeIds }) => {
  const read = readWith(noticeIds, ctx.account?.notices ?? [])
  const notices = command.pull({ id: command.in(read) })
  await updateWhere('accounts', { _id: ctx.callerId() }, { notices })
  return {}
}
