import type { Mode } from '#types/meals/slots'

/** How a meal is eaten, as elders and their families say it: 堂食, 自取 and 送餐 are words of the canteens. */
export const eatingWord: Record<Mode, string> = { dineIn: '在驿站吃', takeAway: '自己取', delivery: '送到家' }
