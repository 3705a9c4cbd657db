import { canStillBeHad } from '#types/meals/meal-time'
import type { OwnOrder } from '#types/meals/orders'
import type { MealOrderState } from '#types/states'
import type { Instant } from '#types/values'
import { isUnanswered } from '@/services/words'

const news: Record<MealOrderState, string> = {
  waiting: '正在排队等座位',
  offered: '有座位了',
  lapsed: '这一餐没有等到座位',
  placed: '交给驿站了，还没确认',
  confirmed: '订好了，驿站确认了',
  refused: '驿站没有接这一餐',
  cancelled: '这一餐取消了',
  served: '这一餐吃过了',
  missed: '这一餐没有来吃',
}

/** The one sentence that somebody opens the page for. */
export function newsOf(order: OwnOrder, now: Instant): string {
  if (order.misfit) return '这一餐有变化'
  if (isUnanswered(order, now)) {
    return canStillBeHad(order, now) ? '到吃饭的时间了，驿站没有确认' : '这一餐驿站没有确认'
  }
  const isOver = order.state === 'confirmed' && !canStillBeHad(order, now)
  return isOver ? '这一餐的时间过了，驿站还没有记下吃没吃' : news[order.state]
}

/** What follows from it; null where nothing does, or more is to be said than that. */
export function nextOf(order: OwnOrder, now: Instant): string | null {
  if (order.misfit) return null
  if (isUnanswered(order, now)) {
    return canStillBeHad(order, now) ? '请打电话问一问，还有没有这一份。' : '没有吃到，就不用付钱。'
  }
  if (order.state === 'placed') return '确认了没有，打开“我的预约”就能看到，不用在这里等。'
  return order.state === 'refused' ? '可以换一天，或者换一家驿站再订。' : null
}
