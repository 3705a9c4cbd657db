import type { Contract } from './contract'
import { pageSize } from './paging'
import {
  Id,
  Instant,
  LocalDate,
  Metres,
  Minutes,
  PageCursor,
  Place,
  SearchText,
  ShortText,
  Weekday,
} from './values'
import * as z from './z'

/** Facility kinds of the three tiers: town, community, neighbourhood. */
export const stationKinds = ['careCenter', 'station', 'neighbourhoodPoint'] as const

/** Services that a station may offer; the phone words them. */
export const services = [
  'meal',
  'delivery',
  'dayCare',
  'healthCheck',
  'rehabilitation',
  'haircut',
  'bathing',
  'activities',
  'companionship',
  'lifeCare',
  'legalAid',
  'shortStay',
] as const
export const Service = z.enum(services)

export const accessFeatures = ['ramp', 'lift', 'toilet', 'parking', 'hearingLoop'] as const

/** Why and until which date, that day included, a station stays closed. */
export const ClosedDays = z.object({ until: LocalDate, reason: z.string() })

/** Days on which a station stays closed, first and last included. */
export const Closure = z.strictObject({ from: LocalDate, to: LocalDate, reason: ShortText })

/**
 * From when on nobody knows whether a station opens: on a public holiday of which it has not said it, or on a day that may become one, or
 * be worked in exchange, once the year's notice is entered.
 */
export const Doubt = z.object({ why: z.enum(['holiday', 'unarranged']), from: Instant })

/** Whether a station is open at the moment asked about, as far as that is known, and when that changes. Instants. */
export const Opening = z.object({
  openNow: z.boolean(),
  /** When it closes today; null while closed. */
  closesAt: z.nullable(Instant),
  /** The next opening that is certain; null while open, or when none is known in the coming two weeks. */
  opensAt: z.nullable(Instant),
  /** Why it is closed on a day it would be open. */
  closure: z.nullable(ClosedDays),
  /** What nobody knows before the next opening that is certain, be it of this moment. Absent: nothing. */
  unsure: z.optional(Doubt),
})

/** What everybody may know of a station. */
export const Station = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(stationKinds),
  address: z.string(),
  place: Place,
  services: z.array(Service),
  opening: Opening,
  phone: z.nullable(z.string()),
  contactName: z.nullable(z.string()),
  /** Opening hours as a week: for each weekday 1 (Monday) to 7, the spans `HH:mm-HH:mm`; empty: closed. */
  week: z.array(z.object({ weekday: Weekday, spans: z.array(z.string()) })),
  /** Whether these hours count on public holidays, too: all, none or some of them; unknown: nobody has said it of all. */
  onHolidays: z.enum(['open', 'closed', 'partly', 'unknown']),
  /** Closures of today and the coming days, as many as `closureDaysAhead`, the first first. */
  closures: z.array(Closure),
  /** Who takes calls where it is closed, or nobody knows whether it is; null where its district names nobody. */
  otherwise: z.nullable(z.object({ name: z.string(), phone: z.string() })),
  /** Ramp, lift, accessible toilet … as words of a code list. */
  access: z.array(z.enum(accessFeatures)),
  /** Kitchen that feeds its tables, by name; null where no meals are served. */
  kitchenName: z.nullable(z.string()),
  /** The last local date for which its meals can be booked. */
  mealsUntil: LocalDate,
})

/** The first closure that begins after today, within `closureDaysAhead`; null: none does. Today's own is the opening's to say. */
const NextClosure = z.nullable(Closure)

/** A station in the list of those nearby. */
export const NearbyStation = z.extend(
  z.pick(Station, {
    id: true,
    name: true,
    kind: true,
    address: true,
    place: true,
    services: true,
    opening: true,
  }),
  {
    /** Along the way, not as the crow flies: straight metres times the detour factor. */
    metres: Metres,
    /** On foot at an elder's pace, rounded up. */
    walkMinutes: Minutes,
    nextClosure: NextClosure,
  },
)

/** A station in a list that goes by names: nobody said from where, so it tells no way. */
export const FoundStation = z.extend(
  z.pick(Station, {
    id: true,
    name: true,
    kind: true,
    address: true,
    opening: true,
  }),
  { nextClosure: NextClosure },
)

/** A district with its towns, to choose from where somebody lives. */
export const District = z.object({
  id: Id,
  name: z.string(),
  towns: z.array(z.object({ id: Id, name: z.string() })),
})

/** Only of these kinds: nobody is registered where nobody works. */
const Kinds = z.array(z.enum(stationKinds)).check(z.minLength(1), z.maxLength(stationKinds.length))

/** The directory. No login needed. */
export const stations = {
  /** Stations nearest to a place, nearest first, optionally only those with a service or of some kinds. */
  nearby: {
    who: ['anyone'],
    input: z.strictObject({
      lng: Place.shape.lng,
      lat: Place.shape.lat,
      service: z.optional(Service),
      kinds: z.optional(Kinds),
      limit: z._default(z.int().check(z.minimum(1), z.maximum(pageSize.stations)), 10),
      /** The last station of the page before. */
      after: z.optional(Id),
    }),
    output: z.array(NearbyStation),
    errors: ['NOT_FOUND'],
  },

  /**
   * Stations by name, wherever the caller is: those whose name or address holds a text, of a district or of one of its towns.
   * A page at a time.
   */
  find: {
    who: ['anyone'],
    input: z.strictObject({
      text: z.optional(SearchText),
      districtId: z.optional(Id),
      townId: z.optional(Id),
      kinds: z.optional(Kinds),
      after: z.optional(PageCursor),
    }),
    output: z.object({ stations: z.array(FoundStation), next: z.nullable(PageCursor) }),
    errors: [],
  },

  /** The districts with their towns. A page at a time. */
  districts: {
    who: ['anyone'],
    input: z.strictObject({ after: z.optional(PageCursor) }),
    output: z.object({ districts: z.array(District), next: z.nullable(PageCursor) }),
    errors: [],
  },

  /** One station in full. */
  show: {
    who: ['anyone'],
    input: z.strictObject({ stationId: Id }),
    output: Station,
    errors: ['NOT_FOUND'],
  },
} as const satisfies Contract

export type Station = z.infer<typeof Station>
export type NearbyStation = z.infer<typeof NearbyStation>
export type FoundStation = z.infer<typeof FoundStation>
export type District = z.infer<typeof District>
export type Opening = z.infer<typeof Opening>
export type Doubt = z.infer<typeof Doubt>
export type Closure = z.infer<typeof Closure>
export type ClosedDays = z.infer<typeof ClosedDays>
export type Service = z.infer<typeof Service>
export type AccessFeature = (typeof accessFeatures)[number]
export type StationKind = (typeof stationKinds)[number]
