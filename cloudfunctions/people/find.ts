import { codePattern } from '#types/limits'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { phoneOf } from '#types/phones'
import * as z from '#types/z'
import { foundElder } from '../_domain/people/elders/found'
import type { ElderRecord } from '../_domain/people/records'
import { allOf, beginsNamed, command, find, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { decodeCursor, pageOf } from '../_shell/cursor'
import { phoneTailOf, samePhone } from '../_shell/sealed-parts'

/** After which elder a page begins. */
const Start = z.strictObject({ name: z.string(), id: z.string() })

export const findElders: Handler<typeof people.find> = async (ctx, { stationId, text, after }) => {
  const { district } = ctx.knownAccount()
  const start = after === undefined ? null : decodeCursor(after, Start)
  const phone = phoneOf(text)
  const found = codePattern.test(text)
    ? await withCard(text, district)
    : await named(phone ? phoneTailOf(phone) : text, district, start)
  const { page, next } = pageOf(found, pageSize.foundElders, ({ name, id }) => ({ name, id }))
  return {
    elders: page
      .filter((elder) => elder.state !== 'erased' && (phone === null || samePhone(elder, phone)))
      .map((elder) => foundElder(elder, ctx.now, stationId)),
    next,
  }
}

/** A page and one more, so that it is known whether there is another. */
function named(text: string, district: string, start: z.infer<typeof Start> | null): Promise<ElderRecord[]> {
  const fits = command.or([
    { district, name: beginsNamed(text) },
    { district, phoneTail: text },
  ])
  const beyond = start
    ? [command.or([{ name: command.gt(start.name) }, { name: start.name, _id: command.gt(start.id) }])]
    : []
  return select('elders', {
    where: allOf([fits, ...beyond]),
    orderBy: [
      ['name', 'asc'],
      ['_id', 'asc'],
    ],
    limit: pageSize.foundElders + 1,
  })
}

async function withCard(code: string, district: string): Promise<ElderRecord[]> {
  const card = await find('cards', code)
  const elder = card?.elderId ? await find('elders', card.elderId) : null
  return elder?.district === district ? [elder] : []
}
