import type { CarePolicy } from '#types/policies/care'
import { addedPrice } from '../money'
import { type Month, monthAfter } from '../months'
import { careTable } from '../table'
import type { Account } from './accounts'
import type { Service } from './services'

/** A service in the policy's own count. */
export interface Measured {
  /** Minutes or fen; null where neither length nor price is known. */
  need: number | null
  minutes: number
  nextMonth: Month
  /** How many of its minutes so much of `need` is. */
  minutesOf(units: number): number
}

/** Minutes as they are, or what the service costs: its own price, or its minutes on top of the month's at the price of an hour. */
export function measure(
  policy: CarePolicy,
  length: number | null,
  service: Service,
  account: Account,
): Measured {
  const nextMonth = monthAfter(account.month)
  const minutes = length ?? 0
  if (careTable(policy).unit === 'minutes')
    return { need: length, minutes, nextMonth, minutesOf: (units) => units }
  const { hourPrice, rounding } = policy
  const byHour =
    hourPrice === null || length === null
      ? null
      : addedPrice(length, account.allMinutes, { hourPrice, rounding })
  const need = service.price ?? byHour
  const minutesOf = (units: number) => (need ? Math.ceil((minutes * units) / need) : 0)
  return { need, minutes, nextMonth, minutesOf }
}
