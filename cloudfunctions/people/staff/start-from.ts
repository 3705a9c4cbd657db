import { AppError } from '#types/errors'
import { membershipId } from '#types/ids'
import type { people } from '#types/people'
import { startingFrom } from '../../_domain/people/staff/starting'
import type { Handler } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'

export const startFrom: Handler<typeof people.startFrom> = async (ctx, { place }) => {
  const openid = ctx.callerId()
  ctx.permit({ district: ctx.knownAccount().district })
  await ctx.transact('memberships', async (work) => {
    const account = await work.get('accounts', openid)
    const by = ctx.actor()
    const held = []
    for (const { orgId, role } of account.memberships) {
      const membership = await work.find('memberships', membershipId(orgId, role, personOf(openid)))
      if (membership) held.push(membership)
    }
    const [first] = held
    if (!first) throw new AppError('FORBIDDEN')
    const after = startingFrom({ account, held }, place)
    if (after.account !== account) {
      work.put('accounts', after.account)
      for (const membership of after.held) work.put('memberships', membership)
    }
    return { record: after.held[0] ?? first, by }
  })
  return { place }
}
