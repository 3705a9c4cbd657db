import { longestPhone } from '#types/phones'
import { Service, Station, stationKinds } from '#types/stations'
import { Id, LocalDate, lineOf, PartId, Place, ShortText, TimeOfDay, Title, Weekday } from '#types/values'
import * as z from '#types/z'

/** Opening hours that repeat every week: on these weekdays (1 Monday … 7 Sunday) from one local time to another. */
export const WeeklyHours = z.strictObject({
  weekdays: z.array(Weekday).check(z.minLength(1)),
  from: TimeOfDay,
  to: TimeOfDay,
})

/** Days on which the station stays closed, first and last included. */
const Closure = z.strictObject({ from: LocalDate, to: LocalDate, reason: ShortText })

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
})

export type WeeklyHours = z.infer<typeof WeeklyHours>
export type StationRecord = z.infer<typeof StationRecord>
export type KitchenRecord = z.infer<typeof KitchenRecord>
