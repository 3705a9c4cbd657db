import type { people } from '#types/people'
import { withoutDeath } from '../../_domain/people/elders/absences'
import type { Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { takeDeathBack } from '../../_shell/elder-records/take-back'
import { changedElder, shownElder } from './change-elder'

export const undoDeath: Handler<typeof people.undoDeath> = async (ctx, { elderId }) => {
  const elder = await changedElder(ctx, elderId, async (before) => withoutDeath(before, ctx.now), {
    about: 'death',
  })
  await alignRecords([elder], ctx.now)
  await takeDeathBack([elder], ctx.now)
  return shownElder(ctx, elder)
}
