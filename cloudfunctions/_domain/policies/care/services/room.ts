import type { CarePolicy } from '#types/policies/care'
import type { Shortfall } from '#types/policies/care-cases'
import { minutesWithin } from '../money'
import { yearOf } from '../months'
import { careTable } from '../table'
import type { Account, Accounts } from './accounts'
import type { ItemLimits } from './limits'
import type { Measured } from './measure'
import type { Service } from './services'

/** A service, and all that limits what the allowance covers of it. */
export interface Question {
  service: Service
  measured: Measured
  account: Account
  accounts: Accounts
  limits: ItemLimits
}

/** What the kind of the item leaves: the weekly bundle, once a month. */
export function itemRoom(
  { service, measured, limits }: Question,
  need: number,
): { units: number; why: Shortfall | null } {
  const { minutes, why } = limits.leave(service.item, service.on, measured.minutes)
  if (minutes >= measured.minutes) return { units: why === null ? need : 0, why }
  return { units: Math.floor((need * minutes) / measured.minutes), why }
}

/** What the year's caps leave of so much. */
export function yearRoom(policy: CarePolicy, { account, accounts }: Question, wanted: number): number {
  if (!policy.yearly) return wanted
  const { minutes, amount } = policy.yearly
  const { covered, paid } = accounts.year(yearOf(account.month))
  const isMinutes = careTable(policy).unit === 'minutes'
  let room = wanted
  if (minutes !== undefined && isMinutes) room = Math.min(room, Math.max(0, minutes - covered))
  if (amount === undefined) return room
  const left = Math.max(0, amount - paid)
  if (!isMinutes) return Math.min(room, left)
  const { hourPrice, rounding } = policy
  if (hourPrice === null) return room
  return minutesWithin(left, { wanted: room, already: account.covered, hourPrice, rounding })
}

/** What the next month can lend; December borrows nothing. */
export function borrowable(
  { overflow }: CarePolicy,
  { measured: { nextMonth }, account, accounts }: Question,
): number {
  if (overflow !== 'borrow' || yearOf(nextMonth) !== yearOf(account.month)) return 0
  return Math.max(0, accounts.lendable(nextMonth))
}
