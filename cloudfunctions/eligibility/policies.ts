import type { eligibility } from '#types/eligibility'
import { policyRows } from '../_domain/policies/rows'
import { select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

const MOST = 200

export const policies: Handler<typeof eligibility.policies> = async (ctx, { district }) => {
  ctx.permit({ district })
  return policyRows(await select('policies', { where: { district }, limit: MOST }))
}
