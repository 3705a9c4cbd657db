import { AppError } from '#types/errors'
import { concernOfPair } from '../../_domain/people/likenesses/pairs'
import type { LikenessRecord } from '../../_domain/people/likenesses/records'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import type { Work } from '../../_shell/transact'

/** Two registrations that are alike, as both stand now. */
export interface FoundPair {
  pair: LikenessRecord
  later: ElderRecord
  earlier: ElderRecord
}

/** A pair for which the caller answers, wherever both belong by now. @throws AppError `NOT_FOUND`, `FORBIDDEN` */
export async function pairOf(ctx: Ctx, find: Work['find'], pairId: string): Promise<FoundPair> {
  const found = await foundPair(find, pairId)
  ctx.permit(concernOfPair(found.later, found.earlier))
  if ([found.later, found.earlier].some(({ state }) => state === 'erased'))
    throw new AppError('NOT_FOUND', { pairId })
  return found
}

/** The same for whoever was permitted already: once the two are parted, perhaps nobody answers for both. @throws AppError `NOT_FOUND` */
export async function foundPair(find: Work['find'], pairId: string): Promise<FoundPair> {
  const pair = await find('likenesses', pairId)
  const later = pair && (await find('elders', pair.elderId))
  const earlier = pair && (await find('elders', pair.otherId))
  if (!pair || !later || !earlier) throw new AppError('NOT_FOUND', { pairId })
  return { pair, later, earlier }
}
