import type { Channel } from '#types/actors'
import { AppError } from '#types/errors'
import type { ElderFile } from '#types/people/elders'
import { concernOfElder } from '../../_domain/access/concerns'
import type { Grant } from '../../_domain/access/grants'
import { requireNotJoined } from '../../_domain/people/likenesses/joining'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import { putElder } from '../../_shell/elder-records/put-elder'
import { standingFor } from '../../_shell/permitted-elder'
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

/** An elder's file as the caller may read it now. */
export const shownElder = (ctx: Ctx, elder: ElderRecord): Promise<ElderFile> =>
  fileFor(elder, ctx.permit(concernOfElder(elder)), ctx.now)

/**
 * Changes an elder's record and everything that keeps a copy of it: that of the one to whom she was joined, where the caller may do
 * this for that one. Answers with the record; what the caller may know of it says `shownElder`.
 * @throws AppError `ELDER_JOINED` where the caller may change the joined record alone
 */
export function changedElder(
  ctx: Ctx,
  elderId: string,
  change: Change,
  { channel, about, besides }: Said = {},
): Promise<ElderRecord> {
  return ctx.transact('elders', async (work) => {
    const before = await standingFor(ctx, await work.get('elders', elderId), work.find)
    const grant = ctx.permit(concernOfElder(before))
    if (before.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
    requireNotJoined(before)
    const elder = await change(before, grant, work)
    const done = { record: { ...elder, elderId: elder.id }, by: ctx.actor(channel), ...(about && { about }) }
    if (JSON.stringify(elder) === JSON.stringify(before)) return done
    await putElder(work, before, elder)
    return { ...done, besides: besides?.() }
  })
}
