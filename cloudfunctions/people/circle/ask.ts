import { localDate } from '#types/days'
import { relationId } from '#types/ids'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { maskName } from '../../_domain/base/masks'
import { tellAsk } from '../../_domain/messages/of-people'
import {
  isAnswered,
  isKnownAsker,
  requireAskable,
  requireRoomToAsk,
  withOneAskMore,
} from '../../_domain/people/circle/asking'
import { askRelation, nameOf, newAccount, withAsk, withRelation } from '../../_domain/people/circle/circle'
import { tooManyToday } from '../../_shell/bounds'
import type { Handler } from '../../_shell/context'
import { bounds, notices } from '../../_shell/policies'
import { clerksOf } from '../../_shell/reachable'
import { personOf } from '../../_shell/secrets'
import { tried } from '../tried'
import { foundBy } from './found-by'

export const ask: Handler<typeof people.ask> = async (ctx, { by, relation, scopes, words = null, name }) => {
  const openid = ctx.callerId()
  const ownName = nameOf(ctx.account, name)
  await tried(ctx)
  const found = await foundBy(by)
  const today = localDate(ctx.now)

  const record = await ctx.transact('relations', async (work) => {
    const named = await work.get('elders', found)
    const elder = named.joinedTo === undefined ? named : await work.get('elders', named.joinedTo)
    const elderId = elder.id
    requireAskable(elder, openid)
    const actor = { name: ownName, role: 'family' as const, relation, channel: 'app' as const }
    const id = relationId(elderId, personOf(openid))
    const earlier = await work.find('relations', id)
    if (earlier && isAnswered(earlier, { relation, scopes }, today)) return { record: earlier, by: actor }

    const known = await work.find('accounts', openid)
    requireRoomToAsk({ account: known, elderId }, pageSize.asked)
    const isWaiting = earlier?.state === 'asked' // whoever waits already and says something else is nobody more
    const asksOn = isWaiting ? elder.asksOn : withOneAskMore(elder, today, bounds.asksOfOneElderADay)
    if (asksOn === null)
      throw await tooManyToday({ what: 'asks', isOfHer: true }, { elderId, stationId: elder.stationId })
    const isKnown = isKnownAsker(elder, ownName, { account: known, earlier })
    const asker = { elder, openid, name: ownName, now: ctx.now, isKnown }
    const asked = askRelation(id, { relation, scopes, words }, asker)
    const account = known ?? newAccount(openid, ownName, elder)
    const hers = elder.openid === null ? null : await work.find('accounts', elder.openid)
    work.put('elders', { ...elder, ...(asksOn && { asksOn }), lastAskAt: asked.since }) // so that no two asks are counted at once, nor her data deleted meanwhile
    work.put('relations', asked)
    work.put('accounts', { ...withRelation(account, asked, elder), name: account.name || ownName })
    if (hers) work.put('accounts', withAsk(hers, asked))
    const reach = hers && asked.asksElder ? { elder: [hers.id] } : { clerk: await clerksOf(elder, ctx.now) }
    return { record: asked, by: actor, about: ownName, tells: tellAsk(asked, { by: openid, reach, notices }) }
  })
  return { name: maskName(record.elderName), relation: record.relation, state: record.state }
}
