import type { people } from '#types/people'
import type { Handler } from '../../_shell/context'
import { cardOf } from './card-of'
import { changedElder } from './change-elder'
import { freeCard } from './free-card'

export const renewCard: Handler<typeof people.renewCard> = async (ctx, { elderId, code }) => {
  const elder = await changedElder(ctx, elderId, async (before, _, work) => {
    if (before.code !== code) return before
    const fresh = await freeCard(work, `${before.id} ${before.code}`)
    work.put('cards', { id: before.code, district: before.district, elderId: null })
    work.put('cards', { id: fresh, district: before.district, elderId: before.id })
    return { ...before, code: fresh }
  })
  return cardOf(elder)
}
