import type { eligibility } from '#types/eligibility'
import { shownApplication } from '../../_domain/eligibility/applications'
import { takeApplication } from '../../_domain/eligibility/reviewing'
import type { Handler } from '../../_shell/context'
import { applicationTerms } from '../../_shell/policies'
import { applicationFor } from './application-for'
import { reviewerOf } from './reviewer'

export const take: Handler<typeof eligibility.take> = async (ctx, { applicationId }) => {
  await applicationFor(ctx, applicationId)
  const reviewer = reviewerOf(ctx)
  const stored = await ctx.transact('applications', async (work) => {
    const before = await work.get('applications', applicationId)
    const after = takeApplication(before, reviewer)
    if (after !== before) work.put('applications', after)
    return { record: after, by: reviewer.by }
  })
  return shownApplication(stored, ctx.now, applicationTerms.objection)
}
