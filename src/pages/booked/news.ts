import type { MealOrder } from '#types/meals/orders'
import type { MealOrderState } from '#types/states'
import type { Instant } from '#types/values'
import { dateOf } from '@/services/dates'
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
export function newsOf(order: MealOrder, now: Instant): string {
  if (!isUnanswered(order, now)) return news[order.state]
  return isToday(order, now) ? '到吃饭的时间了，驿站没有确认' : '这一餐驿站没有确认'
}

/** What follows from it; null where nothing does. */
export function nextOf(order: MealOrder, now: Instant): string | null {
  if (isUnanswered(order, now)) return isToday(order, now) ? '请打电话问一问，还有没有这一份。' : null
  if (order.state === 'placed') return '确认了没有，打开“我的预约”就能看到，不用在这里等。'
  return order.state === 'refused' ? '可以换一天，或者换一家驿站再订。' : null
}

const isToday = ({ date }: MealOrder, now: Instant) => date === dateOf(now)
