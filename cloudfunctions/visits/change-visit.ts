import type { Actor } from '#types/actors'
import type { Visit } from '#types/visits'
import { type Concern, concernOfVisit } from '../_domain/access/concerns'
import type { VisitRecord } from '../_domain/visits/records'
import { visitFor } from '../_domain/visits/visits'
import type { SubscribeMessage } from '../_shell/cloud'
import type { Ctx } from '../_shell/context'
import { ifStillNear, nearby } from '../_shell/messages'

/** How a visit is changed. */
interface ChangeOptions {
  /** Decides what becomes of the visit; the same record when there is nothing to change. */
  change(visit: VisitRecord, by: Actor): VisitRecord
  /** Makes the message for a real change; none by default. */
  tell?(visit: VisitRecord): SubscribeMessage | null
  /** Whom the visit concerns; its present helper by default. */
  concern?(visit: VisitRecord): Concern
}

/**
 * Loads a visit, checks that the caller may act on it, changes it in a transaction and answers as the caller may
 * see it. Access is checked on what is stored in the end as well: a repeated call may find its work done.
 */
export async function changeVisit(
  ctx: Ctx,
  visitId: string,
  { change, tell = () => null, concern = concernOfVisit }: ChangeOptions,
): Promise<Visit> {
  const visit = await ctx.transact('visits', async (work) => {
    const before = await work.get('visits', visitId)
    ctx.permit(concern(before))
    const by = ctx.actor()
    const record = change(before, by)
    if (record === before) return { record, by }
    work.put('visits', record)
    const told = { elderId: record.elderId, by: record.askedBy, scopes: nearby, now: ctx.now }
    return { record, by, message: await ifStillNear(work, told, tell(record)) }
  })
  ctx.permit(concern(visit))
  return visitFor(visit, ctx.knownAccount())
}
