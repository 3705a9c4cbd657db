import type { QueuedOrder } from '#types/meals/orders'
import { Soft } from '@/components/text'
import { hourOf } from '@/services/dates'
import { useIsAhead } from '@/services/use-is-ahead'

/** From when on the meals of today's list may be written down as eaten; nothing once they may. */
export function ServableFrom({ order }: { order: QueuedOrder }) {
  const isEarly = useIsAhead(order.servableFrom)
  return isEarly ? <Soft>{`${hourOf(order.servableFrom)} 起可以记“吃过了”。`}</Soft> : null
}
