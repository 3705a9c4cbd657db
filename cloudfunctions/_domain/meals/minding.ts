import type { Role } from '#types/contract'
import type { Mind } from '#types/meals/orders'
import { relationTo } from '../access/holdings'
import { isActive } from '../people/privacy/consents'
import type { AccountRecord, ElderRecord } from '../people/records'

/** What the kitchen is to mind; null where nothing is, or where she does not agree to that use of facts of her health. */
export function mindOf({ consents, diet, allergies }: ElderRecord): Mind | null {
  if (!consents.health || diet.length + allergies.length === 0) return null
  return { diet, allergies }
}

/** Who asks, in which capacity, and at which station she would eat. */
interface Asking {
  account: AccountRecord | null
  role: Role
  stationId: string
}

/**
 * What of it somebody may know before a meal is booked: she herself, whomever she lets know facts of her health, and by their role
 * the staff of her own station alone, who read her file and cook by it. Nobody while she uses the service no more.
 */
export function mindFor(elder: ElderRecord, { account, role, stationId }: Asking): Mind | null {
  const isLetKnow = account !== null && relationTo(account, elder.id, 'health') !== null
  const isOwnStaff = role !== 'elder' && role !== 'family' && elder.stationId === stationId
  return isActive(elder) && (isLetKnow || isOwnStaff) ? mindOf(elder) : null
}
