import { Actor, Channel } from './actors'
import type { Contract } from './contract'
import { endings } from './endings'
import { longest } from './limits'
import { KinRelation } from './people/relations'
import { visitStates } from './states'
import {
  Id,
  Instant,
  Key,
  Line,
  LocalDate,
  LongText,
  MaybeText,
  Metres,
  Minutes,
  PageCursor,
  Place,
} from './values'
import * as z from './z'

/** 急事, 难事, 烦心事, the most urgent first. */
export const urgencies = ['urgent', 'hard', 'worry'] as const
export const Urgency = z.enum(urgencies)

/** What was found at the door. `noAnswer` is an honest outcome. */
export const outcomes = ['well', 'needsFound', 'noAnswer', 'refused', 'emergency'] as const
export const Outcome = z.enum(outcomes)

/**
 * What about a visit calls for somebody now, the worst first; `unanswered`: nobody came, or nobody went on; `needsFound`: she needs
 * something, and nobody has said what was arranged.
 */
export const alarms = ['emergency', 'noAnswer', 'urgent', 'unanswered', 'needsFound'] as const
export const Alarm = z.enum(alarms)

/** 党员, 社工, 网格员, 爱心人士; staff who go themselves are `staff`. */
export const helperKinds = ['partyMember', 'socialWorker', 'gridWorker', 'neighbour', 'staff'] as const

/** What a helper wrote about a visit. */
export const VisitReport = z.object({
  outcome: Outcome,
  /** Null where nothing was written, or it may not be read (`isHeld`). */
  note: z.nullable(z.string()),
  /** WeChat's check did not let the note through: whoever answers for the place reads it, nobody else. */
  isHeld: z.boolean(),
  /** Whether 120 was rung, in an emergency; null where nobody said. */
  ambulanceCalled: z.nullable(z.boolean()),
  at: Instant,
  /** Name of whoever wrote it. */
  by: z.string(),
})

/** What was done about a visit that called for somebody, as whoever closed it says. */
export const VisitSettling = z.object({
  /** What called for somebody until then; null where nothing did any more. */
  alarm: z.nullable(Alarm),
  /** Null where it may not be read. */
  note: z.nullable(z.string()),
  at: Instant,
  by: Actor,
})

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
  /** Whether nobody has marked her door: `place` is her station's, and the door is found by its address. */
  isPlaceUnknown: z.optional(z.boolean()),
  urgency: Urgency,
  /**
   * Why somebody should knock, what was said last first; null where nobody said why, and where WeChat's check did not let it
   * through (`reasonHeld`), for everybody but who answers for the place.
   */
  reason: z.nullable(z.string()),
  reasonHeld: z.boolean(),
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
  report: z.nullable(VisitReport),
  /** What was written before it, the first first: of many the first, the last, and whatever nobody has dealt with yet. */
  earlierReports: z.array(VisitReport),
  /** What was done about it, the first first; more than one where something was seen after it was closed. Of many the first, and the last ones. */
  settlings: z.array(VisitSettling),
  /** What of it calls for somebody; null: nothing does, or it has been dealt with. */
  alarm: z.nullable(Alarm),
  history: z.array(z.object({ state: z.enum(visitStates), at: Instant, by: Actor })),
  /** Why it was cancelled although nobody did. */
  ended: z.optional(z.enum(endings)),
})

/**
 * A visit in a helper's list, how far it is on foot to `place`, and what the caller may do about it while its state allows it: go there, ring
 * who belongs to it, say that it is dealt with.
 */
export const QueuedVisit = z.extend(z.omit(Visit, { history: true }), {
  metres: Metres,
  walkMinutes: Minutes,
  may: z.array(z.enum(['go', 'ring', 'settle'])),
})

/** Which visits of a queue are shown: nobody goes; somebody goes; the due time has passed; somebody reported. */
export const queueFilters = ['waiting', 'underWay', 'overdue', 'reported'] as const
export const QueueFilter = z.enum(queueFilters)

/** How many visits each filter would show, and how many call for somebody. True, however long the list is. */
export const QueueCounts = z.object({
  waiting: z.int(),
  underWay: z.int(),
  overdue: z.int(),
  reported: z.int(),
  alarms: z.int(),
  /** Urgent ones to which nobody goes, and whose time has not passed yet. */
  urgent: z.int(),
})

/**
 * Somebody whom one can ring about a visit: what they are to the elder (null: herself, or who answers for her station now), the name
 * masked. `whom`: `elder`, her other numbers `elder-1` …, `contact-0` …, `station`.
 */
export const Callable = z.object({ whom: z.string(), name: z.string(), relation: z.nullable(KinRelation) })

/** What to dial for an ambulance to the elder's district from another city, who tried that it works, and on which local date. */
export const EmergencyFromAfar = z.object({ digits: z.string(), triedBy: z.string(), on: LocalDate })

/** A page of a helper's list. */
export const VisitQueue = z.object({
  /** The caller's own tasks, all of them; on the first page. */
  mine: z.array(QueuedVisit),
  /** Where the caller went and may still write what was seen afterwards; on the first page. */
  written: z.array(QueuedVisit),
  /** Tasks of the caller that a death has ended today; on the first page. */
  ended: z.array(QueuedVisit),
  visits: z.array(QueuedVisit),
  /** What to ask for the next page with; null when this is the last. */
  next: z.nullable(z.string()),
  counts: QueueCounts,
})

const byId = z.strictObject({ visitId: Id, key: z.optional(Key) })
const moveErrors = ['NOT_FOUND', 'WRONG_STATE', 'ELDER_DIED'] as const

/** Door-knock visits: asked for, claimed, reported, read, closed. */
export const visits = {
  /**
   * Asks for somebody to knock: now, today or on a date within 30 days. While such a visit for the same elder and
   * day is still awaited, asking again returns it, with what else was said; a more urgent wish makes it more urgent. What has no
   * room there any more is refused: `REASON_FULL`.
   */
  request: {
    who: ['elder', 'joinedPhone', 'family:order', 'clerk', 'coordinator'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      urgency: Urgency,
      reason: z.optional(MaybeText),
      when: z.union([z.literal('now'), z.literal('today'), LocalDate]),
      /** How the elder asked, where a clerk or a coordinator writes it down. */
      channel: z.optional(Channel),
      key: z.optional(Key),
    }),
    output: Visit,
    errors: ['NOT_FOUND', 'DATE_PAST', 'DATE_TOO_FAR', 'CONSENT_MISSING', 'ELDER_DIED', 'REASON_FULL'],
    writes: true,
    daily: 'requests',
    shown: ['reason'],
    spared: { urgency: ['urgent'] },
    neverOff: { urgency: ['urgent'] },
  },

  /** Takes a request back while nobody is at the door yet. */
  cancel: {
    who: ['elder', 'joinedPhone', 'family:order', 'clerk', 'coordinator'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: [...moveErrors, 'STILL_ALARMING'],
    writes: true,
    daily: 'cancellations',
    neverOff: true,
  },

  /**
   * Visits of the elders whom the caller may see: what calls for somebody, then what is awaited, then the others of the last 30
   * days, the newest first. A page at a time.
   */
  mine: {
    who: ['signedIn'],
    input: z.strictObject({
      elderId: z.optional(Id),
      /** `next` of the page before, as it came. */
      after: z.optional(PageCursor),
    }),
    output: z.object({ visits: z.array(Visit), next: z.nullable(z.string()) }),
    errors: [],
  },

  /** One visit, however old. For a supervisor, what was passed on to them. */
  show: {
    who: ['elder', 'joinedPhone', 'family:view', 'clerk', 'coordinator', 'assigned', 'supervisor'],
    concerns: 'record',
    input: z.strictObject({ visitId: Id }),
    output: Visit,
    errors: ['NOT_FOUND'],
    neverOff: true,
  },

  /**
   * For a volunteer, doors of the district where nobody goes; for clerks and coordinators, everything of their station or town that
   * is not closed; for supervisors, urgent calls of the district to which nobody came for so long that it was passed on to them.
   * Alarms first, the worst first, however far; then doors, the nearest first; then reports that are only read. A page at a time.
   */
  queue: {
    who: ['volunteer', 'clerk', 'coordinator', 'supervisor'],
    concerns: 'nobody',
    input: z.strictObject({
      place: z.optional(Place),
      show: z.optional(QueueFilter),
      /** `next` of the page before, as it came. */
      after: z.optional(PageCursor),
    }),
    output: VisitQueue,
    errors: [],
    neverOff: true,
  },

  /** Takes a visit on. The first who does has it; for anybody else it is `VISIT_TAKEN`. Nobody takes on more than they can go to. */
  claim: {
    who: ['volunteer', 'clerk', 'coordinator'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: [...moveErrors, 'VISIT_TAKEN', 'NOT_ASSIGNABLE', 'TOO_MANY_TASKS'],
    writes: true,
    neverOff: true,
  },

  /** Says that the helper is at the door. */
  arrive: {
    who: ['assigned'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: moveErrors,
    writes: true,
    neverOff: true,
  },

  /** Gives a claimed visit back, so that somebody else can go; or takes it from a helper of whom nothing is heard. */
  release: {
    who: ['clerk', 'coordinator', 'assigned'],
    concerns: 'record',
    input: byId,
    output: Visit,
    errors: moveErrors,
    writes: true,
    neverOff: true,
  },

  /**
   * Says what was found. The same report again returns the visit, unless it calls for somebody and was dealt with since, or comes
   * under another key; a different one says what was seen afterwards: it is added, and the first is kept. An emergency is taken also from whoever was to go until a while ago, and where the visit was cancelled since.
   */
  report: {
    who: ['assigned'],
    concerns: 'record',
    input: z.strictObject({
      visitId: Id,
      outcome: Outcome,
      note: z.optional(LongText),
      /** Whether 120 was rung, in an emergency. */
      ambulanceCalled: z.optional(z.boolean()),
      key: z.optional(Key),
    }),
    output: Visit,
    errors: moveErrors,
    writes: true,
    shown: ['note'],
    spared: { outcome: ['emergency', 'noAnswer'] },
    neverOff: true,
  },

  /**
   * Closes a visit after its report was read. One that calls for somebody, or did and nobody dealt with it, is closed only by who answers
   * for the place, with a word of what was done (`DONE_MISSING`). What was written after the caller looked is read first: `REPORT_CHANGED`. The same words again
   * return the visit.
   */
  close: {
    who: ['clerk', 'coordinator', 'asker'],
    concerns: 'record',
    input: z.strictObject({
      visitId: Id,
      /** When the latest report was written that the caller saw; null where none was. */
      seen: z.nullable(Instant),
      done: z.optional(Line.check(z.maxLength(longest.visitDone))),
      key: z.optional(Key),
    }),
    output: Visit,
    errors: [...moveErrors, 'REPORT_CHANGED', 'STILL_ALARMING', 'DONE_MISSING'],
    writes: true,
    shown: ['done'],
    neverOff: true,
  },

  /**
   * Whom one can ring about a visit, without a number: for its helper while the task is theirs, for who answers for the place, for
   * the supervisor to whom it was passed on. Whoever wrote what they saw has the station alone, until it is dealt with.
   */
  callable: {
    who: ['clerk', 'coordinator', 'assigned', 'supervisor'],
    concerns: 'record',
    input: z.strictObject({ visitId: Id }),
    output: z.array(Callable),
    errors: moveErrors,
    neverOff: true,
  },

  /** The number of one of them, to be dialled at once; it is written down that it was asked for. */
  ring: {
    who: ['clerk', 'coordinator', 'assigned', 'supervisor'],
    concerns: 'record',
    input: z.strictObject({
      visitId: Id,
      whom: z.string().check(z.regex(/^(elder(-\d)?|station|contact-\d{1,2})$/)),
    }),
    output: z.object({ phone: z.string() }),
    errors: [...moveErrors, 'KEY_LOST'],
    neverOff: true,
  },

  /** How an ambulance to an elder is called from another city; null where nobody has tried what to dial. */
  emergencyFromAfar: {
    who: ['elder', 'joinedPhone', 'family:view'],
    input: z.strictObject({ elderId: Id }),
    output: z.nullable(EmergencyFromAfar),
    errors: ['NOT_FOUND'],
    neverOff: true,
  },
} as const satisfies Contract

export type Urgency = z.infer<typeof Urgency>
export type Outcome = z.infer<typeof Outcome>
export type Alarm = z.infer<typeof Alarm>
export type VisitReport = z.infer<typeof VisitReport>
export type VisitSettling = z.infer<typeof VisitSettling>
export type HelperKind = (typeof helperKinds)[number]
export type Visit = z.infer<typeof Visit>
export type QueuedVisit = z.infer<typeof QueuedVisit>
export type QueueFilter = z.infer<typeof QueueFilter>
export type QueueCounts = z.infer<typeof QueueCounts>
export type VisitQueue = z.infer<typeof VisitQueue>
export type Callable = z.infer<typeof Callable>
export type EmergencyFromAfar = z.infer<typeof EmergencyFromAfar>
