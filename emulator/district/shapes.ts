import { most } from '#types/limits'
import { MenuDay, MenuDish, MenuPartId, MenuSet } from '#types/meals/menus'
import { Mode } from '#types/meals/sittings'
import type { slots } from '#types/meals/slots'
import { NewElder, Purpose } from '#types/people/elders'
import { KinRelation } from '#types/people/relations'
import { Certificate, orgKinds, StaffRole } from '#types/people/staff'
import { membershipActs } from '#types/states'
import {
  Id,
  Instant,
  LocalDate,
  PartId,
  PersonName,
  Place,
  ShortText,
  TimeOfDay,
  Title,
  Weekday,
} from '#types/values'
import { helperKinds } from '#types/visits'
import * as z from '#types/z'
import { RelationRecord } from '../../cloudfunctions/_domain/people/circle/records'
import { ElderRecord, Openid } from '../../cloudfunctions/_domain/people/records'
import { DistrictRecord } from '../../cloudfunctions/_domain/people/staff/records'
import { KitchenRecord, StationRecord, WeeklyHours } from '../../cloudfunctions/_domain/stations/records'
import { scopes } from '../../types/contract'

/** Days on which a station stays closed: local dates, or for a demonstration days from the day on which it is looked at (0: today). */
const Closure = z.union([
  z.strictObject({ from: LocalDate, to: LocalDate, reason: ShortText }),
  z.strictObject({ fromDay: z.int(), toDay: z.int(), reason: ShortText }),
])

/** A dish of a set as the kitchen says it. Left out: made in no other way, and as much of it as is asked for. */
const WrittenDish = z.strictObject({
  name: MenuDish.shape.name,
  allergens: MenuDish.shape.allergens,
  diets: z.optional(MenuDish.shape.diets),
  limit: z.optional(MenuDish.shape.limit),
})

/** Seats, portions and times (local) of one meal at a table. */
const TableSlot = z.strictObject({
  startsAt: TimeOfDay,
  bookBefore: TimeOfDay,
  cancelBefore: TimeOfDay,
  seats: z.int().check(z.minimum(0)),
  portions: z.int().check(z.minimum(0)),
})

/** For each slot, what `of` says; slots without meals are left out. */
const bySlot = <T extends z.ZodMiniType>(of: T) =>
  ({ breakfast: z.optional(of), lunch: z.optional(of), dinner: z.optional(of) }) satisfies Record<
    (typeof slots)[number],
    unknown
  >

/** The files of a district without its people, as they are written. */
export const placeShapes = {
  district: DistrictRecord,
  operators: z.array(z.strictObject({ id: Id, name: Title, towns: z.array(Id) })),
  kitchens: z.array(
    z.extend(z.omit(KitchenRecord, { district: true, stationId: true, fed: true }), {
      /** The station whose own kitchen it is; left out: it feeds many. */
      stationId: z.optional(KitchenRecord.shape.stationId),
    }),
  ),
  stations: z.array(
    z.extend(
      z.omit(StationRecord, {
        district: true,
        closures: true,
        closuresRev: true,
        isAligned: true,
        kitchenName: true,
        operatorId: true,
        operatorName: true,
        invented: true,
      }),
      { closures: z.array(Closure) },
    ),
  ),
  tables: z.array(
    z.strictObject({
      stationId: PartId,
      /** The local date from which it is served so; left out: it always was. */
      from: z.optional(LocalDate),
      weekdays: WeeklyHours.shape.weekdays,
      /** Whether it is served on public holidays, too; left out: it is. */
      onHolidays: z.optional(z.boolean()),
      modes: z.array(Mode),
      ...bySlot(TableSlot),
    }),
  ),
  menus: z.strictObject({
    sets: z.array(
      z.strictObject({
        id: MenuPartId,
        name: MenuSet.shape.name,
        /** The main dish first. */
        dishes: z.array(WrittenDish).check(z.minLength(1), z.maxLength(1 + most.sides)),
        tags: MenuSet.shape.tags,
        price: MenuSet.shape.price,
        picture: MenuSet.shape.picture,
      }),
    ),
    week: z.array(z.strictObject({ weekday: Weekday, ...bySlot(MenuDay.shape.sets) })),
  }),
}

/** Which policies are in force: files, named from the folder. */
export const policyShapes = { policies: z.array(z.string().check(z.minLength(1))) }

/** How somebody said yes: by a tap, on a paper, on the telephone. */
const how = ['app', 'paper', 'spoken'] as const
const Proof = { form: z.optional(z.nullable(ShortText)), witness: z.optional(z.nullable(PersonName)) }

/** What an elder, or her guardian where one is named, said yes to at one time. */
const Said = z.strictObject({
  purposes: z.array(Purpose),
  at: Instant,
  how: z.enum(how),
  ...Proof,
  guardian: z.optional(PersonName),
})

/** What somebody is to an elder, and how she let them in. */
const WrittenRelation = z.strictObject({
  elderId: PartId,
  relation: KinRelation,
  scopes: z.array(z.enum(scopes)),
  words: z.optional(RelationRecord.shape.words),
  askedAt: Instant,
  granted: z.optional(z.strictObject({ how: z.enum([...how, 'invitation']), at: Instant, ...Proof })),
  evidence: z.optional(RelationRecord.shape.evidence),
})

/** A place in an organisation: who accepted it when, and which steps followed. */
const WrittenMembership = z.strictObject({
  orgId: Id,
  orgKind: z.enum(orgKinds),
  role: StaffRole,
  helperKind: z.nullable(z.enum(helperKinds)),
  /** Account of whoever took the steps; null for the district's first supervisor, who needs none. */
  directedBy: z.nullable(Openid),
  acceptedAt: Instant,
  acts: z.array(z.strictObject({ act: z.enum(membershipActs), at: Instant, note: z.optional(ShortText) })),
  certificates: z.optional(z.array(Certificate)),
})

const { id, code, stationId, sex, birthDate, categories, verifiedBy, openid, ability, askedOn } =
  ElderRecord.shape

/** The files of its people, for a local start alone: nobody is carried to a real environment in a file. */
export const peopleShapes = {
  /** Numbers in the open, what each agreed to in the order of time. */
  elders: z.array(
    z.extend(NewElder, {
      id,
      code,
      stationId,
      sex,
      birthDate,
      categories,
      verifiedBy,
      openid,
      ability: z.optional(ability),
      /** When staff went through the categories with her; null: never. */
      askedOn: z.optional(askedOn),
      agreed: z.array(Said),
    }),
  ),
  accounts: z.array(
    z.strictObject({
      id: Openid,
      name: PersonName,
      /** The elder who she is; null for everybody else. */
      elderId: z.nullable(PartId),
      relations: z.array(WrittenRelation),
      memberships: z.array(WrittenMembership),
      place: z.nullable(Place),
    }),
  ),
  /** Whose phones lie on the street; five of them `does` something and stand side by side. */
  phones: z.array(
    z.strictObject({
      openid: Openid,
      name: Title,
      who: Title,
      page: z.enum(['home', 'orders', 'visits']),
      does: z.optional(z.enum(['home', 'counter', 'doors'])),
      stationId: z.optional(PartId),
      readsReports: z.optional(z.boolean()),
    }),
  ),
  /** Where in the district all these phones are. */
  visitors: z.strictObject({ place: Place }),
}

type Shaped<T extends Record<string, z.ZodMiniType>> = { [Name in keyof T]: z.infer<T[Name]> }

export type Places = Shaped<typeof placeShapes> & { policies: Policy[] }
type People = Shaped<typeof peopleShapes>
/** A whole district, as its folder says it. */
export type District = Places & People

/** A policy that is in force; what it says is checked by the rules of policies. */
export type Policy = { kind: string; effectiveFrom: LocalDate; [field: string]: unknown }

export type WrittenElder = People['elders'][number]
export type WrittenAccount = People['accounts'][number]
export type WrittenRelation = z.infer<typeof WrittenRelation>
export type WrittenMembership = z.infer<typeof WrittenMembership>
export type Said = z.infer<typeof Said>
