import fc from 'fast-check'
import { dayUses, type PricedMeal, policyOn, priceMeal } from '../../cloudfunctions/_domain/price'
import type { PriceLine } from '../../types/meals'
import { aMealPolicy, anElder, extremelyPoor } from './builders'

const recipient = anElder({ categories: extremelyPoor })
const policy = aMealPolicy()
const lunch: PricedMeal = { list: 1800, label: '红烧鱼套餐', slot: 'lunch', mode: 'dineIn', on: '2026-11-22' }
const used = [{ rule: 'basic-care-recipient-5-a-day' }]

const sum = (lines: PriceLine[], ...kinds: PriceLine['kind'][]) =>
  lines.filter((line) => kinds.includes(line.kind)).reduce((total, line) => total + line.amount, 0)

describe('priceMeal, Beijing 2022-03', () => {
  it.each([
    ['BM1 lunch 18.00', recipient, { ...lunch }, [], 500, 1300],
    [
      'BM2 dinner 16.00 the same day',
      recipient,
      { ...lunch, slot: 'dinner' as const, list: 1600 },
      used,
      0,
      1600,
    ],
    ['BM3 lunch 5.00', recipient, { ...lunch, list: 500 }, [], 0, 500],
    ['BM4 lunch 5.01', recipient, { ...lunch, list: 501 }, [], 500, 1],
    ['BM5 age 85, not a recipient', anElder({ birthDate: '1941-01-01' }), lunch, [], 0, 1800],
    [
      'breakfast, which the rule does not name',
      recipient,
      { ...lunch, slot: 'breakfast' as const },
      [],
      0,
      1800,
    ],
  ])('%s', (_case, diner, meal, alreadyUsed, subsidy, pays) => {
    const price = priceMeal(meal, diner, policy, alreadyUsed)
    expect(sum(price.lines, 'subsidy')).toBe(subsidy)
    expect(price.elderPays).toBe(pays)
  })

  it('names payer, rule and label of each subsidy', () => {
    expect(priceMeal(lunch, recipient, policy).lines).toEqual([
      { kind: 'list', label: '红烧鱼套餐', payer: null, rule: null, amount: 1800 },
      {
        kind: 'subsidy',
        label: '基本养老服务对象补贴',
        payer: 'district',
        rule: 'basic-care-recipient-5-a-day',
        amount: 500,
      },
      { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: 1300 },
    ])
  })

  it('gives nothing on a day when the category no longer holds', () => {
    const ended = anElder({ categories: extremelyPoor.map((held) => ({ ...held, to: '2026-11-21' })) })
    expect(priceMeal(lunch, ended, policy).elderPays).toBe(1800)
    expect(priceMeal({ ...lunch, on: '2026-11-21' }, ended, policy).elderPays).toBe(1300)
  })

  it('shows the list price where no policy is in force', () => {
    expect(priceMeal(lunch, recipient, null).elderPays).toBe(1800)
  })

  it('adds up for any price, and never pays anybody to eat', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.boolean(), (list, isUsed) => {
        const { lines, elderPays } = priceMeal({ ...lunch, list }, recipient, policy, isUsed ? used : [])
        expect(sum(lines, 'list', 'delivery')).toBe(sum(lines, 'discount', 'subsidy', 'selfPay'))
        expect(sum(lines, 'selfPay')).toBe(elderPays)
        expect(elderPays).toBeGreaterThanOrEqual(0)
      }),
      { seed: 20261121 },
    )
  })
})

describe('dayUses', () => {
  it('counts only lines of rules that are given once a day', () => {
    const { lines } = priceMeal(lunch, recipient, policy)
    expect(dayUses(lines, policy)).toEqual([{ rule: 'basic-care-recipient-5-a-day', amount: 500 }])
    const everyMeal = aMealPolicy({ layers: policy.layers.map((layer) => ({ ...layer, uses: 'everyMeal' })) })
    expect(dayUses(lines, everyMeal)).toEqual([])
  })
})

describe('policyOn', () => {
  const first = aMealPolicy({ id: 'first', effectiveFrom: '2022-03-01', effectiveTo: '2026-12-31' })
  const second = aMealPolicy({ id: 'second', effectiveFrom: '2027-01-01' })

  it.each([
    ['2022-02-28', undefined],
    ['2022-03-01', 'first'],
    ['2026-12-31', 'first'],
    ['2027-01-01', 'second'],
  ])('on %s it is %s', (date, id) => {
    expect(policyOn([first, second], date)?.id).toBe(id)
  })
})
