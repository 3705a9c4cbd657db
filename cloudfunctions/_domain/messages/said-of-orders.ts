import type { NoticeKind } from '#types/notices'
import { orderStateWord } from '#types/words/meals/order-states'
import type { MealOrderRecord, SittingRecord } from '../meals/records'
import type { Said } from './records'

type OrderNotice = Extract<NoticeKind, `order${string}` | 'mealAhead'>

/** How a meal stands, for whoever booked it and for her who eats it. */
export function saidOfOrder(
  order: MealOrderRecord,
  kind: Exclude<OrderNotice, `orders${string}` | 'orderDishesChanged'>,
): Said {
  const states = {
    orderConfirmed: orderStateWord.confirmed,
    orderRefused: orderStateWord.refused,
    orderCancelled: orderStateWord.cancelled,
    orderChanged: '改过了',
    mealAhead: '明天吃',
    orderUnanswered: '还没确认',
  }
  return {
    page: `pages/booked/index?orderId=${order.id}`,
    who: order.elderName,
    what: `${order.stationName} ${order.setName}`,
    at: order.startsAt,
    state: states[kind],
  }
}

/** The kitchen makes other dishes than were ordered, and which, or again those that were. */
export const saidOfDishes = ({ id, elderName, startsAt, setName, kitchenChange }: MealOrderRecord): Said => ({
  page: `pages/booked/index?orderId=${id}`,
  who: elderName,
  what: kitchenChange ? `换成了${kitchenChange.dishes.join('、')}` : `换回了${setName}`,
  at: startsAt,
  state: '厨房换了菜',
})

/** Eaters of a meal whose dishes the kitchen changed, and whom no message tells: those at the counter do. */
export const saidOfToTell = (
  sitting: Pick<SittingRecord, 'stationId' | 'stationName' | 'startsAt'>,
  count: number,
): Said => ({
  page: `packages/staff/queue/index?stationId=${sitting.stationId}`,
  who: sitting.stationName,
  what: `厨房换了菜，${count} 位没有收到消息`,
  at: sitting.startsAt,
  state: '请告诉一声',
})

/** Orders that nobody has confirmed when their cut-off has come, for those at the counter. */
export const saidOfUnanswered = (
  sitting: Pick<SittingRecord, 'stationId' | 'stationName' | 'startsAt'>,
  count: number,
): Said => ({
  page: `packages/staff/queue/index?stationId=${sitting.stationId}`,
  who: sitting.stationName,
  what: `${count} 份订餐还没有确认`,
  at: sitting.startsAt,
  state: '等您确认',
})
