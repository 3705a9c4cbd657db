import type { Service } from '../../../cloudfunctions/_domain/policies/care-services'
import { settleServices } from '../../../cloudfunctions/_domain/policies/care-settlement'
import type { Person } from '../../../cloudfunctions/_domain/policies/person'
import type { WrittenCarePolicy } from '../../../types/care-policies'
import { aCarePolicy, aPerson } from './care-builders'

/** Settles services by a dull policy that says what the test says, for one person; months by their names. */
export function settle(
  policy: Partial<WrittenCarePolicy>,
  asked: readonly Service[],
  person: Person = aPerson(),
) {
  const { services, months } = settleServices(aCarePolicy(policy), [person], asked)
  return {
    services,
    months,
    outcomes: services.map(({ outcome }) => outcome),
    of: Object.fromEntries(months.map((month) => [month.month, month])),
  }
}
