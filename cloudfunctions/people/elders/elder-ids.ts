import { AppError } from '#types/errors'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'

/** So often can somebody be registered by one wish again after having been deleted. */
const MOST_RETURNS = 5

/**
 * The ids that the elder may have whom this caller registers by this wish: the same wish twice is the same person, unless her
 * data were deleted in between.
 */
export const elderIdsOf = (ctx: Ctx): string[] =>
  Array.from(
    { length: MOST_RETURNS },
    (_, nth) => `e-${personOf(`${ctx.callerId()} ${ctx.body}${nth === 0 ? '' : ` ${nth}`}`)}`,
  )

/** The id for a new elder, or the one whom this wish has registered already. @throws AppError `ALREADY_REGISTERED` */
export async function idFor(ctx: Ctx, work: Work): Promise<{ id: string; earlier: ElderRecord | null }> {
  for (const id of elderIdsOf(ctx)) {
    const earlier = await work.find('elders', id)
    if (earlier?.state !== 'erased') return { id, earlier }
  }
  throw new AppError('ALREADY_REGISTERED')
}
