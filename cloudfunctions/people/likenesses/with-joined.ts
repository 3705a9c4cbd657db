import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import { putElder } from '../../_shell/elder-records/put-elder'
import type { Work } from '../../_shell/transact'

/** What becomes of each registration, what the log says of it, and what else is written then. */
interface Together {
  change(one: ElderRecord, work: Work): ElderRecord | Promise<ElderRecord>
  about: string
  also?(work: Work, after: ElderRecord): Promise<void>
}

/** An elder, and the registrations that were joined to hers, each changed in the same way; hers is already. */
export async function withJoined(
  ctx: Ctx,
  elder: ElderRecord,
  { change, about, also }: Together,
): Promise<ElderRecord[]> {
  const all = [elder]
  for (const id of elder.joined ?? []) {
    const other = await ctx.transactPart(id, 'elders', async (work) => {
      const before = await work.get('elders', id)
      const after = before.state === 'erased' ? before : await change(before, work)
      if (after !== before) {
        await putElder(work, before, after)
        await also?.(work, after)
      }
      return { record: { ...after, elderId: id }, by: ctx.actor(), about }
    })
    all.push(other.record)
  }
  return all
}
