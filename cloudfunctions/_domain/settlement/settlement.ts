import { addDays, localDate } from '#types/days'
import { servedDayId } from '#types/ids'
import type { OperatorLine } from '#types/meals/prices'
import type { LocalDate } from '#types/values'
import { maskName } from '../base/masks'
import type { MealOrderRecord } from '../meals/records'
import type { OwedLine, ServedDayRecord, SettlementEntryRecord } from './records'

/** For how long a month's books stay open after its end, days. */
export interface Settling {
  graceDays: number
}

/** When and by whom a line is written. */
interface When {
  now: Date
  by: string
  settling: Settling
}

/** A calendar month, `YYYY-MM`. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7)

/** The first local date on which nothing of a month can change any more. */
export function closesOn(month: string, { graceDays }: Settling): LocalDate {
  return addDays(firstOfNext(month), graceDays)
}

/**
 * The month in which a line is settled: that of the meal while its books are open, else that of the day on which the line is
 * written. So a month that is closed never changes.
 */
export function settledIn(date: LocalDate, now: Date, settling: Settling): string {
  const today = localDate(now)
  const own = monthOf(date)
  return today < closesOn(own, settling) ? own : monthOf(today)
}

/** A day on which nothing has been served yet. */
export function emptyServedDay(
  order: Pick<MealOrderRecord, 'elderId' | 'district' | 'date'>,
): ServedDayRecord {
  const { elderId, district, date } = order
  return { id: servedDayId(elderId, date), district, elderId, date, served: [] }
}

/**
 * The day with one more meal, and what the operator receives for it: once a day where the rule says so.
 * @param beside the same day of those whose registrations are of the same person
 */
export function withServed(
  day: ServedDayRecord,
  order: MealOrderRecord,
  beside: readonly ServedDayRecord[] = [],
): { day: ServedDayRecord; operator: OperatorLine[] } {
  const others = day.served.filter(({ orderId }) => orderId !== order.id)
  const given = new Set(
    [...others, ...beside.flatMap(({ served }) => served)].flatMap(({ operatorRules }) => operatorRules),
  )
  const operator = order.operator.filter(({ rule, per }) => per !== 'personDay' || !given.has(rule))
  const { id: orderId, stationId, stationName, slot } = order
  const operatorRules = operator.filter(({ per }) => per === 'personDay').map(({ rule }) => rule)
  return {
    operator,
    day: { ...day, served: [...others, { orderId, stationId, stationName, slot, operatorRules }] },
  }
}

/** The day without a meal. */
export function withoutServed(day: ServedDayRecord, orderId: string): ServedDayRecord {
  return { ...day, served: day.served.filter((one) => one.orderId !== orderId) }
}

/** The ledger's line of a served meal, from the price that was frozen into the order. */
export function servedEntry(
  order: MealOrderRecord,
  operator: readonly OperatorLine[],
  { now, by, settling }: When,
): SettlementEntryRecord {
  const owed: OwedLine[] = [
    ...order.lines.flatMap(({ kind, payer, rule, label, amount }) =>
      (kind === 'subsidy' || kind === 'discount') && payer !== null
        ? [{ payer, rule: rule ?? '', label, to: 'elder' as const, amount }]
        : [],
    ),
    ...operator.map(({ payer, rule, label, amount }) => ({
      payer,
      rule,
      label,
      to: 'operator' as const,
      amount,
    })),
  ]
  const { district, operatorId, operatorName, stationId, stationName, date, slot, mode, elderId } = order
  return {
    id: `${order.id}_${order.entries + 1}`,
    district,
    operatorId,
    operatorName,
    stationId,
    stationName,
    month: settledIn(date, now, settling),
    date,
    slot,
    mode,
    elderId,
    elderName: maskName(order.elderName),
    orderId: order.id,
    kind: 'served',
    billed: sumOf(order.lines.filter(({ kind }) => kind === 'list' || kind === 'delivery')),
    elderPaid: order.elderPays,
    owed,
    policyId: order.policyId,
    at: now.toISOString(),
    by,
  }
}

/**
 * The line that takes back what an order's lines say so far, in the month that is open now; null where nothing is left to
 * take back.
 * @param entries every line of one order, in their order
 */
export function reversedEntry(
  entries: readonly SettlementEntryRecord[],
  { now, by, settling }: When,
): SettlementEntryRecord | null {
  const last = entries[entries.length - 1]
  if (!last || last.kind === 'reversed') return null
  const owed = new Map<string, OwedLine>()
  for (const line of entries.flatMap((entry) => entry.owed)) {
    const key = `${line.payer} ${line.rule} ${line.to}`
    owed.set(key, { ...line, amount: (owed.get(key)?.amount ?? 0) + line.amount })
  }
  return {
    ...last,
    id: `${last.orderId}_${entries.length + 1}`,
    month: settledIn(last.date, now, settling),
    kind: 'reversed',
    billed: minus(entries.reduce((sum, { billed }) => sum + billed, 0)),
    elderPaid: minus(entries.reduce((sum, { elderPaid }) => sum + elderPaid, 0)),
    owed: [...owed.values()]
      .filter(({ amount }) => amount !== 0)
      .map((line) => ({ ...line, amount: minus(line.amount) })),
    at: now.toISOString(),
    by,
  }
}

/**
 * To which other meal of the day the operator's once-a-day rules of a taken-back meal go; null where there was none, or no
 * other meal. `day` has the rules written to it.
 */
export function passedOn(
  before: ServedDayRecord,
  after: ServedDayRecord,
  orderId: string,
): { orderId: string; rules: string[]; day: ServedDayRecord } | null {
  const rules = before.served.find((one) => one.orderId === orderId)?.operatorRules ?? []
  const [heir, ...others] = after.served
  if (!heir || rules.length === 0) return null
  const served = [{ ...heir, operatorRules: [...heir.operatorRules, ...rules] }, ...others]
  return { orderId: heir.orderId, rules, day: { ...after, served } }
}

/** What the operator receives for a served meal on top, because another meal of the day was taken back; null for nothing. */
export function addedEntry(
  order: MealOrderRecord,
  rules: readonly string[],
  when: When,
): SettlementEntryRecord | null {
  const operator = order.operator.filter(({ rule }) => rules.includes(rule))
  if (operator.length === 0) return null
  const bare = { ...order, lines: [], elderPays: 0 }
  return { ...servedEntry(bare, operator, when), kind: 'added' }
}

/** The served meals that stand: each order's last line, unless it was taken back after it. */
export function standingEntries(entries: readonly SettlementEntryRecord[]): SettlementEntryRecord[] {
  const nth = ({ id }: SettlementEntryRecord) => Number(id.slice(id.lastIndexOf('_') + 1))
  const last = new Map<string, SettlementEntryRecord>()
  for (const entry of entries) {
    if (entry.kind === 'added') continue
    const known = last.get(entry.orderId)
    if (!known || nth(known) < nth(entry)) last.set(entry.orderId, entry)
  }
  return [...last.values()].filter(({ kind }) => kind === 'served')
}

/**
 * The records to be looked at on the spot: so many in a hundred, rounded up, those with the lowest rank. The same ranks give
 * the same sample, whatever order they come in.
 */
export function drawSample<T extends { id: string }>(
  records: readonly T[],
  rankOf: (id: string) => string,
  percent: number,
): T[] {
  const ranked = records.map((record) => ({ record, rank: rankOf(record.id) }))
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.record.id < b.record.id ? -1 : 1))
  return ranked.slice(0, Math.ceil((records.length * percent) / 100)).map(({ record }) => record)
}

function firstOfNext(month: string): LocalDate {
  const [year = 0, nth = 0] = month.split('-').map(Number)
  return nth === 12 ? `${year + 1}-01-01` : `${year}-${String(nth + 1).padStart(2, '0')}-01`
}

const sumOf = (lines: readonly { amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0)

/** Never minus nothing, which a database keeps as something else. */
const minus = (amount: number): number => (amount === 0 ? 0 : -amount)
