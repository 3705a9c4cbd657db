import { AppError } from '#types/errors'
import type { Grant } from '../../_domain/access/grants'
import { isFamilyOf } from '../../_domain/access/holdings'
import type { ApplicationRecord } from '../../_domain/eligibility/records'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'

/**
 * An application that the caller may see: the elder and her guardian, the staff of the station and town where she is at home
 * now, and a relative who had a hand in it. @throws AppError `NOT_FOUND`, `FORBIDDEN`
 */
export async function applicationFor(
  ctx: Ctx,
  id: string,
): Promise<{ application: ApplicationRecord; grant: Grant }> {
  const application = await find('applications', id)
  if (!application) throw new AppError('NOT_FOUND', { applicationId: id })
  const { elderId, stationId, townId, district } = application
  const grant = ctx.permit({ elderId, stationId, townId, district })
  if (!isShownTo(application, grant, ctx)) throw new AppError('FORBIDDEN')
  return { application, grant }
}

/** A relative sees what they applied for themselves; what she is recognised as is hers and her guardian's to know. */
export const isShownTo = ({ applicants }: ApplicationRecord, { relation }: Grant, ctx: Ctx): boolean =>
  relation === null || relation.relation === 'guardian' || applicants.includes(personOf(ctx.callerId()))

/** Nobody decides on what they or theirs asked for. @throws AppError `OWN_APPLICATION` */
export function requireStranger(ctx: Ctx, { applicants, elderId }: ApplicationRecord): void {
  const isOwn = applicants.includes(personOf(ctx.callerId())) || isFamilyOf(ctx.knownAccount(), elderId)
  if (isOwn) throw new AppError('OWN_APPLICATION')
}
