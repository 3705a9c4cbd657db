import type { Scope } from '#types/contract'
import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { GuardianEvidence } from '#types/people/circle'
import type { Paper } from '#types/people/elders'
import { type Grant, isByStaff } from '../../access/grants'
import { ERASED } from '../elders/forgetting'
import { type Decision, requireActive } from '../privacy/consents'
import { decisionBy } from '../privacy/decisions'
import type { AccountRecord, ElderRecord } from '../records'
import { areSameScopes, grantRelation, hasEnded, type PeopleTerms, withMember } from './circle'
import type { RelationRecord } from './records'

/** What somebody is let in for, and what was shown of it. */
interface LettingIn {
  scopes: Scope[]
  paper: Paper | undefined
  /** Papers of a guardian. */
  evidence: GuardianEvidence | null
}

/** Who lets them in. */
interface By {
  account: AccountRecord
  grant: Grant
  terms: PeopleTerms
  now: Date
}

/**
 * Lets somebody into an elder's circle, or in for something else; the same relation and no decision where nothing changes. A
 * guardian comes in by papers, also where the elder can no longer say yes herself: the decision is theirs.
 * @throws AppError `WRONG_STATE` for one who left for good, or who left and has not asked since (`hasLeft`), `EVIDENCE_MISSING`,
 *   `CONSENT_MISSING`, `NOT_YOUR_STEP`, `CIRCLE_FULL`
 */
export function letIn(
  before: RelationRecord,
  elder: ElderRecord,
  { scopes, paper, evidence: papers }: LettingIn,
  { account, grant, terms, now }: By,
): { relation: RelationRecord; elder: ElderRecord; decision: Decision | null } {
  if (before.name === ERASED) throw new AppError('WRONG_STATE', { state: before.state })
  if (before.hasLeft) throw new AppError('WRONG_STATE', { state: before.state, hasLeft: true })
  const isGuardian = before.relation === 'guardian'
  const evidence = isGuardian ? papers : null
  const isNews = evidence !== null && JSON.stringify(evidence) !== JSON.stringify(before.evidence)
  if (isGuardian && (before.state !== 'granted' || isNews)) requireEvidence(grant, evidence, now)
  if (!isGuardian) requireActive(elder)
  const said = decisionBy(account, grant, elder, paper)
  if (before.state === 'granted' && !isNews && areSameScopes(before.scopes, scopes))
    return { relation: before, elder, decision: null }

  const decision = isGuardian ? { ...said, by: before.name, capacity: 'guardian' as const } : said
  return {
    relation: grantRelation(before, scopes, { decision, evidence: evidence ?? before.evidence, now }),
    elder: withMember(elder, before.openid, terms),
    decision,
  }
}

/** Only a station that has seen papers which still count lets a guardian in. */
function requireEvidence(grant: Grant, evidence: GuardianEvidence | null, now: Date): void {
  if (!isByStaff(grant) || !evidence || hasEnded(evidence, localDate(now)))
    throw new AppError('EVIDENCE_MISSING', { fields: ['evidence'] })
}
