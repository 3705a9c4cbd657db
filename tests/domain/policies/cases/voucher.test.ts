import { runVoucherCase } from '../../../../cloudfunctions/_domain/policies/cases/voucher'
import { VoucherCase } from '../../../../types/policies/care-cases'
import { aVoucherPolicy } from '../care/builders'

describe('runVoucherCase', () => {
  const written = VoucherCase.parse({
    id: 'two-bills',
    person: { age: 80, categories: [] },
    voucher: {
      bills: [
        { on: '2026-03-02', service: 'home-care', price: 12_000 },
        { on: '2026-03-03', service: 'home-care', price: 12_000 },
      ],
      used: [{ on: '2026-03-01', amount: 1_000 }],
    },
    expect: {
      answer: 'yes',
      voucher: 9_000,
      pays: 15_000,
      bills: [6_000, 3_000],
      lines: { half: 9_000 },
      missing: [],
    },
  })

  it('answers in the shape of what is expected', () => {
    expect(runVoucherCase(aVoucherPolicy(), written)).toEqual(written.expect)
  })

  it('shows a rule that nobody expected', () => {
    const wrong = { ...written, expect: { lines: { another: 9_000 } } }
    expect(runVoucherCase(aVoucherPolicy(), wrong)).toEqual({ lines: { half: 9_000 } })
  })

  it('does not say no where something might come off yet', () => {
    const unknown = { ...written, person: { verified: true }, expect: { answer: 'no' as const, missing: [] } }
    expect(runVoucherCase(aVoucherPolicy(), unknown)).toEqual({ answer: 'unknown', missing: ['age'] })
  })
})
