import type { MealOrder } from '#types/meals/orders'
import type { Mode } from '#types/meals/sittings'

const words: Record<Mode, string> = { dineIn: '吃过了', takeAway: '取走了', delivery: '送到了' }

/** What a clerk says when the meal has reached the elder; of somebody who was written down as missing: 其实来了. */
export const servedWord = ({ mode, state }: Pick<MealOrder, 'mode' | 'state'>): string =>
  state === 'missed' ? '其实来了' : words[mode]
