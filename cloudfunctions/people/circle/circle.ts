import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { circleOf } from './circle-of'

export const circle: Handler<typeof people.circle> = async (ctx, { elderId }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  ctx.permit(concernOfElder(elder))
  return circleOf(ctx, elderId)
}
