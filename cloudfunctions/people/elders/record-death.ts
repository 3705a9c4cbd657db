import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { localDate } from '../../_domain/base/calendar'
import type { Handler } from '../../_shell/context'
import { changeElder } from './change-elder'
import { flagServed, servedSince } from './set-absences'

export const recordDeath: Handler<typeof people.recordDeath> = async (ctx, { elderId, on }) => {
  if (on > localDate(ctx.now)) throw new AppError('BAD_INPUT', { fields: ['on'] })
  const served = await servedSince(elderId, on)
  return changeElder(
    ctx,
    elderId,
    async (elder, _, work) => {
      if (on < elder.birthDate) throw new AppError('BAD_INPUT', { fields: ['on'] })
      const changed = { ...elder, diedOn: on }
      await flagServed(work, served, changed, ctx.now)
      return changed
    },
    { about: 'death' },
  )
}
