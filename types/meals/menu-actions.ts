import type { Contract } from '../contract'
import { most } from '../limits'
import { Id, Key, LocalDate, PartId, ShortText } from '../values'
import * as z from '../z'
import {
  DishPhoto,
  dishesOf,
  Menu,
  MenuDays,
  MenuPartId,
  SentPhoto,
  SetContent,
  setsOf,
  unseenPhotos,
  Week,
} from './menus'
import { Slot } from './sittings'

const kitchenId = PartId
const ofWeek = { kitchenId, week: Week, slot: Slot }
const ofDay = { kitchenId, date: LocalDate, slot: Slot }
/** Which writing of it the caller has seen, so that nobody's change is lost (`MENU_CHANGED`); 0: there was none. */
const rev = z.int().check(z.minimum(0))
const key = z.optional(Key)

/** Its own people, and the manager of the station whose own kitchen it is. */
const cooks = ['kitchen', 'manager'] as const

/** What holds a menu back, by the ids of what it is missing in. Two dishes of one name hold back only what is not published yet. */
const Missing = z.union([
  /** Nobody has said what is in the dish, be it nothing. */
  z.object({ what: z.literal('allergens'), dishId: Id, dish: z.string() }),
  /** A dish of the set is not written down. */
  z.object({ what: z.literal('dish'), setId: Id, set: z.string(), dishId: Id }),
  /** A weekday offers a set that is not written down. */
  z.object({ what: z.literal('set'), weekday: z.int(), setId: Id }),
  /** Two dishes of one name, in which something else is: whoever is told of them goes by the name. */
  z.object({ what: z.literal('name'), dishId: Id, dish: z.string() }),
  /** No day offers anything. */
  z.object({ what: z.literal('offer') }),
])

/** By the id of the dish or the set. */
const Unseen = z.record(Id, z.enum(unseenPhotos))

/** A week of a kitchen, as whoever writes it reads it. */
export const KitchenWeek = z.object({
  kitchenName: z.string(),
  /** Null: nobody has begun it. */
  menu: z.nullable(Menu),
  /** What is missing before it can be published: the first of it, and how much it is in all. */
  missing: z.array(Missing),
  missingCount: z.int(),
  /** How many live orders there are of each set, from today on. */
  ordered: z.array(z.object({ date: LocalDate, setId: Id, count: z.int() })),
  /** Of which dishes and sets the photo is shown to nobody, and why. */
  unseen: z.object({ dishes: Unseen, sets: Unseen }),
})

/** The live orders of one set on one date at one station. */
const OrderedAt = z.object({
  stationId: Id,
  stationName: z.string(),
  count: z.int(),
  /** Who ordered it; null where the caller may not know. */
  names: z.nullable(z.array(z.string())),
})

const writing = [
  'NOT_FOUND',
  'DATE_PAST',
  'DATE_TOO_FAR',
  'MENU_CHANGED',
  'MENU_INCOMPLETE',
  'SET_ORDERED',
  'LIMIT_ORDERED',
] as const

/** What kitchens cook, week by week. */
export const menuActions = {
  /** The kitchens whose menus the caller writes. */
  kitchens: {
    who: cooks,
    concerns: 'nobody',
    input: z.strictObject({}),
    output: z.array(z.object({ id: Id, name: z.string(), stationId: z.nullable(Id) })),
    errors: [],
  },

  /** What a kitchen cooks in a slot of a week, be it a draft: what is missing, what is sold out, what is ordered. */
  menu: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject(ofWeek),
    output: KitchenWeek,
    errors: ['NOT_FOUND'],
  },

  /**
   * Writes dishes, sets and days down, each in place of what has its id or weekday, and takes others out; what is not named stays. A menu
   * that is published stays whole (`MENU_INCOMPLETE`), what of it is ordered stays of the same dishes (`SET_ORDERED`), and no limit of a dish
   * is less than what is ordered of it on a day (`LIMIT_ORDERED`). What is in a dish is put right at any time: whoever ordered it is told.
   */
  saveMenu: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject({
      ...ofWeek,
      rev,
      dishes: z.optional(dishesOf(most.writtenDishes)),
      sets: z.optional(setsOf(most.writtenSets)),
      days: z.optional(MenuDays),
      without: z.optional(
        z.strictObject({
          dishes: z.array(MenuPartId).check(z.maxLength(most.menuDishes)),
          sets: z.array(MenuPartId).check(z.maxLength(most.menuSets)),
        }),
      ),
      key,
    }),
    output: KitchenWeek,
    errors: [...writing, 'MENU_FULL'],
    writes: true,
    shown: ['dishes.name', 'sets.name', 'sets.tags'],
  },

  /** Gives out a place in the cloud's storage for one photo of a dish or a set. */
  startDishPhoto: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject({ kitchenId, key }),
    output: z.object({ path: z.string() }),
    errors: ['NOT_FOUND'],
    writes: true,
  },

  /**
   * Keeps what was put there, as it is at that moment, and asks WeChat to look at it. The id is what a menu holds; nothing lies there
   * before WeChat has answered that nothing is wrong with it.
   */
  keepDishPhoto: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject({ kitchenId, ...SentPhoto.shape, key }),
    output: z.object({ photo: DishPhoto }),
    errors: ['NOT_FOUND', 'DOCUMENT_MISSING', 'NOT_A_PHOTO'],
    writes: true,
  },

  /** Another week of the same slot as the draft of this one, in place of a draft that was there. */
  copyMenu: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject({ ...ofWeek, from: Week, rev, key }),
    output: KitchenWeek,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'DATE_PAST', 'DATE_TOO_FAR', 'MENU_CHANGED'],
    writes: true,
  },

  /** From now on it can be booked. Refused while anything is missing, and while somebody has ordered what it would not offer. */
  publishMenu: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject({ ...ofWeek, rev, key }),
    output: KitchenWeek,
    errors: writing,
    writes: true,
  },

  /** A set that is sold out on a date, at all tables at once, or that is there again. Who has ordered it keeps it. */
  setSoldOut: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject({ ...ofDay, setId: MenuPartId, isSoldOut: z.boolean(), key }),
    output: KitchenWeek,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'DATE_PAST', 'SET_NOT_OFFERED'],
    writes: true,
  },

  /**
   * Who has ordered a set on a date, before it is changed: how many in all, and how many at each table, a page of tables at a time. The
   * manager whose station's own kitchen it is reads the names of their station.
   */
  whoOrdered: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject({ ...ofDay, setId: MenuPartId, after: z.optional(Id) }),
    output: z.object({ count: z.int(), tables: z.array(OrderedAt), next: z.nullable(Id) }),
    errors: ['NOT_FOUND', 'DATE_PAST'],
  },

  /**
   * Makes a set of a date of other dishes although it is ordered. Everybody who ordered it is told, with the reason, and keeps their
   * order at the price that they were told. `count`: how many the caller was shown; it is another number by now: `SET_ORDERED`. Once a table
   * has begun to serve it: `MEAL_BEGUN`.
   */
  changeOrderedSet: {
    who: cooks,
    concerns: 'record',
    input: z.strictObject({
      ...ofDay,
      rev,
      setId: MenuPartId,
      becomes: SetContent,
      count: z.int().check(z.minimum(0)),
      reason: ShortText,
      key,
    }),
    output: KitchenWeek,
    errors: [...writing, 'WRONG_STATE', 'SET_NOT_OFFERED', 'MENU_FULL', 'MEAL_BEGUN'],
    writes: true,
    shown: ['becomes.name', 'becomes.tags', 'reason'],
  },
} as const satisfies Contract

export type KitchenWeek = z.infer<typeof KitchenWeek>
