import type { eligibility } from '#types/eligibility'
import { moveApplication, shownApplication } from '../../_domain/eligibility/applications'
import { withReturned } from '../../_domain/eligibility/returned'
import type { Handler } from '../../_shell/context'
import { putElder } from '../../_shell/elder-records/put-elder'
import { applicationTerms } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import { applicationFor } from './application-for'

export const withdraw: Handler<typeof eligibility.withdraw> = async (ctx, { applicationId }) => {
  await applicationFor(ctx, applicationId)
  const by = ctx.actor()
  const stored = await ctx.transact('applications', async (work) => {
    const before = await work.get('applications', applicationId)
    if (before.state === 'withdrawn') return { record: before, by }
    const after = moveApplication(before, 'withdraw', { by, now: ctx.now })
    const elder = await work.get('elders', after.elderId)
    const without = withReturned(elder, after, personOf)
    if (without !== elder) await putElder(work, elder, without)
    work.put('applications', after)
    return { record: after, by }
  })
  return shownApplication(stored, ctx.now, applicationTerms.objection)
}
