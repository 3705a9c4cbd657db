import { GeoPoint, Id, Instant, LocalDate, type Place } from '#types/values'
import { helperKinds, Visit } from '#types/visits'
import * as z from '#types/z'
import { Openid } from '../people/records'

/** Who has been told that a visit is overdue, one after the other. */
const lateRungs = ['nobody', 'coordinator', 'supervisor'] as const

/** A visit as it is kept. What a reader sees of name and address depends on who they are (`visitFor`). */
export const VisitRecord = z.extend(
  z.omit(Visit, { isMine: true, address: true, helper: true, reason: true }),
  {
    district: Id,
    townId: Id,
    stationId: Id,
    politeName: z.string(),
    building: z.string(),
    room: z.nullable(z.string()),
    /** `place` as the database looks places up: longitude, latitude. */
    location: GeoPoint,
    reason: z.nullable(z.string()),
    /** The local date it is for; the day of asking for `now`. */
    date: LocalDate,
    asker: Openid,
    /** Who is told what becomes of it: the relative who asked, as long as they are near her, else the elder herself. */
    notify: z.nullable(Openid),
    helper: z.nullable(z.strictObject({ openid: Openid, name: z.string(), kind: z.enum(helperKinds) })),
    /** When it was said last that it is urgent, or one before it that was called off. Absent: it was not. */
    urgentAt: z.optional(Instant),
    /** Helpers who were asked to go because it is urgent: it stands on their home pages until somebody does. */
    called: z.array(Openid),
    /** How far it has been said that nobody came in time. */
    lateTold: z.enum(lateRungs),
    /** Who gave it back last, so that giving it back twice is one act. */
    releasedBy: z.nullable(Openid),
    /** Who had promised to go before, and does not any more: an emergency that they found counts all the same. */
    lastHelper: z.nullable(Openid),
  },
)

/** Points at the visit that an elder awaits for one `when`, so that asking twice finds the first. */
export const AwaitedVisitRecord = z.strictObject({ id: Id, district: Id, visitId: Id, at: Instant })

export type VisitRecord = z.infer<typeof VisitRecord>
export type AwaitedVisitRecord = z.infer<typeof AwaitedVisitRecord>
/**
 * The fields that say where a visit is, so that one never changes without the others.
 * @param isPlaceUnknown whether `place` is her station's, standing for a door that nobody has marked
 */
export const placed = (
  place: Place,
  isPlaceUnknown: boolean,
): Pick<VisitRecord, 'place' | 'isPlaceUnknown' | 'location'> => ({
  place,
  isPlaceUnknown,
  location: { type: 'Point', coordinates: [place.lng, place.lat] },
})

/** Who goes. */
export type Helper = NonNullable<VisitRecord['helper']>
