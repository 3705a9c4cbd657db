import type { PriceGround } from '../../../cloudfunctions/_domain/meals/pricing'
import holidays from '../../../cloudfunctions/_policies/calendar.json'
import walking from '../../../cloudfunctions/_policies/walking.json'
import { aMealPolicy } from '../builders'

/** The Beijing policy in force: five yuan once a day for whoever is extremely poor. */
export const aPriceGround = (own: Partial<PriceGround> = {}): PriceGround => ({
  policy: aMealPolicy(),
  isHomeCity: true,
  holidays,
  walking,
  ...own,
})
