import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { Ability, HeldCategory, Identity } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { isNearTo } from '../../access/holdings'
import type { DeterminationRecord } from '../../eligibility/records'
import { requireConsents } from '../privacy/consents'
import type { AccountRecord, ElderRecord } from '../records'
import { withCategories } from './changing'
import { identityOf, requireFits } from './identity'
import { withSeen } from './seen'

/** What a clerk who has seen the papers says of an elder; what is left out stays as it is. */
export interface Findings {
  identity?: Partial<Identity>
  categories?: HeldCategory[]
  ability?: Ability | null
  /** Went through all categories with her. */
  isAsked?: boolean
}

/** The elder as she is known then. `idNumber` is the one to keep, null: none any more, undefined: nothing was said of it. */
interface Verified {
  elder: ElderRecord
  idNumber: string | null | undefined
}

/**
 * An elder as a clerk found her. Nobody recognises what their own family holds; categories and ability need her consent.
 * @param by the clerk's account and the name at work; `decided` is what was decided on her applications
 * @throws AppError `FORBIDDEN`, `CONSENT_MISSING`, `BAD_ID_NUMBER`, `BAD_INPUT`
 */
export function verifyElder(
  elder: ElderRecord,
  findings: Findings,
  {
    account,
    name: clerk,
    decided,
    now,
  }: { account: AccountRecord; name: string; decided: readonly DeterminationRecord[]; now: Date },
): Verified {
  requireRecognisable(elder, findings, account)
  const { identity, categories, ability, isAsked } = findings
  const found = categories?.map((held) => seenBy(held, elder, clerk))
  const recognised = {
    ...withSeen(elder, 'papers', now),
    verifiedBy: clerk,
    ...(found && withCategories(elder, found, decided)),
    ...(found && elder.returned && { returned: stillSought(elder.returned, found, localDate(now)) }),
    ...(isAsked && { askedOn: localDate(now) }),
    ...(ability !== undefined && { ability }),
  }
  return identity ? identified(recognised, identity, now) : { elder: recognised, idNumber: undefined }
}

/** What came back and is not held after all: nobody needs to send again what a clerk has found. */
const stillSought = (
  returned: NonNullable<ElderRecord['returned']>,
  found: readonly HeldCategory[],
  today: LocalDate,
) =>
  returned.filter(
    ({ category }) =>
      !found.some((held) => held.category === category && (held.to === null || held.to >= today)),
  )

/** Which parts of an elder were verified, for the audit record. */
export const verifiedParts = ({ identity, categories, ability, isAsked }: Findings): string =>
  [identity && 'identity', (categories || isAsked) && 'categories', ability !== undefined && 'ability']
    .filter(Boolean)
    .join(',')

function requireRecognisable(
  elder: ElderRecord,
  { categories, ability, isAsked }: Findings,
  account: AccountRecord,
): void {
  const isRecognised = categories !== undefined || ability !== undefined || isAsked
  if (isRecognised && isNearTo(account, elder)) throw new AppError('FORBIDDEN')
  if (categories?.length || isAsked) requireConsents(elder.consents, ['category'])
  if (ability) requireConsents(elder.consents, ['health'])
}

/** Who has seen the paper: whoever had before, else the clerk who says so now. */
function seenBy(held: HeldCategory, { categories }: ElderRecord, clerk: string): HeldCategory {
  const before = categories.find(
    (one) => one.category === held.category && one.from === held.from && one.evidence === held.evidence,
  )
  return { ...held, verifiedBy: before?.verifiedBy ?? clerk }
}

/** Without a number given now, birth date and sex still have to be those of the number that is kept. */
function identified(elder: ElderRecord, identity: Partial<Identity>, now: Date): Verified {
  const { name = elder.name, hukou = elder.hukou, residentSince = elder.residentSince } = identity
  const typed = identity.idNumber ? identity : { birthDate: elder.birthDate, sex: elder.sex, ...identity }
  const { birthDate, sex, idNumber } = identityOf(typed, now)
  const isTakenAway = identity.idNumber === null
  if (!idNumber && !isTakenAway) requireFits(elder, { birthDate, sex })
  return {
    elder: { ...elder, name, hukou, residentSince, birthDate, sex },
    idNumber: isTakenAway ? null : (idNumber ?? undefined),
  }
}
