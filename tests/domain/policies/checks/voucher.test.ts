import { voucherFaults } from '../../../../cloudfunctions/_domain/policies/checks/voucher'
import type { WrittenVoucherPolicy } from '../../../../types/policies/care'
import { aVoucher, aVoucherPolicy } from '../care/builders'

const faults = (own: Partial<WrittenVoucherPolicy>) => voucherFaults(aVoucherPolicy(own))
const vouchers = (...all: ReturnType<typeof aVoucher>[]) => all as WrittenVoucherPolicy['vouchers']

describe('voucherFaults', () => {
  it('finds none in a sound policy', () => {
    const services = { 'home-care': '居家照护' }
    const percent = { byService: { 'home-care': 40 } }
    expect(faults({ services, vouchers: vouchers(aVoucher('one', { percent })) })).toEqual([])
  })

  it.each<[string, Partial<WrittenVoucherPolicy>, (string | number)[], string]>([
    [
      'a group that is not there',
      { vouchers: vouchers(aVoucher('one', { who: { any: [{ group: ['gone'] }] } })) },
      ['vouchers', 0, 'who', 'any', 0, 'group', 0],
      'gone',
    ],
    [
      'an own category that is not declared',
      { vouchers: vouchers(aVoucher('one', { who: { not: { category: ['own-gone'] } } })) },
      ['vouchers', 0, 'who', 'not', 'category', 0],
      'own-gone',
    ],
    [
      'a matrix row of no group',
      {
        vouchers: vouchers(
          aVoucher('one', { monthlyCap: { matrix: [{ group: 'gone', byAbility: { able: 1 } }] } }),
        ),
      },
      ['vouchers', 0, 'monthlyCap', 'matrix', 0, 'group'],
      'gone',
    ],
    [
      'a rule named twice',
      { vouchers: vouchers(aVoucher('one', {}), aVoucher('one', {})) },
      ['vouchers', 1, 'rule'],
      'one',
    ],
    [
      'a service that is not there',
      { vouchers: vouchers(aVoucher('one', { percent: { byService: { gone: 40 } } })) },
      ['vouchers', 0, 'percent', 'byService', 'gone'],
      'gone',
    ],
    [
      'a share of nothing',
      { vouchers: vouchers(aVoucher('one', { percent: { byService: {} } })) },
      ['vouchers', 0, 'percent', 'byService'],
      'one',
    ],
    ['no share', { vouchers: vouchers(aVoucher('one', { percent: 0 })) }, ['vouchers', 0, 'percent'], 'one'],
    [
      'more than the bill together',
      {
        meet: 'add',
        services: { bath: '助浴', meal: '助餐' },
        vouchers: vouchers(
          aVoucher('one', { percent: { byService: { bath: 60.5, meal: 10 } } }),
          aVoucher('two', { percent: 40 }),
        ),
      },
      ['vouchers'],
      '“助浴”要抵扣百分之 100.5',
    ],
  ])('finds %s', (_name, own, path, words) => {
    expect(faults(own)).toEqual([{ path, problem: expect.stringContaining(words) }])
  })

  it('lets shares that do not add up be as large as they like', () => {
    expect(
      faults({
        meet: 'highest',
        vouchers: vouchers(aVoucher('a', { percent: 80 }), aVoucher('b', { percent: 80 })),
      }),
    ).toEqual([])
  })
})
