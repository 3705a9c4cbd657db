import { localDate } from '#types/days'
import type { eligibility } from '#types/eligibility'
import { entitlementsOf, hiddenFrom } from '../_domain/eligibility/entitlements'
import { personFrom } from '../_domain/policies/terms/person'
import { withPapers } from '../_domain/policies/with-papers'
import type { Handler } from '../_shell/context'
import { applicationTerms, policiesOf } from '../_shell/policies'
import { asOne } from '../_shell/registrations'
import { answersPage } from './answers-page'
import { elderFor } from './applications/elder-for'

export const entitlements: Handler<typeof eligibility.entitlements> = async (ctx, { elderId, after }) => {
  const { elder, grant } = await elderFor(ctx, elderId)
  const policies = await policiesOf(elder.district, ctx.now)
  const whole = entitlementsOf(
    personFrom(await asOne(elder)),
    elder.isIdPending ? policies.map(withPapers) : policies,
    {
      on: localDate(ctx.now),
      hidden: hiddenFrom(grant),
      terms: applicationTerms,
    },
  )
  const isNumberGone = elder.isIdPending === true && elder.idNumber === null
  return answersPage({ ...whole, isNumberGone }, after)
}
