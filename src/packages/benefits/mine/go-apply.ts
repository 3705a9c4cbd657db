import type { Applicable } from '#types/eligibility/entitlements'
import { open } from '@/platform/navigation'
import type { Whom } from '../apply/for-whom'

/** Opens the application for a category, by the name that the district gave it. */
export const goApply = ({ category, label }: Applicable, { elderId, stationId }: Whom): void =>
  open('packages/benefits/apply', { elderId, category, label: label ?? undefined, stationId })
