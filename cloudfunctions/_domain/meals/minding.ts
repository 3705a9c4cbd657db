import type { Mind } from '#types/meals/orders'
import type { ElderRecord } from '../people/records'

/** What the kitchen is to mind; null where nothing is, or where she does not agree to that use of facts of her health. */
export function mindOf({ consents, diet, allergies }: ElderRecord): Mind | null {
  if (!consents.health || diet.length + allergies.length === 0) return null
  return { diet, allergies }
}
