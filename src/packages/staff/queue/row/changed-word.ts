import type { MealOrder } from '#types/meals/orders'
import { liveOrderStates } from '#types/states'
import type { Instant } from '#types/values'
import { whenWord } from '@/services/dates'
import { isCorrected, kitchenChangeOf } from '@/services/kitchen-words'
import { lastOf } from '@/services/last-of'

/** 确认以后换过菜（今天 10:20）: that it is no longer what the station had confirmed, and since when; null where it is. */
export function changedMealWord(
  { laterChanges = [] }: Pick<MealOrder, 'laterChanges'>,
  now: Instant,
): string | null {
  const changes = laterChanges.filter(({ startsAt }) => startsAt === undefined) // the station itself has changed the time
  const latest = lastOf(changes)
  if (!latest) return null
  const what = [
    changes.some(({ setName }) => setName !== undefined) && '菜',
    changes.some(({ mode }) => mode !== undefined) && '吃法',
  ].filter(Boolean)
  return `确认以后换过${what.join('和')}（${whenWord(latest.at, now)}）`
}

/** 厨房换了菜, or says that something else is in it, and whether those at the counter are the ones who say so to her; null where she gets what she ordered, and knows of it. */
export function kitchenWord(order: MealOrder): string | null {
  const isAhead = liveOrderStates.includes(order.state)
  const change = kitchenChangeOf(order)
  const word = change && isCorrected(change, order) ? '厨房改了菜里有什么' : '厨房换了菜'
  if (order.isToTell && isAhead) return `${word}，要告诉本人`
  return change && word
}
