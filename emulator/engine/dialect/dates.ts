import { evalExpr } from 'mingo/core'
import * as mingo from 'mingo/operators/expression/date'
import type { AnyObject, Options } from 'mingo/types'
import { isPlainObject } from '../document'

const DAY_MS = 86_400_000

/** Week of the year, 0 to 53: weeks begin on Sunday, the first of them with the year's first Sunday. */
export function $week(doc: AnyObject, expression: unknown, options: Options): number {
  const { dayOfYear, weekday } = dayOf(doc, expression, options)
  return Math.floor((dayOfYear + 6 - weekday) / 7)
}

/** The year that the ISO week of a date belongs to. */
export function $isoWeekYear(doc: AnyObject, expression: unknown, options: Options): number {
  const { year, dayOfYear, weekday } = dayOf(doc, expression, options)
  // The Thursday of a week lies in the year that the week belongs to.
  const thursday = Date.UTC(year, 0, 1) + (dayOfYear - 1 + 4 - (weekday || 7)) * DAY_MS
  return new Date(thursday).getUTCFullYear()
}

/** mingo's `$dateToString` (UTC when no time zone is given), with the week numbers of MongoDB. */
export function $dateToString(doc: AnyObject, expression: AnyObject, options: Options): unknown {
  const { date, format, timezone } = evalExpr(doc, expression, options) as AnyObject
  if (!(date instanceof Date) || typeof format !== 'string')
    return mingo.$dateToString(doc, expression, options)
  const moment = { date, timezone }
  const numbered = format
    .replaceAll('%U', () => String($week(doc, moment, options)).padStart(2, '0'))
    .replaceAll('%G', () => String($isoWeekYear(doc, moment, options)).padStart(4, '0'))
  return mingo.$dateToString(doc, { ...expression, format: numbered }, options)
}

function dayOf(doc: AnyObject, expression: unknown, options: Options) {
  // `{ date }` without a time zone means UTC, which mingo's `{ date, timezone: undefined }` does too.
  const moment = isPlainObject(expression) ? expression : { date: expression }
  return {
    year: mingo.$year(doc, moment, options),
    dayOfYear: mingo.$dayOfYear(doc, moment, options),
    weekday: mingo.$dayOfWeek(doc, moment, options) - 1,
  }
}
