import type { eligibility } from '#types/eligibility'
import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import { concernOfElder } from '../../_domain/access/concerns'
import { shownApplication } from '../../_domain/eligibility/applications'
import { isShownTo } from '../../_domain/eligibility/reviewing'
import { find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { applicationTerms } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'

export const applications: Handler<typeof eligibility.applications> = async (ctx, { elderId }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  const grant = ctx.permit(concernOfElder(elder))
  const found = await select('applications', {
    where: { elderId },
    orderBy: [['submittedAt', 'desc']],
    limit: pageSize.applications,
  })
  const person = personOf(ctx.callerId())
  return found
    .filter((one) => isShownTo(one, grant, person))
    .map((one) => shownApplication(one, ctx.now, applicationTerms.objection))
}
