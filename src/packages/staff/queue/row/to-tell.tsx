import { View } from '@tarojs/components'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import { liveOrderStates } from '#types/states'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { kitchenChangeOf, kitchenChangeWords } from '@/services/kitchen-words'
import { useAct } from '@/services/use-act'
import { Ring } from './ring'

interface Props {
  order: QueuedOrder
  /** 王秀英的午餐 */
  meal: string
  onAnswer(order: MealOrder | null): void
}

/** What those at the counter have to say to whoever no message has told what the kitchen makes of her meal, and that it was said. */
export function ToTell({ order, meal, onAnswer }: Props) {
  const told = useAct('meals.toldDishes')
  if (!order.isToTell || !liveOrderStates.includes(order.state)) return null
  const change = kitchenChangeOf(order)
  const words = change
    ? kitchenChangeWords(change, order, cloudNow())
    : [`厨房又照原来的做了，还是${order.setName}。`]
  const send = async () =>
    onAnswer(await told.run({ orderId: order.id, kitchenRev: order.kitchenChange?.rev ?? null }))
  return (
    <View className="queue-details">
      <Soft small>{`家里不一定收到了消息，请告诉本人或者家人：${words.join('')}`}</Soft>
      {told.trouble && <Notice>{told.trouble}</Notice>}
      <Ring
        orderId={order.id}
        meal={meal}
        nobody="老人没有登记电话，打不了。请等本人来了再说，或者打给家人。"
      />
      <Button kind="second" pending={told.isPending} onTap={() => void send()} label={`告诉了，${meal}`}>
        告诉了
      </Button>
    </View>
  )
}
