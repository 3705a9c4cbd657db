import type { MealOrder } from '#types/meals/orders'
import type { Instant } from '#types/values'
import { whenWord } from './dates'

type KitchenChange = NonNullable<MealOrder['kitchenChange']>

/** What a kitchen makes of a meal in place of what was ordered; null where it makes just that, or nobody eats it any more. */
export function kitchenChangeOf({ kitchenChange, setId, state }: MealOrder): KitchenChange | null {
  const isOff = state === 'cancelled' || state === 'refused'
  return !isOff && kitchenChange?.setId === setId ? kitchenChange : null
}

/** What it was, what it is, why and since when, a sentence each. */
export function kitchenChangeWords(
  { from, was, dishes, reason, at }: KitchenChange,
  { setName }: Pick<MealOrder, 'setName'>,
  now: Instant,
): string[] {
  return [
    `厨房换了菜。原来订的是${setWord(from, was)}，现在是${setWord(setName, dishes)}。`,
    ...(reason === null ? [] : [`为什么换：${reason}。`.replace(/([。！？])。$/, '$1')]),
    `${whenWord(at, now)} 换的，价钱还是原来的。`,
  ]
}

/** 红烧鱼套餐（红烧鱼块、米饭） */
const setWord = (name: string, dishes: readonly string[]): string =>
  dishes.length > 0 ? `${name}（${dishes.join('、')}）` : name
