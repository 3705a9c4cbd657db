import fc from 'fast-check'
import { shareOf } from '../../../../cloudfunctions/_domain/policies/terms/amounts'
import type { Person } from '../../../../cloudfunctions/_domain/policies/terms/person'
import { payBills, type ServiceBill } from '../../../../cloudfunctions/_domain/policies/voucher/voucher'
import type { WrittenVoucherPolicy } from '../../../../types/policies/care'
import { aPerson, aVoucher, aVoucherPolicy, holding } from '../care/builders'

const bill = (on: string, price: number, service = 'home-care'): ServiceBill => ({ on, service, price })
const pay = (policy: Partial<WrittenVoucherPolicy>, bills: ServiceBill[], ...people: Person[]) =>
  payBills(aVoucherPolicy(policy), people.length > 0 ? people : [aPerson()], bills)
const off = (policy: Partial<WrittenVoucherPolicy>, bills: ServiceBill[], ...people: Person[]) =>
  pay(policy, bills, ...people).map(({ voucher }) => voucher)

const two = [
  aVoucher('half', {}),
  aVoucher('disabled', {
    who: { category: ['severeDisability'] },
    percent: 60,
    monthlyCap: 8_000,
    bring: ['残疾人证'],
  }),
]
const disabled = aPerson({ held: holding('severeDisability') })

describe('payBills', () => {
  it('takes a share off the bill, up to a sum a month', () => {
    const bills = [bill('2026-03-02', 12_000), bill('2026-03-31', 12_000), bill('2026-04-01', 12_000)]
    expect(off({}, bills)).toEqual([6_000, 4_000, 6_000])
  })

  it('counts what was used before', () => {
    const bills = [bill('2026-03-20', 12_000)]
    const used = [
      { on: '2026-03-01', amount: 5_000 },
      { on: '2026-03-01', amount: 2_000, rule: 'half' },
      { on: '2026-03-01', amount: 900, rule: 'another' },
      { on: '2026-02-28', amount: 9_999 },
    ]
    expect(payBills(aVoucherPolicy(), [aPerson()], bills, used)[0]).toMatchObject({
      voucher: 3_000,
      pays: 9_000,
    })
  })

  it('takes a share by kind of service and nothing off others', () => {
    const vouchers = [aVoucher('by-kind', { percent: { byService: { 'home-care': 40, 'day-care': 12.5 } } })]
    const bills = [
      bill('2026-03-02', 999),
      bill('2026-03-02', 999, 'day-care'),
      bill('2026-03-02', 999, 'tours'),
    ]
    expect(off({ vouchers }, bills)).toEqual([399, 124, 0])
    expect(off({ vouchers }, [bill('2026-03-02', 999, 'constructor')])).toEqual([0])
  })

  it.each([
    ['down', 'fen', 499],
    ['up', 'fen', 500],
    ['halfUp', 'jiao', 500],
    ['down', 'yuan', 400],
  ] as const)('rounds half of 9.99 %s to the %s', (mode, to, voucher) => {
    expect(off({ rounding: { mode, to } }, [bill('2026-03-02', 999)])).toEqual([voucher])
  })

  it('never takes off more than the bill', () => {
    const vouchers = [aVoucher('nearly-all', { percent: 90 })]
    expect(off({ vouchers, rounding: { mode: 'up', to: 'yuan' } }, [bill('2026-03-02', 150)])).toEqual([150])
  })

  it('keeps to the year', () => {
    const bills = ['01', '02', '03'].map((month) => bill(`2026-${month}-10`, 20_000))
    expect(off({ yearly: { amount: 15_000 } }, [...bills, bill('2027-01-10', 20_000)])).toEqual([
      10_000, 5_000, 0, 10_000,
    ])
  })

  it.each([
    ['highest', [6_000, 5_000], ['disabled', 'half']],
    ['first', [5_000, 5_000], ['half', 'half']],
    ['add', [10_000, 8_000], ['half', 'disabled', 'half', 'disabled']],
  ] as const)('lets rules meet: %s', (meet, vouchers, rules) => {
    const paid = pay(
      { meet, vouchers: two },
      [bill('2026-03-02', 10_000), bill('2026-03-03', 10_000)],
      disabled,
    )
    expect(paid.map(({ voucher }) => voucher)).toEqual(vouchers)
    expect(paid.flatMap(({ lines }) => lines.map(({ rule }) => rule))).toEqual(rules)
  })

  it('reads the cap from a matrix on the day of the bill', () => {
    const policy: Partial<WrittenVoucherPolicy> = {
      groups: { old: { label: '60 周岁以上', who: { age: { from: 60 } } } },
      vouchers: [
        aVoucher('by-ability', {
          monthlyCap: {
            matrix: [{ group: 'old', byAbility: { moderate: 5_000, severe: 8_000, total: 8_000 } }],
          },
        }),
      ],
    }
    const severe = aPerson({ ability: { level: 'severe', from: '2026-03-10' } })
    const bills = [bill('2026-03-09', 10_000), bill('2026-03-10', 20_000)]
    const [before, after] = pay(policy, bills, severe)
    expect(before).toMatchObject({ answer: 'unknown', voucher: 0, pays: 10_000 })
    expect(before?.missing.map(({ fact }) => fact)).toEqual(['ability'])
    expect(after).toMatchObject({ answer: 'yes', voucher: 8_000, missing: [] })
  })

  it('gives what is sure and names what could give more', () => {
    const [paid] = pay({ vouchers: two }, [bill('2026-03-02', 10_000)], aPerson({ isAsked: false }))
    expect(paid).toMatchObject({ answer: 'yes', voucher: 5_000, bring: ['残疾人证'] })
    expect(paid?.missing).toEqual([{ fact: 'category', wants: ['severeDisability'], isDeclared: false }])
  })

  it('has one cap for a household, and one of two is enough', () => {
    const bills = [bill('2026-03-02', 12_000), bill('2026-03-03', 12_000)]
    expect(off({ per: 'household' }, bills, aPerson({ age: 50 }), aPerson())).toEqual([6_000, 4_000])
    expect(off({ per: 'person' }, bills, aPerson({ age: 50 }), aPerson())).toEqual([0, 0])
  })

  it('gives nothing outside of the policy’s dates', () => {
    const dates = { effectiveFrom: '2026-03-02', effectiveTo: '2026-03-03' }
    const bills = ['01', '02', '03', '04'].map((day) => bill(`2026-03-${day}`, 1_000))
    expect(off(dates, bills)).toEqual([0, 500, 500, 0])
  })

  it('adds up and keeps to month, year and bill, whatever the bills', () => {
    const anyBill = fc.record({
      on: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-10`),
      price: fc.integer({ min: 0, max: 30_000 }),
      service: fc.constantFrom('home-care', 'day-care'),
    })
    const anyPolicy = fc.record({
      meet: fc.constantFrom<('first' | 'highest' | 'add')[]>('first', 'highest', 'add'),
      percents: fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 })),
      cap: fc.integer({ min: 0, max: 20_000 }),
      year: fc.integer({ min: 0, max: 100_000 }),
    })
    fc.assert(
      fc.property(anyPolicy, fc.array(anyBill, { maxLength: 40 }), ({ meet, percents, cap, year }, bills) => {
        const vouchers = percents.map((percent, place) =>
          aVoucher(`rule-${place}`, { percent: percent / 100, monthlyCap: cap }),
        ) as WrittenVoucherPolicy['vouchers']
        const paid = pay({ meet, vouchers, yearly: { amount: year } }, bills)
        const months = new Map<string, number>()
        paid.forEach((one, place) => {
          const { on = '', price = 0 } = bills[place] ?? {}
          expect(one.voucher + one.pays).toBe(price)
          expect(one.pays).toBeGreaterThanOrEqual(0)
          expect(one.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(one.voucher)
          for (const { rule, amount } of one.lines) {
            const share = shareOf(price, (percents[Number(rule.slice(-1))] ?? 0) / 100, {
              mode: 'down',
              to: 'fen',
            })
            expect(amount).toBeLessThanOrEqual(share)
            const key = `${on} ${rule}`
            months.set(key, (months.get(key) ?? 0) + amount)
          }
        })
        for (const sum of months.values()) expect(sum).toBeLessThanOrEqual(cap)
        expect(paid.reduce((sum, { voucher }) => sum + voucher, 0)).toBeLessThanOrEqual(year)
      }),
      { seed: 20261122 },
    )
  })
})
