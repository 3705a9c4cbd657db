import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import { LongList } from '@/components/long-list'
import type { AskingAct } from '../asking/asking-sheet'
import type { Group } from '../group-of'
import { OrderRow } from './order-row'

interface Props {
  group: Group
  orders: readonly QueuedOrder[]
  /** Names that do not tell alone who it is. */
  shared: ReadonlySet<string>
  onSettled(order: MealOrder): void
  onOutdated(order: QueuedOrder): void
  onAsk(act: AskingAct, order: QueuedOrder): void
}

/** The rows of a list; one at most is open. */
export function Rows({ group, orders, shared, onSettled, onOutdated, onAsk }: Props) {
  const [openId, setOpen] = useState<string | null>(null)
  return (
    <View className="queue-list">
      <LongList items={orders} size={30}>
        {(order) => (
          <OrderRow
            key={order.id}
            order={order}
            group={group}
            isShared={shared.has(order.elderName)}
            isOpen={order.id === openId}
            onOpen={() => setOpen(order.id === openId ? null : order.id)}
            onSettled={onSettled}
            onOutdated={() => onOutdated(order)}
            onAsk={(act) => onAsk(act, order)}
          />
        )}
      </LongList>
    </View>
  )
}
