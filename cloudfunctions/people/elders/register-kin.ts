import { relationId } from '#types/ids'
import type { people } from '#types/people'
import { tellRegistering } from '../../_domain/messages/of-people'
import { askRelation, nameOf, newAccount, withRelation } from '../../_domain/people/circle/circle'
import { identityOf } from '../../_domain/people/elders/identity'
import { requireStillKin } from '../../_domain/people/elders/registering'
import { noConsents } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { notices } from '../../_shell/policies'
import { clerksOf } from '../../_shell/reachable'
import { personOf } from '../../_shell/secrets'
import { tried } from '../tried'
import { countRegistered } from './count-registered'
import { elderIdsOf } from './elder-ids'
import { registerInto } from './register-elder'

export const registerKin: Handler<typeof people.registerKin> = async (
  ctx,
  { elder, stationId, relation, name },
) => {
  const openid = ctx.callerId()
  const ownName = nameOf(ctx.account, name)
  if (!ctx.account?.relations.some((one) => elderIdsOf(ctx).includes(one.elderId))) await tried(ctx)

  return registerInto(ctx, {
    elder,
    known: identityOf(elder, ctx.now),
    stationId,
    state: 'pending',
    consents: () => noConsents,
    decision: null,
    verifiedBy: null,
    seen: null,
    openid: null,
    by: { name: ownName, role: 'family', relation, channel: 'app' },
    proof: null,
    async tells(record) {
      const reach = { clerk: await clerksOf(record, ctx.now) }
      return tellRegistering(record, { by: openid, reach, now: ctx.now, notices })
    },
    async again(work, { id }) {
      requireStillKin(await work.find('relations', relationId(id, personOf(openid))))
    },
    async also(work, record, station) {
      const known = await work.find('accounts', openid)
      const account = known ?? newAccount(openid, ownName, record)
      const wish = { relation, scopes: ['view' as const, 'order' as const], words: null }
      const asked = askRelation(relationId(record.id, personOf(openid)), wish, {
        elder: record,
        openid,
        name: ownName,
        now: ctx.now,
      })
      work.put('relations', asked)
      const counted = await countRegistered(work, account, { elderId: record.id, station })
      work.put('accounts', { ...withRelation(counted, asked, record), name: account.name || ownName })
    },
  })
}
