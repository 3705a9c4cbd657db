import { View } from '@tarojs/components'
import type { CounterOrder } from '#types/meals/orders'
import { Button } from '@/components/button'
import type { Act } from '@/services/use-act'

interface Props {
  order: CounterOrder
  /** 王秀英的午餐 */
  meal: string
  unserve: Act<'meals.unserve'>
  onAnswer(taken: CounterOrder | null): void
}

/** Taking a tick back by one tap, while the cloud asks for no reason. */
export function Undo({ order, meal, unserve, onAnswer }: Props) {
  const undo = async () => onAnswer(await unserve.run({ orderId: order.id }))
  return (
    <View className="queue-row-undo">
      <Button kind="quiet" pending={unserve.isPending} onTap={() => void undo()} label={`撤销，${meal}`}>
        撤销
      </Button>
    </View>
  )
}
