import type { CounterOrder } from '#types/meals/orders'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { useAct } from '@/services/use-act'
import { useIsAhead } from '@/services/use-is-ahead'

interface Props {
  order: CounterOrder
  /** 王秀英的午餐 */
  meal: string
  onAnswer(taken: CounterOrder | null): void
  onAsk(): void
}

/** Taking a tick back: one tap while the cloud asks for no reason, a reason first afterwards. */
export function TakeBack({ order, meal, onAnswer, onAsk }: Props) {
  const unserve = useAct('meals.unserve')
  const isSlip = useIsAhead(order.undoUntil)
  const undo = async () => onAnswer(await unserve.run({ orderId: order.id }))
  if (isSlip || unserve.isPending) {
    return (
      <>
        {unserve.trouble && <Notice>{unserve.trouble}</Notice>}
        <Button kind="quiet" pending={unserve.isPending} onTap={() => void undo()} label={`撤销，${meal}`}>
          撤销
        </Button>
      </>
    )
  }
  return (
    <Button kind="quiet" onTap={onAsk} label={`记错了，${meal}`}>
      记错了
    </Button>
  )
}
