import { isDeepStrictEqual } from 'node:util'
import type { eligibility } from '#types/eligibility'
import { AppError } from '#types/errors'
import { localDate } from '../_domain/base/calendar'
import { chainFaults } from '../_domain/policies/checks/chain'
import { readPolicy } from '../_domain/policies/read-policy'
import type { PolicyRecord } from '../_domain/policies/records'
import { policyRows } from '../_domain/policies/rows'
import { select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

const MOST = 200
const MOST_FAULTS = 20

/**
 * The chain of a kind is read and written with the document, so that two supervisors at the same moment cannot save past each
 * other.
 */
export const savePolicy: Handler<typeof eligibility.savePolicy> = async (ctx, { district, text }) => {
  ctx.permit({ district })
  const by = ctx.actor()
  const read = readPolicy(text)
  if ('faults' in read) throw refused(read.faults)
  const { kind, effectiveFrom, effectiveTo } = read.policy
  const id = `${district}_${kind}_${effectiveFrom}`
  const policy: PolicyRecord = { ...read.policy, id, district }
  const imported = await select('policies', { where: { district, kind }, limit: MOST })

  const stored = await ctx.transact('policies', async (work) => {
    const before = await work.find('policies', id)
    if (before && isSame(before, policy)) return { record: { ...before, elderId: null }, by }
    if (before)
      throw refused([
        'effectiveFrom：这一天开始的政策已经有了，存过的政策不能改。请另写一份，从别的日子开始。',
      ])
    if (effectiveFrom <= localDate(ctx.now)) throw new AppError('DATE_PAST', { date: effectiveFrom })

    const chainId = `${district}_${kind}`
    const links = (await work.find('policyChains', chainId))?.links ?? []
    const known = [...imported, ...links.filter((link) => !imported.some((one) => one.id === link.id))]
    const chain = known.map((one) => ({ ...one, kind, district }))
    const old = new Set(chainFaults(chain).map(({ problem }) => problem))
    const faults = chainFaults([...chain, policy]).filter(({ problem }) => !old.has(problem))
    if (faults.length > 0) throw refused(faults.map(({ path, problem }) => `${path.join('.')}：${problem}`))
    const link = { id, effectiveFrom, effectiveTo }
    const saved = known.map((one) => ({
      id: one.id,
      effectiveFrom: one.effectiveFrom,
      effectiveTo: one.effectiveTo,
    }))
    work.put('policyChains', { id: chainId, district, links: [...saved, link] })
    work.put('policies', policy)
    return { record: { ...policy, elderId: null }, by }
  })
  const rows = policyRows([...imported.filter((one) => one.id !== id), stored])
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error('the policy that was stored is not in the list')
  return row
}

/** The database gives a document back with its fields in another order. */
const isSame = (stored: PolicyRecord, written: PolicyRecord): boolean =>
  isDeepStrictEqual(stored, JSON.parse(JSON.stringify(written)))

const refused = (faults: readonly string[]) =>
  new AppError('POLICY_REFUSED', { faults: faults.slice(0, MOST_FAULTS) })
