import type { people } from '#types/people'
import { withoutDeath } from '../../_domain/people/elders/absences'
import type { ElderRecord } from '../../_domain/people/records'
import type { Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { takeDeathBack } from '../../_shell/elder-records/take-back'
import { withJoined } from '../likenesses/with-joined'
import { changedElder, shownElder } from './change-elder'

export const undoDeath: Handler<typeof people.undoDeath> = async (ctx, { elderId }) => {
  const elder = await changedElder(ctx, elderId, async (before) => withoutDeath(before, ctx.now), {
    about: 'death',
  })
  const change = (one: ElderRecord) => withoutDeath(one, ctx.now)
  const all = await withJoined(ctx, elder, { change, about: 'death' })
  await alignRecords(all, ctx.now)
  await takeDeathBack(all, ctx.now)
  return shownElder(ctx, elder)
}
