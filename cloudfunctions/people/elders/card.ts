import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { cardOf } from './card-of'

export const card: Handler<typeof people.card> = async (ctx, { elderId }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  ctx.permit(concernOfElder(elder))
  return cardOf(elder)
}
