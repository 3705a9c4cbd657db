import { careFaults } from '../../../../cloudfunctions/_domain/policies/checks/care'
import type { WrittenCarePolicy } from '../../../../types/policies/care'
import { aCarePolicy, anAllowance } from '../care/builders'

const faults = (own: Partial<WrittenCarePolicy>) => careFaults(aCarePolicy(own))
const classes = { any: '不分类' }
const item = (own: object) => ({
  item: 'bath',
  label: '助浴',
  class: 'any',
  kind: 'monthly' as const,
  ...own,
})

describe('careFaults', () => {
  it('finds none in a sound policy', () => {
    expect(faults({})).toEqual([])
    expect(
      faults({ groups: { a: { label: '甲', who: { group: ['b'] } }, b: { label: '乙', who: {} } } }),
    ).toEqual([])
  })

  it.each<[string, Partial<WrittenCarePolicy>, (string | number)[], string]>([
    [
      'a group that is not there',
      { allowances: [anAllowance('one', { who: { all: [{ group: ['gone'] }] }, minutes: 1 })] },
      ['allowances', 0, 'who', 'all', 0, 'group', 0],
      'gone',
    ],
    [
      'a group whose name every object knows',
      { allowances: [anAllowance('one', { who: { group: ['constructor'] }, minutes: 1 })] },
      ['allowances', 0, 'who', 'group', 0],
      'constructor',
    ],
    [
      'an own category that is not declared',
      { groups: { a: { label: '甲', who: { category: ['lowIncome', 'own-gone'] } } } },
      ['groups', 'a', 'who', 'category', 1],
      'own-gone',
    ],
    [
      'a matrix row of no group',
      {
        allowances: [
          anAllowance('one', { minutes: { matrix: [{ group: 'gone', byAbility: { able: 1 } }] } }),
        ],
      },
      ['allowances', 0, 'minutes', 'matrix', 0, 'group'],
      'gone',
    ],
    [
      'a matrix row that gives nothing',
      {
        groups: { a: { label: '甲', who: {} } },
        allowances: [anAllowance('one', { minutes: { matrix: [{ group: 'a', byAbility: {} }] } })],
      },
      ['allowances', 0, 'minutes', 'matrix', 0, 'byAbility'],
      'a',
    ],
    [
      'a row that is never reached',
      {
        groups: { a: { label: '甲', who: {} } },
        allowances: [
          anAllowance('one', {
            amount: {
              matrix: [
                { group: 'a', byAbility: { able: 1 } },
                { group: 'a', byAbility: { total: 2 } },
              ],
            },
          }),
        ],
      },
      ['allowances', 0, 'amount', 'matrix', 1, 'group'],
      '两行',
    ],
    [
      'a rule named twice',
      { allowances: [anAllowance('one', { minutes: 1 }), anAllowance('one', { minutes: 2 })] },
      ['allowances', 1, 'rule'],
      'one',
    ],
    [
      'minutes beside sums',
      { allowances: [anAllowance('one', { minutes: 1 }), anAllowance('two', { amount: 2 })] },
      ['allowances'],
      '分钟数',
    ],
    ['a cap without a figure', { yearly: {} }, ['yearly'], 'minutes'],
    [
      'a cap in minutes on a sum',
      { allowances: [anAllowance('one', { amount: 1 })], yearly: { minutes: 1 } },
      ['yearly', 'minutes'],
      'amount',
    ],
    ['a cap in fen without a price', { hourPrice: null, yearly: { amount: 1 } }, ['hourPrice'], 'hourPrice'],
    ['an hour for nothing', { hourPrice: 0 }, ['hourPrice'], '0'],
    ['a sample of nobody', { sample: { percent: 0 } }, ['sample', 'percent'], '抽查'],
    ['an item of no class', { catalogue: [item({})] }, ['catalogue', 0, 'class'], 'any'],
    ['an item named twice', { classes, catalogue: [item({}), item({})] }, ['catalogue', 1, 'item'], 'bath'],
    [
      'an appointment without notice',
      { classes, catalogue: [item({ kind: 'appointment' })] },
      ['catalogue', 0, 'notice'],
      '预约',
    ],
    [
      'a regular item without a length',
      { classes, catalogue: [item({ kind: 'regular' })] },
      ['catalogue', 0, 'minutes'],
      'weekly',
    ],
    [
      'a regular item longer than the week',
      { classes, weekly: { minutes: 60 }, catalogue: [item({ kind: 'regular', minutes: 90 })] },
      ['catalogue', 0, 'minutes'],
      '90',
    ],
    [
      'an item for a group that is not there',
      { classes, catalogue: [item({ who: { group: ['gone'] } })] },
      ['catalogue', 0, 'who', 'group', 0],
      'gone',
    ],
  ])('finds %s', (_name, own, path, words) => {
    expect(faults(own)).toEqual([{ path, problem: expect.stringContaining(words) }])
  })

  it('finds groups that lead back to themselves, and those only', () => {
    const groups = {
      a: { label: '甲', who: { any: [{ group: ['b'] }] } },
      b: { label: '乙', who: { not: { group: ['a'] } } },
      c: { label: '丙', who: { group: ['a'] } },
    }
    // A policy with a circle cannot be compiled, so it is looked at before it is.
    expect(faults({ groups }).map(({ path }) => path)).toEqual([
      ['groups', 'a', 'who'],
      ['groups', 'b', 'who'],
    ])
  })

  it('speaks in full sentences that say what to do', () => {
    for (const { problem } of faults({ yearly: {}, hourPrice: 0, catalogue: [item({})] })) {
      expect(problem).toMatch(/请.*。$/)
    }
  })
})
