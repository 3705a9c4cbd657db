import type { CarePolicy, FenAMonth, MinutesAMonth, VoucherPolicy } from '#types/policies/care'
import type { Amount, Limit, MealPolicy, When } from '#types/policies/meal'
import { mealLayersOf } from '../../../_domain/policies/meal/layers'
import type { AnyPolicy } from '../kinds'
import type { bounds } from './bounds'

type Path = (string | number)[]
type Name = keyof typeof bounds

/** A figure of a policy, where it stands and what it ought to be like. */
interface Figure {
  path: Path
  value: number
  bound: Name
}

/** Every figure of a policy that may have been typed in the wrong unit; 0 is always meant. */
export function figuresOf(policy: AnyPolicy): Figure[] {
  const all =
    policy.kind === 'meal' ? ofMeals(policy) : policy.kind === 'care' ? ofCare(policy) : ofVouchers(policy)
  return all.filter(({ value }) => value !== 0)
}

function ofMeals(policy: MealPolicy): Figure[] {
  const { standardPrice, elderPaysAtLeast, delivery, operator, limits } = policy
  const fees: Figure[] =
    delivery === null
      ? []
      : typeof delivery.fee === 'number'
        ? one(delivery.fee, ['delivery', 'fee'], 'fee')
        : delivery.fee.byDistance.flatMap(({ fee }, place) =>
            one(fee, ['delivery', 'fee', 'byDistance', place, 'fee'], 'fee'),
          )
  return [
    ...one(standardPrice, ['standardPrice'], 'standardPrice'),
    ...one(elderPaysAtLeast, ['elderPaysAtLeast'], 'elderPaysAtLeast'),
    ...ofWhen(policy, []),
    ...ofLimits(limits, []),
    ...mealLayersOf(policy).flatMap(({ path, layer, isDelivery }) => [
      ...ofWhen(layer, path),
      ...ofLimits(layer.limits, path),
      ...layer.rules.flatMap((rule, place) => {
        const at = [...path, 'rules', place]
        const amount = ofAmount(rule.amount, [...at, 'amount'], isDelivery ? 'delivery' : 'meal')
        return [...ofWhen(rule, at), ...ofLimits(rule.limits, at), ...amount]
      }),
    ]),
    ...fees,
    ...operator.flatMap((rule, place) => [
      ...ofWhen(rule, ['operator', place]),
      ...one(rule.amount, ['operator', place, 'amount'], 'operator'),
    ]),
  ]
}

const one = (value: number | null | undefined, path: Path, bound: Name): Figure[] =>
  typeof value === 'number' ? [{ path, value, bound }] : []

const ofWhen = ({ spend }: When, path: Path): Figure[] => [
  ...one(spend?.above, [...path, 'spend', 'above'], 'spend'),
  ...one(spend?.atLeast, [...path, 'spend', 'atLeast'], 'spend'),
]

const periods: Record<Limit['per'], Name> = { slot: 'aDay', day: 'aDay', month: 'aMonth', year: 'aYear' }

const ofLimits = (limits: readonly Limit[], path: Path): Figure[] =>
  limits.flatMap(({ per, amount }, place) => one(amount, [...path, 'limits', place, 'amount'], periods[per]))

function ofAmount(amount: Amount, path: Path, bound: Name): Figure[] {
  if (typeof amount === 'number') return one(amount, path, bound)
  if ('percent' in amount)
    return [
      ...one(amount.percent, [...path, 'percent'], 'percent'),
      ...one(amount.cap, [...path, 'cap'], bound),
    ]
  if ('elderPays' in amount)
    return [
      ...one(amount.elderPays, [...path, 'elderPays'], 'elderPays'),
      ...one(amount.cap, [...path, 'cap'], bound),
    ]
  return Object.entries(amount).flatMap(([table, entries]) =>
    Object.entries<Amount | undefined>(entries).flatMap(([key, inner]) =>
      inner === undefined ? [] : ofAmount(inner, [...path, table, key], bound),
    ),
  )
}

function ofCare({ allowances, hourPrice, yearly, carryOver, sample }: CarePolicy): Figure[] {
  const isMinutes = allowances.some(({ minutes }) => minutes !== undefined)
  return [
    ...allowances.flatMap(({ minutes, amount }, place) => [
      ...ofMonth(minutes, ['allowances', place, 'minutes'], 'careMinutes'),
      ...ofMonth(amount, ['allowances', place, 'amount'], 'careMonth'),
    ]),
    ...one(hourPrice, ['hourPrice'], 'hourPrice'),
    ...one(yearly?.minutes, ['yearly', 'minutes'], 'careYearMinutes'),
    ...one(yearly?.amount, ['yearly', 'amount'], 'careYear'),
    ...one(carryOver?.most, ['carryOver', 'most'], isMinutes ? 'careMinutes' : 'careMonth'),
    ...one(sample.percent, ['sample', 'percent'], 'percent'),
  ]
}

function ofVouchers({ vouchers, yearly }: VoucherPolicy): Figure[] {
  return [
    ...vouchers.flatMap(({ percent, monthlyCap }, place) => {
      const path = ['vouchers', place, 'percent']
      const shares =
        typeof percent === 'number'
          ? one(percent, path, 'percent')
          : Object.entries(percent.byService).flatMap(([name, share]) =>
              one(share, [...path, 'byService', name], 'percent'),
            )
      return [...shares, ...ofMonth(monthlyCap, ['vouchers', place, 'monthlyCap'], 'careMonth')]
    }),
    ...one(yearly?.amount, ['yearly', 'amount'], 'careYear'),
  ]
}

function ofMonth(written: MinutesAMonth | FenAMonth | undefined, path: Path, bound: Name): Figure[] {
  if (written === undefined || typeof written === 'number') return one(written, path, bound)
  return written.matrix.flatMap(({ byAbility }, row) =>
    Object.entries(byAbility).flatMap(([level, count]) =>
      one(count, [...path, 'matrix', row, 'byAbility', level], bound),
    ),
  )
}
