import type { Sex } from '#types/people/elders'

export const sexWord: Record<Sex, string> = { female: '女', male: '男' }
