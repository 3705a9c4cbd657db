import type { eligibility } from '#types/eligibility'
import { AppError } from '#types/errors'
import { isOverdue, moveApplication, shownApplication } from '../../_domain/eligibility/applications'
import type { Handler } from '../../_shell/context'
import { applicationTerms } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import { applicationFor, requireStranger } from './application-for'

export const take: Handler<typeof eligibility.take> = async (ctx, { applicationId }) => {
  await applicationFor(ctx, applicationId)
  const by = ctx.actor()
  const me = personOf(ctx.callerId())
  const stored = await ctx.transact('applications', async (work) => {
    const before = await work.get('applications', applicationId)
    requireStranger(ctx, before)
    if (before.state === 'inReview' && before.reviewerPerson === me) return { record: before, by }
    if (before.state === 'inReview' && by.role !== 'supervisor' && !isOverdue(before, ctx.now))
      throw new AppError('WRONG_STATE', { state: before.state }) // a colleague looks at it
    const after = {
      ...moveApplication(before, 'take', { by, now: ctx.now }),
      reviewer: by.name,
      reviewerPerson: me,
    }
    work.put('applications', after)
    return { record: after, by }
  })
  return shownApplication(stored, ctx.now, applicationTerms.objection)
}
