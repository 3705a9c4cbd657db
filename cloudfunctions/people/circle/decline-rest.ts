import { most } from '#types/limits'
import type { people } from '#types/people'
import { declineRelation } from '../../_domain/people/circle/circle'
import { requireNotOwnKin } from '../../_domain/people/privacy/decisions'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { rememberWhole } from '../../_shell/remember-whole'
import { changeRelation } from './change-relation'
import { circleOf } from './circle-of'

/** A part of them, those who wait longest first: the phone calls again as long as there are more. */
export const declineRest: Handler<typeof people.declineRest> = async (
  ctx,
  { elderId: named, until, paper },
) => {
  const { elder, grant } = await permittedElder(ctx, named)
  requireNotOwnKin(ctx.knownAccount(), grant, elder)
  await rememberWhole(ctx, elder.stationId)
  const elderId = elder.id
  const strangers = await select('relations', {
    where: { elderId, state: 'asked', isKnown: null, since: command.between('', until) },
    orderBy: [['since', 'asc']],
    limit: most.declined,
  })
  for (const { id: memberId } of strangers)
    await changeRelation(ctx, { memberId, paper, part: memberId }, async (before, now) =>
      before.state === 'asked' && !before.isKnown
        ? { relation: declineRelation(before, ctx.now), elder: now }
        : { relation: before, elder: now },
    )
  return circleOf(ctx, elderId)
}
