import { MealOrder, Sitting } from '#types/meals'
import { Fen, Id, LocalDate } from '#types/values'
import * as z from '#types/z'
import { Openid } from './people'

/** A sitting as it is kept. Whether it is bookable follows from it and the clock. */
export const SittingRecord = z.extend(z.omit(Sitting, { bookable: true }), {
  district: Id,
  kitchenId: Id,
  state: z.enum(['open', 'closed']),
})

/** An order as it is kept: what everybody concerned may read, and what only the cloud needs. */
export const MealOrderRecord = z.extend(MealOrder, {
  district: Id,
  /** Who is told: the account that booked, or the elder's own when a clerk did. */
  notify: z.nullable(Openid),
  /** The policy that priced it; null where none was in force. */
  policyId: z.nullable(Id),
  /** Key and digest of the request that booked it last. */
  key: z.nullable(z.string()),
  body: z.string(),
})

/** What of the day's subsidies an elder has used, across all stations: one record for elder and local date. */
export const SubsidyDayRecord = z.strictObject({
  id: Id,
  district: Id,
  elderId: Id,
  date: LocalDate,
  uses: z.array(z.strictObject({ orderId: Id, rule: z.string(), amount: Fen })),
})

export type SittingRecord = z.infer<typeof SittingRecord>
export type MealOrderRecord = z.infer<typeof MealOrderRecord>
export type SubsidyDayRecord = z.infer<typeof SubsidyDayRecord>
