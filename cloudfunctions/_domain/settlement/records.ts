import { modes, slots } from '#types/meals/slots'
import { payers } from '#types/payers'
import { entryKinds, Flag, owedTo, SignedFen } from '#types/supervision'
import { Id, Instant, LocalDate, Month } from '#types/values'
import * as z from '#types/z'

/** What one payer owes for one meal by one rule, fen; less than nothing in a reversal. */
export const OwedLine = z.strictObject({
  payer: z.enum(payers),
  rule: z.string(),
  label: z.string(),
  to: z.enum(owedTo),
  amount: SignedFen,
})

/** One line of the ledger from which operators are paid: a served meal, or the reversal of one. Entries only grow. */
export const SettlementEntryRecord = z.strictObject({
  /** `{orderId}_{n}`: the n-th entry of this order. */
  id: Id,
  district: Id,
  operatorId: Id,
  operatorName: z.string(),
  stationId: Id,
  stationName: z.string(),
  /** The month in which it is settled: that of the meal while its books are open, else the one of the day it was written. */
  month: Month,
  date: LocalDate,
  slot: z.enum(slots),
  mode: z.enum(modes),
  elderId: Id,
  /** Masked. */
  elderName: z.string(),
  orderId: Id,
  /** `added`: what only the operator receives, because another meal of the day was taken back. */
  kind: z.enum(entryKinds),
  /** Menu price and delivery fee together. */
  billed: SignedFen,
  elderPaid: SignedFen,
  owed: z.array(OwedLine),
  policyId: z.nullable(Id),
  at: Instant,
  by: z.string(),
})

/** The meals that somebody was served on one local date, across all stations. */
export const ServedDayRecord = z.strictObject({
  id: Id,
  district: Id,
  elderId: Id,
  date: LocalDate,
  served: z.array(
    z.strictObject({
      orderId: Id,
      stationId: Id,
      stationName: z.string(),
      slot: z.enum(slots),
      /** Rules of the operator's that are given once for a person and day. */
      operatorRules: z.array(z.string()),
    }),
  ),
})

/** A flag as it is kept. */
export const FlagRecord = z.extend(Flag, { district: Id, townId: Id, stationId: Id, orderId: Id })

export type OwedLine = z.infer<typeof OwedLine>
export type SettlementEntryRecord = z.infer<typeof SettlementEntryRecord>
export type ServedDayRecord = z.infer<typeof ServedDayRecord>
export type FlagRecord = z.infer<typeof FlagRecord>
