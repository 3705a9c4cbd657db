import { View } from '@tarojs/components'
import type { MealOrder } from '#types/meals/orders'
import { bringWord } from '@/services/door-words'

/** To which door a delivery goes; nothing for other ways of eating. */
export const Door = ({ order: { deliverTo } }: { order: MealOrder }) =>
  deliverTo && <View>{bringWord(deliverTo)}</View>
