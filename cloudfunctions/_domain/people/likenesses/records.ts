import { likenessSigns } from '#types/people/likeness-signs'
import { likenessStates } from '#types/states'
import { Id, Instant } from '#types/values'
import * as z from '#types/z'
import { Home } from '../records'

/** Two registrations that may be of one person: one record for both, whatever was said of them. */
export const LikenessRecord = z.strictObject({
  /** `likenessId` of the two. */
  id: Id,
  district: Id,
  /** The town to which both belong; null where one has moved to another: nobody answers for both. */
  townId: z.nullable(Id),
  /** The station to which both belong; null where each has her own. */
  stationId: z.nullable(Id),
  /** The later registration. */
  elderId: Id,
  /** The earlier one. */
  otherId: Id,
  signs: z.array(z.enum(likenessSigns)),
  state: z.enum(likenessStates),
  /**
   * Of how many of the two nobody had seen the elder when it was last looked at: the night counts again. Absent: it was written before
   * this was counted, as if of none.
   */
  unseen: z.optional(z.int()),
  /** When they were found to be alike. */
  at: Instant,
  /** Who said the last word about them, and when; null: nobody has. */
  decided: z.nullable(z.strictObject({ by: z.string(), at: Instant })),
  /** How they were joined; null while they are not. */
  joining: z.nullable(
    z.strictObject({
      staysId: Id,
      /** Relations that ask the one that stayed since, because they stood with the other. */
      asks: z.array(Id),
      /** The phone that became hers by it; null: none did. */
      phone: z.nullable(z.string()),
      /** Where the one that left lived then: she moves with the one that stays. Absent: nobody kept it. */
      home: z.optional(Home),
    }),
  ),
})

export type LikenessRecord = z.infer<typeof LikenessRecord>
