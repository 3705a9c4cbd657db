import { codePattern } from '#types/limits'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { foundElder } from '../_domain/people/elders/found'
import type { ElderRecord } from '../_domain/people/records'
import { command, find, select, startsWith } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

export const findElders: Handler<typeof people.find> = async (ctx, { stationId, text }) => {
  const { district } = ctx.knownAccount()
  const found = codePattern.test(text) ? await withCard(text, district) : await named(text, district)
  return found.filter(({ state }) => state !== 'erased').map((elder) => foundElder(elder, ctx.now, stationId))
}

function named(text: string, district: string): Promise<ElderRecord[]> {
  return select('elders', {
    where: command.or([
      { district, name: startsWith(text) },
      { district, phoneTail: text },
    ]),
    orderBy: [['name', 'asc']],
    limit: pageSize.foundElders,
  })
}

async function withCard(code: string, district: string): Promise<ElderRecord[]> {
  const card = await find('cards', code)
  const elder = card?.elderId ? await find('elders', card.elderId) : null
  return elder?.district === district ? [elder] : []
}
