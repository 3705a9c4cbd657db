import type { CarePolicy, VoucherPolicy } from '#types/policies/care'
import type { MealPolicy } from '#types/policies/meal'

/** A dated policy as a district has it. Changed by adding a later one, never by editing. */
export type PolicyRecord = (MealPolicy | CarePolicy | VoucherPolicy) & { district: string }
