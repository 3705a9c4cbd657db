import { elderStates } from '../states'
import { Id, LocalDate } from '../values'
import * as z from '../z'

/** An elder as a clerk finds her at the counter. */
export const FoundElder = z.object({
  id: Id,
  name: z.string(),
  /** Years on the local date of today. */
  age: z.int(),
  /** Village or building, no room. */
  building: z.string(),
  /** Last four digits of a phone number, or null. */
  phoneTail: z.nullable(z.string()),
  /** Name of her own station. */
  stationName: z.string(),
  /** Pending: nothing can be done for her until she has agreed. */
  state: z.enum(elderStates),
  /** True where the clerk's own station looks after her. */
  isOwn: z.boolean(),
  /** When she died; null also where another station looks after her. */
  diedOn: z.nullable(LocalDate),
  /** Whether nobody has seen her yet. */
  isUnseen: z.boolean(),
})

export type FoundElder = z.infer<typeof FoundElder>
