import { View } from '@tarojs/components'
import type { MealOrder } from '#types/meals/orders'
import { Tag, Tags } from '@/components/tag'
import { cloudNow } from '@/services/clock'
import { bringWord, changedDoorWord } from '@/services/door-words'

/** To which door a delivery goes, and whether it became another one since the station confirmed it; nothing for other ways of eating. */
export function Door({ order }: { order: MealOrder }) {
  if (!order.deliverTo) return null
  const changed = changedDoorWord(order, cloudNow())
  return (
    <>
      {changed && (
        <Tags>
          <Tag kind="bad">{changed}</Tag>
        </Tags>
      )}
      <View>{bringWord(order.deliverTo)}</View>
    </>
  )
}
