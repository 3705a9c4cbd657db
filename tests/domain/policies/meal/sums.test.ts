import fc from 'fast-check'
import { priceMeal } from '../../../../cloudfunctions/_domain/policies/meal/price'
import { shareOf } from '../../../../cloudfunctions/_domain/policies/terms/amounts'
import { modes, slots } from '../../../../types/meals/slots'
import type { Amount, WrittenMealPolicy } from '../../../../types/policies/meal'
import { dayKinds } from '../../../../types/policies/meal'
import { aMeal, aPerson, aPolicy, aUse } from '../a-policy'

const fen = fc.integer({ min: 0, max: 2500 })
const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
const { amount } = fc.letrec<{ amount: Amount }>((tie) => ({
  amount: fc.oneof(
    { maxDepth: 2 },
    fen,
    fc.record({ percent, of: fc.constantFrom('list', 'discounted', 'left') }),
    fc.record({ percent, cap: fen }),
    fc.record({ elderPays: fen }),
    fc.record({ elderPays: fen, cap: fen }),
    fc.record({ lunch: tie('amount'), dinner: tie('amount') }).map((bySlot) => ({ bySlot })),
    fc.record({ dineIn: tie('amount'), delivery: tie('amount') }).map((byMode) => ({ byMode })),
    fc.record({ able: tie('amount'), severe: tie('amount') }).map((byAbility) => ({ byAbility })),
  ) as fc.Arbitrary<Amount>,
}))
const who = fc.constantFrom(
  {},
  { age: { from: 70 } },
  { category: ['lowIncome' as const] },
  { hukou: 'district' as const },
)
const meet = fc.constantFrom('first' as const, 'highest' as const, 'add' as const)
const limits = fc.array(
  fc.oneof(
    fc.record({
      per: fc.constantFrom('slot', 'day', 'month', 'year'),
      times: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ per: fc.constantFrom('slot', 'day', 'month', 'year'), amount: fen }),
  ),
  { maxLength: 2 },
)
const layers = (stem: string, most: number) =>
  fc
    .array(
      fc.record({
        meet,
        limits,
        rules: fc.array(fc.record({ who, amount, limits }), { minLength: 1, maxLength: 3 }),
      }),
      {
        maxLength: most,
      },
    )
    .map((some) =>
      some.map((layer, place) => ({
        ...layer,
        layer: `${stem}-${place}`,
        label: '补贴',
        payer: 'district' as const,
        rules: layer.rules.map((rule, count) => ({ ...rule, rule: `${stem}-${place}-${count}` })),
      })),
    )

const written = fc.record({
  discounts: layers('off', 2),
  layers: layers('layer', 3),
  delivery: fc.record({ fee: fen, layers: layers('brought', 2) }),
  meet,
  limits,
  elderPaysAtLeast: fc.constantFrom(0, 0, 100, 500),
  rounding: fc.record({
    mode: fc.constantFrom('down', 'up', 'halfUp'),
    to: fc.constantFrom('fen', 'jiao', 'yuan'),
  }),
}) as fc.Arbitrary<Partial<WrittenMealPolicy>>

const person = fc
  .record({
    age: fc.option(fc.integer({ min: 60, max: 90 }), { nil: undefined }),
    hukou: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    ability: fc.constantFrom(undefined, 'able' as const, 'severe' as const),
    held: fc.subarray(['lowIncome' as const]),
    isAsked: fc.boolean(),
    isVerified: fc.boolean(),
  })
  .map((own) => aPerson(own))
const meal = fc
  .record({
    list: fc.integer({ min: 0, max: 3000 }),
    slot: fc.constantFrom(...slots),
    mode: fc.constantFrom(...modes),
    day: fc.constantFrom(...dayKinds),
  })
  .map((own) => aMeal(own))
const uses = fc.array(
  fc
    .record({
      layer: fc.constantFrom('off-0', 'layer-0', 'layer-1', 'brought-0'),
      place: fc.integer({ min: 0, max: 2 }),
      amount: fen,
      on: fc.constantFrom('2026-03-03', '2026-03-04', '2026-01-01'),
      orderId: fc.constantFrom('a', 'b', 'c'),
    })
    .map(({ place, ...own }) => aUse({ ...own, rule: `${own.layer}-${place}` })),
  { maxLength: 4 },
)

describe('priceMeal', () => {
  it('adds up exactly and never pays anybody to eat, whatever the policy says', () => {
    fc.assert(
      fc.property(written, person, meal, uses, (own, who, what, used) => {
        const policy = aPolicy(own)
        const { price, uses: made } = priceMeal(what, who, policy, used)
        const sum = (...kinds: string[]) =>
          price.lines
            .filter(({ kind }) => kinds.includes(kind))
            .reduce((total, line) => total + line.amount, 0)
        const isRight =
          sum('list', 'delivery') === sum('discount', 'subsidy', 'selfPay') &&
          price.elderPays === sum('selfPay') &&
          price.lines.every((line) => Number.isInteger(line.amount) && line.amount >= 0) &&
          price.undecided.every(
            ({ amount: more }) => more === null || (more > 0 && more <= price.elderPays),
          ) &&
          made.every((use) => use.amount > 0) &&
          price.elderPays >= Math.min(policy.elderPaysAtLeast, what.list - sum('discount'))
        if (!isRight) expect({ own, who, what, used, price }).toBe('right')
      }),
      { numRuns: 2500, seed: 42 },
    )
  })
})

describe('shareOf', () => {
  it.each([
    ['down', 'fen', 247],
    ['up', 'fen', 248],
    ['halfUp', 'fen', 248],
    ['down', 'jiao', 240],
    ['up', 'jiao', 250],
    ['halfUp', 'jiao', 250],
    ['down', 'yuan', 200],
    ['up', 'yuan', 300],
    ['halfUp', 'yuan', 200],
  ] as const)('cuts a quarter of 9.90 %s to the %s', (mode, to, amount) => {
    expect(shareOf(990, 25, { mode, to })).toBe(amount)
  })

  it('is a whole number of units, less than one unit from the exact share', () => {
    const modesOfRounding = fc.constantFrom('down' as const, 'up' as const, 'halfUp' as const)
    const units = { fen: 1, jiao: 10, yuan: 100 } as const
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        percent,
        modesOfRounding,
        fc.constantFrom('fen' as const, 'jiao' as const, 'yuan' as const),
        (bill, share, mode, to) => {
          const exact = (bill * Math.round(share * 100)) / 10_000
          const cut = shareOf(bill, share, { mode, to })
          expect(cut % units[to]).toBe(0)
          expect(Math.abs(cut - exact)).toBeLessThan(units[to])
          if (mode === 'down') expect(cut).toBeLessThanOrEqual(exact)
          if (mode === 'up') expect(cut).toBeGreaterThanOrEqual(exact)
        },
      ),
      { numRuns: 2000, seed: 3 },
    )
  })

  it('takes percentages with two decimals as they are written', () => {
    const policy = (share: number) =>
      aPolicy({
        layers: [
          {
            layer: 'a',
            label: 'a',
            payer: 'city',
            rules: [{ rule: 'a', who: {}, amount: { percent: share } }],
          },
        ],
      })
    for (const share of [1.1, 0.07, 12.34, 33.33, 99.99]) expect(() => policy(share)).not.toThrow()
    expect(() => policy(33.333)).toThrow()
  })
})
