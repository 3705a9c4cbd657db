import type { MissingFact } from '#types/meals/prices'
import type { Voucher, VoucherPolicy } from '#types/policies/care'
import type { LocalDate } from '#types/values'
import { isInForce, sharersOf } from '../care/entitlement'
import { type Grant, meetGrants } from '../care/grants'
import { monthOf, yearOf } from '../care/months'
import { shareOf } from '../terms/amounts'
import { distinctFacts } from '../terms/missing-facts'
import { type Person, situationOn } from '../terms/person'
import { percentFor, voucherTable } from './table'

/** A bill for a service: its kind by the policy's name, its price in fen, its local date. */
export interface ServiceBill {
  on: LocalDate
  service: string
  price: number
}

/** What was used of vouchers before, fen; without a rule it counts against every rule's monthly cap. */
interface VoucherUse {
  on: LocalDate
  amount: number
  rule?: string | undefined
}

interface VoucherLine {
  rule: string
  label: string
  payer: Voucher['payer']
  amount: number
}

/** What comes off one bill. `price` = `voucher` + `pays`, fen. */
interface PaidBill {
  answer: 'yes' | 'no' | 'unknown'
  voucher: number
  pays: number
  lines: VoucherLine[]
  /** What could give more, once it is known. */
  missing: MissingFact[]
  bring: string[]
}

/**
 * Takes vouchers off bills, in the order given; each bill uses up what the next ones find.
 *
 * Who somebody is counts on the day of the bill. A share is cut as the policy rounds, then at what the rule's month, the
 * policy's year and the bill itself leave. Where rules add up, an earlier one is taken off first.
 * @param people the person first; where the policy counts by household, then those who live there too
 */
export function payBills(
  policy: VoucherPolicy,
  people: readonly Person[],
  bills: readonly ServiceBill[],
  used: readonly VoucherUse[] = [],
): PaidBill[] {
  const uses = [...used]
  return bills.map((bill) => {
    const paid = payBill(policy, people, bill, uses)
    uses.push(...paid.lines.map(({ rule, amount }) => ({ on: bill.on, rule, amount })))
    return paid
  })
}

function payBill(
  policy: VoucherPolicy,
  people: readonly Person[],
  bill: ServiceBill,
  uses: readonly VoucherUse[],
): PaidBill {
  if (!isInForce(policy, bill.on)) return paidBill(bill, [], [])
  const situations = sharersOf(policy, people).map((person) => situationOn(person, bill.on))
  const grants = voucherTable(policy).rules.map((rule) =>
    cutGrant(rule(situations), policy, bill, usedInMonth(uses, bill.on)),
  )
  const { lines, open, least, most } = meetGrants(policy.meet, grants)
  const room = Math.min(bill.price, leftOfYear(policy, uses, bill.on))
  return paidBill(bill, cutLines(lines, room), Math.min(most, room) > Math.min(least, room) ? open : [])
}

/** The share of the bill that a rule gives, within what its month leaves. */
function cutGrant(
  grant: Grant<Voucher>,
  { rounding }: VoucherPolicy,
  { service, price }: ServiceBill,
  used: (rule: string) => number,
): Grant<Voucher> {
  const { rule } = grant
  const share = shareOf(price, percentFor(rule, service), rounding)
  const within = (cap: number) => Math.min(share, Math.max(0, cap - used(rule.rule)))
  return { ...grant, least: within(grant.least), most: within(grant.most) }
}

const usedInMonth = (uses: readonly VoucherUse[], on: LocalDate) => {
  const ofMonth = uses.filter((use) => monthOf(use.on) === monthOf(on))
  return (rule: string): number =>
    ofMonth.reduce((sum, use) => sum + (use.rule === undefined || use.rule === rule ? use.amount : 0), 0)
}

function leftOfYear({ yearly }: VoucherPolicy, uses: readonly VoucherUse[], on: LocalDate): number {
  if (!yearly) return Number.POSITIVE_INFINITY
  const ofYear = uses.filter((use) => yearOf(use.on) === yearOf(on))
  return Math.max(0, yearly.amount - ofYear.reduce((sum, { amount }) => sum + amount, 0))
}

/** Lines in their order, cut at what is left. */
function cutLines(lines: readonly { rule: Voucher; amount: number }[], room: number): VoucherLine[] {
  let left = room
  return lines.flatMap(({ rule: { rule, label, payer }, amount }) => {
    const cut = Math.min(amount, left)
    left -= cut
    return cut > 0 ? [{ rule, label, payer, amount: cut }] : []
  })
}

function paidBill(bill: ServiceBill, lines: VoucherLine[], open: readonly Grant<Voucher>[]): PaidBill {
  const voucher = lines.reduce((sum, { amount }) => sum + amount, 0)
  return {
    answer: voucher > 0 ? 'yes' : open.length > 0 ? 'unknown' : 'no',
    voucher,
    pays: bill.price - voucher,
    lines,
    missing: distinctFacts(open.flatMap(({ missing }) => missing)),
    bring: [...new Set(open.flatMap(({ rule }) => rule.bring ?? []))],
  }
}
