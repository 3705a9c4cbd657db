import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { Owed, Settlement } from '#types/supervision'
import { closesOn } from '../../_domain/settlement/settlement'
import { find, select, sumUp } from '../../_shell/cloud'
import { settling } from '../../_shell/policies'

/** Whose books, of which month. */
export interface OfMonth {
  district: string
  operatorId: string
  month: string
}

/** Payers and rules of one operator and month: never so many. */
const MOST_GROUPS = 500

/** What an operator is owed, added up by the database in two calls, however many meals there are. */
export async function totalsOf({ district, operatorId, month }: OfMonth, now: Date): Promise<Settlement> {
  const where = { district, operatorId, month }
  const [operatorName, owed, sums] = await Promise.all([
    nameOf(district, operatorId),
    sumUp('settlementEntries', {
      where,
      unwind: '$owed',
      by: { payer: '$owed.payer', rule: '$owed.rule', label: '$owed.label', to: '$owed.to' },
      sums: { meals: { $cond: [{ $eq: ['$kind', 'reversed'] }, -1, 1] }, amount: '$owed.amount' },
      limit: MOST_GROUPS,
    }),
    sumUp('settlementEntries', {
      where,
      by: { kind: '$kind' },
      sums: { records: 1, billed: '$billed', elderPaid: '$elderPaid' },
      limit: 3,
    }),
  ])
  const lines = owed
    .map(({ _id, meals, amount }) => ({
      ...(_id as Pick<Owed, 'payer' | 'rule' | 'label' | 'to'>),
      meals: Number(meals),
      amount: Number(amount),
    }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  const countOf = (kind: string) =>
    Number(sums.find(({ _id }) => (_id as { kind: string }).kind === kind)?.records ?? 0)
  const closing = closesOn(month, settling)
  return {
    operatorId,
    operatorName,
    month,
    owed: lines,
    control: {
      records: countOf('served') + countOf('added') + countOf('reversed'),
      served: countOf('served'),
      reversed: countOf('reversed'),
      billed: total(sums, 'billed'),
      elderPaid: total(sums, 'elderPaid'),
      owed: lines.reduce((sum, { amount }) => sum + amount, 0),
    },
    closesOn: closing,
    isClosed: localDate(now) >= closing,
  }
}

/** Where a line stands among the others. What one rule is called may have changed within the month. */
const placeOf = ({ to, payer, rule, label }: Pick<Owed, 'to' | 'payer' | 'rule' | 'label'>) =>
  `${to} ${payer} ${rule} ${label}`

/** @throws AppError `NOT_FOUND` for somebody who runs nothing here and never did */
async function nameOf(district: string, operatorId: string): Promise<string> {
  const [station] = await select('stations', {
    where: { district, operatorId },
    orderBy: [['_id', 'asc']],
    limit: 1,
  })
  if (station) return station.operatorName
  const [entry] = await select('settlementEntries', {
    where: { district, operatorId },
    orderBy: [['month', 'desc']],
    limit: 1,
  })
  if (!entry) throw new AppError('NOT_FOUND', { operatorId })
  return entry.operatorName
}

const total = (sums: readonly Record<string, unknown>[], field: string): number =>
  sums.reduce((sum, one) => sum + Number(one[field] ?? 0), 0)

/** The district's own record; asked for so that a look can be written down against it. */
export async function districtOf(id: string) {
  const district = await find('districts', id)
  if (!district) throw new AppError('NOT_FOUND', { district: id })
  return district
}
