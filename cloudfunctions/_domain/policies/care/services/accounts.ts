import type { CarePolicy } from '#types/policies/care'
import type { Person } from '../../terms/person'
import { type MonthEntitlement, monthEntitlement } from '../entitlement'
import { isSameQuarter, type Month, monthAfter, yearOf } from '../months'
import type { SettledMonth } from './services'

/** What a month has and what was taken of it so far. */
export interface Account extends Omit<SettledMonth, 'left'> {
  right: MonthEntitlement
  /** Might be covered once facts are known. */
  undecided: number
  /** Minutes that the elder pays, and those of all services: prices are made of their sums. */
  ownMinutes: number
  allMinutes: number
}

/** The accounts of one person or household, made as services come, month after month. */
export interface Accounts {
  of(month: Month): Account
  /** What the month can still lend to the one before. */
  lendable(month: Month): number
  lend(month: Month, amount: number): void
  /** Taken in a calendar year: minutes or fen, and fen. */
  year(year: string): { covered: number; paid: number }
  months(): Account[]
}

/** Opens the accounts; nothing is kept outside of what is returned. */
export function openAccounts(policy: CarePolicy, people: readonly Person[]): Accounts {
  const rights = new Map<Month, MonthEntitlement>()
  const lent = new Map<Month, number>()
  const accounts = new Map<Month, Account>()

  const rightOf = (month: Month): MonthEntitlement => {
    const right = rights.get(month) ?? monthEntitlement(policy, people, month)
    rights.set(month, right)
    return right
  }
  const of = (month: Month): Account => {
    const known = accounts.get(month)
    if (known) return known
    const right = rightOf(month)
    const account: Account = {
      ...{ month, right, granted: right.granted, carried: carriedInto(month), lent: lent.get(month) ?? 0 },
      ...{ covered: 0, borrowed: 0, undecided: 0, paid: 0, selfPays: 0, ownMinutes: 0, allMinutes: 0 },
    }
    accounts.set(month, account)
    return account
  }
  const carriedInto = (month: Month): number => {
    const { carryOver } = policy
    const before = monthAfter(month, -1)
    if (!carryOver || yearOf(before) !== yearOf(month)) return 0
    if (carryOver.until === 'quarterEnd' && !isSameQuarter(before, month)) return 0
    return Math.min(roomOf(of(before)), carryOver.most ?? Number.POSITIVE_INFINITY)
  }
  const lendable = (month: Month) => rightOf(month).granted - (lent.get(month) ?? 0)

  return {
    of,
    lendable,
    lend: (month, amount) => void lent.set(month, (lent.get(month) ?? 0) + amount),
    year: (year) => {
      const ofYear = [...accounts.values()].filter(({ month }) => yearOf(month) === year)
      return { covered: sumOf(ofYear, 'covered'), paid: sumOf(ofYear, 'paid') }
    },
    months: () => [...accounts.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
  }
}

/** What is left of a month without borrowing. */
export const roomOf = ({ granted, carried, borrowed, lent, covered }: Account): number =>
  granted + carried + borrowed - lent - covered

const sumOf = (accounts: readonly Account[], key: 'covered' | 'paid'): number =>
  accounts.reduce((sum, account) => sum + account[key], 0)
