import type { Service } from '../../../../cloudfunctions/_domain/policies/care/services/services'
import type { Person } from '../../../../cloudfunctions/_domain/policies/terms/person'
import type { Category } from '../../../../types/people/categories'
import {
  CarePolicy,
  VoucherPolicy,
  type WrittenCarePolicy,
  type WrittenVoucherPolicy,
} from '../../../../types/policies/care'

/** Two hours a week, eight a month, at 20.00 yuan an hour, for everybody of 60 and over. */
export function aCarePolicy(own: Partial<WrittenCarePolicy> = {}): CarePolicy {
  return CarePolicy.parse({
    id: 'care-dull',
    kind: 'care',
    name: '平常的居家服务',
    effectiveFrom: '2020-01-01',
    source: '测试',
    allowances: [anAllowance('eight-hours', { minutes: 480 })],
    hourPrice: 2000,
    ...own,
  })
}

type Allowance = WrittenCarePolicy['allowances'][number]

export const anAllowance = (rule: string, own: Partial<Allowance>): Allowance => ({
  rule,
  label: rule,
  payer: 'district',
  who: { age: { from: 60 } },
  ...own,
})

type Voucher = WrittenVoucherPolicy['vouchers'][number]

/** Half of every bill, 100.00 yuan a month at most, for everybody of 60 and over. */
export function aVoucherPolicy(own: Partial<WrittenVoucherPolicy> = {}): VoucherPolicy {
  return VoucherPolicy.parse({
    id: 'voucher-dull',
    kind: 'voucher',
    name: '平常的消费券',
    effectiveFrom: '2020-01-01',
    source: '测试',
    vouchers: [aVoucher('half', {})],
    ...own,
  })
}

export const aVoucher = (rule: string, own: Partial<Voucher>): Voucher => ({
  rule,
  label: rule,
  payer: 'district',
  who: { age: { from: 60 } },
  percent: 50,
  monthlyCap: 10_000,
  ...own,
})

/** Somebody of 80 of whom everything has been asked and nothing is special. */
export function aPerson(own: Partial<Person> = {}): Person {
  return { age: 80, livesAtHome: true, held: [], notHeld: [], isAsked: true, isVerified: true, ...own }
}

export const holding = (...categories: Category[]): Person['held'] =>
  categories.map((category) => ({ category, from: null, to: null }))

/** Services of so many minutes on dates. */
export const services = (...written: [on: string, minutes: number][]): Service[] =>
  written.map(([on, minutes]) => ({ on, minutes }))

/** The five Mondays of March 2021, two hours each. */
export const fiveWeeks = services(
  ['2021-03-01', 120],
  ['2021-03-08', 120],
  ['2021-03-15', 120],
  ['2021-03-22', 120],
  ['2021-03-29', 120],
)
