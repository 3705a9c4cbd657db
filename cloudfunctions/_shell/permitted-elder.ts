import { AppError } from '#types/errors'
import { concernOfElder } from '../_domain/access/concerns'
import type { Grant } from '../_domain/access/grants'
import type { ElderRecord } from '../_domain/people/records'
import { find } from './cloud'
import type { Ctx } from './context'

/**
 * An elder about whom the caller may ask this, and in which capacity. Once her data are gone she is nobody's: what is kept of her
 * is kept for the law, and nobody looks at it here.
 * @throws AppError `NOT_FOUND`, `FORBIDDEN`
 */
export async function permittedElder(
  ctx: Ctx,
  elderId: string,
): Promise<{ elder: ElderRecord; grant: Grant }> {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  const grant = ctx.permit(concernOfElder(elder))
  if (elder.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
  return { elder, grant }
}
