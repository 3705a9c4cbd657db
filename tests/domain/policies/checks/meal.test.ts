import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chainFaults, lastDay } from '../../../../cloudfunctions/_domain/policies/checks/chain'
import { mealFaults } from '../../../../cloudfunctions/_domain/policies/checks/meal'
import { MealPolicy, type WrittenMealPolicy } from '../../../../types/policies/meal'
import { aLayer, aPolicy, aRule } from '../a-policy'

const FOLDER = join(__dirname, '../../../../cloudfunctions/_policies/meal')
const shipped = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.cases.json'))
  .map((name) => MealPolicy.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))))

const faults = (own: Partial<WrittenMealPolicy>): string[] =>
  mealFaults(aPolicy(own)).map(({ path, problem }) => `${path.join('.')} ${problem}`)
const gives = (...amounts: NonNullable<WrittenMealPolicy['layers']>[number]['rules'][number]['amount'][]) =>
  faults({
    layers: [
      aLayer({
        meet: 'add',
        rules: amounts.map((amount, place) => aRule({ rule: `rule-${place}`, amount })),
      }),
    ],
  })

describe('mealFaults', () => {
  it.each(shipped.map((policy) => [policy.id, policy] as const))('finds nothing in %s', (_, policy) => {
    expect(mealFaults(policy)).toEqual([])
  })

  it.each<[string, Partial<WrittenMealPolicy>, RegExp]>([
    [
      'a layer named twice',
      { layers: [aLayer(), aLayer({ rules: [aRule({ rule: 'other' })] })] },
      /layers\.1\.layer .*两次/,
    ],
    [
      'a rule named twice',
      { layers: [aLayer(), aLayer({ layer: 'other' })] },
      /layers\.1\.rules\.0\.rule .*两次/,
    ],
    [
      'a group that is not there',
      { layers: [aLayer({ rules: [aRule({ who: { group: ['old'] } })] })] },
      /who\.group\.0 .*old/,
    ],
    [
      'groups in a circle',
      {
        groups: {
          one: { label: '一', who: { group: ['two'] } },
          two: { label: '二', who: { not: { group: ['one'] } } },
        },
      },
      /groups\.one\.who /,
    ],
    [
      'a category of its own that nobody declared',
      { layers: [aLayer({ rules: [aRule({ who: { any: [{ category: ['own-card'] }] } })] })] },
      /who\.any\.0\.category\.0 .*own-card/,
    ],
    [
      'an entry for a slot that the policy leaves out',
      {
        slots: ['lunch'],
        layers: [aLayer({ rules: [aRule({ amount: { bySlot: { lunch: 300, dinner: 200 } } })] })],
      },
      /amount\.bySlot\.dinner .*永远用不上/,
    ],
    [
      'a rule for no meal',
      { slots: ['lunch'], layers: [aLayer({ rules: [aRule({ slots: ['dinner'] })] })] },
      /layers\.0\.rules\.0 .*永远用不上/,
    ],
    [
      'a layer of delivery for those who eat in',
      {
        delivery: {
          fee: 200,
          layers: [aLayer({ layer: 'd', modes: ['dineIn'], rules: [aRule({ rule: 'd', amount: 100 })] })],
        },
      },
      /delivery\.layers\.0\.rules\.0 .*永远用不上/,
    ],
    [
      'distances that go back',
      {
        delivery: {
          fee: {
            byDistance: [
              { upTo: 2000, fee: 200 },
              { upTo: 1000, fee: 100 },
            ],
          },
          layers: [],
        },
      },
      /byDistance\.1\.upTo /,
    ],
  ])('refuses %s', (_, own, found) => {
    expect(faults(own).join('\n')).toMatch(found)
  })

  it('refuses money from the elder, wherever the document comes from', () => {
    const policy = aPolicy()
    const [layer] = policy.layers
    const fromElder = { ...policy, layers: [{ ...layer, payer: 'elder' }] } as unknown as MealPolicy
    expect(mealFaults(fromElder).map(({ path }) => path.join('.'))).toEqual(['layers.0.payer'])
  })
})

describe('mealFaults, whether somebody is paid to eat', () => {
  it.each([
    ['500 yuan typed for 5', [50_000]],
    ['shares of more than the bill', [{ percent: 60 }, { percent: 41 }]],
    ['a share and a fixed price', [{ elderPays: 0 }, { percent: 100, of: 'list' as const }]],
    ['an amount in a table', [{ bySlot: { dinner: 20_000 } }]],
  ])('refuses %s', (_, amounts) => {
    expect(gives(...amounts).join()).toContain('倒拿钱')
  })

  it.each([
    ['a free meal', [{ elderPays: 0 }]],
    ['the whole bill', [{ percent: 100 }]],
    ['shares up to the whole bill', [{ percent: 60 }, { percent: 40 }]],
    ['more than a small bill, which is cut', [1500]],
    ['much, cut by a cap', [{ percent: 100, cap: 300 }, 500]],
  ])('lets %s pass', (_, amounts) => {
    expect(gives(...amounts)).toEqual([])
  })

  const add = (...whos: NonNullable<WrittenMealPolicy['layers']>[number]['rules'][number]['who'][]) =>
    faults({
      layers: [
        aLayer({
          meet: 'add',
          rules: whos.map((who, place) => aRule({ rule: `rule-${place}`, who, amount: { percent: 60 } })),
        }),
      ],
    })

  it.each([
    ['ages', [{ age: { to: 79 } }, { age: { from: 80 } }]],
    ['abilities', [{ ability: ['mild' as const] }, { ability: ['severe' as const] }]],
    ['who somebody lives with', [{ living: ['alone' as const] }, { living: ['couple' as const] }]],
    [
      'a group and its opposite',
      [{ category: ['lowIncome' as const] }, { not: { category: ['lowIncome' as const] } }],
    ],
    ['sexes', [{ sex: 'male' as const }, { sex: 'female' as const }]],
    ['months of residence', [{ residentMonths: 12 }, { not: { residentMonths: 12 } }]],
  ])('does not add up %s that exclude each other', (_, whos) => {
    expect(add(...whos)).toEqual([])
  })

  it.each([
    ['ages that overlap in one year', [{ age: { to: 80 } }, { age: { from: 80 } }]],
    ['two categories', [{ category: ['lowIncome' as const] }, { category: ['severeDisability' as const] }]],
    ['age and household', [{ age: { from: 90 } }, { hukou: 'city' as const }]],
  ])('adds up %s and names the rules', (_, whos) => {
    expect(add(...whos).join()).toMatch(/“rule-0”.*“rule-1”/)
  })

  it('looks at the price that the amounts were set for', () => {
    expect(
      faults({ standardPrice: 1000, layers: [aLayer({ rules: [aRule({ amount: 1100 })] })] }).join(),
    ).toContain('10.00 元的一餐')
  })

  it('counts discounts and every layer, and of layers that exclude each other the best', () => {
    const half = (layer: string) =>
      aLayer({ layer, rules: [aRule({ rule: layer, amount: { percent: 60, of: 'list' } })] })
    expect(faults({ discounts: [half('off')], layers: [half('on')] }).join()).toContain('倒拿钱')
    expect(faults({ layers: [half('one'), half('two')] }).join()).toContain('倒拿钱')
    expect(faults({ meet: 'highest', layers: [half('one'), half('two')] })).toEqual([])
  })

  it('lets a fixed price take up what the layers before it left', () => {
    const share = aLayer({ layer: 'share', rules: [aRule({ rule: 'share', amount: { percent: 60 } })] })
    const free = aLayer({ layer: 'free', rules: [aRule({ rule: 'free', amount: { elderPays: 0 } })] })
    expect(faults({ layers: [share, free] })).toEqual([])
    expect(faults({ layers: [free, share] }).join()).toContain('倒拿钱')
  })

  it('looks at the bill of the delivery by itself', () => {
    const delivery = (amount: number) => ({
      fee: 200,
      layers: [aLayer({ layer: 'd', rules: [aRule({ rule: 'd', amount })] })],
    })
    expect(faults({ delivery: delivery(200) })).toEqual([])
    expect(faults({ delivery: delivery(201) }).join()).toContain('送餐费')
  })

  it('stays quick for a policy that asks for everything at once', () => {
    const rules = [60, 65, 70, 75, 80, 85, 90, 95].map((from) =>
      aRule({
        rule: `from-${from}`,
        who: {
          age: { from },
          hukou: 'district',
          living: ['alone'],
          sex: 'female',
          category: [
            'lowIncome',
            'extremePoverty',
            'entitledGroup',
            'severeDisability',
            'subsistenceAllowance',
          ],
        },
        amount: { byAbility: { severe: 300, total: 500 } },
      }),
    )
    const started = performance.now()
    expect(faults({ layers: [aLayer({ rules })] })).toEqual([])
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

describe('chainFaults', () => {
  const link = (id: string, effectiveFrom: string, effectiveTo: string | null = null, district?: string) => ({
    id,
    kind: 'meal' as const,
    effectiveFrom,
    effectiveTo,
    ...(district !== undefined && { district }),
  })
  const found = (...links: ReturnType<typeof link>[]) =>
    chainFaults(links).map(({ id, path, problem }) => `${id} ${path[0]} ${problem}`)

  it('takes an open end for the day before the next begins', () => {
    expect(found(link('a-2026', '2026-01-01'), link('a-2025', '2025-01-01'))).toEqual([])
    expect(found(link('a-2025', '2025-01-01', '2025-12-31'), link('a-2026', '2026-01-01'))).toEqual([])
  })

  it.each([
    [
      'an overlap',
      [link('a-2025', '2025-01-01', '2026-01-01'), link('a-2026', '2026-01-01')],
      /^a-2026 effectiveFrom .*重叠.*不能改.*“a-2026”.*2026-01-02/,
    ],
    [
      'a gap',
      [link('a-2025', '2025-01-01', '2025-12-30'), link('a-2026', '2026-01-01')],
      /^a-2026 effectiveFrom .*从 2025-12-31 到 2025-12-31 没有政策/,
    ],
    ['the same first day', [link('a-2025', '2025-01-01'), link('a-2025-01', '2025-01-01')], /同一天/],
    ['the same id', [link('a', '2025-01-01'), link('a', '2026-01-01')], /^a id /],
  ])('refuses %s', (_, links, problem) => {
    expect(found(...links).join('\n')).toMatch(problem)
  })

  it('lets a document without rules end one early', () => {
    const before = link('a-2025', '2025-01-01', '2025-12-31')
    const nothing = {
      ...link('a-2025-07', '2025-07-01'),
      layers: [],
      discounts: [],
      delivery: null,
      operator: [],
    }
    expect(chainFaults([before, nothing])).toEqual([])
    expect(lastDay(before, nothing)).toBe('2025-06-30')
    expect(chainFaults([before, { ...nothing, layers: [{}] }])).toHaveLength(1)
    expect(chainFaults([before, { ...nothing, kind: 'care' }])).toEqual([])
    expect(
      chainFaults([
        { ...before, kind: 'care' },
        { ...nothing, kind: 'care' },
      ]),
    ).toHaveLength(1)
  })

  it('leaves other places and other kinds alone', () => {
    expect(found(link('beijing-2025', '2025-01-01'), link('shenzhen-2025', '2025-01-01'))).toEqual([])
    expect(found(link('a', '2025-01-01', null, 'east'), link('b', '2025-01-01', null, 'west'))).toEqual([])
    expect(
      chainFaults([
        link('a', '2025-01-01', null, 'east'),
        { ...link('b', '2025-01-01', null, 'east'), kind: 'care' },
      ]),
    ).toEqual([])
    expect(chainFaults(shipped)).toEqual([])
  })
})
