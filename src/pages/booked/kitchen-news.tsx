import type { MealOrder } from '#types/meals/orders'
import { Notice } from '@/components/notice'
import { cloudNow } from '@/services/clock'
import { kitchenChangeOf, kitchenChangeWords } from '@/services/kitchen-words'

/** What the kitchen makes in place of what was ordered. */
export function KitchenNews({ order }: { order: MealOrder }) {
  const change = kitchenChangeOf(order)
  return change && <Notice kind="info">{kitchenChangeWords(change, order, cloudNow()).join('')}</Notice>
}
