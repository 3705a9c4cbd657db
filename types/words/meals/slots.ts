import type { Slot } from '#types/meals/slots'

export const slotWord: Record<Slot, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }
