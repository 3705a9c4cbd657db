import { AppError } from '#types/errors'
import { readIdNumber } from '#types/id-numbers'
import { relationId } from '#types/ids'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { maskName } from '../../_domain/base/masks'
import {
  areSameScopes,
  askRelation,
  nameOf,
  newAccount,
  withAsk,
  withRelation,
} from '../../_domain/people/circle/circle'
import { find, select } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { digestsOf } from '../../_shell/sealed-parts'
import { personOf } from '../../_shell/secrets'
import { tried } from '../tried'

type By = Parameters<Handler<typeof people.ask>>[1]['by']

export const ask: Handler<typeof people.ask> = async (ctx, { by, relation, scopes, words = null, name }) => {
  const openid = ctx.callerId()
  const ownName = nameOf(ctx.account, name)
  await tried(ctx)
  const elderId = await foundBy(by)
  await requireRoom(ctx, elderId)
  const record = await ctx.transactAs(ownName, 'relations', async (work) => {
    const elder = await work.get('elders', elderId)
    if (elder.state === 'erased') throw new AppError('NOT_FOUND_BY_THIS')
    if (elder.openid === openid) throw new AppError('OWN_ELDER')
    const actor = { name: ownName, role: 'family' as const, relation, channel: 'app' as const }
    const id = relationId(elderId, personOf(openid))
    const earlier = await work.find('relations', id)
    if (earlier?.state === 'granted') return { record: earlier, by: actor }
    const isSame = earlier?.relation === relation && areSameScopes(earlier.scopes, scopes)
    if (earlier?.state === 'asked' && isSame) return { record: earlier, by: actor }

    const asked = askRelation(id, { relation, scopes, words }, { elder, openid, name: ownName, now: ctx.now })
    const account = (await work.find('accounts', openid)) ?? newAccount(openid, ownName, elder)
    const hers = elder.openid === null ? null : await work.find('accounts', elder.openid)
    work.put('elders', elder) // unchanged: whoever deletes her data meanwhile and this ask must not both succeed
    work.put('relations', asked)
    work.put('accounts', { ...withRelation(account, asked, elder), name: ownName })
    if (hers) work.put('accounts', withAsk(hers, asked))
    return { record: asked, by: actor, about: ownName }
  })
  return { name: maskName(record.elderName), relation: record.relation, state: record.state }
}

/** Wrong code, wrong number, wrong name and nobody at all are one answer, so that guessing tells nothing. */
async function foundBy(by: By): Promise<string> {
  const elderId = 'code' in by ? await onCard(by.code) : await withIdNumber(by.idNumber, by.elderName)
  if (elderId === null) throw new AppError('NOT_FOUND_BY_THIS')
  return elderId
}

async function onCard(code: string): Promise<string | null> {
  return (await find('cards', code))?.elderId ?? null
}

async function withIdNumber(text: string, name: string): Promise<string | null> {
  const read = readIdNumber(text)
  if (!read.ok) return null
  for (const digest of digestsOf(read.idNumber)) {
    const known = await find('identities', digest)
    const elder = known && (await find('elders', known.elderId))
    if (elder) return elder.name === name ? elder.id : null
  }
  return null
}

/** So many elders can somebody act for or ask, and so many can ask one elder at a time. @throws AppError `CIRCLE_FULL` */
async function requireRoom(ctx: Ctx, elderId: string): Promise<void> {
  const most = pageSize.asked
  const others = ctx.account?.relations.filter((one) => one.elderId !== elderId) ?? []
  const asking = await select('relations', { where: { elderId, state: 'asked' }, limit: most })
  const isAsking = asking.some(({ openid }) => openid === ctx.callerId())
  if (others.length >= most || (asking.length >= most && !isAsking))
    throw new AppError('CIRCLE_FULL', { most })
}
