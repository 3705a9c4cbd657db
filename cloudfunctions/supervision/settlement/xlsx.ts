import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { Settlement } from '#types/supervision'
import type { SettlementEntryRecord } from '../../_domain/settlement/records'
import type { Cell } from '../../_shell/csv'
import { detailHeads, detailRows, summaryRows } from './table'

/** How a spreadsheet shows yuan. */
const YUAN = '#,##0.00'

/** The same as the CSV in two sheets, amounts as numbers that can be added up. */
export function xlsxOf(settlement: Settlement, entries: readonly SettlementEntryRecord[]): Promise<Buffer> {
  const heads = detailHeads.map((value) => ({ value, fontWeight: 'bold' as const }))
  return writeExcelFile([
    { sheet: '汇总', data: sheetOf(summaryRows(settlement)) },
    { sheet: '明细', data: [heads, ...sheetOf(detailRows(entries))], stickyRowsCount: 1 },
  ]).toBuffer()
}

const sheetOf = (rows: readonly (readonly Cell[])[]): SheetData =>
  rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'object') return { value: cell.fen / 100, type: Number, format: YUAN }
      return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String }
    }),
  )
