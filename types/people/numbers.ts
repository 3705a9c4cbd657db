import type { Contract } from '../contract'
import { Id, Instant, Key, PageCursor, ShortText } from '../values'
import * as z from '../z'
import { FoundElder } from './found'

/** One of several elders who were registered with the same id number, as a clerk tells them apart. */
export const Claimant = z.extend(FoundElder, { hasOwnPhone: z.boolean() })

/** An id number with which several elders were registered. None of them is told. */
export const SharedNumber = z.object({
  /** Its last four. */
  tail: z.string(),
  /** Since when they are several. */
  since: Instant,
  /** In the order in which they were registered. */
  elders: z.array(Claimant),
  /** How many more were registered with it than are listed. Absent: none. */
  unlisted: z.optional(z.int()),
  /** For so many hours it can be taken back whose it is. */
  undoHours: z.int(),
})

/** An id number of which a clerk said lately whose it is. */
export const SettledNumber = z.object({
  tail: z.string(),
  /** Whose it is now. */
  elderId: Id,
  name: z.string(),
  /** Until when that can be taken back. */
  undoUntil: Instant,
})

/** Whose an id number is that several elders were registered with. */
export const numberActions = {
  /** Id numbers with which several elders were registered, one of them here; those that wait longest first. */
  sharedNumbers: {
    who: ['clerk'],
    input: z.strictObject({ stationId: Id, after: z.optional(PageCursor) }),
    output: z.object({
      numbers: z.array(SharedNumber),
      next: z.nullable(PageCursor),
      /** How many there are. */
      waiting: z.int(),
      /** With the first page: those that were settled lately, the latest first, as long as that can be taken back. */
      lately: z.array(SettledNumber),
    }),
    errors: [],
  },

  /**
   * A clerk who has the card in hand says which of them she is; the others are left without a number. Whose papers were seen
   * keeps hers unless the clerk's own station looks after her: `ALREADY_REGISTERED` with whom to ask.
   */
  settleNumber: {
    who: ['clerk'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      /** Which paper was seen. */
      reason: ShortText,
      key: z.optional(Key),
    }),
    output: z.object({ elderId: Id, name: z.string() }),
    errors: ['NOT_FOUND', 'WRONG_STATE', 'ALREADY_REGISTERED'],
    writes: true,
    shown: ['reason'],
  },

  /**
   * Takes back within its time whose a number is: all who claimed it do so again, but whoever has another number by now, or whose
   * registration was joined to another. `WRONG_STATE` where nobody else is left.
   */
  undoSettling: {
    who: ['clerk'],
    concerns: 'record',
    input: z.strictObject({ elderId: Id, key: z.optional(Key) }),
    output: z.object({ elderId: Id, name: z.string() }),
    errors: ['NOT_FOUND', 'WRONG_STATE', 'UNDO_CLOSED'],
    writes: true,
    neverOff: true,
  },
} as const satisfies Contract

export type SharedNumber = z.infer<typeof SharedNumber>
export type SettledNumber = z.infer<typeof SettledNumber>
export type Claimant = z.infer<typeof Claimant>
