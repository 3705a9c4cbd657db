import type { eligibility } from '#types/eligibility'
import { AppError } from '#types/errors'
import { linksTo } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'
import { applicationFor, requireStranger } from './application-for'

/** For so many seconds a link shows the photo. */
const FIVE_MINUTES = 300

export const documents: Handler<typeof eligibility.documents> = async (ctx, { applicationId }) => {
  const { application } = await applicationFor(ctx, applicationId)
  requireStranger(ctx, application)
  if (application.state !== 'inReview' || application.reviewerPerson !== personOf(ctx.callerId()))
    throw new AppError('WRONG_STATE', { state: application.state })
  const stored = application.documents.flatMap(({ fileId }) => fileId ?? [])
  const links = await linksTo(stored, FIVE_MINUTES)
  await ctx.look(application, null)
  return application.documents.map(({ label, fileId }) => ({
    label,
    link: fileId === null ? null : (links[stored.indexOf(fileId)] ?? null),
  }))
}
