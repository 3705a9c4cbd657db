import { pageSize } from '#types/paging'
import type { supervision } from '#types/supervision'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { oversees } from '../../_shell/oversees'

export const flags: Handler<typeof supervision.flags> = (ctx, { state, after }) => {
  const rest = after && [{ at: command.lt(after.at) }, { at: after.at, _id: command.gt(after.id) }]
  return select('flags', {
    where: command.or(
      oversees(ctx.knownAccount()).flatMap((place) =>
        (rest ?? [{}]).map((one) => ({ ...place, state, ...one })),
      ),
    ),
    orderBy: [
      ['at', 'desc'],
      ['_id', 'asc'],
    ],
    limit: pageSize.flags,
  })
}
