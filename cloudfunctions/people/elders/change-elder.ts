import type { Channel } from '#types/actors'
import { AppError } from '#types/errors'
import type { ElderFile } from '#types/people/elders'
import { concernOfElder } from '../../_domain/access/concerns'
import type { Grant } from '../../_domain/access/grants'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import { putElder } from '../../_shell/elder-records/put-elder'
import type { Outcome, Work } from '../../_shell/transact'
import { fileFor } from './file-for'

/** What becomes of an elder's record; the same record when nothing changes. */
type Change = (elder: ElderRecord, grant: Grant, work: Work) => Promise<ElderRecord>

/** What the log says of it: by which way she asked, of what, and which other elders were changed with her. */
interface Said {
  channel?: Channel
  about?: string
  besides?(): Outcome<never>['besides']
}

/** Changes an elder's record and everything that keeps a copy of it; answers with what the caller may know of her now. */
export async function changeElder(
  ctx: Ctx,
  elderId: string,
  change: Change,
  said: Said = {},
): Promise<ElderFile> {
  return shownElder(ctx, await changedElder(ctx, elderId, change, said))
}

/** An elder's file as the caller may read it now. */
export const shownElder = (ctx: Ctx, elder: ElderRecord): ElderFile =>
  fileFor(elder, ctx.permit(concernOfElder(elder)), ctx.now)

/** As `changeElder`; answers with the record. */
export function changedElder(
  ctx: Ctx,
  elderId: string,
  change: Change,
  { channel, about, besides }: Said = {},
): Promise<ElderRecord> {
  return ctx.transact('elders', async (work) => {
    const before = await work.get('elders', elderId)
    const grant = ctx.permit(concernOfElder(before))
    if (before.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
    const elder = await change(before, grant, work)
    const done = { record: { ...elder, elderId }, by: ctx.actor(channel), ...(about && { about }) }
    if (JSON.stringify(elder) === JSON.stringify(before)) return done
    await putElder(work, before, elder)
    return { ...done, besides: besides?.() }
  })
}
