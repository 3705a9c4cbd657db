import { channels } from '../actors'
import { type Contract, roles } from '../contract'
import { slots } from '../meals/slots'
import { elderStates, likenessStates, mealOrderStates } from '../states'
import { Id, Instant, Key, LocalDate, PageCursor } from '../values'
import * as z from '../z'
import { likenessSigns } from './likeness-signs'
import { sexes } from './livings'
import { Relation } from './relations'

/** Two registrations that may be of one person, as a list shows them. */
export const LikelyPair = z.object({
  id: Id,
  state: z.enum(likenessStates),
  /** What they have in common. */
  signs: z.array(z.enum(likenessSigns)),
  /** When they were found to be alike. */
  since: Instant,
  /** Whom they speak of, the later registration first. */
  names: z.array(z.string()),
  stationNames: z.array(z.string()),
  /** Until when what was said of them can be taken back; null where nothing was said, or that time is over. */
  undoUntil: z.nullable(Instant),
})

const hindrances = ['joined', 'notAgreed'] as const
const phonesAfter = ['own', 'ownLent', 'lent', 'relatives', 'none'] as const

/** One of two registrations, with what tells her from the other: the number masked, the room not shown. */
export const Side = z.object({
  elderId: Id,
  state: z.enum(elderStates),
  name: z.string(),
  sex: z.enum(sexes),
  birthDate: LocalDate,
  age: z.int(),
  /** Whether her id number is kept. */
  hasIdNumber: z.boolean(),
  phone: z.nullable(z.string()),
  building: z.string(),
  stationName: z.string(),
  /** Whether nobody of a station, and no helper, has seen her yet. */
  isUnseen: z.boolean(),
  /** Whether somebody at a station has seen her papers, and the number on them is hers. */
  isProven: z.boolean(),
  hasOwnPhone: z.boolean(),
  /** How many may act for her. */
  circle: z.int(),
  /**
   * Why this one cannot stay; null: it can. `joined`: others were joined to the other one, or to this one as many as may be; `notAgreed`:
   * she has agreed to the other one, and not to this one.
   */
  cannotStay: z.nullable(z.enum(hindrances)),
  /**
   * Which phone is hers if this one stays: `own`, `none` as now; `ownLent`: her own, and nobody has seen who uses it; `lent`: that of the
   * other one, both for as long as they can be parted lent to her; `relatives`: none, since that of the other one is a relative's.
   */
  phoneAfter: z.enum(phonesAfter),
  /** Who registered her, and when; null where nobody kept it. */
  registered: z.nullable(
    z.object({
      at: Instant,
      name: z.string(),
      role: z.enum(roles),
      relation: z.nullable(Relation),
      channel: z.enum(channels),
    }),
  ),
  /** Her last meals, the latest first. */
  orders: z.array(
    z.object({
      id: Id,
      date: LocalDate,
      slot: z.enum(slots),
      stationName: z.string(),
      state: z.enum(mealOrderStates),
    }),
  ),
})

/** An order as it stands beside another one for the same meal of the same day. */
const Booked = z.object({
  orderId: Id,
  elderId: Id,
  state: z.enum(mealOrderStates),
  stationName: z.string(),
  setName: z.string(),
  /** Whether the caller may cancel it: it is at a station of theirs, and not too late. */
  canCancel: z.boolean(),
})

/** Two registrations side by side, for whoever is to say whether they are of one person. */
export const SideBySide = z.object({
  id: Id,
  state: z.enum(likenessStates),
  signs: z.array(z.enum(likenessSigns)),
  since: Instant,
  /** The later registration first. */
  sides: z.array(Side),
  /** Whether building and room are the same, so that nobody has to be shown the room. */
  isSameDoor: z.boolean(),
  /** Meals that stand for both: of each one has to be cancelled before the two are joined. */
  twice: z.array(z.object({ date: LocalDate, slot: z.enum(slots), orders: z.array(Booked) })),
  /** Which of the two stays; null while they are not joined. */
  staysId: z.nullable(Id),
  /** Who decided, and when; null where nobody has. */
  decided: z.nullable(z.object({ by: z.string(), at: Instant })),
  /** Until when what was said of them can be taken back; null where nothing was said, or that time is over. */
  undoUntil: z.nullable(Instant),
  /** For so many hours what is said of them can be taken back, and what was lent by it is lent. */
  undoHours: z.int(),
})

const who = ['clerk', 'coordinator'] as const
const byPair = { pairId: Id, key: z.optional(Key) }

/** What is done about one person who was registered twice. Whoever registers her learns nothing of it. */
export const likenessActions = {
  /**
   * Pairs of registrations that may be of one person: both of a station whose clerk the caller is, or of two stations of a town whose
   * coordinator they are. Those of elders whom somebody has seen come first, then those found first, a page at a time; `waiting` is how
   * many there are. With the first page also those of which something was said lately, as long as that can be taken back.
   */
  alike: {
    who,
    concerns: 'nobody',
    input: z.strictObject({ after: z.optional(PageCursor) }),
    output: z.object({
      pairs: z.array(LikelyPair),
      next: z.nullable(PageCursor),
      waiting: z.int(),
      lately: z.array(LikelyPair),
    }),
    errors: [],
  },

  /** The two of a pair side by side. That staff looked is written down for both, once a day. */
  sideBySide: {
    who,
    concerns: 'record',
    input: z.strictObject({ pairId: Id }),
    output: SideBySide,
    errors: ['NOT_FOUND'],
  },

  /**
   * Says that both are one person: the other record points to the one that stays, and nothing in it is written anew. Refused while one
   * meal of a day stands for both, or where one of them is joined already, has died, or more would act for her than may, or where she has
   * agreed to the other one and not to the one that would stay. Nobody joins themselves or their own kin.
   */
  join: {
    who,
    concerns: 'record',
    input: z.strictObject({ ...byPair, staysId: Id }),
    output: SideBySide,
    errors: [
      'NOT_FOUND',
      'WRONG_STATE',
      'MEALS_TWICE',
      'ELDER_DIED',
      'CONSENT_MISSING',
      'CIRCLE_FULL',
      'NOT_YOUR_STEP',
    ],
    writes: true,
  },

  /** Says that they are two persons. Nobody is asked again, unless that is taken back within its time. */
  setApart: {
    who,
    concerns: 'record',
    input: z.strictObject(byPair),
    output: SideBySide,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
    writes: true,
  },

  /**
   * Takes back within its time what was said of the two. Where they were joined, the record stands for itself again, where it was then,
   * and what was made since stays with the one that stayed, but for visits that were asked for with the phone of the one that left: they
   * were hers all along. A death that was recorded since was recorded of both: it is taken back first.
   */
  undoJoin: {
    who,
    concerns: 'record',
    input: z.strictObject(byPair),
    output: SideBySide,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'UNDO_CLOSED', 'ELDER_DIED'],
    writes: true,
    neverOff: true,
  },
} as const satisfies Contract

export type LikelyPair = z.infer<typeof LikelyPair>
export type Side = z.infer<typeof Side>
export type Hindrance = (typeof hindrances)[number]
export type PhoneAfter = (typeof phonesAfter)[number]
export type SideBySide = z.infer<typeof SideBySide>
