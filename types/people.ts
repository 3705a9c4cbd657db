import type { Contract } from './contract'
import { roles, scopes } from './contract'
import { Application } from './eligibility/applications'
import { most } from './limits'
import { OwnOrder } from './meals/orders'
import { Notice } from './notices'
import { circleActions } from './people/circle'
import { elderActions } from './people/elders'
import { FoundElder } from './people/found'
import { likenessActions } from './people/likenesses'
import { numberActions } from './people/numbers'
import { privacyActions } from './people/privacy'
import { KinRelation, Relation } from './people/relations'
import { staffActions } from './people/staff'
import { membershipStates, relationStates } from './states'
import { Doubt, NearbyStation } from './stations'
import { templateNames } from './templates'
import { Id, Instant, Key, LocalDate, PageCursor, Place, SearchText } from './values'
import { Visit } from './visits'
import * as z from './z'

/** An elder for whom the caller may act, with how far. `place` is where the elder lives, for finding stations near her. */
export const ActFor = z.object({
  id: Id,
  name: z.string(),
  /** How people speak to her: 王奶奶. */
  politeName: z.string(),
  relation: Relation,
  scopes: z.array(z.enum(scopes)),
  place: Place,
  /** Whether nobody has marked her home: `place` is her station's, and no way from it is a way from her home. */
  isPlaceUnknown: z.optional(z.boolean()),
  /**
   * The last local date for which a meal may be booked for her while nobody of a station, and no helper, has seen her: one of a slot and
   * day (`NOT_SEEN_YET`). Absent: somebody has.
   */
  littleUntil: z.optional(LocalDate),
  /** Whether this registration was joined to another, for which the caller may not act: nothing is booked or changed under it. */
  isJoined: z.optional(z.boolean()),
  /** Second registrations of hers, under whose ids records of hers stand too. Absent: none. */
  joined: z.optional(z.array(Id)),
  /** The relation by which the caller acts, for leaving of their own accord; absent for oneself. */
  memberId: z.optional(Id),
})

/** A role that the caller holds; `stationId` for those of one station, `kitchenId` for those of one kitchen. */
export const HeldRole = z.object({
  role: z.enum(roles),
  stationId: z.optional(Id),
  kitchenId: z.optional(Id),
  /** Name of the station, kitchen, town or district it is held in. */
  orgName: z.optional(z.string()),
  /** The name under which the caller acts in it, where it is another than `Me.name`: at work the one that was vetted. */
  name: z.optional(z.string()),
})

/** Who the caller is. An openid without an account has no name and no roles. */
export const Me = z.object({
  now: Instant,
  /** What the caller is called, where a role has no name of its own. */
  name: z.nullable(z.string()),
  /** True for invented people of a demo district; pages say so. */
  invented: z.boolean(),
  roles: z.array(HeldRole),
  elders: z.array(ActFor),
  /** Who asks the caller, an elder, to be let in: known ones first, then the longest waiting; at most ten. */
  asks: z.array(z.object({ memberId: Id, name: z.string(), relation: KinRelation })),
  /** How many ask. */
  asking: z.int(),
  /** Whom the caller asked, or registered, and what became of it; names are masked until they are let in. */
  asked: z.array(
    z.object({
      elderId: Id,
      name: z.string(),
      relation: KinRelation,
      state: z.enum(relationStates),
      /** The relation, for taking the asking back. */
      memberId: Id,
      /** Since when it is so; absent where nobody kept it. */
      since: z.optional(Instant),
    }),
  ),
  /** Where the caller starts from as a helper; null when not known. */
  startsFrom: z.nullable(Place),
  /** What could not be sent to the caller and was not read yet, the latest last. */
  notices: z.array(Notice),
  /** Work that the caller has accepted and that is not theirs to do yet, or no longer. */
  joining: z.array(z.object({ role: z.enum(roles), orgName: z.string(), state: z.enum(membershipStates) })),
})

/** How many visits call for somebody, by why; `late`: urgent, and past their time. */
export const AlarmCounts = z.object({
  emergency: z.int(),
  late: z.int(),
  noAnswer: z.int(),
  urgent: z.int(),
  unanswered: z.int(),
  needsFound: z.int(),
})

/** The person to ring at a station, and who answers while it is closed. */
export const HomeContact = z.object({
  name: z.string(),
  phone: z.string(),
  stationName: z.string(),
  openNow: z.boolean(),
  /** When it opens next; null while it is open, or when nobody knows. */
  opensAt: z.nullable(Instant),
  /** What nobody knows of it before then. Absent: nothing. */
  unsure: z.optional(Doubt),
  /** Who answers now that it is closed; null while it is open, or where the district names nobody. */
  otherwise: z.nullable(z.object({ name: z.string(), phone: z.string() })),
})

/** All that the home page shows. Without an account or an elder, only what everybody may see. */
export const Home = z.object({
  me: Me,
  /** Whom the page is about: the caller, or the elder they act for. */
  elder: z.nullable(ActFor),
  /** Whether her station has ended what was booked and asked for her, and nothing new can be: then nobody is asked to. */
  isEnded: z.boolean(),
  /** The elder's next meal, today or later. */
  nextMeal: z.nullable(OwnOrder),
  /**
   * Visits that call for somebody and that nobody has dealt with, the worst first: of every living elder whom the caller may see,
   * whoever of them the page is about. At most a page.
   */
  alarms: z.array(Visit),
  /** How many there are. */
  alarmCount: z.int(),
  /** Besides these, the visit to the elder that somebody waits for, or the last report of the day. */
  visit: z.nullable(Visit),
  /** Applications for living elders that the caller sent, or is told of, and that were sent back; at most a page. */
  returned: z.array(z.pick(Application, { id: true, elderId: true, category: true, label: true })),
  /** What calls for somebody where the caller works; null for whoever works nowhere. */
  atWork: z.nullable(AlarmCounts),
  /** The elder's own station; for whoever has nobody to act for, the nearest to the place given. */
  station: z.nullable(NearbyStation),
  /** Whom to ring; null for staff, who have colleagues. */
  contact: z.nullable(HomeContact),
})

/** Actions about who somebody is. */
export const people = {
  /** Who the caller is, which roles they hold, for whom they may act. */
  me: { who: ['signedIn'], input: z.strictObject({}), output: Me, errors: [], neverOff: true },

  /** The home page in one action; no login needed. */
  home: {
    who: ['anyone'],
    input: z.strictObject({ elderId: z.optional(Id), place: z.optional(Place) }),
    output: Home,
    errors: [],
    neverOff: true,
  },

  /** Takes notices off the caller's home page: they were read. */
  seen: {
    who: ['signedIn'],
    input: z.strictObject({
      noticeIds: z.array(Id).check(z.minLength(1), z.maxLength(most.notices)),
      key: z.optional(Key),
    }),
    output: z.object({}),
    errors: [],
    writes: true,
  },

  /**
   * At a tap, the caller has said yes to one more message about each of these. It is counted, so that a yes is spent on what matters
   * most; the count is an estimate, and WeChat's own decides. Each tap has a key, so that a repeated call counts once.
   */
  granted: {
    who: ['signedIn'],
    input: z.strictObject({
      about: z.array(z.enum(templateNames)).check(z.minLength(1), z.maxLength(templateNames.length)),
      key: Key,
    }),
    output: z.object({}),
    errors: [],
    writes: true,
  },

  /**
   * Elders whom a clerk of `stationId` looks for, by name: those of the caller's own stations by a part of the name, in letters too
   * (`wangxiuying`, `wxy`, `王xy`), by a phone or its last four digits, or by the code of a card; those of others in the district only by
   * that code, or by the whole name as it is written and the last four digits together, and each reads in her log that she was found. Those
   * whom somebody has seen come first, a page at a time.
   */
  find: {
    who: ['clerk'],
    input: z.strictObject({
      stationId: Id,
      text: SearchText,
      after: z.optional(PageCursor),
    }),
    output: z.object({ elders: z.array(FoundElder), next: z.nullable(PageCursor) }),
    errors: [],
  },

  ...elderActions,
  ...numberActions,
  ...circleActions,
  ...staffActions,
  ...privacyActions,
  ...likenessActions,
} as const satisfies Contract

export type Me = z.infer<typeof Me>
export type Home = z.infer<typeof Home>
export type AlarmCounts = z.infer<typeof AlarmCounts>
export type HomeContact = z.infer<typeof HomeContact>
export type ActFor = z.infer<typeof ActFor>
export type HeldRole = z.infer<typeof HeldRole>
