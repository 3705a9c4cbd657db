import { addDays } from '#types/days'
import type { MissingFact } from '#types/meals/prices'
import type { Allowance, CarePolicy } from '#types/policies/care'
import type { LocalDate } from '#types/values'
import { distinctFacts } from '../terms/missing-facts'
import { type Person, situationOn } from '../terms/person'
import { meetGrants } from './grants'
import { minutesPrice } from './money'
import { firstDayOf, lastDayOf, type Month } from './months'
import { careTable, type Unit } from './table'

/** What somebody has a right to. Minutes or fen, as `unit` says. */
interface CareEntitlement {
  /** `yes`: at least `granted`; `unknown`: nothing for sure yet, because `missing` is not known. */
  answer: 'yes' | 'no' | 'unknown'
  unit: Unit
  granted: number
  /** What it could be once `missing` is known; equals `granted` where nothing is missing. */
  atBest: number
  /** `granted` in fen, at the price of an hour; null where there is none. */
  amount: number | null
  lines: { rule: string; label: string; payer: Allowance['payer']; amount: number }[]
  missing: MissingFact[]
  /** What to bring for the missing facts. */
  bring: string[]
}

/** The right of a month, and the local date from which services count; null where the policy is not in force. */
export interface MonthEntitlement extends CareEntitlement {
  month: Month
  from: LocalDate | null
}

/**
 * What a person would have a right to, judged by one local date.
 * @param people the person; where the policy counts by household, also those who live there
 */
export function entitlementOn(policy: CarePolicy, people: readonly Person[], on: LocalDate): CareEntitlement {
  if (!isInForce(policy, on)) return nothing(policy)
  const { rules, unit } = careTable(policy)
  const situations = sharersOf(policy, people).map((person) => situationOn(person, on))
  const { least, most, lines, open } = meetGrants(
    policy.meet,
    rules.map((rule) => rule(situations)),
  )
  return {
    answer: least > 0 ? 'yes' : most > 0 ? 'unknown' : 'no',
    unit,
    granted: least,
    atBest: most,
    amount: worth(policy, unit, least),
    lines: lines.map(({ rule: { rule, label, payer }, amount }) => ({ rule, label, payer, amount })),
    missing: distinctFacts(open.flatMap(({ missing }) => missing)),
    bring: [...new Set(open.flatMap(({ rule }) => rule.bring ?? []))],
  }
}

/**
 * The right of a calendar month: judged on its first day, or on the policy's own first day where that is later. Somebody who
 * comes to fit later in the month waits for the next one, unless `whenGained` says `sameDay`. Losing the right later in the
 * month changes nothing here; what may still be booked then is decided per service.
 */
export function monthEntitlement(
  policy: CarePolicy,
  people: readonly Person[],
  month: Month,
): MonthEntitlement {
  const last = earlier(lastDayOf(month), policy.effectiveTo ?? lastDayOf(month))
  const start = later(firstDayOf(month), policy.effectiveFrom)
  if (start > last) return { ...nothing(policy), month, from: null }
  const atStart = { ...entitlementOn(policy, people, start), month, from: start }
  if (policy.whenGained === 'nextMonth' || atStart.answer === 'yes') return atStart
  for (let day = addDays(start, 1); day <= last; day = addDays(day, 1)) {
    const gained = entitlementOn(policy, people, day)
    if (gained.answer === 'yes') return { ...gained, month, from: day }
  }
  return atStart
}

/** Whether a policy holds on a local date, first and last day included. */
export const isInForce = (
  { effectiveFrom, effectiveTo }: Pick<CarePolicy, 'effectiveFrom' | 'effectiveTo'>,
  on: LocalDate,
): boolean => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo)

/** Those whose facts count: the person, or everybody of the household. */
export const sharersOf = <T>({ per }: { per: 'person' | 'household' }, people: readonly T[]): readonly T[] =>
  per === 'household' ? people : people.slice(0, 1)

function worth({ hourPrice, rounding }: CarePolicy, unit: Unit, granted: number): number | null {
  if (unit === 'fen') return granted
  return hourPrice === null ? null : minutesPrice(granted, hourPrice, rounding)
}

const nothing = (policy: CarePolicy): CareEntitlement => ({
  answer: 'no',
  unit: careTable(policy).unit,
  granted: 0,
  atBest: 0,
  amount: 0,
  lines: [],
  missing: [],
  bring: [],
})

const earlier = (one: LocalDate, other: LocalDate) => (one < other ? one : other)
const later = (one: LocalDate, other: LocalDate) => (one > other ? one : other)
