import { daysBetween, inShanghai, localDate, weekdayOf } from '#types/days'
import type { Instant, LocalDate } from '#types/values'

/** Words for days and hours in Asia/Shanghai. */
export { addDays, daysBetween, localDate as dateOf } from '#types/days'

/** Monday first. */
export const weekdayWords = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 周日 */
export const weekdayWord = (date: LocalDate): string => weekdayWords[weekdayOf(date) - 1] ?? ''

/** 22 */
export const dayOfMonth = (date: LocalDate): number => Number(date.slice(8))

/** 11月22日 */
export const monthAndDay = (date: LocalDate): string => `${Number(date.slice(5, 7))}月${dayOfMonth(date)}日`

/** 1944年3月2日: with its year, for days that may lie far back. */
export const longDate = (date: LocalDate): string => `${Number(date.slice(0, 4))}年${monthAndDay(date)}`

/** 2026年11月20日过世 */
export const diedWord = (on: LocalDate): string => `${longDate(on)}过世`

/** 11月22日 周日 */
export const fullDay = (date: LocalDate): string => `${monthAndDay(date)} ${weekdayWord(date)}`

/** 明天 11月22日 周日: near days by their word too, for a page on which a day is checked. */
export function dayInFull(date: LocalDate, today: LocalDate): string {
  const isNear = Math.abs(daysBetween(today, date)) <= 1
  return isNear ? `${dayWord(date, today)} ${fullDay(date)}` : fullDay(date)
}

/** 今天, 明天, 昨天; within the coming six days 周一; else 11月22日 周日. */
export function dayWord(date: LocalDate, today: LocalDate): string {
  const away = daysBetween(today, date)
  if (away === 0) return '今天'
  if (away === 1) return '明天'
  if (away === -1) return '昨天'
  return away > 0 && away < 7 ? weekdayWord(date) : fullDay(date)
}

/** 11:30, 8:00 */
export function hourOf(instant: Instant): string {
  const at = inShanghai(instant)
  return `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`
}

/** 明天 11:30 */
export const whenWord = (instant: Instant, now: Instant): string =>
  `${dayWord(localDate(instant), localDate(now))} ${hourOf(instant)}`

/** How much time is left until something is due: 28 分钟内; 今天 18:00 前; 已过时间. */
export function dueWord(due: Instant, now: Instant): string {
  const minutes = Math.ceil((Date.parse(due) - Date.parse(now)) / 60_000)
  if (minutes <= 0) return '已过时间'
  return minutes <= 90 ? `${minutes} 分钟内` : `${whenWord(due, now)} 前`
}

/** How long something still works: 7 天内; on its last day 明天 14:20 前. An hour more or less makes no day of it. */
export function untilWord(end: Instant, now: Instant): string {
  const days = Math.floor((Date.parse(end) - Date.parse(now) + 3_600_000) / 86_400_000)
  return days > 1 ? `${days} 天内` : `${whenWord(end, now)} 前`
}

/** How one says hello at this hour. */
export function greeting(now: Instant): string {
  const hour = inShanghai(now).getUTCHours()
  if (hour < 5) return '夜深了'
  if (hour < 9) return '早上好'
  if (hour < 12) return '上午好'
  if (hour < 14) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}

/** 半小时, 9 小时 30 分 */
export function durationWord(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}
