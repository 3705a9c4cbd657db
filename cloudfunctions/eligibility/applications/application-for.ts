import { AppError } from '#types/errors'
import type { ApplicationRecord } from '../../_domain/eligibility/records'
import { isShownTo } from '../../_domain/eligibility/reviewing'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'

/**
 * An application that the caller may see: the elder and her guardian, the staff of the station and town where she is at home
 * now, and a relative who had a hand in it. @throws AppError `NOT_FOUND`, `FORBIDDEN`
 */
export async function applicationFor(ctx: Ctx, id: string): Promise<ApplicationRecord> {
  const application = await find('applications', id)
  if (!application) throw new AppError('NOT_FOUND', { applicationId: id })
  const { elderId, stationId, townId, district } = application
  const grant = ctx.permit({ elderId, stationId, townId, district })
  if (!isShownTo(application, grant, personOf(ctx.callerId()))) throw new AppError('FORBIDDEN')
  return application
}
