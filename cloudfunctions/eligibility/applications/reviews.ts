import type { eligibility } from '#types/eligibility'
import { pageSize } from '#types/paging'
import { reviewRow } from '../../_domain/eligibility/applications'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { oversees } from '../../_shell/oversees'

export const reviews: Handler<typeof eligibility.reviews> = async (ctx, { state, since, after }) => {
  const from = since === undefined ? {} : { dueOn: command.gte(since) }
  const rest = after && [
    { dueOn: command.gt(after.dueOn) },
    { dueOn: after.dueOn, _id: command.gt(after.id) },
  ]
  const found = await select('applications', {
    where: command.or(
      oversees(ctx.knownAccount()).flatMap((place) =>
        (rest ?? [from]).map((one) => ({ ...place, state, ...one })),
      ),
    ),
    orderBy: [
      ['dueOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: pageSize.reviews,
  })
  return found.map((one) => reviewRow(one, ctx.now))
}
