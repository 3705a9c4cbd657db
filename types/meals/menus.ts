import { isCalendarDate, weekdayOf } from '../days'
import { longest, most, mostSetPrice } from '../limits'
import { diets } from '../people/diets'
import { eachOnce, Fen, LocalDate, lineOf, PartId, Weekday } from '../values'
import * as z from '../z'
import { allergens } from './allergens'
import { MealSet, Slot } from './sittings'

const Name = lineOf(longest.menuName)

/** The id of a dish or a set, within its menu. */
export const MenuPartId = PartId.check(z.maxLength(20))

/** All checks of a text are made, also where one has failed: a day that does not exist is no Monday. */
const isMonday = (date: string): boolean => isCalendarDate(date) && weekdayOf(date) === 1

/** The Monday on which a week begins. */
export const Week = LocalDate.check(z.refine(isMonday, { error: 'no Monday' }))

/** A drawing by its name. */
const Picture = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+$/))

/** A photo by its id in the cloud's storage, in the folder of the kitchen: it lies there once WeChat has found nothing wrong with it. */
export const DishPhoto = z
  .string()
  .check(z.maxLength(170), z.regex(/^cloud:\/\/[A-Za-z0-9.-]+\/dishes\/[A-Za-z0-9-]+\/[A-Za-z0-9_-]+\.jpg$/))

/** A photo where a phone put it: on the path that `startDishPhoto` gave out. `fileId` is what WeChat's storage answered. */
export const SentPhoto = z.strictObject({
  path: z.string().check(z.regex(/^kitchens\/[A-Za-z0-9-]{1,40}\/[A-Za-z0-9_-]{8,80}\.jpg$/)),
  fileId: z.string().check(z.maxLength(300), z.regex(/^cloud:\/\/[A-Za-z0-9.-]+\/[A-Za-z0-9/_.-]+$/)),
})

/** Why a photo is shown to nobody: WeChat has not answered yet, has refused it, or it is not there any more. */
export const unseenPhotos = ['awaited', 'refused', 'gone'] as const

/** A dish as the kitchen cooks it, and what it says is in it, as `Dish` has it; one that stands in several sets is written down once. */
export const MenuDish = z.strictObject({
  id: MenuPartId,
  name: Name,
  allergens: z.nullable(eachOnce(z.enum(allergens), allergens.length)),
  /** In which ways it is made for those who need it so. */
  diets: eachOnce(z.enum(diets), diets.length),
  /** How many portions of it there are in one slot of a day, for all tables of the kitchen; null: as many as are asked for. */
  limit: z.nullable(z.int().check(z.minimum(1), z.maximum(10_000))),
  /** Absent: none. */
  picture: z.optional(Picture),
  /** Absent: none. */
  photo: z.optional(DishPhoto),
})

const content = {
  ...z.omit(MealSet, { id: true, dishes: true, photo: true }).shape,
  name: Name,
  /** As `MealSet` has it; 0: it is given. */
  price: Fen.check(z.maximum(mostSetPrice)),
  tags: z.array(lineOf(longest.tag)).check(z.maxLength(most.tags)),
  picture: Picture,
  main: MenuPartId,
  sides: eachOnce(MenuPartId, most.sides),
}

const dishesDiffer = z.refine<{ main: string; sides: string[] }>(({ main, sides }) => !sides.includes(main), {
  path: ['sides'],
  error: 'its main dish as a side',
})

/** A set of one main dish and its sides, named by the ids of the menu's dishes. */
export const MenuSet = z
  .strictObject({
    id: MenuPartId,
    ...content,
    /** Absent: none of its own; then that of its main dish is shown. */
    photo: z.optional(DishPhoto),
  })
  .check(dishesDiffer)

/** What a set is made of on one day, in place of what the week says. A photo of what it is else would not show it. */
export const SetContent = z.strictObject(content).check(dishesDiffer)

/** Which sets a weekday offers, in the order in which they are shown. */
export const MenuDay = z.strictObject({
  weekday: Weekday,
  sets: eachOnce(MenuPartId, most.setsOfDay),
})

/** The dishes, the sets and the days of a week, as many as may be written down. */
export const dishesOf = (most: number) => eachOnce(MenuDish, most, ({ id }) => id)
export const setsOf = (most: number) => eachOnce(MenuSet, most, ({ id }) => id)
export const MenuDays = eachOnce(MenuDay, 7, ({ weekday }) => weekday)

/** What a kitchen cooks in one slot of one week, for all tables that it feeds. */
export const Menu = z.strictObject({
  kitchenId: PartId,
  week: Week,
  slot: Slot,
  dishes: dishesOf(most.menuDishes),
  sets: setsOf(most.menuSets),
  /** A weekday that is left out offers nothing. */
  days: MenuDays,
  /** Sets that are made of something else on one day, by date and set. */
  instead: z.record(LocalDate, z.record(MenuPartId, SetContent)),
  /** Sets that are sold out on one day, everywhere, by date. */
  off: z.record(LocalDate, eachOnce(MenuPartId, most.setsOfDay)),
  /** A draft is seen by whoever writes it. What is missing before it can be published: `missingToPublish`. */
  state: z.enum(['draft', 'published']),
  /** How often it was written, from 1 on: whoever changes it says which they have seen. */
  rev: z.int().check(z.minimum(1)),
})

export type Menu = z.infer<typeof Menu>
export type MenuDish = z.infer<typeof MenuDish>
export type MenuSet = z.infer<typeof MenuSet>
export type UnseenPhoto = (typeof unseenPhotos)[number]
export type MenuDay = z.infer<typeof MenuDay>
export type SetContent = z.infer<typeof SetContent>
