import { AppError } from '#types/errors'
import { concernOfVisit } from '../_domain/access/concerns'
import type { VisitRecord } from '../_domain/visits/records'
import { find } from '../_shell/cloud'
import type { Ctx } from '../_shell/context'

/** A visit about which the caller may ask this. @throws AppError `NOT_FOUND`, `FORBIDDEN` */
export async function permittedVisit(ctx: Ctx, visitId: string): Promise<VisitRecord> {
  const visit = await find('visits', visitId)
  if (!visit) throw new AppError('NOT_FOUND', { visitId })
  ctx.permit(concernOfVisit(visit))
  return visit
}
