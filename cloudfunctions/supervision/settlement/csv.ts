import { stringify } from 'csv-stringify/sync'
import type { Settlement } from '#types/supervision'
import type { SettlementEntryRecord } from '../../_domain/settlement/records'
import { type Cell, detailHeads, detailRows, summaryRows, yuan } from './table'

/** The mark by which spreadsheets read Chinese right. */
const BOM = '\uFEFF'

/** A spreadsheet takes a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** The summary, an empty line, every record with the control totals last. */
export function csvOf(settlement: Settlement, entries: readonly SettlementEntryRecord[]): string {
  const rows = [...summaryRows(settlement), [], detailHeads, ...detailRows(entries)]
  return BOM + stringify(rows.map((row) => row.map(textOf)))
}

function textOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return yuan(cell.fen)
  return FORMULA.test(cell) ? `'${cell}` : cell
}
