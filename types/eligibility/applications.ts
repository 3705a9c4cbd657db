import { Actor } from '../actors'
import { longest } from '../limits'
import { Category } from '../people/categories'
import { applicationStates } from '../states'
import { Id, Instant, LocalDate, lineOf } from '../values'
import * as z from '../z'

/** Where a photo lies, as the cloud gave it out: nobody chooses the name of a file. */
export const FilePath = z
  .string()
  .check(z.regex(/^applications\/[A-Za-z0-9-]{1,40}\/[A-Za-z0-9_-]{8,80}\.jpg$/))

/** A photo that was taken of a paper. `fileId` is what WeChat's storage answered. */
export const NewDocument = z.strictObject({
  path: FilePath,
  fileId: z.string().check(z.maxLength(300), z.regex(/^cloud:\/\/[A-Za-z0-9.-]+\/[A-Za-z0-9/_.-]+$/)),
  /** Which paper it shows. */
  label: lineOf(longest.paper),
})

/** What a reviewer may decide. */
export const verdicts = ['approve', 'return', 'refuse'] as const

/** One paper of an application; the photo itself only its reviewer sees. */
export const Document = z.object({
  label: z.string(),
  at: Instant,
  by: z.string(),
  /** WeChat's check found in it what may not be shown: its reviewer does not see it either. Absent: it found nothing, or has not answered. */
  isRefused: z.optional(z.boolean()),
})

/** What somebody asks to be recognised as, and how far it has come. */
export const Application = z.object({
  /** `{elderId}_{category}`: applying again keeps the id and the history. */
  id: Id,
  elderId: Id,
  elderName: z.string(),
  category: Category,
  /** The district's own name of it; null where the phone has a word. */
  label: z.nullable(z.string()),
  state: z.enum(applicationStates),
  documents: z.array(Document),
  /** Papers that were asked for and that no photo shows. */
  lacking: z.array(z.string()),
  note: z.nullable(z.string()),
  by: Actor,
  submittedAt: Instant,
  /** Last local date by which it has to be decided. */
  dueOn: LocalDate,
  isOverdue: z.boolean(),
  /** Who looks at it; null: nobody yet. */
  reviewer: z.nullable(z.string()),
  /** What is missing, when it was returned. */
  missing: z.array(z.string()),
  /** Why it was returned or refused. */
  reason: z.nullable(z.string()),
  /** Local dates of a category that was approved. */
  from: z.nullable(LocalDate),
  to: z.nullable(LocalDate),
  /** How to object to a refusal, in the district's words; null before one. */
  objection: z.nullable(z.string()),
  history: z.array(z.object({ state: z.enum(applicationStates), at: Instant, by: Actor })),
})

/** An application in a reviewer's list. */
export const ReviewRow = z.pick(Application, {
  id: true,
  elderName: true,
  category: true,
  label: true,
  state: true,
  submittedAt: true,
  dueOn: true,
  isOverdue: true,
  reviewer: true,
})

export type VerdictKind = (typeof verdicts)[number]
export type NewDocument = z.infer<typeof NewDocument>
export type Application = z.infer<typeof Application>
export type ReviewRow = z.infer<typeof ReviewRow>
