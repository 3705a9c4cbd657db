import type { MealOrder } from '#types/meals/orders'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { Ring } from './ring'

interface Props {
  order: MealOrder
  /** 王秀英的午餐 */
  meal: string
}

/** Whoever brings a meal today can ring at the door. */
export function RingDoor({ order, meal }: Props) {
  const isOnItsWay = order.state === 'confirmed' && order.date === dateOf(cloudNow())
  if (!isOnItsWay || !order.deliverTo?.phone) return null
  return (
    <Ring
      orderId={order.id}
      meal={meal}
      nobody="老人没有登记电话，打不了。请照着地址送；找不到门，先问问邻居。"
    />
  )
}
