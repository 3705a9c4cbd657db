import type { MealCase, PersonCase } from '#types/policies/cases'
import type { Level } from '#types/policies/conditions'
import { levels } from '#types/policies/conditions'
import type { MealPolicy } from '#types/policies/meal'
import type { LocalDate } from '#types/values'
import { stranger } from '../care/households'
import { isTooFar } from '../meal/delivery-fee'
import type { MealFacts, Use } from '../meal/facts'
import { type PricedMeal, priceMeal } from '../meal/price'
import { dayKind, type HolidayCalendar } from '../terms/days'
import { type Person, situationOn } from '../terms/person'

type CaseMeal = MealCase['meal']

/** What a case says of a person. A category without dates is held on every day. */
function personOfCase(written: PersonCase): Person {
  const { categories, notCategories = [], ability, verified, ...plain } = written
  return {
    ...plain,
    ...(ability !== undefined && { ability: { level: ability, from: null } }),
    held: (categories ?? []).map((one) =>
      typeof one === 'string'
        ? { category: one, from: null, to: null }
        : { category: one.category, from: one.from ?? null, to: one.to ?? null },
    ),
    notHeld: notCategories.map((category) => ({ category, from: null, to: null })),
    isAsked: categories !== undefined,
    isVerified: verified,
  }
}

/**
 * The person of a case and those who live there. Where nobody has said who does, and not that the person lives alone, somebody
 * of whom nothing is known stands for them.
 */
export function peopleOfCase({
  person,
  household,
}: {
  person: PersonCase
  household?: PersonCase[] | undefined
}): Person[] {
  const others = household?.map((one) => personOfCase(one)) ?? (person.living === 'alone' ? [] : [stranger])
  return [personOfCase(person), ...others]
}

/** What came of a case, named as `expect` names it. */
type MealOutcome = Required<MealCase['expect']>

/**
 * Prices a case's meal, after the meals that were booked before it. Where nothing is delivered so far, it is not priced.
 */
export function runMealCase(
  policy: MealPolicy,
  { person, on, meal, already }: MealCase,
  calendar: HolidayCalendar,
): MealOutcome {
  const known = personOfCase(person)
  const uses: Use[] = []
  const paidToday = new Set<string>()
  const price = (one: CaseMeal, day: LocalDate): PricedMeal | null => {
    const inForce = policyAt(policy, day)
    const asked = mealOf(one, day, calendar)
    return inForce && isTooFar(inForce, asked)
      ? null
      : priceMeal(asked, situationOn(known, day), inForce, uses)
  }
  already.forEach((earlier, place) => {
    const day = earlier.on ?? on
    const before = price(earlier, day)
    uses.push(...(before?.uses ?? []).map((use) => ({ ...use, orderId: `already-${place}` })))
    if (day === on)
      for (const { rule, per } of before?.operator ?? []) if (per === 'personDay') paidToday.add(rule)
  })
  const priced = price(meal, on)
  if (!priced) return tooFar
  return outcomeOf({ ...priced, operator: priced.operator.filter(({ rule }) => !paidToday.has(rule)) })
}

const tooFar: MealOutcome = {
  answer: 'no',
  subsidy: 0,
  discount: 0,
  delivery: 0,
  tooFar: true,
  pays: 0,
  operator: 0,
  lines: {},
  missing: [],
}

/** Null on days on which the policy is not in force. */
const policyAt = (policy: MealPolicy, on: LocalDate): MealPolicy | null =>
  policy.effectiveFrom <= on && (policy.effectiveTo === null || on <= policy.effectiveTo) ? policy : null

function mealOf(
  { price, slot, mode, eatsIn, distance, day }: CaseMeal,
  on: LocalDate,
  calendar: HolidayCalendar,
): MealFacts {
  return {
    list: price,
    label: '',
    slot,
    mode,
    on,
    day: day ?? dayKind(on, calendar),
    eatsIn: eatsIn === null ? null : eatsIn === 'elsewhere' ? levels.length : levels.indexOf(eatsIn as Level),
    distance: distance ?? null,
  }
}

function outcomeOf({ price, operator }: PricedMeal): MealOutcome {
  const sumOf = (kind: string) =>
    price.lines.filter((line) => line.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
  const given = price.lines.filter(({ kind }) => kind === 'subsidy' || kind === 'discount')
  return {
    answer: given.length > 0 ? 'yes' : price.undecided.length > 0 ? 'unknown' : 'no',
    subsidy: sumOf('subsidy'),
    discount: sumOf('discount'),
    delivery: sumOf('delivery'),
    tooFar: false,
    pays: price.elderPays,
    operator: operator.reduce((sum, { amount }) => sum + amount, 0),
    lines: Object.fromEntries(given.map(({ rule, amount }) => [rule ?? '', amount])),
    missing: [...new Set(price.undecided.flatMap(({ facts }) => facts.map(({ fact }) => fact)))].sort(),
  }
}
