import { CareCase, VoucherCase } from '#types/care-cases'
import { CarePolicy, VoucherPolicy } from '#types/care-policies'
import { MealPolicy } from '#types/meal-policies'
import type { PolicyKind } from '#types/policies'
import { MealCase } from '#types/policy-cases'
import type * as z from '#types/z'
import { runCareCase } from '../../cloudfunctions/_domain/policies/care-case'
import type { Fault } from '../../cloudfunctions/_domain/policies/care-fault-parts'
import { careFaults } from '../../cloudfunctions/_domain/policies/care-faults'
import { runMealCase } from '../../cloudfunctions/_domain/policies/cases'
import { mealFaults } from '../../cloudfunctions/_domain/policies/check-meal'
import { runVoucherCase } from '../../cloudfunctions/_domain/policies/voucher-case'
import { voucherFaults } from '../../cloudfunctions/_domain/policies/voucher-faults'
import calendar from '../../cloudfunctions/_policies/calendar.json'
import { careWords, voucherWords } from './care-words'
import { mealWords } from './meal-words'

/** What the command does with one kind of policy. */
export interface Kind<P, C> {
  name: PolicyKind
  policy: z.ZodMiniType<P>
  oneCase: z.ZodMiniType<C>
  faults(policy: P): Fault[]
  words(policy: P): string[]
  /** What came of a case, by the names of its `expect`. */
  run(policy: P, one: C): object
  /** Lists under `lines` are in minutes rather than fen. */
  isMinutes(policy: P): boolean
}

const meal: Kind<MealPolicy, MealCase> = {
  name: 'meal',
  policy: MealPolicy,
  oneCase: MealCase,
  faults: mealFaults,
  words: mealWords,
  run: (policy, one) => named(runMealCase(policy, one, calendar), one.expect),
  isMinutes: () => false,
}

const care: Kind<CarePolicy, CareCase> = {
  name: 'care',
  policy: CarePolicy,
  oneCase: CareCase,
  faults: careFaults,
  words: careWords,
  run: runCareCase,
  isMinutes: ({ allowances }) => allowances.some(({ minutes }) => minutes !== undefined),
}

const voucher: Kind<VoucherPolicy, VoucherCase> = {
  name: 'voucher',
  policy: VoucherPolicy,
  oneCase: VoucherCase,
  faults: voucherFaults,
  words: voucherWords,
  run: runVoucherCase,
  isMinutes: () => false,
}

// Which policy goes with which kind is held together by the document's own `kind`.
const kinds = { meal, care, voucher } as unknown as Record<PolicyKind, Kind<AnyPolicy, AnyCase>>

/** A policy of any kind, as the command sees it. */
export type AnyPolicy = MealPolicy | CarePolicy | VoucherPolicy
export type AnyCase = MealCase | CareCase | VoucherCase

/** What to do with a kind; undefined where there is none of this name. */
export const kindOf = (name: unknown): Kind<AnyPolicy, AnyCase> | undefined =>
  typeof name === 'string' && Object.hasOwn(kinds, name) ? kinds[name as PolicyKind] : undefined

export const kindNames = ['meal', 'care', 'voucher'] as const
export const kindWords: Record<PolicyKind, string> = { meal: '助餐', care: '居家服务', voucher: '消费券' }

const named = (found: object, expect: object): object =>
  Object.fromEntries(
    Object.entries(found).filter(([key, value]) => key in expect || (key === 'tooFar' && value)),
  )
