import type { VoucherPolicy } from '#types/policies/care'
import type { VoucherCase } from '#types/policies/care-cases'
import { distinctFacts } from '../terms/missing-facts'
import { payBills } from '../voucher/voucher'
import { sameShape } from './care-shape'
import { peopleOfCase } from './meal'

/** Everything that can be said of a case, named as `expect` names it. */
type VoucherOutcome = Required<VoucherCase['expect']>

/** Takes vouchers off a case's bills, and answers with what its `expect` names, in the same shape. */
export function runVoucherCase(policy: VoucherPolicy, written: VoucherCase): VoucherCase['expect'] {
  return sameShape(written.expect, voucherOutcome(policy, written), ['lines'])
}

/** Everything that a policy says of a case's bills together. */
export function voucherOutcome(policy: VoucherPolicy, one: VoucherCase): VoucherOutcome {
  const { voucher } = one
  const paid = payBills(policy, peopleOfCase(one), voucher.bills, voucher.used)
  const lines = new Map<string, number>()
  for (const { rule, amount } of paid.flatMap((bill) => bill.lines))
    lines.set(rule, (lines.get(rule) ?? 0) + amount)
  const sumOf = (key: 'voucher' | 'pays') => paid.reduce((sum, bill) => sum + bill[key], 0)
  const answers = paid.map(({ answer }) => answer)
  return {
    answer: answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no',
    voucher: sumOf('voucher'),
    pays: sumOf('pays'),
    bills: paid.map((bill) => bill.voucher),
    lines: Object.fromEntries(lines),
    missing: distinctFacts(paid.flatMap(({ missing }) => missing))
      .flatMap(({ fact }) => (fact === 'eatsIn' ? [] : [fact]))
      .sort(),
  }
}
