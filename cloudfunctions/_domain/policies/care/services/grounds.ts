import type { MissingFact } from '#types/meals/prices'
import type { CarePolicy } from '#types/policies/care'
import type { Shortfall } from '#types/policies/care-cases'
import type { LocalDate } from '#types/values'
import { groundOf } from '../../terms/conditions'
import { distinctFacts, unknownIn } from '../../terms/missing-facts'
import { type Person, situationOn } from '../../terms/person'
import { anyOf, NO, YES } from '../../terms/truth'
import { entitlementOn, isInForce, type MonthEntitlement, sharersOf } from '../entitlement'
import { isStranger, withWhom } from '../households'
import { careTable } from '../table'
import { checkNotice, noticeOf } from './notice'
import type { Service } from './services'

/** Whether the allowance may be touched for a service at all, before anybody looks at how much is left. */
export interface Grounds {
  verdict: 'grant' | 'deny' | 'undecided' | 'tooLate'
  why: Shortfall | null
  missing: MissingFact[]
  firstPossible: LocalDate | null
}

const grounds = (verdict: Grounds['verdict'], why: Shortfall | null): Grounds => ({
  verdict,
  why,
  missing: [],
  firstPossible: null,
})

/** Looks at the policy's dates, the catalogue, the notice, the month's right and whether the right still holds. */
export function groundsFor(
  policy: CarePolicy,
  people: readonly Person[],
  service: Service,
  right: MonthEntitlement,
): Grounds {
  if (!isInForce(policy, service.on)) return grounds('deny', 'notInForce')
  const ofItem = itemGrounds(policy, people, service)
  if (ofItem.verdict === 'deny' || ofItem.verdict === 'tooLate') return ofItem
  if (right.answer === 'no') return grounds('deny', 'notEntitled')
  if (right.answer === 'unknown') return { ...grounds('undecided', 'notKnownYet'), missing: right.missing }
  const still = entitlementOn(policy, people, decisiveDay(policy, service, right))
  if (still.answer === 'no') return grounds('deny', 'notEntitled')
  if (still.answer === 'unknown') return { ...grounds('undecided', 'notKnownYet'), missing: still.missing }
  return ofItem
}

/**
 * The day on which the person has to fit: the day of asking, or that of the service where what is held is given back. Before
 * the month's right begins nothing is granted, so the first day of the right counts for what was asked for earlier.
 */
function decisiveDay(policy: CarePolicy, { on, asked = on }: Service, right: MonthEntitlement): LocalDate {
  if (policy.whenLost === 'releaseHeld') return on
  const from = right.from ?? on
  if (on < from) return on
  return asked < from ? from : asked
}

function itemGrounds(policy: CarePolicy, people: readonly Person[], service: Service): Grounds {
  const { item, on, asked, channel } = service
  if (item === undefined) return grounds('grant', null)
  const found = careTable(policy).items.get(item)
  if (!found) return grounds('deny', 'notInCatalogue')
  if (asked !== undefined && channel !== undefined && noticeOf(policy, item)) {
    const { inTime, firstPossible } = checkNotice(policy, { item, channel, asked, on })
    if (!inTime) return { ...grounds('tooLate', 'tooShortNotice'), firstPossible }
  }
  const situations = sharersOf(policy, people).map((person) => situationOn(person, on))
  const offered = anyOf(situations.map(found.offered))
  if (offered === NO) return grounds('deny', 'notForThisPerson')
  if (offered === YES) return grounds('grant', null)
  const ground = groundOf(policy)
  const missing = situations.flatMap((one) =>
    isStranger(one) ? [withWhom] : unknownIn(found.item.who, one, ground),
  )
  return { ...grounds('undecided', 'notKnownYet'), missing: distinctFacts(missing) }
}
