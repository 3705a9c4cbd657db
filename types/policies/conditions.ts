import { Category } from '../people/categories'
import { livings, sexes } from '../people/livings'
import * as z from '../z'

/** Whether somebody has a right to something: unknown is never a no. */
export const answers = ['yes', 'no', 'unknown'] as const

/** How near something is to home, the nearest first: in the same town, the same district, the same city, the same province. */
export const levels = ['town', 'district', 'city', 'province'] as const
export const Level = z.enum(levels)
export type Level = (typeof levels)[number]

/** Assessed grades of ability by their words, grade 0 to grade 4 (GB/T 42195-2022). */
export const abilityLevels = ['able', 'mild', 'moderate', 'severe', 'total'] as const
export const AbilityLevel = z.enum(abilityLevels)
export type AbilityLevel = (typeof abilityLevels)[number]

/** A name inside a policy: of a rule, a layer, a group. Small letters, digits and `-`. */
export const PolicyName = z.string().check(z.minLength(1), z.maxLength(60), z.regex(/^[a-z0-9][a-z0-9-]*$/))

const Years = z.int().check(z.minimum(0), z.maximum(150))

/**
 * Which day's age counts: the day itself; a birthday from the first of the next month (`nextMonth`); a birthday for the whole
 * of its calendar year (`wholeYear`).
 */
const ageCounts = ['day', 'nextMonth', 'wholeYear'] as const

/** Completed years on the day that counts, both ends included. */
const Ages = z
  .strictObject({ from: z.optional(Years), to: z.optional(Years), counted: z.optional(z.enum(ageCounts)) })
  .check(
    z.refine(({ from = 0, to = 150 }) => from <= to, { error: '"from" is above "to"' }),
    z.refine(({ from, to }) => from !== undefined || to !== undefined, { error: 'needs "from" or "to"' }),
  )

/** Who is meant. Every key that is there has to hold; `{}` is everybody. */
export interface Condition {
  age?: { from?: number; to?: number; counted?: (typeof ageCounts)[number] }
  /** The household is registered in this town, district … or nearer, seen from the district that serves the person. */
  hukou?: Level
  /** Has lived in the district for so many whole months. */
  residentMonths?: number
  /** Holds any of these. */
  category?: Category[]
  /** Was assessed as any of these. */
  ability?: AbilityLevel[]
  living?: (typeof livings)[number][]
  /** True: not in an institution. */
  livesAtHome?: boolean
  sex?: (typeof sexes)[number]
  /** Belongs to any of these groups of the policy. */
  group?: string[]
  all?: Condition[]
  any?: Condition[]
  not?: Condition
}

const some = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.minLength(1))

export const Condition: z.ZodMiniType<Condition, Condition> = z.strictObject({
  age: z.optional(Ages),
  hukou: z.optional(Level),
  residentMonths: z.optional(z.int().check(z.minimum(1), z.maximum(1200))),
  category: z.optional(some(Category)),
  ability: z.optional(some(AbilityLevel)),
  living: z.optional(some(z.enum(livings))),
  livesAtHome: z.optional(z.boolean()),
  sex: z.optional(z.enum(sexes)),
  group: z.optional(some(PolicyName)),
  all: z.optional(z.lazy(() => some(Condition))),
  any: z.optional(z.lazy(() => some(Condition))),
  not: z.optional(z.lazy(() => Condition)),
})

/** The facts that a condition can ask for, as reasons and answers name them. */
export const personFacts = [
  'age',
  'hukou',
  'residentMonths',
  'category',
  'ability',
  'living',
  'livesAtHome',
  'sex',
] as const
export type PersonFact = (typeof personFacts)[number]

/** The facts that the price of a meal can depend on. */
export const mealFacts = [...personFacts, 'eatsIn'] as const
export type MealFact = (typeof mealFacts)[number]
