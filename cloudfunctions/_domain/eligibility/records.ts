import { Application, Document, FilePath, verdicts } from '#types/eligibility/applications'
import { Category } from '#types/people/categories'
import { Id, Instant, LocalDate } from '#types/values'
import * as z from '#types/z'
import { Openid } from '../people/records'

/** An application as it is kept. */
export const ApplicationRecord = z.extend(
  z.omit(Application, { isOverdue: true, documents: true, lacking: true, objection: true }),
  {
    district: Id,
    townId: Id,
    stationId: Id,
    documents: z.array(z.extend(Document, { path: FilePath, fileId: z.nullable(z.string()) })),
    /** Which papers were asked for when it was sent. Absent: nobody kept it. */
    asked: z.optional(z.array(z.string())),
    /** Photos of earlier rounds, to be taken away with the others. */
    replaced: z.array(z.string()),
    /** Whether any photo of it is still kept. */
    hasPhotos: z.boolean(),
    /** Everybody who applied or added a paper (`personOf` their openid). */
    applicants: z.array(z.string()),
    /** Who is told. */
    notify: z.nullable(Openid),
    /** `personOf` the reviewer. */
    reviewerPerson: z.nullable(z.string()),
    /** When it was decided; null while it is not. By this the photos are taken away again. */
    decidedAt: z.nullable(Instant),
    /** How many decisions there have been. */
    decisions: z.int(),
    key: z.nullable(z.string()),
    body: z.string(),
  },
)

/** A dated decision: a fact, effective from a day. Only ever added. */
export const DeterminationRecord = z.strictObject({
  id: Id,
  district: Id,
  elderId: Id,
  applicationId: Id,
  category: Category,
  verdict: z.enum(verdicts),
  from: z.nullable(LocalDate),
  to: z.nullable(LocalDate),
  /** Which papers were seen. */
  evidence: z.array(z.string()),
  missing: z.array(z.string()),
  reason: z.nullable(z.string()),
  by: z.string(),
  at: Instant,
})

/** A place in storage that was given out for one photo, of whatever. */
export const Placed = {
  id: Id,
  district: Id,
  at: Instant,
  /** Where copies of what was sent there were begun. Absent: nowhere. */
  copies: z.optional(z.array(z.string())),
  /**
   * What the storage calls the copy that counts: of the bytes that were checked, and written by functions alone. What is put on `path`
   * later changes nothing. Absent: there is none yet.
   */
  sealed: z.optional(z.string()),
  /** Under which number WeChat answers what it found in that copy. Absent: it was not asked, or took no question. */
  traceId: z.optional(z.string()),
  /** Whether nothing that lies or is put there counts any more: her data are gone, or that use of them. Absent: it is not. */
  isGivenUp: z.optional(z.boolean()),
}

/** A place for a photo of a paper. */
export const UploadRecord = z.strictObject({ ...Placed, elderId: Id, path: FilePath, openid: Openid })

export type ApplicationRecord = z.infer<typeof ApplicationRecord>
export type DeterminationRecord = z.infer<typeof DeterminationRecord>
/** A file that was made for somebody to fetch, to be taken away again. */
export const StoredFileRecord = z.strictObject({ id: Id, district: Id, fileId: z.string(), at: Instant })

/** First and last days of a district's policies of one kind: saving one changes this, so that no two are saved past each other. */
export const PolicyChainRecord = z.strictObject({
  id: Id,
  district: Id,
  links: z.array(z.strictObject({ id: Id, effectiveFrom: LocalDate, effectiveTo: z.nullable(LocalDate) })),
})

export type StoredFileRecord = z.infer<typeof StoredFileRecord>
export type PolicyChainRecord = z.infer<typeof PolicyChainRecord>
export type UploadRecord = z.infer<typeof UploadRecord>
