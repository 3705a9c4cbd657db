import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import { AllergyQuestion } from '@/components/allergy-question'
import { Button } from '@/components/button'
import { useAct } from '@/services/use-act'
import { seenOf } from '../seen'

interface Props {
  order: QueuedOrder
  onClose(): void
  onConfirmed(order: MealOrder): void
  onOutdated(): void
}

/** A dish with something she is allergic to or does not eat: it is confirmed only by whoever has read that. */
export function ConfirmClashing({ order, onClose, onConfirmed, onOutdated }: Props) {
  const confirm = useAct('meals.confirm')
  const send = async () => {
    const confirmed = await confirm.run({ orderId: order.id, seen: seenOf(order) })
    if (!confirmed) return onOutdated()
    onClose()
    onConfirmed(confirmed)
  }
  if (!order.clashes) return null
  return (
    <AllergyQuestion
      question="还确认吗？"
      no="先不确认"
      found={order.clashes}
      elderWord={order.elderName}
      trouble={confirm.trouble}
      yes={
        <Button kind="second" pending={confirm.isPending} onTap={() => void send()}>
          还是确认
        </Button>
      }
      onBack={onClose}
    />
  )
}
