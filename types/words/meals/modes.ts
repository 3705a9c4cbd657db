import type { Mode } from '#types/meals/slots'

export const modeWord: Record<Mode, string> = { dineIn: '堂食', takeAway: '自取', delivery: '送餐' }
