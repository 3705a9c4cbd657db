import type { CarePolicy } from '#types/policies/care'
import type { Person } from '../../terms/person'
import { addedPrice } from '../money'
import { monthOf } from '../months'
import { careTable } from '../table'
import { type Account, openAccounts, roomOf } from './accounts'
import { groundsFor } from './grounds'
import { openLimits } from './limits'
import { measure } from './measure'
import type { Question } from './room'
import { lengthOf, type Service, type SettledService, type Settlement } from './services'
import { type Split, splitService } from './split'

/**
 * What becomes of services, one after another: paid from the allowance, paid in part, borrowed from the next month, left to
 * the elder, refused, or not decided yet.
 *
 * Months are settled in their order and within a month services in the order given, so that what a month leaves over is
 * settled before the next begins. Never more is taken than the month's allowance with what was carried into it and borrowed
 * for it, and never more than the year's caps. Money is the price of the month's minutes together.
 * @param people the person first; where the policy counts by household, then those who live there too
 */
export function settleServices(
  policy: CarePolicy,
  people: readonly Person[],
  services: readonly Service[],
): Settlement {
  const accounts = openAccounts(policy, people)
  const limits = openLimits(policy)
  const inOrder = services
    .map((service, place) => ({ service, place, month: monthOf(service.on) }))
    .sort((a, b) => (a.month === b.month ? a.place - b.place : a.month < b.month ? -1 : 1))
  const settled: SettledService[] = []
  for (const { service, place, month } of inOrder) {
    const account = accounts.of(month)
    const grounds = groundsFor(policy, people, service, account.right)
    const measured = measure(policy, lengthOf(policy, service), service, account)
    const question = { service, measured, account, accounts, limits }
    settled[place] = book(policy, splitService(policy, grounds, question), question)
  }
  return {
    services: settled,
    months: accounts.months().map((account) => ({
      month: account.month,
      granted: account.granted,
      carried: account.carried,
      lent: account.lent,
      covered: account.covered,
      borrowed: account.borrowed,
      left: roomOf(account),
      paid: account.paid,
      selfPays: account.selfPays,
    })),
  }
}

/** Writes a split service into its month and prices it. */
function book(policy: CarePolicy, split: Split, question: Question): SettledService {
  const { service, measured, account, accounts, limits } = question
  const { paid, selfPays } = priced(policy, split, account)
  if (split.borrowed > 0) accounts.lend(measured.nextMonth, split.borrowed)
  if (split.covered > 0) limits.count(service.item, service.on, measured.minutesOf(split.covered))
  account.covered += split.covered
  account.borrowed += split.borrowed
  account.undecided += split.undecided
  account.paid += paid
  account.selfPays += selfPays
  if (split.outcome !== 'refused') account.allMinutes += measured.minutes
  if (careTable(policy).unit === 'minutes') account.ownMinutes += split.own
  return { ...split, paid, selfPays }
}

function priced(policy: CarePolicy, split: Split, account: Account): { paid: number; selfPays: number } {
  if (careTable(policy).unit === 'fen') return { paid: split.covered, selfPays: split.own }
  const { hourPrice, rounding } = policy
  if (hourPrice === null) return { paid: 0, selfPays: 0 }
  const price = { hourPrice, rounding }
  return {
    paid: addedPrice(split.covered, account.covered, price),
    selfPays: addedPrice(split.own, account.ownMinutes, price),
  }
}
