import type { MealLayer, MealPolicy } from '#types/policies/meal'
import type { Path } from '../checks/faults'

/** A layer and where it stands in the document. */
export interface PlacedLayer {
  path: Path
  layer: MealLayer
  isDelivery: boolean
}

/** Every layer of a meal policy: discounts, subsidies, those of delivery. */
export const mealLayersOf = ({ discounts, layers, delivery }: MealPolicy): PlacedLayer[] => [
  ...discounts.map((layer, place) => ({ path: ['discounts', place], layer, isDelivery: false })),
  ...layers.map((layer, place) => ({ path: ['layers', place], layer, isDelivery: false })),
  ...(delivery?.layers ?? []).map((layer, place) => ({
    path: ['delivery', 'layers', place],
    layer,
    isDelivery: true,
  })),
]
