import type { CarePolicy, VoucherPolicy } from '#types/policies/care'
import type { Condition } from '#types/policies/conditions'
import type { MealPolicy } from '#types/policies/meal'
import { mealLayersOf } from '../meal/layers'

/** A condition and where it stands in its document. */
interface PlacedCondition {
  path: (string | number)[]
  who: Condition
}

/** Whom the rules of a policy are for, rule by rule; its groups are not among them. */
export function conditionsIn(policy: MealPolicy | CarePolicy | VoucherPolicy): PlacedCondition[] {
  switch (policy.kind) {
    case 'meal':
      return [
        ...mealLayersOf(policy).flatMap(({ path, layer }) =>
          layer.rules.map(({ who }, place) => ({ path: [...path, 'rules', place, 'who'], who })),
        ),
        ...policy.operator.map(({ who }, place) => ({ path: ['operator', place, 'who'], who })),
      ]
    case 'care':
      return [
        ...policy.allowances.map(({ who }, place) => ({ path: ['allowances', place, 'who'], who })),
        ...policy.catalogue.flatMap(({ who }, place) =>
          who ? [{ path: ['catalogue', place, 'who'], who }] : [],
        ),
      ]
    case 'voucher':
      return policy.vouchers.map(({ who }, place) => ({ path: ['vouchers', place, 'who'], who }))
  }
}
