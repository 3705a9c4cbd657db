import { stringify } from 'csv-stringify/sync'
import { yuan } from '../_domain/base/yuan'

/** A cell: text, a count, or fen that a sheet shows as yuan. */
export type Cell = string | number | { fen: number }

/** The mark by which spreadsheets read Chinese right. */
const BOM = '\uFEFF'

/** A spreadsheet takes a text that begins so for a formula, whoever typed it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A whole file, or its beginning. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => BOM + csvLines(rows)

/** Lines that go on where a beginning ended. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(rows.map((row) => row.map(textOf)))

function textOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return yuan(cell.fen)
  return FORMULA.test(cell) ? `'${cell}` : cell
}
