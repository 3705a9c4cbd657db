/**
 * When a timer falls due: the platform's seven fields (second, minute, hour, day, month, weekday, year), on the clock of
 * UTC+8, where no hour is ever skipped or doubled. Source: developers.weixin.qq.com, wxcloud/guide/functions/triggers.
 */
export interface Cron {
  seconds: number[]
  minutes: number[]
  hours: number[]
  /** undefined where the field is `*`. */
  days?: number[]
  months: number[]
  /** 0 is Sunday; undefined where the field is `*`. */
  weekdays?: number[]
  years: number[]
}

/** A field that the platform's documentation does not allow. `part` is what could not be read. */
export class BadCron extends Error {
  constructor(readonly part: string) {
    super(`no cron expression: ${part}`)
  }
}

interface Field {
  first: number
  last: number
  /** Words for the values, the first one for `first`. */
  words?: string[]
}

const SECOND: Field = { first: 0, last: 59 }
const MINUTE: Field = { first: 0, last: 59 }
const HOUR: Field = { first: 0, last: 23 }
const DAY: Field = { first: 1, last: 31 }
const MONTH: Field = { first: 1, last: 12, words: words('JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC') }
const WEEKDAY: Field = { first: 0, last: 6, words: words('SUN MON TUE WED THU FRI SAT') }
const YEAR: Field = { first: 1970, last: 2099 }

/**
 * Reads an expression: in each field `*`, numbers, ranges `9-17`, lists `1,15` and steps, after a range, after `*`, or after
 * a number (`1/10`: from 1 on); months and weekdays also by their English names.
 * @throws BadCron
 */
export function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/)
  const [second, minute, hour, day, month, weekday, year] = fields
  if (!second || !minute || !hour || !day || !month || !weekday || !year || fields.length > 7)
    throw new BadCron(expression)
  return {
    seconds: valuesOf(second, SECOND),
    minutes: valuesOf(minute, MINUTE),
    hours: valuesOf(hour, HOUR),
    days: day === '*' ? undefined : valuesOf(day, DAY),
    months: valuesOf(month, MONTH),
    weekdays: weekday === '*' ? undefined : valuesOf(weekday, WEEKDAY),
    years: valuesOf(year, YEAR),
  }
}

function words(text: string): string[] {
  return text.split(' ')
}

function valuesOf(text: string, field: Field): number[] {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const ofPart = valuesOfPart(part, field)
    if (!ofPart) throw new BadCron(text)
    for (const value of ofPart) values.add(value)
  }
  return [...values].sort((a, b) => a - b)
}

/** undefined when the part cannot be read. */
function valuesOfPart(part: string, field: Field): number[] | undefined {
  const [range = '', step, ...more] = part.split('/')
  const every = step === undefined ? 1 : wholeNumber(step)
  const ends =
    range === '*' ? [field.first, field.last] : range.split('-').map((end) => fieldValue(end, field))
  // A number with a step runs to the end of the field.
  const [from, to = step === undefined ? from : field.last] = ends
  const isReadable = more.length === 0 && ends.length <= 2 && !ends.includes(undefined)
  if (!isReadable || !every || from === undefined || to === undefined || to < from) return undefined

  const values: number[] = []
  for (let value = from; value <= to; value += every) values.push(value)
  return values
}

function fieldValue(text: string, { first, last, words }: Field): number | undefined {
  const word = words?.indexOf(text.toUpperCase()) ?? -1
  const value = word < 0 ? wholeNumber(text) : first + word
  return value !== undefined && value >= first && value <= last ? value : undefined
}

const wholeNumber = (text: string) => (/^\d+$/.test(text) ? Number(text) : undefined)
