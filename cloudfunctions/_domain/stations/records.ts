import { Closure, Service, Station, stationKinds } from '#types/stations'
import { Id, PartId, Place, TimeOfDay, Weekday } from '#types/values'
import * as z from '#types/z'

/** Opening hours that repeat every week: on these weekdays (1 Monday … 7 Sunday) from one local time to another. */
export const WeeklyHours = z.strictObject({
  weekdays: z.array(Weekday).check(z.minLength(1)),
  from: TimeOfDay,
  to: TimeOfDay,
})

/** A facility of the three-tier network. */
export const StationRecord = z.strictObject({
  id: PartId,
  district: Id,
  townId: Id,
  name: z.string(),
  kind: z.enum(stationKinds),
  address: z.string(),
  place: Place,
  services: z.array(Service),
  hours: z.array(WeeklyHours),
  closures: z.array(Closure),
  /** How often closures were written; absent: never by its manager. */
  closuresRev: z.optional(z.int()),
  /** Whether the sittings that exist follow the closures: false while some may not. Absent: they do. */
  isAligned: z.optional(z.boolean()),
  phone: z.nullable(z.string()),
  contactName: z.nullable(z.string()),
  access: Station.shape.access,
  /** Who runs it, and is paid for what it serves. */
  operatorId: Id,
  operatorName: z.string(),
  kitchenId: z.nullable(Id),
  kitchenName: z.nullable(z.string()),
  invented: z.boolean(),
})

/** A kitchen that feeds many tables. */
export const KitchenRecord = z.strictObject({
  id: Id,
  district: Id,
  townId: Id,
  name: z.string(),
  address: z.string(),
  place: Place,
})

export type WeeklyHours = z.infer<typeof WeeklyHours>
export type StationRecord = z.infer<typeof StationRecord>
export type KitchenRecord = z.infer<typeof KitchenRecord>
