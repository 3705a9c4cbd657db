import { longestPhone } from '#types/phones'
import { Closure, Service, Station, stationKinds } from '#types/stations'
import { Id, lineOf, PartId, Place, ShortText, TimeOfDay, Title, Weekday } from '#types/values'
import * as z from '#types/z'

/**
 * Opening hours that repeat every week: on these weekdays (1 Monday … 7 Sunday) from one local time to another. Hours of all five workdays
 * count on make-up workdays, too.
 */
export const WeeklyHours = z.strictObject({
  weekdays: z.array(Weekday).check(z.minLength(1)),
  from: TimeOfDay,
  to: TimeOfDay,
  /** Whether they count on public holidays, too. Absent: nobody has said. */
  onHolidays: z.optional(z.boolean()),
})

/** A facility of the three-tier network. */
export const StationRecord = z.strictObject({
  id: PartId,
  district: Id,
  townId: Id,
  name: Title,
  kind: z.enum(stationKinds),
  address: ShortText,
  place: Place,
  services: z.array(Service),
  hours: z.array(WeeklyHours),
  closures: z.array(Closure),
  /** How often closures were written; absent: never by its manager. */
  closuresRev: z.optional(z.int()),
  /** Whether the sittings that exist follow the closures: false while some may not. Absent: they do. */
  isAligned: z.optional(z.boolean()),
  phone: z.nullable(lineOf(longestPhone)),
  contactName: z.nullable(Title),
  access: Station.shape.access,
  /** Who runs it, and is paid for what it serves. */
  operatorId: Id,
  operatorName: Title,
  kitchenId: z.nullable(Id),
  kitchenName: z.nullable(Title),
  invented: z.boolean(),
})

/** A kitchen: one that feeds many tables, or a station's own. */
export const KitchenRecord = z.strictObject({
  id: Id,
  district: Id,
  townId: Id,
  name: Title,
  address: ShortText,
  place: Place,
  /** The station whose own kitchen it is; its manager does there what the kitchen's people do. Null: it feeds many. */
  stationId: z.nullable(PartId),
  /** The stations that it fed when their sittings were last held against that, in the order of their ids. Absent: none was. */
  fed: z.optional(z.array(Id)),
})

export type WeeklyHours = z.infer<typeof WeeklyHours>
export type StationRecord = z.infer<typeof StationRecord>
export type KitchenRecord = z.infer<typeof KitchenRecord>
