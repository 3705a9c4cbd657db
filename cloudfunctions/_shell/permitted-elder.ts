import { AppError } from '#types/errors'
import { concernOfElder } from '../_domain/access/concerns'
import type { Grant } from '../_domain/access/grants'
import type { ElderRecord } from '../_domain/people/records'
import { find } from './cloud'
import type { Ctx } from './context'
import type { Work } from './transact'

/**
 * An elder about whom the caller may ask this, and in which capacity; the one to whom she was joined, where the caller may ask about
 * that one. Once her data are gone she is nobody's: what is kept of her is kept for the law, and nobody looks at it here.
 * @throws AppError `NOT_FOUND`, `FORBIDDEN`
 */
export async function permittedElder(
  ctx: Ctx,
  elderId: string,
): Promise<{ elder: ElderRecord; grant: Grant }> {
  const named = await find('elders', elderId)
  if (!named) throw new AppError('NOT_FOUND', { elderId })
  const elder = await standingFor(ctx, named)
  const grant = ctx.permit(concernOfElder(elder))
  if (elder.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
  return { elder, grant }
}

/**
 * The elder for whom a call counts that names this one, once it was permitted: where her registration was joined to another and the
 * caller may do the same for that one, that one; else herself. Null where there is none.
 */
export async function elderFor(ctx: Ctx, elderId: string): Promise<ElderRecord | null> {
  return elderNamed(ctx, await find('elders', elderId))
}

/** The same where whoever is named was read already. */
export const elderNamed = async (ctx: Ctx, named: ElderRecord | null): Promise<ElderRecord | null> =>
  named && inPlaceOf(named, ({ id }) => ctx.mayFor(id))

/** Whoever stands for an elder whose registration was joined to another, where the caller may do this for that one; else she herself. */
export const standingFor = (
  ctx: Ctx,
  elder: ElderRecord,
  finding: Work['find'] = find,
): Promise<ElderRecord> => inPlaceOf(elder, (stays) => ctx.may(concernOfElder(stays)), finding)

/** Whoever stands for an elder, where the caller may act for them; else she herself. */
async function inPlaceOf(
  elder: ElderRecord,
  isPermitted: (stays: ElderRecord) => boolean,
  finding: Work['find'] = find,
): Promise<ElderRecord> {
  const stays = elder.joinedTo === undefined ? null : await finding('elders', elder.joinedTo)
  return stays && isPermitted(stays) ? stays : elder
}
