import { localDate } from '#types/days'
import type { eligibility } from '#types/eligibility'
import { chainId, joinChain, neighboursIn } from '../_domain/policies/joining'
import { readingOf } from '../_domain/policies/reading'
import { find, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { documentOf, MOST } from './policy-document'

export const readPolicy: Handler<typeof eligibility.readPolicy> = async (ctx, { district, text }) => {
  ctx.permit({ district })
  const policy = documentOf(text, district)
  const { id, kind } = policy
  const [listed, taken, chain] = await Promise.all([
    select('policies', { where: { district, kind }, limit: MOST }),
    find('policies', id),
    find('policyChains', chainId(district, kind)),
  ])
  const unlisted = (chain?.links ?? []).filter((link) => !listed.some((one) => one.id === link.id))
  const others = await Promise.all(unlisted.map((link) => find('policies', link.id)))
  const policies = [...listed, ...others.filter((one) => one !== null)]
  const joined = joinChain(policy, { isTaken: taken !== null, policies, chain, today: localDate(ctx.now) })
  return readingOf(policy, policies, neighboursIn(joined, policy))
}
