import type { PolicyKind } from '#types/policies'
import { CarePolicy, VoucherPolicy } from '#types/policies/care'
import { CareCase, VoucherCase } from '#types/policies/care-cases'
import { MealCase } from '#types/policies/cases'
import { MealPolicy } from '#types/policies/meal'
import type * as z from '#types/z'
import { runCareCase } from '../../_domain/policies/cases/care'
import { runMealCase } from '../../_domain/policies/cases/meal'
import { runVoucherCase } from '../../_domain/policies/cases/voucher'
import { careFaults } from '../../_domain/policies/checks/care'
import type { Fault } from '../../_domain/policies/checks/faults'
import { mealFaults } from '../../_domain/policies/checks/meal'
import { voucherFaults } from '../../_domain/policies/checks/voucher'
import calendar from '../calendar.json'

/** What the command does with one kind of policy. */
export interface Kind<P, C> {
  name: PolicyKind
  policy: z.ZodMiniType<P>
  oneCase: z.ZodMiniType<C>
  faults(policy: P): Fault[]
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
  run: (policy, one) => named(runMealCase(policy, one, calendar), one.expect),
  isMinutes: () => false,
}

const care: Kind<CarePolicy, CareCase> = {
  name: 'care',
  policy: CarePolicy,
  oneCase: CareCase,
  faults: careFaults,
  run: runCareCase,
  isMinutes: ({ allowances }) => allowances.some(({ minutes }) => minutes !== undefined),
}

const voucher: Kind<VoucherPolicy, VoucherCase> = {
  name: 'voucher',
  policy: VoucherPolicy,
  oneCase: VoucherCase,
  faults: voucherFaults,
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

const named = (found: object, expect: object): object =>
  Object.fromEntries(
    Object.entries(found).filter(([key, value]) => key in expect || (key === 'tooFar' && value)),
  )
