import type { Content, MealOrder } from '#types/meals/orders'
import type { NoticeKind } from '#types/notices'
import { contentsWord } from '#types/words/meals/contents'
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

/**
 * The kitchen makes other dishes than were ordered, and which, or says that something else is in them, and what, first; or it is again as it
 * was ordered.
 * @param before what it had made of it until then
 */
export function saidOfDishes(
  { id, elderName, startsAt, setName, kitchenChange }: MealOrderRecord,
  before: MealOrder['kitchenChange'],
): Said {
  const change = kitchenChange ?? before
  const isSame = change?.contents !== undefined && isSameMeal(change, setName)
  const contents = kitchenChange ? (kitchenChange.contents ?? []) : (before?.contents ?? []).map(turned)
  const dishes = kitchenChange ? `换成了${kitchenChange.dishes.join('、')}` : `换回了${setName}`
  return {
    page: `pages/booked/index?orderId=${id}`,
    who: elderName,
    what: [
      ...(contents.length > 0 ? [contentsWord(contents.map(shortened))] : []),
      ...(isSame ? [] : [dishes]),
    ].join('，'),
    at: startsAt,
    state: isSame ? '厨房改正了' : '厨房换了菜',
  }
}

const isSameMeal = (
  { from, was, dishes }: NonNullable<MealOrder['kitchenChange']>,
  setName: string,
): boolean => from === setName && was.join() === dishes.join()

/** What was put right is as it was. */
const turned = ({ dish, more, less }: Content): Content => ({ dish, more: less, less: more })

/** A message shows twenty characters: what is in a dish stands there, however long its name is. */
const MOST_OF_NAME = 8
const shortened = ({ dish, ...content }: Content): Content => {
  const name = [...dish]
  return {
    ...content,
    dish: name.length > MOST_OF_NAME ? `${name.slice(0, MOST_OF_NAME - 1).join('')}…` : dish,
  }
}

/** Eaters of a meal whose dishes the kitchen changed, and whom no message tells: those at the counter do. */
export const saidOfToTell = (
  sitting: Pick<SittingRecord, 'stationId' | 'stationName' | 'startsAt'>,
  count: number,
): Said => ({
  page: `packages/staff/queue/index?stationId=${sitting.stationId}`,
  who: sitting.stationName,
  what: `厨房改了菜，${count} 位没有收到消息`,
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
