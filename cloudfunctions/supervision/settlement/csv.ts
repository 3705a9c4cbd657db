import type { Settlement } from '#types/supervision'
import type { SettlementEntryRecord } from '../../_domain/settlement/records'
import { csvOf } from '../../_shell/csv'
import { detailHeads, detailRows, summaryRows } from './table'

/** The summary, an empty line, every record with the control totals last. */
export const settlementCsv = (settlement: Settlement, entries: readonly SettlementEntryRecord[]): string =>
  csvOf([...summaryRows(settlement), [], detailHeads, ...detailRows(entries)])
