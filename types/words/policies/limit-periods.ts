import type { LimitPeriod } from '#types/policies/meal'

export const limitPeriodWord: Record<LimitPeriod, string> = {
  slot: '每餐',
  day: '每天',
  month: '每月',
  year: '每年',
}
