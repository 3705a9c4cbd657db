import { localDate } from '#types/days'
import type { eligibility } from '#types/eligibility'
import { shownApplication } from '../../_domain/eligibility/applications'
import { withReturned } from '../../_domain/eligibility/returned'
import { decideInReview, withApproved } from '../../_domain/eligibility/reviewing'
import { tellDecision } from '../../_domain/messages/of-people'
import type { Handler } from '../../_shell/context'
import { putElder } from '../../_shell/elder-records/put-elder'
import { applicationTerms, notices } from '../../_shell/policies'
import { registrationFor } from '../../_shell/registrations'
import { personOf } from '../../_shell/secrets'
import { applicationFor } from './application-for'
import { reviewerOf } from './reviewer'

export const decide: Handler<typeof eligibility.decide> = async (ctx, input) => {
  const { applicationId, verdict, from = localDate(ctx.now), to = null, missing = [], reason = null } = input
  await applicationFor(ctx, applicationId)
  const reviewer = reviewerOf(ctx)
  const { by } = reviewer
  const stored = await ctx.transact('applications', async (work) => {
    const before = await work.get('applications', applicationId)
    const elder = await work.get('elders', before.elderId)
    const decided = decideInReview(before, elder, { verdict, from, to, missing, reason }, reviewer)
    const { application, determination } = decided
    if (!determination) return { record: application, by }
    const after = withReturned(decided.elder, application, personOf)
    if (after !== elder) await putElder(work, elder, after)
    const stays = await registrationFor(elder, work.find)
    const counting = stays === elder ? stays : withApproved(stays, determination)
    if (counting !== stays) work.put('elders', counting)
    work.put('determinations', determination)
    work.put('applications', application)
    return {
      record: application,
      by,
      about: verdict,
      tells: tellDecision(application, { by: ctx.openid, notices }),
    }
  })
  return shownApplication(stored, ctx.now, applicationTerms.objection)
}
