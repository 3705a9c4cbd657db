import type { eligibility } from '#types/eligibility'
import { shownApplication } from '../../_domain/eligibility/applications'
import type { Handler } from '../../_shell/context'
import { applicationTerms } from '../../_shell/policies'
import { applicationFor } from './application-for'

export const application: Handler<typeof eligibility.application> = async (ctx, { applicationId }) => {
  const found = await applicationFor(ctx, applicationId)
  return shownApplication(found, ctx.now, applicationTerms.objection)
}
