import type { Voucher, VoucherPolicy } from '#types/policies/care'
import { compileShared, type ShareRule } from '../care/households'
import { compileTable } from '../care/tables'
import { groundOf } from '../terms/conditions'

/** A voucher policy, compiled once: who has which voucher, and its monthly cap in fen. */
interface VoucherTable {
  rules: readonly ShareRule<Voucher>[]
}

const compiled = new WeakMap<VoucherPolicy, VoucherTable>()

/** The table of a policy; the same document is compiled once in the life of an instance. */
export function voucherTable(policy: VoucherPolicy): VoucherTable {
  const known = compiled.get(policy)
  if (known) return known
  const ground = groundOf(policy)
  const table: VoucherTable = {
    rules: policy.vouchers.map((voucher) =>
      compileShared(voucher, { who: voucher.who, table: compileTable(voucher.monthlyCap, ground), ground }),
    ),
  }
  compiled.set(policy, table)
  return table
}

/** The share of a kind of service in percent; 0 for a kind that is not named. */
export function percentFor({ percent }: Voucher, service: string): number {
  if (typeof percent === 'number') return percent
  return Object.hasOwn(percent.byService, service) ? (percent.byService[service] ?? 0) : 0
}
