import type { CarePolicy, VoucherPolicy } from '#types/care-policies'
import type { MealPolicy } from '#types/meal-policies'

/** A dated policy as a district has it. Changed by adding a later one, never by editing. */
export type PolicyRecord = (MealPolicy | CarePolicy | VoucherPolicy) & { district: string }
