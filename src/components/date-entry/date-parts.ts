import { datePattern, isCalendarDate } from '#types/days'

/** A date as somebody types it, part by part; each part is text, so that nothing typed is lost. */
export interface DateParts {
  year: string
  month: string
  day: string
}

/** No elder, no paper is older. */
const earliestYear = 1900

/** `1944-03-05` apart; nothing where there is no date. */
export function partsOf(date: string): DateParts {
  const [year = '', month = '', day = ''] = datePattern.test(date) ? date.split('-') : []
  return { year, month: withoutZero(month), day: withoutZero(day) }
}

/** Eight digits typed into the year are a whole date: 19440305. */
export function spread({ year, month, day }: DateParts): DateParts {
  const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(year) ?? []
  return y && m && d ? { year: y, month: withoutZero(m), day: withoutZero(d) } : { year, month, day }
}

/** The local date that the parts name, `YYYY-MM-DD`; null while they name none. */
export function namedDate({ year, month, day }: DateParts): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isYear(year) && isCalendarDate(date) ? date : null
}

/** Why what was typed is no date, or none that may be meant; null while it is, or while something is still missing. */
export function faultOf(parts: DateParts, latest?: string, earliest?: string): string | null {
  const { year, month, day } = parts
  if (year === '' || month === '' || day === '') return null
  if (!isYear(year)) return '年份要写四个数字，比如 1944。'
  const date = namedDate(parts)
  if (date === null) return `没有${asWords(parts)}这一天，请再看一遍。`
  if (earliest && date < earliest) return `${asWords(parts)}太早了，请再看一遍。`
  return latest && date > latest ? `${asWords(parts)}还没有到，请再看一遍。` : null
}

/** Whether somebody is on the way to eight digits. */
export const isSpreading = ({ year, month, day }: DateParts) =>
  year.length > 4 && (month === '' || day === '')

/** 1944年3月5日 */
export const asWords = ({ year, month, day }: DateParts) => `${year}年${Number(month)}月${Number(day)}日`

const isYear = (year: string) => /^\d{4}$/.test(year) && Number(year) >= earliestYear
const withoutZero = (part: string) => part.replace(/^0/, '')
