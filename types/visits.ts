import { Actor, Channel } from './actors'
import type { Contract } from './contract'
import { visitStates } from './states'
import { Id, Instant, Key, LocalDate, LongText, Metres, Minutes, Place, ShortText } from './values'
import * as z from './z'

/** 急事, 难事, 烦心事, the most urgent first. */
export const urgencies = ['urgent', 'hard', 'worry'] as const
export const Urgency = z.enum(urgencies)

/** What was found at the door. `noAnswer` is an honest outcome. */
export const outcomes = ['well', 'needsFound', 'noAnswer', 'refused', 'emergency'] as const
export const Outcome = z.enum(outcomes)

/** 党员, 社工, 网格员, 爱心人士; staff who go themselves are `staff`. */
export const helperKinds = ['partyMember', 'socialWorker', 'gridWorker', 'neighbour', 'staff'] as const

/** A request to knock at an elder's door, and what became of it. */
export const Visit = z.object({
  id: Id,
  elderId: Id,
  /** As much of the name as the reader may know: 王秀英 for family and staff, 王奶奶 for a helper. */
  elderName: z.string(),
  elderAge: z.int(),
  /** Village or building; with the room only for family, staff and the helper whose task it is. */
  address: z.string(),
  place: Place,
  urgency: Urgency,
  reason: z.string(),
  /** `now`, or the local date asked for. */
  when: z.union([z.literal('now'), LocalDate]),
  /** Until when somebody should have knocked. */
  dueAt: Instant,
  state: z.enum(visitStates),
  askedBy: Actor,
  askedAt: Instant,
  helper: z.nullable(z.object({ name: z.string(), kind: z.enum(helperKinds) })),
  /** True for the helper whose task it is. */
  isMine: z.boolean(),
  report: z.nullable(z.object({ outcome: Outcome, note: z.nullable(z.string()), at: Instant })),
  history: z.array(z.object({ state: z.enum(visitStates), at: Instant, by: Actor })),
})

/** A visit in a helper's list: how far it is on foot, nearest first. */
export const QueuedVisit = z.extend(Visit, { metres: Metres, walkMinutes: Minutes })

const byId = z.strictObject({ visitId: Id, key: z.optional(Key) })
const moveErrors = ['NOT_FOUND', 'WRONG_STATE'] as const

/** Door-knock visits: asked for, claimed, reported, read, closed. */
export const visits = {
  /**
   * Asks for somebody to knock: now, today or on a date within 30 days. While such a visit for the same elder and
   * day is still awaited, asking again returns it; a more urgent wish makes it more urgent.
   */
  request: {
    who: ['elder', 'family:order', 'clerk', 'coordinator'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      urgency: Urgency,
      reason: ShortText,
      when: z.union([z.literal('now'), z.literal('today'), LocalDate]),
      /** How the elder asked, where a clerk or a coordinator writes it down. */
      channel: z.optional(Channel),
      key: z.optional(Key),
    }),
    output: Visit,
    errors: ['NOT_FOUND', 'DATE_PAST', 'DATE_TOO_FAR', 'CONSENT_MISSING'],
    writes: true,
    shown: ['reason'],
  },

  /** Takes a request back while nobody is at the door yet. */
  cancel: {
    who: ['elder', 'family:order', 'clerk', 'coordinator'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: moveErrors,
    writes: true,
  },

  /** Visits of the elders whom the caller may see, newest first, of the last 30 days. At most a page. */
  mine: {
    who: ['signedIn'],
    input: z.strictObject({ elderId: z.optional(Id) }),
    output: z.array(Visit),
    errors: [],
  },

  /**
   * Open visits of the district and the caller's own tasks, own first, then nearest first; then, for clerks and
   * coordinators, reports of their station or town that nobody has closed yet. At most a page.
   */
  queue: {
    who: ['volunteer', 'clerk', 'coordinator'],
    concerns: 'nobody',
    input: z.strictObject({ place: z.optional(Place) }),
    output: z.array(QueuedVisit),
    errors: [],
  },

  /** Takes a visit on. The first who does has it; for anybody else it is `VISIT_TAKEN`. Nobody takes on more than they can go to. */
  claim: {
    who: ['volunteer', 'clerk', 'coordinator'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: [...moveErrors, 'VISIT_TAKEN', 'NOT_ASSIGNABLE', 'TOO_MANY_TASKS'],
    writes: true,
  },

  /** Says that the helper is at the door. */
  arrive: {
    who: ['assigned'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: moveErrors,
    writes: true,
  },

  /** Gives a claimed visit back, so that somebody else can go. */
  release: {
    who: ['coordinator', 'assigned'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: moveErrors,
    writes: true,
  },

  /** Says what was found. The same report again returns the visit; a different one is refused. */
  report: {
    who: ['assigned'],
    concerns: 'record',
    input: z.strictObject({
      visitId: Id,
      outcome: Outcome,
      note: z.optional(LongText),
      key: z.optional(Key),
    }),
    output: Visit,
    errors: moveErrors,
    writes: true,
    shown: ['note'],
  },

  /** Closes a visit after its report was read. */
  close: {
    who: ['asker', 'clerk', 'coordinator'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: moveErrors,
    writes: true,
  },
} as const satisfies Contract

export type Urgency = z.infer<typeof Urgency>
export type Outcome = z.infer<typeof Outcome>
export type HelperKind = (typeof helperKinds)[number]
export type Visit = z.infer<typeof Visit>
export type QueuedVisit = z.infer<typeof QueuedVisit>
