import { pageSize } from '#types/paging'
import type { supervision } from '#types/supervision'
import * as z from '#types/z'
import { allOf, command, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { decodeCursor, pageOf } from '../../_shell/cursor'

/** After which operator a page begins; one whose stations name it differently stands there under each name. */
const Start = z.strictObject({ id: z.string(), name: z.string() })

export const operators: Handler<typeof supervision.operators> = async (ctx, { district, after }) => {
  ctx.permit({ district })
  const start = after === undefined ? null : decodeCursor(after, Start)
  const beyond = start
    ? [
        command.or([
          { operatorId: command.gt(start.id) },
          { operatorId: start.id, operatorName: command.gt(start.name) },
        ]),
      ]
    : []
  const found = await sumUp('stations', {
    where: allOf([{ district }, ...beyond]),
    by: { id: '$operatorId', name: '$operatorName' },
    sums: { stations: 1 },
    orderBy: { '_id.id': 1, '_id.name': 1 },
    limit: pageSize.operators + 1,
  })
  const all = found.map(({ _id, stations }) => ({
    ...(_id as z.infer<typeof Start>), // as grouped above
    stations: Number(stations),
  }))
  const { page, next } = pageOf(all, pageSize.operators, ({ id, name }) => ({ id, name }))
  return { operators: page, next }
}
