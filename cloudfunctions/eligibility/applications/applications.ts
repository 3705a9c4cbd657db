import type { eligibility } from '#types/eligibility'
import { pageSize } from '#types/paging'
import { shownApplication } from '../../_domain/eligibility/applications'
import { isShownTo } from '../../_domain/eligibility/reviewing'
import { select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { applicationTerms } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'

export const applications: Handler<typeof eligibility.applications> = async (ctx, { elderId }) => {
  const { grant } = await permittedElder(ctx, elderId)
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
