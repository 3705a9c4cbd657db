import type { MealOrder } from '#types/meals/orders'
import type { Instant } from '#types/values'
import { contentsWord } from '#types/words/meals/contents'
import { whenWord } from './dates'

type KitchenChange = NonNullable<MealOrder['kitchenChange']>

/** What a kitchen makes of a meal in place of what was ordered; null where it makes just that, or nobody eats it any more. */
export function kitchenChangeOf({ kitchenChange, setId, state }: MealOrder): KitchenChange | null {
  const isOff = state === 'cancelled' || state === 'refused'
  return !isOff && kitchenChange?.setId === setId ? kitchenChange : null
}

/** What it was, what it is, what is said otherwise of what is in it, why and since when, a sentence each. */
export function kitchenChangeWords(
  change: KitchenChange,
  order: Pick<MealOrder, 'setName'>,
  now: Instant,
): string[] {
  const { from, was, dishes, reason, at } = change
  const corrected = correctedWord(change)
  const verb = isCorrected(change, order) ? '改' : '换'
  return [
    ...(verb === '换'
      ? [`厨房换了菜。原来订的是${setWord(from, was)}，现在是${setWord(order.setName, dishes)}。`]
      : []),
    ...(corrected ? [corrected] : []),
    ...(reason === null ? [] : [`为什么${verb}：${reason}。`.replace(/([。！？])。$/, '$1')]),
    `${whenWord(at, now)} ${verb}的，价钱还是原来的。`,
  ]
}

/** 厨房改正了：米饭里有花生。 Null where nothing is said otherwise of what is in it. */
export const correctedWord = ({ contents = [] }: KitchenChange): string | null =>
  contents.length > 0 ? `厨房改正了：${contentsWord(contents)}。` : null

/** Whether it is of the same dishes, and only something else is said to be in them. */
export const isCorrected = (
  { from, was, dishes, contents }: KitchenChange,
  { setName }: Pick<MealOrder, 'setName'>,
): boolean => contents !== undefined && from === setName && was.join() === dishes.join()

/** 红烧鱼套餐（红烧鱼块、米饭） */
const setWord = (name: string, dishes: readonly string[]): string =>
  dishes.length > 0 ? `${name}（${dishes.join('、')}）` : name
