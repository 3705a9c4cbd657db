import type { WrittenCarePolicy } from '../../../../types/policies/care'
import { anAllowance, aPerson, services } from './builders'
import { settle } from './settle'

describe('settleServices, somebody who no longer fits', () => {
  const evicted = aPerson({ held: [{ category: 'extremePoverty', from: null, to: '2021-06-09' }] })
  const allowances = [anAllowance('poor', { who: { category: ['extremePoverty'] }, minutes: 480 })]
  const asked = [
    { on: '2021-06-07', minutes: 120, asked: '2021-06-01' },
    { on: '2021-06-14', minutes: 120, asked: '2021-06-09' },
    { on: '2021-06-21', minutes: 120, asked: '2021-06-10' },
  ]

  it.each([
    ['keepHeld', ['paid', 'paid', 'selfPaid']],
    ['releaseHeld', ['paid', 'selfPaid', 'selfPaid']],
  ] as const)('%s', (whenLost, outcomes) => {
    const found = settle({ allowances, whenLost }, asked, evicted)
    expect(found.outcomes).toEqual(outcomes)
    expect(found.services[2]?.why).toBe('notEntitled')
  })

  it('grants from the day of the right on where the right begins within the month', () => {
    const turning = aPerson({ age: undefined, birthDate: '1961-06-15' })
    const around = [
      { on: '2021-06-14', minutes: 60 },
      { on: '2021-06-15', minutes: 60, asked: '2021-06-01' },
    ]
    expect(settle({ whenGained: 'sameDay' }, around, turning).outcomes).toEqual(['selfPaid', 'paid'])
    expect(settle({ whenGained: 'nextMonth' }, around, turning).outcomes).toEqual(['selfPaid', 'selfPaid'])
  })
})

describe('settleServices, what is not known yet', () => {
  it('keeps open what a missing assessment could still cover', () => {
    const matrix = [
      { group: 'all', byAbility: { able: 240, mild: 240, moderate: 480, severe: 480, total: 480 } },
    ]
    const policy = {
      groups: { all: { label: '所有人', who: {} } },
      allowances: [anAllowance('by-ability', { minutes: { matrix } })],
    }
    const found = settle(policy, services(['2021-06-01', 300], ['2021-06-08', 240]))
    expect(found.services).toMatchObject([
      { outcome: 'partly', covered: 240, undecided: 60, own: 0, why: 'notKnownYet' },
      { outcome: 'undecided', covered: 0, undecided: 180, own: 60, why: 'notKnownYet' },
    ])
    expect(found.services[0]?.missing.map(({ fact }) => fact)).toEqual(['ability'])
  })

  it('neither charges nor refuses somebody whose age nobody knows', () => {
    const found = settle({ overflow: 'refuse' }, services(['2021-06-01', 300]), aPerson({ age: undefined }))
    expect(found.services[0]).toMatchObject({
      outcome: 'undecided',
      undecided: 300,
      paid: 0,
      selfPays: 0,
      refused: 0,
    })
  })

  it('keeps a service of unknown length open', () => {
    expect(settle({}, [{ on: '2021-06-01' }]).outcomes).toEqual(['undecided'])
  })
})

describe('settleServices, items', () => {
  const policy: Partial<WrittenCarePolicy> = {
    weekly: { minutes: 120 },
    classes: { any: '不分类' },
    catalogue: [
      { item: 'tidying', label: '打扫', class: 'any', kind: 'regular' },
      { item: 'cooking', label: '做饭', class: 'any', kind: 'regular', minutes: 50 },
      { item: 'check', label: '健康评估', class: 'any', kind: 'monthly', minutes: 30 },
      { item: 'nursing', label: '护理', class: 'any', kind: 'appointment', who: { ability: ['severe'] } },
    ],
  }

  it('cuts the weekly bundle at its length, over the end of a month too', () => {
    const found = settle(policy, [
      { on: '2021-03-29', item: 'cooking' },
      { on: '2021-04-01', item: 'tidying' },
      { on: '2021-04-05', item: 'tidying' },
    ])
    expect(found.services.map(({ covered, why }) => [covered, why])).toEqual([
      [50, null],
      [70, 'weekUsedUp'],
      [120, null],
    ])
  })

  it('covers a monthly item once a month', () => {
    const found = settle(policy, [
      { on: '2021-03-01', item: 'check' },
      { on: '2021-03-31', item: 'check' },
      { on: '2021-04-01', item: 'check' },
    ])
    expect(found.outcomes).toEqual(['paid', 'selfPaid', 'paid'])
    expect(found.services[1]?.why).toBe('onceAMonth')
  })

  it('covers a monthly item once where it has a price and no length', () => {
    const check = { item: 'check', label: '健康评估', class: 'any', kind: 'monthly' as const }
    const sums = { ...policy, allowances: [anAllowance('sum', { amount: 10_000 })], catalogue: [check] }
    const found = settle(sums, [
      { on: '2021-03-01', item: 'check', price: 3000 },
      { on: '2021-03-31', item: 'check', price: 3000 },
    ])
    expect(found.services.map(({ paid, why }) => [paid, why])).toEqual([
      [3000, null],
      [0, 'onceAMonth'],
    ])
  })

  it.each([
    ['severe', 'paid', null],
    ['able', 'selfPaid', 'notForThisPerson'],
    [undefined, 'undecided', 'notKnownYet'],
  ] as const)('offers an item by assessment: %s is %s', (level, outcome, why) => {
    const person = aPerson(level && { ability: { level, from: null } })
    const found = settle(policy, [{ on: '2021-03-01', item: 'nursing', minutes: 60 }], person)
    expect(found.services[0]).toMatchObject({ outcome, why })
  })

  it('covers nothing that is not in the catalogue', () => {
    const found = settle(policy, [{ on: '2021-03-01', item: 'opera', minutes: 60 }])
    expect(found.services[0]).toMatchObject({ outcome: 'selfPaid', why: 'notInCatalogue' })
  })
})
