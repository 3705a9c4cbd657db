import type { Service } from '../../../../cloudfunctions/_domain/policies/care/services/services'
import { settleServices } from '../../../../cloudfunctions/_domain/policies/care/services/settlement'
import type { Person } from '../../../../cloudfunctions/_domain/policies/terms/person'
import type { WrittenCarePolicy } from '../../../../types/policies/care'
import { aCarePolicy, aPerson } from './builders'

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
