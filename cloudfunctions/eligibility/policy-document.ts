import { refusedPolicy } from '../_domain/policies/joining'
import { readPolicy } from '../_domain/policies/read-policy'
import type { PolicyRecord } from '../_domain/policies/records'

/** How many policies of one kind a district has at most. */
export const MOST = 200

/**
 * A document as it would be stored for a district, whatever it says of its own.
 * @throws AppError `POLICY_REFUSED`
 */
export function documentOf(text: string, district: string): PolicyRecord {
  const read = readPolicy(text)
  if ('faults' in read) throw refusedPolicy(read.faults)
  const { kind, effectiveFrom } = read.policy
  return { ...read.policy, id: `${district}_${kind}_${effectiveFrom}`, district }
}
