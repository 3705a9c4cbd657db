import { Id, Instant, LocalDate } from '#types/values'
import { helperKinds, Visit } from '#types/visits'
import * as z from '#types/z'
import { Openid } from '../people/records'

/** A visit as it is kept. What a reader sees of name and address depends on who they are (`visitFor`). */
export const VisitRecord = z.extend(z.omit(Visit, { isMine: true, address: true, helper: true }), {
  district: Id,
  townId: Id,
  stationId: Id,
  politeName: z.string(),
  building: z.string(),
  room: z.nullable(z.string()),
  /** The local date it is for; the day of asking for `now`. */
  date: LocalDate,
  asker: Openid,
  /** Who is told: the asker, as long as they are near her. */
  notify: z.nullable(Openid),
  helper: z.nullable(z.strictObject({ openid: Openid, name: z.string(), kind: z.enum(helperKinds) })),
  /** Who gave it back last, so that giving it back twice is one act. */
  releasedBy: z.nullable(Openid),
})

/** Points at the visit that an elder awaits for one `when`, so that asking twice finds the first. */
export const AwaitedVisitRecord = z.strictObject({ id: Id, district: Id, visitId: Id, at: Instant })

export type VisitRecord = z.infer<typeof VisitRecord>
export type AwaitedVisitRecord = z.infer<typeof AwaitedVisitRecord>
/** Who goes. */
export type Helper = NonNullable<VisitRecord['helper']>
