import type { eligibility } from '#types/eligibility'
import { requireInReview } from '../../_domain/eligibility/reviewing'
import { linksTo } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { applicationFor } from './application-for'
import { reviewerOf } from './reviewer'

/** For so many seconds a link shows the photo. */
const FIVE_MINUTES = 300

export const documents: Handler<typeof eligibility.documents> = async (ctx, { applicationId }) => {
  const application = await applicationFor(ctx, applicationId)
  requireInReview(application, reviewerOf(ctx))
  const stored = application.documents.flatMap(({ fileId, isRefused }) => (isRefused ? [] : (fileId ?? [])))
  const links = await linksTo(stored, FIVE_MINUTES)
  await ctx.look(application, null)
  return application.documents.map(({ label, fileId, isRefused }) => ({
    label,
    link: fileId === null ? null : (links[stored.indexOf(fileId)] ?? null),
    ...(isRefused && { isRefused }),
  }))
}
