import { AppError } from '#types/errors'
import type { LocalDate } from '#types/values'
import type { PolicyChainRecord } from '../eligibility/records'
import { chainFaults } from './checks/chain'
import type { PolicyRecord } from './records'

const MOST_FAULTS = 20

const TAKEN = 'effectiveFrom：这一天开始的政策已经有了，存过的政策不能改。请另写一份，从别的日子开始。'

type Link = PolicyChainRecord['links'][number]

/** What is known of a district's policies of one kind. */
interface Known {
  /** Whether another document begins on the same day: none is ever changed. */
  isTaken: boolean
  /** The documents that are there, imported ones too. */
  policies: readonly PolicyRecord[]
  /** First and last days that were saved with the chain: they know a document that the list does not show yet. */
  chain: PolicyChainRecord | null
  today: LocalDate
}

/** A refusal with the first faults, each in a sentence for the one who writes policies. */
export const refusedPolicy = (faults: readonly string[]): AppError =>
  new AppError('POLICY_REFUSED', { faults: faults.slice(0, MOST_FAULTS) })

/**
 * The chain that a new policy joins, with the policy in it. It begins in the future, as older orders keep their rule, and must
 * not make a fault in the chain that was not there before.
 * @throws AppError `POLICY_REFUSED`, `DATE_PAST`
 */
export function joinChain(
  policy: PolicyRecord,
  { isTaken, policies, chain, today }: Known,
): PolicyChainRecord {
  if (isTaken) throw refusedPolicy([TAKEN])
  const { district, kind, effectiveFrom } = policy
  if (effectiveFrom <= today) throw new AppError('DATE_PAST', { date: effectiveFrom })
  const links = chain?.links.filter((link) => !policies.some((one) => one.id === link.id)) ?? []
  const known = [...policies, ...links]
  const dated = known.map((one) => ({ ...one, kind, district }))
  const old = new Set(chainFaults(dated).map(({ problem }) => problem))
  const faults = chainFaults([...dated, policy]).filter(({ problem }) => !old.has(problem))
  if (faults.length > 0)
    throw refusedPolicy(faults.map(({ path, problem }) => `${path.join('.')}：${problem}`))
  return { id: chainId(district, kind), district, links: [...known, policy].map(linkOf) }
}

/** Ids of the policies of its kind that a policy comes to stand between. */
interface Between {
  before: string | null
  next: string | null
}

/** Between which two a policy stands that is in the chain; null where there is none. */
export function neighboursIn({ links }: PolicyChainRecord, { effectiveFrom }: PolicyRecord): Between {
  const inOrder = [...links].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
  return {
    before: inOrder.filter((one) => one.effectiveFrom < effectiveFrom).at(-1)?.id ?? null,
    next: inOrder.find((one) => one.effectiveFrom > effectiveFrom)?.id ?? null,
  }
}

/**
 * A policy is stored as it was read: between the same two, since they say until when it holds, and which one ends by it.
 * @throws AppError `POLICIES_CHANGED` where another one of its kind has come between
 */
export function requireAsRead(now: Between, read: Between): void {
  if (now.before !== read.before || now.next !== read.next) throw new AppError('POLICIES_CHANGED')
}

/** The natural id of the chain of a district's policies of one kind. */
export const chainId = (district: string, kind: PolicyRecord['kind']): string => `${district}_${kind}`

const linkOf = ({ id, effectiveFrom, effectiveTo }: Link): Link => ({ id, effectiveFrom, effectiveTo })
