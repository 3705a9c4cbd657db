import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { homeOf } from '../../_domain/people/elders/moving'
import { joinCircles } from '../../_domain/people/likenesses/circles'
import { joinElders } from '../../_domain/people/likenesses/joining'
import { decidePair } from '../../_domain/people/likenesses/pairs'
import { requireNotOwnKin } from '../../_domain/people/privacy/decisions'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { likenessTerms } from '../../_shell/policies'
import { accountsAround, relationsOf } from './around-pair'
import { handOver } from './hand-over'
import { pairOf } from './pair-of'
import { shownPair } from './shown-pair'
import { putMarks, requireNotTwice, usesAhead } from './uses-ahead'

/** Relations are listed outside the transaction: whoever asks or comes in meanwhile changes one of the two elders, and all is done again. */
export const join: Handler<typeof people.join> = async (ctx, { pairId, staysId }) => {
  await ctx.transact('elders', async (work) => {
    const { pair, later, earlier } = await pairOf(ctx, work.find, pairId)
    const [stays, leaves] = later.id === staysId ? [later, earlier] : [earlier, later]
    if (stays.id !== staysId) throw new AppError('NOT_FOUND', { staysId })
    const by = ctx.actor()
    for (const one of [stays, leaves]) requireNotOwnKin(ctx.knownAccount(), by, one)
    if (pair.joining?.staysId === staysId) return { record: { ...stays, elderId: staysId }, by }

    const joined = joinElders({ stays, leaves }, likenessTerms, ctx.now)
    const uses = await usesAhead(work, joined, ctx.now)
    await requireNotTwice(work, uses, { pair: joined, now: ctx.now })
    const near = await relationsOf(joined)
    const accounts = await accountsAround(
      work,
      joined,
      near.kin.map(({ openid }) => openid),
    )
    const circles = joinCircles(joined, { ...near, accounts, now: ctx.now, terms: likenessTerms })
    const { asks, phone } = circles
    const joining = { staysId, asks, phone, home: homeOf(leaves) }
    work.put('likenesses', decidePair(pair, 'join', { by: by.name, now: ctx.now, joining }))
    work.put('elders', circles.stays)
    work.put('elders', joined.leaves)
    putMarks(work, uses, joined)
    for (const relation of circles.relations) work.put('relations', relation)
    for (const account of circles.accounts) work.put('accounts', account)
    const besides = { records: [{ ...joined.leaves, elderId: leaves.id }] }
    return { record: { ...circles.stays, elderId: staysId }, by, besides }
  })
  const found = await pairOf(ctx, find, pairId)
  await handOver(found, ctx.now)
  return shownPair(ctx, found)
}
