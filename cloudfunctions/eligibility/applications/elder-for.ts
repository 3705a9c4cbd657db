import { AppError } from '#types/errors'
import { concernOfElder } from '../../_domain/access/concerns'
import type { Grant } from '../../_domain/access/grants'
import { requireActive, requireConsents } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'

/**
 * An elder for whom the caller asks what she has a right to: her categories may be used for that.
 * @throws AppError `NOT_FOUND`, `FORBIDDEN`, `CONSENT_MISSING`
 */
export async function elderFor(ctx: Ctx, elderId: string): Promise<{ elder: ElderRecord; grant: Grant }> {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  const grant = ctx.permit(concernOfElder(elder))
  requireActive(elder)
  requireConsents(elder.consents, ['category'])
  return { elder, grant }
}
