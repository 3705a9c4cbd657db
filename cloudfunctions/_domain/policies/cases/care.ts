import { addDays } from '#types/days'
import type { CarePolicy } from '#types/policies/care'
import { type CareCase, serviceOutcomes } from '#types/policies/care-cases'
import type { LocalDate } from '#types/values'
import { monthEntitlement } from '../care/entitlement'
import { firstDayOf, lastDayOf, monthAfter, monthOf } from '../care/months'
import { checkNotice } from '../care/services/notice'
import type { Service, Settlement } from '../care/services/services'
import { settleServices } from '../care/services/settlement'
import { unitOf } from '../care/table'
import { sameShape } from './care-shape'
import { peopleOfCase } from './meal'

type ServiceCase = CareCase['care']['services'][number]

/** Everything that can be said of a case, named as `expect` names it. */
type CareOutcome = Required<CareCase['expect']>

/** Asks a policy what a case asks, and answers with what its `expect` names, in the same shape. */
export function runCareCase(policy: CarePolicy, written: CareCase): CareCase['expect'] {
  return sameShape(written.expect, careOutcome(policy, written), ['lines', 'counts'])
}

/** Everything that a policy says of a case. What it has no question for is empty. */
export function careOutcome(policy: CarePolicy, one: CareCase): CareOutcome {
  const { care } = one
  const { services, notice } = care
  const on = services[0]?.on ?? notice?.on
  const month = care.month ?? (on === undefined ? '' : monthOf(on))
  const people = peopleOfCase(one)
  const right = monthEntitlement(policy, people, month)
  const settlement = settleServices(policy, people, services.flatMap(writtenOut))
  const answered = notice && checkNotice(policy, notice)
  const isMinutes = unitOf(policy) === 'minutes'
  return {
    answer: right.answer,
    minutes: isMinutes ? right.granted : 0,
    amount: right.amount ?? 0,
    lines: Object.fromEntries(right.lines.map(({ rule, amount }) => [rule, amount])),
    missing: right.missing.flatMap(({ fact }) => (fact === 'eatsIn' ? [] : [fact])).sort(),
    ...outcomeOf(settlement, isMinutes),
    inTime: answered?.inTime ?? true,
    firstPossible: answered?.firstPossible ?? null,
  }
}

function outcomeOf({ services, months }: Settlement, isMinutes: boolean) {
  const sumOf = (key: 'covered' | 'paid' | 'selfPays') => services.reduce((sum, one) => sum + one[key], 0)
  const counts = serviceOutcomes.map((outcome) => [
    outcome,
    services.filter((one) => one.outcome === outcome).length,
  ])
  return {
    services: services.map((one) => ({
      outcome: one.outcome,
      minutes: isMinutes ? one.covered : 0,
      borrowed: one.borrowed,
      paid: one.paid,
      selfPays: one.selfPays,
      ...(one.why !== null && { why: one.why }),
      ...(one.firstPossible !== null && { firstPossible: one.firstPossible }),
    })),
    counts: Object.fromEntries(counts.filter(([, count]) => count !== 0)),
    usedMinutes: isMinutes ? sumOf('covered') : 0,
    paid: sumOf('paid'),
    selfPays: sumOf('selfPays'),
    months: Object.fromEntries(
      months.map(({ month, covered, paid, selfPays, left }) => [
        month,
        { minutes: isMinutes ? covered : 0, paid, selfPays, left },
      ]),
    ),
  }
}

/** A repeated service, each time by itself: every seven days, or on the same day of each month (its last, where it is shorter). */
function writtenOut({ every, times = 1, ...service }: ServiceCase): Service[] {
  return Array.from({ length: times }, (_, count) => ({ ...service, on: repeated(service.on, every, count) }))
}

function repeated(on: LocalDate, every: ServiceCase['every'], count: number): LocalDate {
  if (every !== 'month') return addDays(on, count * 7)
  const month = monthAfter(monthOf(on), count)
  const day = `${firstDayOf(month).slice(0, 8)}${on.slice(8)}`
  return day > lastDayOf(month) ? lastDayOf(month) : day
}
