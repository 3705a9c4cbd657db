import type { LocalDate } from '#types/values'

const shown = 12

/** This month and the eleven before, the latest first. `YYYY-MM`. */
export function monthsUntil(today: LocalDate): string[] {
  const latest = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: shown }, (_, back) => {
    const month = latest - back
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** 2026年11月 */
export const monthWord = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
