import { AppError } from '#types/errors'
import type { people } from '#types/people'
import type { Card } from '#types/people/elders'
import { concernOfElder } from '../../_domain/access/concerns'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { changedElder } from './change-elder'
import { freeCard } from './register-elder'

export const card: Handler<typeof people.card> = async (ctx, { elderId }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  ctx.permit(concernOfElder(elder))
  return cardOf(elder)
}

export const renewCard: Handler<typeof people.renewCard> = async (ctx, { elderId, code }) => {
  const elder = await changedElder(ctx, elderId, async (before, _, work) => {
    if (before.code !== code) return before
    const fresh = await freeCard(work, `${elderId} ${before.code}`)
    work.put('cards', { id: before.code, district: before.district, elderId: null })
    work.put('cards', { id: fresh, district: before.district, elderId })
    return { ...before, code: fresh }
  })
  return cardOf(elder)
}

async function cardOf(elder: ElderRecord): Promise<Card> {
  const station = await find('stations', elder.stationId)
  const { id, name, code, stationName } = elder
  return { elderId: id, name, code, stationName, stationPhone: station?.phone ?? null }
}
