import { stringify } from 'csv-stringify/sync'
import { yuan } from '../_domain/base/yuan'

/** A cell: text, a count, or fen that a sheet shows as yuan. */
export type Cell = string | number | { fen: number }

/** The mark by which spreadsheets read Chinese right. */
const BOM = '\uFEFF'

/** A spreadsheet takes a text that begins so for a formula, whoever typed it, and whatever room stands in front. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u

/**
 * A text that a spreadsheet takes for a number, a month or a time, and shows as another: `0012`, `1E10`, `1-2`, `2026-12`, `11:30`, a
 * number of eighteen digits. Nothing is lost of a whole date.
 */
const FIGURE = /^[¥￥$(（]?[\d０-９][\d０-９\s.,，:：/\-－年月日时分秒%％E+]*[)）]?$|^(?:TRUE|FALSE)$/i
const DATE = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/

/** What nobody sees and makes a text of whatever stands in front of it, in Excel as in WPS. */
const AS_TEXT = '\t'

/** A whole file, or its beginning. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => BOM + csvLines(rows)

/** Lines that go on where a beginning ended. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(rows.map((row) => row.map(textOf)))

function textOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return yuan(cell.fen)
  if (FORMULA.test(cell)) return `'${cell}`
  return FIGURE.test(cell) && !DATE.test(cell) ? cell + AS_TEXT : cell
}
