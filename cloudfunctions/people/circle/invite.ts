import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { newInvitation, requireInvitable } from '../../_domain/people/circle/inviting'
import { requireNotJoined } from '../../_domain/people/likenesses/joining'
import type { Handler } from '../../_shell/context'
import { peopleTerms } from '../../_shell/policies'
import { channelOf } from '../decision'
import { freeInvitation } from '../free-invitation'

export const invite: Handler<typeof people.invite> = async (ctx, { elderId, for: wanted, paper }) => {
  const record = await ctx.transact('invitations', async (work) => {
    const elder = await work.get('elders', elderId)
    const grant = ctx.permit(concernOfElder(elder))
    requireNotJoined(elder)
    const by = ctx.actor(channelOf(paper))
    const maker = { account: ctx.knownAccount(), grant, paper, terms: peopleTerms }
    requireInvitable(elder, wanted, maker)

    const { id, earlier } = await freeInvitation(ctx, work)
    if (earlier) return { record: earlier, by }
    const made = newInvitation(id, { elder, wanted, by, body: ctx.body, now: ctx.now }, maker)
    work.put('invitations', made)
    return { record: made, by, about: wanted.kind }
  })
  return { code: record.id, expiresAt: record.expiresAt }
}
