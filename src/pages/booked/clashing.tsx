import type { MenuClashes } from '#types/meals/clashes'
import type { MealOrder } from '#types/meals/orders'
import { Allergic } from '@/components/allergic'
import { Notice } from '@/components/notice'
import { clashesOf } from '@/services/use-clashes'
import type { Loaded } from '@/services/use-loaded'

interface Props {
  order: MealOrder
  /** What of that day's sets she is allergic to, as her file is now; null where nobody is told. */
  clashes: Loaded<MenuClashes[]> | null
  elderWord: string
}

/** Of a meal that is still to be eaten, what of it she is allergic to. */
export function Clashing({ order, clashes, elderWord }: Props) {
  if (clashes?.state === 'failed')
    return <Notice icon="wifi-off">这一餐里有没有过敏、忌口的东西，刚才没有查到。吃之前请问一问驿站。</Notice>
  const found = clashesOf(clashes, order.sittingId).find(({ setId }) => setId === order.setId)
  return <Allergic found={found} elderWord={elderWord} />
}
