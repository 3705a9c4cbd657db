import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import type { Grant } from '../access/grants'
import { isNearTo } from '../access/holdings'
import { requireConsents } from '../people/privacy/consents'
import type { AccountRecord, ElderRecord } from '../people/records'
import { decide, decidedElder, isOverdue, moveApplication, type Verdict } from './applications'
import type { ApplicationRecord, DeterminationRecord } from './records'

/** Who reviews; `person` is the id under which others know the account (`personOf`). */
export interface Reviewer {
  account: AccountRecord
  person: string
  by: Actor
  now: Date
}

/** A relative sees what they applied for themselves; what she is recognised as is hers and her guardian's to know. */
export const isShownTo = (
  { applicants }: Pick<ApplicationRecord, 'applicants'>,
  { relation }: Pick<Grant, 'relation'>,
  person: string,
): boolean => relation === null || relation.relation === 'guardian' || applicants.includes(person)

/**
 * Nobody decides on what they or theirs asked for, in whichever registration of hers.
 * @param elder her record, where it was read: an account may know another registration of hers alone
 * @throws AppError `OWN_APPLICATION`
 */
export function requireStranger(
  { applicants, elderId }: ApplicationRecord,
  { account, person }: Pick<Reviewer, 'account' | 'person'>,
  elder: Pick<ElderRecord, 'id' | 'joinedTo'> = { id: elderId },
): void {
  if (applicants.includes(person) || isNearTo(account, elder)) throw new AppError('OWN_APPLICATION')
}

/**
 * An application in a reviewer's hands; the same record where it is in theirs already. From a colleague's it is taken over once
 * it is overdue, or by a supervisor.
 * @throws AppError `OWN_APPLICATION`, `WRONG_STATE`
 */
export function takeApplication(before: ApplicationRecord, reviewer: Reviewer): ApplicationRecord {
  requireStranger(before, reviewer)
  const { person, by, now } = reviewer
  const isInReview = before.state === 'inReview'
  if (isInReview && before.reviewerPerson === person) return before
  if (isInReview && by.role !== 'supervisor' && !isOverdue(before, now))
    throw new AppError('WRONG_STATE', { state: before.state })
  return { ...moveApplication(before, 'take', { by, now }), reviewer: by.name, reviewerPerson: person }
}

/** The photos are for whoever has the application in review. @throws AppError `OWN_APPLICATION`, `WRONG_STATE` */
export function requireInReview(
  application: ApplicationRecord,
  reviewer: Pick<Reviewer, 'account' | 'person'>,
): void {
  requireStranger(application, reviewer)
  if (application.state !== 'inReview' || application.reviewerPerson !== reviewer.person)
    throw new AppError('WRONG_STATE', { state: application.state })
}

/** The registration that stands for an elder once this was approved under another of hers: it was not known to be held before. */
export const withApproved = (
  stays: ElderRecord,
  { category, verdict }: Pick<DeterminationRecord, 'category' | 'verdict'>,
): ElderRecord =>
  verdict === 'approve' && stays.notHeld.some((one) => one.category === category)
    ? { ...stays, notHeld: stays.notHeld.filter((one) => one.category !== category) }
    : stays

/** What a decision leads to; no determination where it had been decided like that already. */
interface Decided {
  application: ApplicationRecord
  elder: ElderRecord
  determination: DeterminationRecord | null
}

/**
 * Decides on an application that the reviewer has in hand.
 * @throws AppError `OWN_APPLICATION`, `WRONG_STATE`, `NOT_FOUND` once her data are gone, `CONSENT_MISSING`, and what `decide` throws
 */
export function decideInReview(
  before: ApplicationRecord,
  elder: ElderRecord,
  wish: Verdict,
  reviewer: Reviewer,
): Decided {
  requireStranger(before, reviewer, elder)
  const isTheirs = before.reviewerPerson === reviewer.person
  if (isTheirs && isSameDecision(before, wish)) return { application: before, elder, determination: null }
  if (!isTheirs) throw new AppError('WRONG_STATE', { state: before.state })
  if (elder.state === 'erased') throw new AppError('NOT_FOUND', { applicationId: before.id })
  if (wish.verdict !== 'return') requireConsents(elder.consents, ['category'])
  const decided = decide(before, wish, reviewer)
  return { ...decided, elder: decidedElder(elder, decided.determination) }
}

const stateOf = { approve: 'approved', return: 'returned', refuse: 'refused' } as const

function isSameDecision(before: ApplicationRecord, { verdict, from, to, missing, reason }: Verdict): boolean {
  if (before.state !== stateOf[verdict] || before.reason !== reason) return false
  if (verdict === 'approve') return before.from === from && before.to === to
  return verdict === 'refuse' || before.missing.join() === missing.join()
}
