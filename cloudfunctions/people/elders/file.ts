import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { elderFile } from '../../_domain/people/elders/shown'
import { requireActive } from '../../_domain/people/privacy/consents'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const file: Handler<typeof people.file> = async (ctx, { elderId }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  const grant = ctx.permit(concernOfElder(elder))
  if (grant.relation && grant.relation.relation !== 'guardian') requireActive(elder)
  if (grant.role === 'clerk' || grant.role === 'manager') await ctx.look({ ...elder, elderId }, null)
  return elderFile(elder, grant, ctx.now)
}
