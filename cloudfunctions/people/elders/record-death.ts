import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { withDeath } from '../../_domain/people/elders/absences'
import type { ElderRecord } from '../../_domain/people/records'
import type { Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { withJoined } from '../likenesses/with-joined'
import { changedElder, shownElder } from './change-elder'

export const recordDeath: Handler<typeof people.recordDeath> = async (ctx, { elderId, on }) => {
  if (on > localDate(ctx.now)) throw new AppError('BAD_INPUT', { fields: ['on'] })
  const elder = await changedElder(
    ctx,
    elderId,
    async (before) => {
      if (on < before.birthDate) throw new AppError('BAD_INPUT', { fields: ['on'] })
      return withDeath(before, on, ctx.now)
    },
    { about: 'death' },
  )
  const change = (one: ElderRecord) => withDeath(one, on, ctx.now)
  await alignRecords(await withJoined(ctx, elder, { change, about: 'death' }), ctx.now)
  return shownElder(ctx, elder)
}
