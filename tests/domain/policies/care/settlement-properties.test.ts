import fc from 'fast-check'
import { addDays } from '#types/days'
import { monthEntitlement } from '../../../../cloudfunctions/_domain/policies/care/entitlement'
import { minutesPrice } from '../../../../cloudfunctions/_domain/policies/care/money'
import { isSameQuarter, monthAfter, yearOf } from '../../../../cloudfunctions/_domain/policies/care/months'
import type { Service } from '../../../../cloudfunctions/_domain/policies/care/services/services'
import { settleServices } from '../../../../cloudfunctions/_domain/policies/care/services/settlement'
import type { Person } from '../../../../cloudfunctions/_domain/policies/terms/person'
import type { CarePolicy, WrittenCarePolicy } from '../../../../types/policies/care'
import { aCarePolicy, anAllowance, aPerson } from './builders'

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })

const policies: fc.Arbitrary<CarePolicy> = fc
  .record({
    minutes: fc.integer({ min: 1, max: 600 }),
    whenGained: fc.constantFrom('nextMonth', 'sameDay'),
    whenLost: fc.constantFrom('keepHeld', 'releaseHeld'),
    hourPrice: fc.integer({ min: 1, max: 9999 }),
    rounding: fc.record({
      mode: fc.constantFrom('down', 'up', 'halfUp'),
      to: fc.constantFrom('fen', 'jiao', 'yuan'),
    }),
    overflow: fc.constantFrom('selfPaid', 'refuse', 'borrow'),
    yearly: fc.record({
      minutes: maybe(fc.integer({ min: 0, max: 6000 })),
      amount: maybe(fc.integer({ min: 0, max: 300_000 })),
    }),
    carryOver: fc.option(
      fc.record({
        until: fc.constantFrom('quarterEnd', 'yearEnd'),
        most: fc.option(fc.integer({ min: 0, max: 600 })),
      }),
    ),
  })
  .map(({ minutes, ...own }) =>
    aCarePolicy({
      ...(own as Partial<WrittenCarePolicy>),
      allowances: [anAllowance('one', { who: { category: ['lowIncome'] }, minutes })],
    }),
  )

const asked: fc.Arbitrary<(Service & { minutes: number })[]> = fc.array(
  fc
    .record({
      day: fc.integer({ min: 0, max: 800 }),
      before: fc.integer({ min: 0, max: 40 }),
      minutes: fc.integer({ min: 0, max: 400 }),
    })
    .map(({ day, before, minutes }) => ({
      on: addDays('2021-01-01', day),
      asked: addDays('2021-01-01', day - before),
      minutes,
    })),
  { maxLength: 80 },
)

const sum = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((total, one) => total + of(one), 0)
const yearsOf = <T extends { month: string }>(months: readonly T[]) => [
  ...new Set(months.map(({ month }) => yearOf(month))),
]
const holder = (from: string | null, to: string | null): Person =>
  aPerson({ held: [{ category: 'lowIncome', from, to }] })
/** Somebody who comes to fit and stops fitting at some time, or never does either. */
const people: fc.Arbitrary<Person> = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 300 })), fc.option(fc.integer({ min: 300, max: 800 })))
  .map(([from, to]) => holder(dayOf(from), dayOf(to)))
const dayOf = (day: number | null) => (day === null ? null : addDays('2021-01-01', day))

type Check = (policy: CarePolicy, services: (Service & { minutes: number })[], person: Person) => void
const holds = (check: Check) =>
  fc.assert(fc.property(policies, asked, people, check), { seed: 20261122, numRuns: 150 })
const settle = (policy: CarePolicy, services: Service[], person = holder(null, null)) =>
  settleServices(policy, [person], services)

describe('settleServices, over any services', () => {
  it('accounts for every minute of every service', () => {
    holds((policy, services, person) => {
      settle(policy, services, person).services.forEach((one, place) => {
        expect(one.covered + one.own + one.refused + one.undecided).toBe(services[place]?.minutes)
        for (const part of [one.covered, one.own, one.refused, one.borrowed, one.paid, one.selfPays])
          expect(part).toBeGreaterThanOrEqual(0)
        expect(one.borrowed).toBeLessThanOrEqual(one.covered)
      })
    })
  })

  it('pays exactly the price of the minutes that a month covers', () => {
    holds((policy, services, person) => {
      const { services: settled, months } = settle(policy, services, person)
      for (const { month, covered, paid, selfPays } of months) {
        const ofMonth = settled.filter((_, place) => services[place]?.on.startsWith(month))
        expect(sum(ofMonth, (one) => one.covered)).toBe(covered)
        expect(sum(ofMonth, (one) => one.paid)).toBe(paid)
        expect(paid).toBe(minutesPrice(covered, policy.hourPrice ?? 0, policy.rounding))
        const own = sum(ofMonth, (one) => one.own)
        expect(selfPays).toBe(minutesPrice(own, policy.hourPrice ?? 0, policy.rounding))
      }
    })
  })

  it('never goes above a month with what was carried and borrowed', () => {
    holds((policy, services, person) => {
      const { months } = settle(policy, services, person)
      const byName = new Map(months.map((one) => [one.month, one]))
      for (const { month, granted, carried, borrowed, lent, covered, left } of months) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(covered + left).toBe(granted + carried + borrowed - lent)
        expect(lent).toBe(
          yearOf(monthAfter(month, -1)) === yearOf(month)
            ? (byName.get(monthAfter(month, -1))?.borrowed ?? 0)
            : 0,
        )
        expect(borrowed).toBeLessThanOrEqual(
          month.endsWith('-12') || policy.overflow !== 'borrow' ? 0 : granted,
        )
        const before = byName.get(monthAfter(month, -1))
        const reaches =
          policy.carryOver?.until === 'yearEnd'
            ? !month.endsWith('-01')
            : policy.carryOver !== null && isSameQuarter(month, monthAfter(month, -1))
        const most = policy.carryOver?.most ?? Number.POSITIVE_INFINITY
        expect(carried).toBe(reaches ? Math.min(before?.left ?? Number.NaN, most) : 0)
      }
    })
  })

  it('never goes above a year', () => {
    holds((policy, services, person) => {
      const { months } = settle(policy, services, person)
      for (const year of yearsOf(months)) {
        const ofYear = months.filter(({ month }) => yearOf(month) === year)
        const covered = sum(ofYear, (one) => one.covered)
        const year12 = Array.from({ length: 12 }, (_, nth) => monthAfter(`${year}-01`, nth))
        const granted = sum(year12, (month) => monthEntitlement(policy, [person], month).granted)
        expect(covered).toBeLessThanOrEqual(granted)
        expect(covered).toBeLessThanOrEqual(policy.yearly?.minutes ?? Number.POSITIVE_INFINITY)
        expect(sum(ofYear, (one) => one.paid)).toBeLessThanOrEqual(
          policy.yearly?.amount ?? Number.POSITIVE_INFINITY,
        )
      }
    })
  })

  it('covers nothing that was asked for after the right was lost, nor in a later month', () => {
    holds((policy, services, person) => {
      const lost = person.held[0]?.to ?? null
      if (lost === null) return
      settle(policy, services, person).services.forEach((one, place) => {
        const { on = '', asked: day = on } = services[place] ?? {}
        if (day > lost || on.slice(0, 7) > lost.slice(0, 7)) expect(one.covered).toBe(0)
      })
    })
  })

  it('leaves nothing to the elder that the allowance could have covered', () => {
    holds((policy, services) => {
      const { services: settled, months } = settle(policy, services)
      for (const { month, left, covered, paid } of months) {
        const ofMonth = settled.filter((_, place) => services[place]?.on.startsWith(month))
        if (left === 0 || sum(ofMonth, (one) => one.own + one.refused) === 0) continue
        const ofYear = months.filter((one) => yearOf(one.month) === yearOf(month) && one.month <= month)
        const isFull = sum(ofYear, (one) => one.covered) === policy.yearly?.minutes
        const next = minutesPrice(covered + 1, policy.hourPrice ?? 0, policy.rounding) - paid
        const wouldCost = sum(ofYear, (one) => one.paid) + next
        expect(isFull || wouldCost > (policy.yearly?.amount ?? Number.POSITIVE_INFINITY)).toBe(true)
      }
    })
  })
})
