import { isDeepStrictEqual } from 'node:util'
import { localDate } from '#types/days'
import type { eligibility } from '#types/eligibility'
import { chainId, joinChain, neighboursIn, requireAsRead } from '../_domain/policies/joining'
import type { PolicyRecord } from '../_domain/policies/records'
import { policyRows } from '../_domain/policies/rows'
import { select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { documentOf, MOST } from './policy-document'

/**
 * The chain of a kind is read and written with the document, so that two supervisors at the same moment cannot save past each
 * other, and neither stores what is no longer as it was read.
 */
export const savePolicy: Handler<typeof eligibility.savePolicy> = async (
  ctx,
  { district, text, between },
) => {
  ctx.permit({ district })
  const by = ctx.actor()
  const policy = documentOf(text, district)
  const { id, kind } = policy
  const policies = await select('policies', { where: { district, kind }, limit: MOST })

  const stored = await ctx.transact('policies', async (work) => {
    const before = await work.find('policies', id)
    if (before && isSame(before, policy)) return { record: { ...before, elderId: null }, by }
    const chain = await work.find('policyChains', chainId(district, kind))
    const known = { isTaken: before !== null, policies, chain, today: localDate(ctx.now) }
    const joined = joinChain(policy, known)
    requireAsRead(neighboursIn(joined, policy), between)
    work.put('policyChains', joined)
    work.put('policies', policy)
    return { record: { ...policy, elderId: null }, by }
  })
  const rows = policyRows([...policies.filter((one) => one.id !== id), stored])
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error('the policy that was stored is not in the list')
  return row
}

/** The database gives a document back with its fields in another order. */
const isSame = (stored: PolicyRecord, written: PolicyRecord): boolean =>
  isDeepStrictEqual(stored, JSON.parse(JSON.stringify(written)))
