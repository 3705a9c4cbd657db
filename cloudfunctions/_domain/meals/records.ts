import { DeliverTo, MealOrder } from '#types/meals/orders'
import { OperatorLine } from '#types/meals/prices'
import { MealSet, ShownSet, Sitting } from '#types/meals/sittings'
import { slots } from '#types/meals/slots'
import { Fen, Id, Instant, LocalDate, Place } from '#types/values'
import * as z from '#types/z'
import { Openid } from '../people/records'
import { Claimable, Places } from './claims/records'

/** One use of a limited subsidy, fen. */
const Use = z.strictObject({
  on: LocalDate,
  slot: z.enum(slots),
  layer: z.string(),
  rule: z.string(),
  amount: Fen,
})

/** What of a sitting follows from the rest of it, and from the clock. */
const derived = {
  bookable: true,
  closure: true,
  soldOut: true,
  seats: true,
  seatsLeft: true,
  portions: true,
  portionsLeft: true,
  sets: true,
} as const

/** A sitting as it is kept, by whoever first claimed something of it. Whether it is bookable follows from it and the clock. */
export const SittingRecord = z.extend(z.omit(Sitting, derived), {
  district: Id,
  townId: Id,
  /** Where the table stands, for the way of a delivery. */
  place: Place,
  /** Who runs the station, and is paid for its meals. */
  operatorId: Id,
  operatorName: z.string(),
  kitchenId: Id,
  /** `new`: whoever finds it looks first whether it is still served. */
  state: z.enum(['new', 'open', 'closed']),
  /**
   * Which plan and which menu it follows, each `<id>@<rev>`; `terms`: which holidays, make-up workdays and shares it was held against last,
   * absent while it never was.
   */
  basis: z.object({ plan: z.string(), menu: z.string(), terms: z.optional(z.string()) }),
  /** How often it was held against them and the closures since it was made, or a portion of a dish moved here or away; absent: never. */
  alignments: z.optional(z.int()),
  /** Whether what is booked is confirmed without anybody looking at it. */
  confirmsItself: z.boolean(),
  /** `limited`: its dishes of which there are only so many. */
  sets: z.array(z.extend(MealSet, { limited: z.optional(z.array(z.string())) })),
  /** Portions of dishes with a limit that are ordered, and that no claim takes: they have their limit since. Absent: none. */
  beside: z.optional(Places),
  /** Sets that are sold out, whatever is left. */
  off: z.record(Id, z.literal(true)),
  ...Claimable,
})

/** An order as it is kept: what everybody concerned may read, and what only the cloud needs. */
export const MealOrderRecord = z.extend(MealOrder, {
  district: Id,
  /** Who is told: the account that booked, or the elder's own when a clerk did. */
  notify: z.nullable(Openid),
  /** The last door, and since when it was another than the confirmed one, while the meal is brought nowhere: it may be brought again. */
  leftDoor: z.optional(z.nullable(z.object({ to: DeliverTo, changedAt: z.optional(Instant) }))),
  /** The door that the station had confirmed, since it became another one. Absent or null: it has not, or nobody kept it. */
  confirmedDoor: z.optional(z.nullable(DeliverTo)),
  /** Whether its place is one of those for elders whom nobody has seen yet: then it is given back to these. Absent: it is not. */
  isUnseen: z.optional(z.boolean()),
  /** Whether it was said the evening before that there is a meal. */
  aheadTold: z.boolean(),
  /** The policy that priced it; null where none was in force. */
  policyId: z.nullable(Id),
  townId: Id,
  operatorId: Id,
  operatorName: z.string(),
  /** What the operator receives once it is served, as the policy said when it was booked. */
  operator: z.array(OperatorLine),
  /** What it uses of limited subsidies, as the policy said when it was booked. */
  uses: z.array(Use),
  /** The record of uses that counts it; null where the policy limits nothing. */
  usedIn: z.nullable(Id),
  /** How many lines of the settlement's ledger there are of it. */
  entries: z.int(),
  /** The set as it was when she chose it, before a kitchen made something else of it. Absent: nobody kept it. */
  ordered: z.optional(ShownSet),
  /** Which writing of the menu she was told of last, where it made something else of her set. Absent: of none. */
  dishesTold: z.optional(z.int()),
  /** That she was to have it besides what she had at another station. */
  isMeant: z.optional(z.literal(true)),
  /** The claim that it was booked or changed with last. */
  attempt: z.string(),
  /** Key and digest of the request that booked it last. */
  key: z.nullable(z.string()),
  body: z.string(),
})

/**
 * What of limited subsidies an elder has used, and which meals were booked for her, across all stations: one record for elder and
 * period, the widest that any limit of her policy counts by: a month at least, so that a policy that counts by days and the next one by
 * months agree, and where nothing is limited.
 */
export const SubsidyUseRecord = z.strictObject({
  id: Id,
  district: Id,
  elderId: Id,
  /** `YYYY-MM` or `YYYY`. */
  period: z.string(),
  uses: z.array(z.extend(Use, { orderId: Id })),
  /** Live orders that would have got more, had others not used it: the first to be helped when something is given back. */
  denied: z.array(Id),
  /**
   * Her meals of the period as they were booked last, whatever became of them: who wants to know reads the order. What lies behind her
   * when another is booked is left out.
   */
  meals: z.array(z.strictObject({ orderId: Id, at: Instant })),
  /** The elder to whom she was joined: nothing is booked here any more. Absent: she was not. */
  joinedTo: z.optional(Id),
  /** Who was joined to her while something could be booked in this period: their uses count, too. Absent: nobody was. */
  joined: z.optional(z.array(Id)),
  /**
   * When what is counted under a registration that was joined to hers changed last: whatever takes or gives something back for one person
   * at once is counted one after the other by it. Absent: it never did.
   */
  besideAt: z.optional(Instant),
})

export type SittingRecord = z.infer<typeof SittingRecord>
export type MealOrderRecord = z.infer<typeof MealOrderRecord>
export type SubsidyUseRecord = z.infer<typeof SubsidyUseRecord>
