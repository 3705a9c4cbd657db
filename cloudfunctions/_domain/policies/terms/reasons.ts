import type { Reason } from '#types/eligibility/entitlements'
import { type Condition, levels, type PersonFact } from '#types/policies/conditions'
import type { LocalDate } from '#types/values'
import { compileCondition, type Ground } from './conditions'
import { groupsOf } from './missing-facts'
import type { Situation } from './person'
import { answerOf, NO, type Truth, UNKNOWN, YES } from './truth'

/** What reasons need beside the condition: names of groups that the district made up, and what the reader may not know. */
export interface Telling {
  ground: Ground
  names: Readonly<Record<string, { label: string; isPlaceholder: boolean }>>
  /** Facts that the reader may not know of: the answer is told, not what is known. */
  hidden: readonly PersonFact[]
}

/**
 * Why a condition says what it says: for a yes the facts that carry it, for a no those that stand against it, for "not known
 * yet" those that are missing. Each fact once.
 */
export function reasonsOf(condition: Condition, person: Situation, telling: Telling): Reason[] {
  const truth = compileCondition(condition, telling.ground)(person)
  const reasons = distinct(reasonsFor(condition, truth, person, telling, false))
  const told = reasons.filter(({ fact, wants }) => fact !== 'category' || wants.length > 0)
  return told.length > 0 ? told : reasons // a slot that the district has still to fill says nothing beside others
}

function reasonsFor(
  condition: Condition,
  wanted: Truth,
  person: Situation,
  telling: Telling,
  isNegated: boolean,
): Reason[] {
  const judge = (one: Condition) => compileCondition(one, telling.ground, isNegated)(person)
  const inner = (one: Condition) => reasonsFor(one, judge(one), person, telling, isNegated)
  return Object.entries(condition).flatMap(([key, value]): Reason[] => {
    const part = { [key]: value } as Condition
    if (judge(part) !== wanted) return []
    switch (key) {
      case 'all':
        return (value as Condition[]).filter((one) => judge(one) === wanted).flatMap(inner)
      case 'any':
      case 'group': {
        const branches =
          key === 'any' ? (value as Condition[]) : groupsOf(value as string[], telling.ground.groups)
        const fitting = branches.filter((one) => judge(one) === wanted)
        return (wanted === YES ? fitting.slice(0, 1) : fitting).flatMap(inner)
      }
      case 'not': {
        const inside = value as Condition
        const truth = compileCondition(inside, telling.ground, !isNegated)(person)
        return reasonsFor(inside, truth, person, telling, !isNegated).map((one) => ({
          ...one,
          isNegated: !one.isNegated,
        }))
      }
      default:
        return [leafReason(key as PersonFact, part, wanted, person, telling, isNegated)]
    }
  })
}

function leafReason(
  fact: PersonFact,
  leaf: Condition,
  truth: Truth,
  person: Situation,
  { ground, names, hidden }: Telling,
  isNegated: boolean,
): Reason {
  const declared = compileCondition(leaf, { ...ground, needsPapers: false }, isNegated)(person)
  const wants = wantsOf(leaf).filter((one) => !names[one]?.isPlaceholder)
  return {
    fact,
    answer: answerOf(truth),
    wants,
    names: Object.fromEntries(wants.flatMap((one) => (names[one] ? [[one, names[one].label]] : []))),
    has: hidden.includes(fact) ? null : hasOf(fact, leaf, person),
    isNegated: false,
    isDeclared: truth === UNKNOWN && declared !== UNKNOWN,
    from: truth === NO ? comesOn(leaf, person) : null,
  }
}

/** What a leaf asks for, in its own codes. */
function wantsOf({
  age,
  hukou,
  residentMonths,
  category,
  ability,
  living,
  livesAtHome,
  sex,
}: Condition): string[] {
  if (age) return [String(age.from ?? ''), String(age.to ?? '')]
  if (hukou) return [hukou]
  if (residentMonths !== undefined) return [String(residentMonths)]
  if (livesAtHome !== undefined) return [String(livesAtHome)]
  if (sex) return [sex]
  return [...(category ?? ability ?? living ?? [])]
}

/** What is known of the person; for categories those held that were asked for. */
function hasOf(fact: PersonFact, leaf: Condition, person: Situation): string | null {
  switch (fact) {
    case 'category':
      return person.held.filter((one) => leaf.category?.includes(one)).join(',') || null
    case 'hukou':
      return person.hukou === undefined ? null : (levels[person.hukou] ?? 'elsewhere')
    default: {
      const value = person[fact]
      return value === undefined ? null : String(value)
    }
  }
}

/** The day on which a fact will hold by itself: the birthday. */
function comesOn({ age }: Condition, { birthDate, age: years, on }: Situation): LocalDate | null {
  if (!age?.from || birthDate === undefined || years === undefined || years >= age.from) return null
  const year = Number(birthDate.slice(0, 4)) + age.from
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const day = birthDate.slice(5) === '02-29' && !isLeap ? '03-01' : birthDate.slice(5)
  const date = `${year}-${day}`
  return date > on ? date : null
}

function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>()
  return reasons.filter((one) => {
    const key = JSON.stringify([one.fact, one.wants, one.isNegated])
    return seen.has(key) ? false : seen.add(key)
  })
}
