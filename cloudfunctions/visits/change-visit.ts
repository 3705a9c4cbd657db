import type { Actor } from '#types/meals'
import type { Visit } from '#types/visits'
import type { VisitRecord } from '../_domain/records/visits'
import { visitFor } from '../_domain/visits'
import type { SubscribeMessage } from '../_shell/cloud'
import type { Ctx } from '../_shell/context'
import { readerOf } from './reader-of'

/** Decides what becomes of a visit; the same record when there is nothing to change. */
type Change = (visit: VisitRecord, by: Actor) => VisitRecord

/**
 * Loads a visit, checks that the caller may act on it, changes it in a transaction and answers as the caller may
 * see it. `tell` makes the message for a real change.
 */
export async function changeVisit(
  ctx: Ctx,
  visitId: string,
  change: Change,
  tell: (visit: VisitRecord) => SubscribeMessage | null = () => null,
): Promise<Visit> {
  const visit = await ctx.transact('visits', async (work) => {
    const before = await work.get('visits', visitId)
    ctx.permit({
      elderId: before.elderId,
      stationId: before.stationId,
      townId: before.townId,
      district: before.district,
      helper: before.helper?.openid ?? before.releasedBy,
      asker: before.asker,
    })
    const by = ctx.actor()
    const record = change(before, by)
    if (record === before) return { record, by }
    work.put('visits', record)
    return { record, by, message: tell(record) }
  })
  return visitFor(visit, readerOf(ctx))
}
