import type { eligibility } from '#types/eligibility'
import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import { localDate } from '../_domain/base/calendar'
import { entitlementsOf, personAsked } from '../_domain/eligibility/entitlements'
import { select, sumUp } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { applicationTerms, policiesOf } from '../_shell/policies'

export const districts: Handler<typeof eligibility.districts> = async () => {
  const [all, ruled] = await Promise.all([
    select('districts', { where: {}, orderBy: [['_id', 'asc']], limit: pageSize.places }),
    sumUp('policies', { where: {}, by: { district: '$district' }, sums: {}, limit: pageSize.places }),
  ])
  const named = new Set(ruled.map(({ _id }) => (_id as { district: string }).district))
  return all.filter(({ id }) => named.has(id))
}

export const ask: Handler<typeof eligibility.ask> = async (ctx, { district, ...said }) => {
  const policies = await policiesOf(district, ctx.now)
  if (policies.length === 0) throw new AppError('NOT_FOUND', { district })
  const on = localDate(ctx.now)
  return entitlementsOf(personAsked(said), policies, { on, hidden: [], terms: applicationTerms })
}
