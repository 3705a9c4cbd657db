import type { people } from '#types/people'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { pairOf } from './pair-of'
import { shownPair } from './shown-pair'

export const sideBySide: Handler<typeof people.sideBySide> = async (ctx, { pairId }) => {
  const found = await pairOf(ctx, find, pairId)
  await Promise.all(
    [found.later, found.earlier].map((elder) => ctx.look({ ...elder, elderId: elder.id }, null, 'day')),
  )
  return shownPair(ctx, found)
}
