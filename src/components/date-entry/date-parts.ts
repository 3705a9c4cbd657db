/** A date as somebody types it, part by part; each part is text, so that nothing typed is lost. */
export interface DateParts {
  year: string
  month: string
  day: string
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `1944-03-05` apart; nothing where there is no date. */
export function partsOf(date: string): DateParts {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') }
}

/** Eight digits typed into the year are a whole date: 19440305. */
export function spread({ year, month, day }: DateParts): DateParts {
  const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(year) ?? []
  return y && m && d ? { year: y, month: m, day: d } : { year, month, day }
}

/** The local date that the parts name, `YYYY-MM-DD`; null while they name none. */
export function dateOf({ year, month, day }: DateParts): string | null {
  const [y, m, d] = [year, month, day].map(Number) as [number, number, number] // three parts in, three numbers out
  if (!/^\d{4}$/.test(year) || !(m >= 1 && m <= 12) || !(d >= 1 && d <= daysIn(y, m))) return null
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0))
