import type { Actor } from '#types/actors'
import type { Visit } from '#types/visits'
import { type Concern, concernOfVisit } from '../_domain/access/concerns'
import type { Telling } from '../_domain/messages/records'
import { requireAlive } from '../_domain/people/elders/ending'
import type { VisitRecord } from '../_domain/visits/records'
import { visitFor } from '../_domain/visits/visits'
import type { Ctx } from '../_shell/context'
import type { Work } from '../_shell/transact'

type Told = Telling | readonly Telling[] | null

/** How a visit is changed. */
interface ChangeOptions {
  /** Decides what becomes of the visit; the same record when there is nothing to change. */
  change(visit: VisitRecord, by: Actor): VisitRecord
  /** What else has to hold for a real change, read in the same transaction, and what else it writes. */
  requires?(work: Work, visit: VisitRecord): Promise<void>
  /** Who is to be told of a real change; nobody by default. `before`: the visit as it was. */
  tell?(visit: VisitRecord, before: VisitRecord): Told | Promise<Told>
  /** Whether it promises something to her: then nothing is done once she has died. */
  isPromise?: boolean
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
  { change, requires, tell = () => null, isPromise = false, concern = concernOfVisit }: ChangeOptions,
): Promise<Visit> {
  const visit = await ctx.transact('visits', async (work) => {
    const before = await work.get('visits', visitId)
    ctx.permit(concern(before))
    const by = ctx.actor()
    const elder = isPromise ? await work.find('elders', before.elderId) : null
    if (elder) requireAlive(elder)
    const record = change(before, by)
    if (record === before) return { record, by }
    await requires?.(work, before)
    work.put('visits', record)
    return { record, by, tells: await tell(record, before) }
  })
  ctx.permit(concern(visit))
  return visitFor(visit, ctx.knownAccount())
}
