import { Channel } from '../actors'
import type { Contract } from '../contract'
import { longest, most } from '../limits'
import { elderStates } from '../states'
import {
  Code,
  ContactNumber,
  Id,
  Instant,
  Key,
  Line,
  LocalDate,
  lineOf,
  PersonName,
  PhoneNumber,
  Place,
  ShortText,
  TypedIdNumber,
} from '../values'
import * as z from '../z'
import { Category, categories } from './categories'
import { capacities } from './decisions'
import { diets } from './diets'
import { hukous, livings, sexes } from './livings'
import { KinRelation } from './relations'

/** A category that an elder holds from a local date to a local date (null: open end), on which paper, and who saw it. */
export const HeldCategory = z.strictObject({
  category: Category,
  from: LocalDate,
  to: z.nullable(LocalDate),
  evidence: Line.check(z.maxLength(longest.evidence)),
  verifiedBy: Line.check(z.maxLength(60)),
})

export const absenceKinds = ['hospital', 'away'] as const

/** In hospital, or away from home, as somebody recorded it. */
export const Absence = z.strictObject({
  kind: z.enum(absenceKinds),
  from: LocalDate,
  to: z.nullable(LocalDate),
  /** Who wrote it down. */
  by: z.string().check(z.maxLength(60)),
})

/** An assessed grade of ability (GB/T 42195-2022: 0 able … 4 wholly unable); stored as assessed, never computed. */
export const Ability = z.strictObject({
  grade: z.int().check(z.minimum(0), z.maximum(4)),
  assessor: lineOf(longest.assessor),
  on: LocalDate,
})

/** Whom to ring when something is wrong, the first one first. */
export const EmergencyContact = z.strictObject({
  name: PersonName,
  relation: KinRelation,
  phone: ContactNumber,
})

/** What is asked of an elder, or of a relative for her: each kind of data by itself, with its own text. */
export const purposes = ['service', 'health', 'category', 'location'] as const
export const Purpose = z.enum(purposes)

/** Which text somebody agreed to. */
export const Agreed = z.strictObject({ purpose: Purpose, version: Id })

/** A signed paper, or words said on the telephone, that stand for the tap of an elder without a phone. */
export const Paper = z.strictObject({
  how: z.enum(['paper', 'spoken']),
  /** Number of the form, or what was said. */
  form: ShortText,
  /** Who was there beside the clerk. */
  witness: PersonName,
})

/** What of a paper the elder reads. */
export const shownPaper = ['paper.form', 'paper.witness'] as const

const Contacts = z.array(EmergencyContact).check(z.maxLength(most.contacts))
/** Contacts as they are changed: without a number, the one of the same name and relation keeps the number it has. */
const ChangedContacts = z
  .array(z.strictObject({ ...EmergencyContact.shape, phone: z.nullable(ContactNumber) }))
  .check(z.maxLength(most.contacts))
const Diet = z.array(z.enum(diets)).check(z.maxLength(diets.length))
/** What people write where there is nothing to write: it is no allergy. */
const NONE = ['无', '没有', '没', '不过敏', '无过敏', '没有过敏']
const Allergies = z.array(lineOf(longest.allergy)).check(
  z.maxLength(most.allergies),
  z.overwrite((all) => all.filter((one) => !NONE.includes(one))),
)

/** What anybody may say of an elder. Without a place the station's stands for it. */
const Sayable = z.strictObject({
  phone: z.nullable(PhoneNumber),
  building: lineOf(longest.building),
  room: z.nullable(lineOf(longest.room)),
  place: z.nullable(Place),
  living: z.enum(livings),
  diet: Diet,
  allergies: Allergies,
  contacts: ChangedContacts,
})

/** Who an elder is. With an id number, birth date and sex may be left out, and are checked when they are not. */
const Identity = z.strictObject({
  name: PersonName,
  sex: z.enum(sexes),
  birthDate: LocalDate,
  idNumber: z.nullable(TypedIdNumber),
  hukou: z.nullable(z.enum(hukous)),
  residentSince: z.nullable(LocalDate),
})

/** An elder as she is registered; only name, home and living situation must be there, and a birth date or an id number. */
export const NewElder = z.strictObject({
  ...z.partial(Identity).shape,
  name: PersonName,
  ...z.partial(Sayable).shape,
  contacts: z.optional(Contacts),
  building: Sayable.shape.building,
  living: Sayable.shape.living,
})

/** What registering leads to. */
export const Registered = z.object({
  elderId: Id,
  name: z.string(),
  state: z.enum(elderStates),
  /** Code of her card. */
  code: Code,
  stationName: z.string(),
})

/** Whether she agreed to one use of her data, and how. */
export const ConsentState = z.object({
  purpose: Purpose,
  /** Version and words of the text in force. */
  version: Id,
  title: z.string(),
  text: z.string(),
  given: z.nullable(
    z.object({
      version: Id,
      at: Instant,
      /** Who said yes: her name, or the guardian's. */
      by: z.string(),
      capacity: z.enum(capacities),
      how: z.enum(['app', 'paper', 'spoken']),
      witness: z.nullable(z.string()),
    }),
  ),
  /**
   * That it was given under another registration of hers alone, which was joined to this one: it covers what was said there, can be taken
   * back here, and can be given here, too.
   */
  isOfOther: z.optional(z.literal(true)),
  /**
   * Another registration of hers says something for this use and can still be parted from hers: a no puts that aside at once, and deletes
   * it after this. Absent: a no deletes all.
   */
  asideUntil: z.optional(Instant),
})

/** What the reader may know of an elder. Health is null for those who may not, and where she did not agree to it. */
export const ElderFile = z.object({
  id: Id,
  state: z.enum(elderStates),
  name: z.string(),
  politeName: z.string(),
  sex: z.enum(sexes),
  birthDate: LocalDate,
  age: z.int(),
  /** Last four of the id number; null where none is kept. */
  idTail: z.nullable(z.string()),
  /** `138****5678`, in full for herself; null where there is none. */
  phone: z.nullable(z.string()),
  building: z.string(),
  hasRoom: z.boolean(),
  /** For herself and her family, who read it wherever somebody goes to her door; null for staff, and where there is none. */
  room: z.nullable(z.string()),
  /** Whether nobody has marked where her home is on the map. */
  isPlaceUnknown: z.optional(z.boolean()),
  hukou: z.nullable(z.enum(hukous)),
  residentSince: z.nullable(LocalDate),
  living: z.enum(livings),
  /** In hospital or away; empty for those who may not know. */
  absences: z.array(Absence),
  diedOn: z.nullable(LocalDate),
  /** When staff last went through all categories with her; null: what is not named is not known. */
  askedOn: z.nullable(LocalDate),
  stationId: Id,
  stationName: z.string(),
  hasOwnPhone: z.boolean(),
  /** True once somebody at a station has seen her papers. */
  isVerified: z.boolean(),
  /** For staff: others were registered with her id number, too, or it was theirs, and no clerk has seen her card. */
  isIdPending: z.optional(z.boolean()),
  health: z.nullable(
    z.object({
      ability: z.nullable(Ability),
      diet: z.array(z.enum(diets)),
      allergies: z.array(z.string()),
    }),
  ),
  categories: z.nullable(z.array(HeldCategory)),
  /** Their numbers masked, but for herself. */
  contacts: z.array(z.object({ name: z.string(), relation: KinRelation, phone: z.string() })),
  /** What the reader may do here; `decide` by their own tap. A clerk writes decisions down on paper instead. */
  may: z.object({ correct: z.boolean(), verify: z.boolean(), reveal: z.boolean(), decide: z.boolean() }),
})

const revealable = ['phone', 'address', 'idNumber', 'contacts'] as const

/** The card of an elder without a phone. */
export const Card = z.object({
  elderId: Id,
  name: z.string(),
  code: Code,
  stationName: z.string(),
  stationPhone: z.nullable(z.string()),
})

const registration = ['NOT_FOUND', 'STATION_UNSTAFFED', 'BAD_ID_NUMBER', 'ALREADY_REGISTERED'] as const
const theirs = ['elder', 'guardian', 'family:view', 'clerk'] as const
const shownOfElder = [
  'elder.name',
  'elder.building',
  'elder.room',
  'elder.allergies',
  'elder.contacts',
] as const

/** Registering elders, and what is known of them. */
export const elderActions = {
  /** An elder registers herself on her own phone. */
  registerSelf: {
    who: ['signedIn'],
    concerns: 'nobody',
    input: z.strictObject({
      elder: NewElder,
      stationId: Id,
      agreed: z.array(Agreed).check(z.maxLength(purposes.length)),
      key: z.optional(Key),
    }),
    output: Registered,
    errors: [
      ...registration,
      'CONSENT_OUTDATED',
      'CONSENT_MISSING',
      'TOO_MANY_TRIES',
      'OWN_ELDER',
      'NOT_SEEN_YET',
    ],
    writes: true,
    daily: 'registrations',
    shown: shownOfElder,
  },

  /** A relative registers an elder, who has to agree herself or at the station before anything can be done for her. */
  registerKin: {
    who: ['signedIn'],
    concerns: 'nobody',
    input: z.strictObject({
      elder: NewElder,
      stationId: Id,
      /** The relative's own name; needed once. */
      name: z.optional(PersonName),
      relation: KinRelation,
      key: z.optional(Key),
    }),
    output: Registered,
    errors: [...registration, 'TOO_MANY_TRIES', 'NOT_SEEN_YET'],
    writes: true,
    daily: 'registrations',
    shown: [...shownOfElder, 'name'],
  },

  /** A clerk registers an elder who stands at the counter or is on the telephone. */
  registerAt: {
    who: ['clerk'],
    input: z.strictObject({
      elder: NewElder,
      stationId: Id,
      agreed: z.array(Agreed).check(z.maxLength(purposes.length)),
      paper: Paper,
      channel: Channel,
      /** Elders of the same name and birth date whom the clerk has looked at: this is another person. */
      others: z.optional(z.array(Id).check(z.maxLength(most.others))),
      key: z.optional(Key),
    }),
    output: Registered,
    errors: [...registration, 'CONSENT_OUTDATED', 'MAYBE_REGISTERED', 'CONSENT_MISSING'],
    writes: true,
    shown: [...shownOfElder, ...shownPaper],
  },

  /** What is known of an elder. That staff looked is written down, once a day. */
  file: {
    who: theirs,
    concerns: 'record',
    input: z.strictObject({ elderId: Id }),
    output: ElderFile,
    errors: ['NOT_FOUND', 'CONSENT_MISSING'],
  },

  /** Changes what anybody may say of an elder; a null takes it away. */
  correct: {
    who: ['elder', 'guardian', 'family:order', 'clerk'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      changes: z.partial(Sayable),
      channel: z.optional(Channel),
      reason: z.optional(ShortText),
      key: z.optional(Key),
    }),
    output: ElderFile,
    errors: ['NOT_FOUND', 'CONSENT_MISSING'],
    writes: true,
    daily: 'corrections',
    shown: ['changes.building', 'changes.room', 'changes.allergies', 'changes.contacts', 'reason'],
  },

  /** A clerk who has seen the papers sets who an elder is, what she holds and how she was assessed. */
  verify: {
    who: ['clerk'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      identity: z.optional(z.partial(Identity)),
      categories: z.optional(z.array(HeldCategory).check(z.maxLength(categories.length))),
      ability: z.optional(z.nullable(Ability)),
      /** True: went through all categories with her, and there are no others. */
      isAsked: z.optional(z.boolean()),
      /** Elders registered with the same id number whom the clerk has looked at: she is none of them. */
      others: z.optional(z.array(Id).check(z.maxLength(most.others))),
      /** Which papers were seen. */
      reason: ShortText,
      key: z.optional(Key),
    }),
    output: ElderFile,
    errors: ['NOT_FOUND', 'BAD_ID_NUMBER', 'ALREADY_REGISTERED', 'CONSENT_MISSING'],
    writes: true,
    shown: ['identity.name', 'reason'],
  },

  /** Says when she is in hospital or away: helpers need not knock in vain, and nothing is cut off by it. */
  setAbsences: {
    who: ['elder', 'guardian', 'family:order', 'clerk'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      absences: z.array(z.omit(Absence, { by: true })).check(
        z.maxLength(most.absences),
        z.refine((all) => all.every(({ from, to }) => to === null || from <= to)),
      ),
      channel: z.optional(Channel),
      key: z.optional(Key),
    }),
    output: ElderFile,
    errors: ['NOT_FOUND', 'CONSENT_MISSING'],
    writes: true,
    daily: 'corrections',
  },

  /** Writes down that she has died: what is booked from that day on ends, and nothing new is booked or asked. */
  recordDeath: {
    who: ['clerk'],
    concerns: 'record',
    input: z.strictObject({ elderId: Id, on: LocalDate, reason: ShortText, key: z.optional(Key) }),
    output: ElderFile,
    errors: ['NOT_FOUND', 'BAD_INPUT'],
    writes: true,
    shown: ['reason'],
  },

  /** Takes that back: she is alive. What had ended by it stays ended. */
  undoDeath: {
    who: ['clerk'],
    concerns: 'record',
    input: z.strictObject({ elderId: Id, reason: ShortText, key: z.optional(Key) }),
    output: ElderFile,
    errors: ['NOT_FOUND'],
    writes: true,
    shown: ['reason'],
    neverOff: true,
  },

  /** Moves her to another station of the district: from that day on its town counts as home. */
  move: {
    who: ['elder', 'guardian', 'clerk'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      stationId: Id,
      /** First local date there; not in the future. */
      from: LocalDate,
      building: Sayable.shape.building,
      room: Sayable.shape.room,
      place: Sayable.shape.place,
      channel: z.optional(Channel),
      key: z.optional(Key),
    }),
    output: ElderFile,
    errors: ['STATION_UNSTAFFED', 'NOT_FOUND', 'DATE_TOO_FAR', 'CONSENT_MISSING'],
    writes: true,
    daily: 'corrections',
    shown: ['building', 'room'],
  },

  /** Shows what is masked; the reason is written down and shown to the elder. */
  reveal: {
    who: ['elder', 'guardian', 'clerk', 'coordinator'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      field: z.enum(revealable),
      reason: ShortText,
      key: z.optional(Key),
    }),
    output: z.object({ values: z.array(z.object({ name: z.nullable(z.string()), value: z.string() })) }),
    errors: ['NOT_FOUND', 'KEY_LOST'],
    shown: ['reason'],
  },

  /** An elder's card: who shows it is found by it. It opens nothing by itself. */
  card: {
    who: theirs,
    concerns: 'record',
    input: z.strictObject({ elderId: Id }),
    output: Card,
    errors: ['NOT_FOUND'],
  },

  /** Makes a lost card worthless and gives a new one. */
  renewCard: {
    who: ['elder', 'guardian', 'clerk'],
    concerns: 'record',
    /** `code` is the one to replace; a card replaced already is answered as it is now. */
    input: z.strictObject({ elderId: Id, code: Code, key: z.optional(Key) }),
    output: Card,
    errors: ['NOT_FOUND'],
    writes: true,
    daily: 'cards',
    neverOff: true,
  },
} as const satisfies Contract

export type NewElder = z.infer<typeof NewElder>
export type Registered = z.infer<typeof Registered>
export type ElderFile = z.infer<typeof ElderFile>
export type ConsentState = z.infer<typeof ConsentState>
export type Card = z.infer<typeof Card>
export type Purpose = z.infer<typeof Purpose>
export type Agreed = z.infer<typeof Agreed>
export type Paper = z.infer<typeof Paper>
export type HeldCategory = z.infer<typeof HeldCategory>
export type Absence = z.infer<typeof Absence>
export type Ability = z.infer<typeof Ability>
export type EmergencyContact = z.infer<typeof EmergencyContact>
export type Sex = (typeof sexes)[number]
export type Living = (typeof livings)[number]
export type Hukou = (typeof hukous)[number]
export type Revealable = (typeof revealable)[number]
/** What anybody may say of an elder, as it is changed. */
export type Sayable = z.infer<typeof Sayable>
export type Identity = z.infer<typeof Identity>
