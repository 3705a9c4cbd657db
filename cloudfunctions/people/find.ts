import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { foundElder } from '../_domain/found-elder'
import { command, select, startsWith } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

export const findElders: Handler<typeof people.find> = async (ctx, { text }) => {
  const { district } = ctx.knownAccount()
  const found = await select('elders', {
    where: command.or([
      { district, name: startsWith(text) },
      { district, phoneTail: text },
    ]),
    orderBy: [['name', 'asc']],
    limit: pageSize.foundElders,
  })
  return found.map((elder) => foundElder(elder, ctx.now))
}
