import type { people } from '#types/people'
import { decidePair } from '../../_domain/people/likenesses/pairs'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { pairOf } from './pair-of'
import { shownPair } from './shown-pair'

export const setApart: Handler<typeof people.setApart> = async (ctx, { pairId }) => {
  await ctx.transact('likenesses', async (work) => {
    const { pair } = await pairOf(ctx, work.find, pairId)
    const by = ctx.actor()
    if (pair.state === 'different') return { record: pair, by }
    const apart = decidePair(pair, 'setApart', { by: by.name, now: ctx.now })
    work.put('likenesses', apart)
    return { record: apart, by }
  })
  return shownPair(ctx, await pairOf(ctx, find, pairId))
}
