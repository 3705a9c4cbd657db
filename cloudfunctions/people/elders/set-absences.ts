import type { people } from '#types/people'
import { withAbsences } from '../../_domain/people/elders/absences'
import { requireActive } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { changedElder, shownElder } from './change-elder'

export const setAbsences: Handler<typeof people.setAbsences> = async (
  ctx,
  { elderId, absences, channel },
) => {
  const elder = await changedElder(
    ctx,
    elderId,
    async (before) => {
      requireActive(before)
      return withAbsences(before, absences, { by: ctx.actor().name, now: ctx.now })
    },
    { channel, about: 'absences' },
  )
  await alignRecords([elder], ctx.now)
  return shownElder(ctx, elder)
}
