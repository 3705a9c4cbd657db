import { pageSize } from '#types/paging'
import type { stations } from '#types/stations'
import * as z from '#types/z'
import { command, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { decodeCursor, pageOf } from '../_shell/cursor'

/** After which district a page begins. */
const Start = z.strictObject({ id: z.string() })

export const districts: Handler<typeof stations.districts> = async (_, { after }) => {
  const start = after === undefined ? null : decodeCursor(after, Start)
  const found = await select('districts', {
    where: start ? { _id: command.gt(start.id) } : {},
    orderBy: [['_id', 'asc']],
    limit: pageSize.districts + 1,
  })
  const { page, next } = pageOf(found, pageSize.districts, ({ id }) => ({ id }))
  return { districts: page, next }
}
