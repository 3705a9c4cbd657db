import { View } from '@tarojs/components'
import type { QueuedOrder } from '#types/meals/orders'
import { Button } from '@/components/button'
import { Soft, Strong } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { money } from '@/services/words'
import type { AskingAct } from '../asking/asking-sheet'
import { type Group, groupOf } from '../group-of'
import { Door } from './door'
import { RingDoor } from './ring-door'
import { whoBooked } from './who-booked'

interface Props {
  order: QueuedOrder
  group: Group
  /** 王秀英的午餐 */
  meal: string
  /** A tick is taken back by one tap still. */
  canUndo: boolean
  onAsk(act: AskingAct): void
}

/** Everything else about an order: her age, who booked it, the door, the price, what was said; and what is done seldom. */
export function OrderDetails({ order, group, meal, canUndo, onAsk }: Props) {
  const { state, reason } = order
  const isHere = groupOf(state) === group
  const isCancellable = state === 'confirmed' && Date.parse(cloudNow()) < Date.parse(order.cancelUntil)
  return (
    <View className="queue-details">
      <View>{`${order.elderAge} 岁，${whoBooked(order)}`}</View>
      {order.isFirst && (
        <Soft small>
          头一次订餐，还没有人见过本人。来了请看一看服务卡，在“老人的登记”里输一次卡号，以后就不再提醒。
        </Soft>
      )}
      <Door order={order} />
      <View>
        应付 <Strong>{money(order.elderPays)}</Strong>
      </View>
      {reason && <Soft small>原因：{reason}</Soft>}
      {isHere && <RingDoor order={order} meal={meal} />}
      {isHere && state === 'placed' && (
        <Button kind="second" onTap={() => onAsk('refuse')} label={`不能接${meal}`}>
          不能接
        </Button>
      )}
      {isHere && isCancellable && (
        <Button kind="quiet" onTap={() => onAsk('cancel')} label={`取消${meal}`}>
          取消
        </Button>
      )}
      {state === 'served' && !canUndo && (
        <Button kind="quiet" onTap={() => onAsk('unserve')} label={`记错了，${meal}`}>
          记错了
        </Button>
      )}
    </View>
  )
}
