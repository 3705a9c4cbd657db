import { localDate } from '#types/days'
import type { eligibility } from '#types/eligibility'
import { AppError } from '#types/errors'
import { entitlementsOf, personAsked } from '../_domain/eligibility/entitlements'
import type { Handler } from '../_shell/context'
import { applicationTerms, policiesOf } from '../_shell/policies'
import { answersPage } from './answers-page'

export const ask: Handler<typeof eligibility.ask> = async (ctx, { district, after, ...said }) => {
  const policies = await policiesOf(district, ctx.now)
  if (policies.length === 0) throw new AppError('NOT_FOUND', { district })
  const on = localDate(ctx.now)
  const whole = entitlementsOf(personAsked(said), policies, { on, hidden: [], terms: applicationTerms })
  return answersPage(whole, after)
}
