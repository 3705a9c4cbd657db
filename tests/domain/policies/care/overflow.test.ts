import { addDays } from '#types/days'
import type { Service } from '../../../../cloudfunctions/_domain/policies/care/services/services'
import { fiveWeeks, services } from './builders'
import { settle } from './settle'

const mondays: Service[] = Array.from({ length: 52 }, (_, week) => ({
  on: addDays('2021-01-04', week * 7),
  minutes: 120,
}))
const sum = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((total, one) => total + of(one), 0)

describe('settleServices, a month with five weeks', () => {
  it.each([
    ['selfPaid', 'selfPaid', { covered: 480, borrowed: 0, left: 0, paid: 16_000, selfPays: 4_000 }],
    ['refuse', 'refused', { covered: 480, borrowed: 0, left: 0, paid: 16_000, selfPays: 0 }],
    ['borrow', 'borrowed', { covered: 600, borrowed: 120, left: 0, paid: 20_000, selfPays: 0 }],
  ] as const)('%s: the fifth is %s', (overflow, fifth, march) => {
    const found = settle({ overflow }, fiveWeeks)
    expect(found.outcomes).toEqual(['paid', 'paid', 'paid', 'paid', fifth])
    expect(found.services[4]?.why).toBe('monthUsedUp')
    expect(found.of['2021-03']).toMatchObject(march)
  })

  it.each([
    [
      'selfPaid',
      { outcome: 'partly', covered: 30, own: 60, refused: 0, borrowed: 0, paid: 1_000, selfPays: 2_000 },
    ],
    [
      'refuse',
      { outcome: 'partly', covered: 30, own: 0, refused: 60, borrowed: 0, paid: 1_000, selfPays: 0 },
    ],
    [
      'borrow',
      { outcome: 'borrowed', covered: 90, own: 0, refused: 0, borrowed: 60, paid: 3_000, selfPays: 0 },
    ],
  ] as const)('splits a service that fits in part, %s', (overflow, last) => {
    const found = settle({ overflow }, services(['2021-03-01', 450], ['2021-03-02', 90]))
    expect(found.services[1]).toMatchObject(last)
  })
})

describe('settleServices, borrowing', () => {
  it('leaves the next month less', () => {
    const april = services(['2021-04-05', 120], ['2021-04-12', 120], ['2021-04-19', 120], ['2021-04-26', 120])
    const found = settle({ overflow: 'borrow' }, [...fiveWeeks, ...april])
    expect(found.outcomes.slice(5)).toEqual(['paid', 'paid', 'paid', 'borrowed'])
    expect(found.of['2021-04']).toMatchObject({
      granted: 480,
      lent: 120,
      covered: 480,
      borrowed: 120,
      left: 0,
    })
  })

  it('takes no more than a whole month, and the rest is the elder’s', () => {
    const found = settle({ overflow: 'borrow' }, services(['2021-03-01', 1000]))
    expect(found.services[0]).toMatchObject({ outcome: 'partly', covered: 960, borrowed: 480, own: 40 })
  })

  it('does not reach into the next year', () => {
    const found = settle(
      { overflow: 'borrow' },
      services(['2021-12-01', 480], ['2021-12-08', 60], ['2022-01-05', 480]),
    )
    expect(found.outcomes).toEqual(['paid', 'selfPaid', 'paid'])
  })

  it('takes nothing from a month in which nothing is granted', () => {
    const ending = { effectiveTo: '2021-03-31', overflow: 'borrow' as const }
    expect(settle(ending, fiveWeeks).outcomes[4]).toBe('selfPaid')
  })

  it('never makes a year of 52 weeks more than twelve months', () => {
    const found = settle({ overflow: 'borrow' }, mondays)
    expect(sum(found.months, ({ covered }) => covered)).toBe(5760)
    expect(sum(found.months, ({ paid }) => paid)).toBe(192_000)
    expect(found.outcomes.slice(-4)).toEqual(['selfPaid', 'selfPaid', 'selfPaid', 'selfPaid'])
    expect(found.of['2021-11']).toMatchObject({ lent: 360, borrowed: 480, covered: 600 })
    expect(found.of['2021-12']).toMatchObject({ lent: 480, covered: 0, selfPays: 16_000 })
  })
})

describe('settleServices, what a month leaves over', () => {
  const spring = services(['2021-01-04', 300], ['2021-03-01', 900], ['2021-04-05', 900])

  it.each([
    ['is lost', null, [480, 480]],
    ['is kept to the end of the quarter', { until: 'quarterEnd' }, [900, 480]],
    ['is kept to the end of the quarter, capped', { until: 'quarterEnd', most: 120 }, [600, 480]],
    ['is kept to the end of the year', { until: 'yearEnd' }, [900, 720]],
    ['is kept to the end of the year, capped', { until: 'yearEnd', most: 100 }, [580, 480]],
  ] as const)('%s', (_name, carryOver, [march, april]) => {
    // January leaves 180, February 480 more.
    const found = settle({ carryOver }, spring)
    expect([found.of['2021-03']?.covered, found.of['2021-04']?.covered]).toEqual([march, april])
  })

  it('does not go over into the next year', () => {
    const found = settle({ carryOver: { until: 'yearEnd' } }, services(['2022-01-04', 900]))
    expect(found.of['2022-01']).toMatchObject({ carried: 0, covered: 480 })
  })

  it('counts each year by itself, whichever comes first in the list', () => {
    const found = settle({ yearly: { minutes: 300 } }, services(['2022-01-04', 300], ['2021-12-04', 300]))
    expect(found.outcomes).toEqual(['paid', 'paid'])
  })

  it('stays within the year’s cap', () => {
    const policy = { carryOver: { until: 'yearEnd' as const }, yearly: { minutes: 700 } }
    const found = settle(policy, services(['2021-06-01', 600], ['2021-07-01', 600], ['2022-01-04', 480]))
    expect(found.services.map(({ covered, why }) => [covered, why])).toEqual([
      [600, null],
      [100, 'yearUsedUp'],
      [480, null],
    ])
  })
})
