import { mondayOf } from '../days'
import { longest } from '../limits'
import { diets } from '../people/diets'
import { LocalDate, lineOf, PartId, ShortText, Weekday } from '../values'
import * as z from '../z'
import { Dish, MealSet, Slot } from './sittings'

const Name = lineOf(longest.menuName)

/** A list in which nothing stands twice. */
const eachOnce = <T extends z.ZodMiniType>(one: T, most: number, keyOf: (value: z.infer<T>) => unknown) =>
  z.array(one).check(
    z.maxLength(most),
    z.refine((all) => new Set(all.map(keyOf)).size === all.length, { error: 'stands twice' }),
  )

/** A dish as the kitchen cooks it; one that stands in several sets is written down once. */
const MenuDish = z.strictObject({
  ...Dish.shape,
  id: PartId,
  name: Name,
  /** In which ways it is made for those who need it so. */
  diets: eachOnce(z.enum(diets), diets.length, (diet) => diet),
  /** How many portions of it there are in one slot of a day, for all tables of the kitchen; null: as many as are asked for. */
  limit: z.nullable(z.int().check(z.minimum(1), z.maximum(10_000))),
})

/** A set of one main dish and its sides, named by the ids of the menu's dishes. */
const MenuSet = z.strictObject({
  ...z.omit(MealSet, { dishes: true }).shape,
  id: PartId,
  name: Name,
  tags: z.array(ShortText).check(z.maxLength(10)),
  main: PartId,
  sides: eachOnce(PartId, 10, (id) => id),
})

/** What a kitchen cooks in one slot of one week, for all tables that it feeds. */
export const Menu = z.strictObject({
  kitchenId: PartId,
  /** The Monday on which the week begins. */
  week: LocalDate.check(z.refine((date) => date === mondayOf(date), { error: 'no Monday' })),
  slot: Slot,
  dishes: eachOnce(MenuDish, 100, ({ id }) => id),
  sets: eachOnce(MenuSet, 50, ({ id }) => id),
  /** Which sets each weekday offers, in the order in which they are shown. A weekday that is left out offers none. */
  days: eachOnce(
    z.strictObject({ weekday: Weekday, sets: eachOnce(PartId, 20, (id) => id) }),
    7,
    ({ weekday }) => weekday,
  ),
  /** A draft is seen by whoever writes it. What is missing before it can be published: `missingToPublish`. */
  state: z.enum(['draft', 'published']),
})
