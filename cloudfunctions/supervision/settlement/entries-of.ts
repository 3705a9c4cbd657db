import { AppError } from '#types/errors'
import type { SettlementRow } from '#types/supervision'
import type { SettlementEntryRecord } from '../../_domain/settlement/records'
import { command, select } from '../../_shell/cloud'
import { settling } from '../../_shell/policies'
import type { OfMonth } from './totals'

/** So many are read at a time. */
const PAGE = 500

/** Every line of an operator's month, in the order of the ids. @throws AppError `TOO_MUCH` */
export async function entriesOf({ district, operatorId, month }: OfMonth): Promise<SettlementEntryRecord[]> {
  const entries: SettlementEntryRecord[] = []
  for (let after = ''; ; ) {
    const page = await select('settlementEntries', {
      where: { district, operatorId, month, _id: command.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    entries.push(...page)
    if (entries.length > settling.mostRecords)
      throw new AppError('TOO_MUCH', { records: settling.mostRecords })
    const last = page[page.length - 1]
    if (!last || page.length < PAGE) return entries
    after = last.id
  }
}

/** A line as it is shown and drawn. */
export const rowOf = (entry: SettlementEntryRecord): SettlementRow => ({
  ...entry,
  owed: entry.owed.reduce((sum, { amount }) => sum + amount, 0),
})
