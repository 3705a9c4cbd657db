import { modes, slots } from '../meals/slots'
import { Category } from '../people/categories'
import { hukous, livings, sexes } from '../people/livings'
import { Fen, LocalDate, Metres } from '../values'
import * as z from '../z'
import { AbilityLevel, answers, Level, mealFacts } from './conditions'
import { dayKinds } from './meal'

/**
 * A person in a case. What is left out is not known. `categories` lists everything that the person holds: with an empty
 * list somebody has asked and there is none; without the list nobody knows.
 */
export const PersonCase = z
  .strictObject({
    birthDate: z.optional(LocalDate),
    /** Full years on the day of the case, where no birth date is given. */
    age: z.optional(z.int().check(z.minimum(0), z.maximum(150))),
    sex: z.optional(z.enum(sexes)),
    hukou: z.optional(z.enum(hukous)),
    residentSince: z.optional(LocalDate),
    living: z.optional(z.enum(livings)),
    livesAtHome: z.optional(z.boolean()),
    ability: z.optional(AbilityLevel),
    categories: z.optional(
      z.array(
        z.union([
          Category,
          z.strictObject({ category: Category, from: z.optional(LocalDate), to: z.optional(LocalDate) }),
        ]),
      ),
    ),
    /** Known not to hold these, where the list above is left out. */
    notCategories: z.optional(z.array(Category)),
    /** False: nobody has seen a paper; what the person says is only declared. */
    verified: z._default(z.boolean(), true),
  })
  .check(
    z.refine(({ birthDate, age }) => birthDate === undefined || age === undefined, {
      error: 'either "birthDate" or "age"',
      path: ['age'],
    }),
  )

const meal = {
  slot: z.enum(slots),
  mode: z._default(z.enum(modes), 'dineIn'),
  /** The menu's price, fen. */
  price: Fen,
  /** Where it is eaten, seen from home; null: not known. */
  eatsIn: z._default(z.nullable(z.enum([...Level.options, 'elsewhere'])), 'town'),
  /** Metres between station and door, for delivery. */
  distance: z.optional(Metres),
  /** What kind of day it is, where the calendar does not matter. */
  day: z.optional(z.enum(dayKinds)),
}

/** Fen in lines by their rules' names. */
const Lines = z.record(z.string(), Fen)

/** A meal, and what its price has to be. Whatever `expect` names is compared; it names something. */
export const MealCase = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  note: z.optional(z.string()),
  person: PersonCase,
  /** The local date of eating. */
  on: LocalDate,
  meal: z.strictObject(meal),
  /** Meals of this person that were booked before this one, in their order, at any station; of the same day unless said. */
  already: z._default(z.array(z.strictObject({ ...meal, on: z.optional(LocalDate) })), []),
  expect: z
    .strictObject({
      answer: z.optional(z.enum(answers)),
      /** All subsidies together, those of delivery too. */
      subsidy: z.optional(Fen),
      discount: z.optional(Fen),
      /** The delivery fee before anything is taken off. */
      delivery: z.optional(Fen),
      /** Nothing is delivered that far. */
      tooFar: z.optional(z.boolean()),
      pays: z.optional(Fen),
      /** What the operator receives, for this meal. */
      operator: z.optional(Fen),
      /** Exactly these rules gave exactly this. */
      lines: z.optional(Lines),
      /** Facts that are not known and could still give something: `age`, `category`, `hukou` … */
      missing: z.optional(z.array(z.enum(mealFacts))),
    })
    .check(z.refine((expect) => Object.keys(expect).length > 0, { error: 'expects nothing' })),
})

export type PersonCase = z.infer<typeof PersonCase>
export type MealCase = z.infer<typeof MealCase>
