import type { LocalDate } from '#types/values'
import { monthAndDay } from '@/services/dates'

/** 1944年3月2日: with its year, for days that may lie far back. */
export const longDate = (date: LocalDate): string => `${Number(date.slice(0, 4))}年${monthAndDay(date)}`
