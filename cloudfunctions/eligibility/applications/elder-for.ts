import type { Grant } from '../../_domain/access/grants'
import { requireActive, requireConsents } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'

/**
 * An elder for whom the caller asks what she has a right to: her categories may be used for that.
 * @throws AppError `NOT_FOUND`, `FORBIDDEN`, `CONSENT_MISSING`
 */
export async function elderFor(ctx: Ctx, elderId: string): Promise<{ elder: ElderRecord; grant: Grant }> {
  const { elder, grant } = await permittedElder(ctx, elderId)
  requireActive(elder)
  requireConsents(elder.consents, ['category'])
  return { elder, grant }
}
