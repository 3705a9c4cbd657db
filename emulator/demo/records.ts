import { config, locales } from 'zod'
import { CarePolicy } from '#types/policies/care'
import { MealPolicy } from '#types/policies/meal'
import * as z from '#types/z'
import { ApplicationRecord, UploadRecord } from '../../cloudfunctions/_domain/eligibility/records'
import { MenuRecord, PlanRecord } from '../../cloudfunctions/_domain/meals/planning/records'
import { MealOrderRecord, SittingRecord, SubsidyUseRecord } from '../../cloudfunctions/_domain/meals/records'
import { MessageRecord } from '../../cloudfunctions/_domain/messages/records'
import {
  CardRecord,
  ConsentRecord,
  IdentityRecord,
  RelationRecord,
} from '../../cloudfunctions/_domain/people/circle/records'
import {
  AccountRecord,
  AuditRecord,
  DayCountRecord,
  ElderRecord,
} from '../../cloudfunctions/_domain/people/records'
import { DistrictRecord, MembershipRecord } from '../../cloudfunctions/_domain/people/staff/records'
import { ServedDayRecord, SettlementEntryRecord } from '../../cloudfunctions/_domain/settlement/records'
import { KitchenRecord, StationRecord } from '../../cloudfunctions/_domain/stations/records'
import { AwaitedVisitRecord, VisitRecord } from '../../cloudfunctions/_domain/visits/records'
import type { StoredDocument } from '../district/documents'

// The sentences that say what is wrong with a field; the cloud does without them.
config(locales.en())

const Location = z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })

/** What each document has to be, with its id put back. The database alone knows `location`. */
const shapes = {
  districts: DistrictRecord,
  stations: z.extend(StationRecord, { location: Location }),
  kitchens: KitchenRecord,
  plans: PlanRecord,
  menus: MenuRecord,
  elders: ElderRecord,
  cards: CardRecord,
  identities: IdentityRecord,
  consents: ConsentRecord,
  accounts: AccountRecord,
  relations: z.strictObject(RelationRecord.shape),
  memberships: z.strictObject(MembershipRecord.shape),
  policies: z.union([MealPolicy, CarePolicy]),
  sittings: z.strictObject(SittingRecord.shape),
  mealOrders: z.strictObject(MealOrderRecord.shape),
  subsidyUses: z.strictObject(SubsidyUseRecord.shape),
  servedDays: z.strictObject(ServedDayRecord.shape),
  settlementEntries: z.strictObject(SettlementEntryRecord.shape),
  visits: z.strictObject(VisitRecord.shape),
  awaitedVisits: z.strictObject(AwaitedVisitRecord.shape),
  applications: z.strictObject(ApplicationRecord.shape),
  uploads: z.strictObject(UploadRecord.shape),
  messages: z.strictObject(MessageRecord.shape),
  auditLog: z.strictObject(AuditRecord.shape),
  dayCounts: z.strictObject(DayCountRecord.shape),
}

export type District = Record<string, StoredDocument[]>

/** A document as records have it: with its id, and without how often a transaction wrote it as it was (`asGuard`), which no rule reads. */
const asRecord = ({ _id, guarded: _, ...fields }: StoredDocument) => ({ id: _id, ...fields })

/** The demo district's records as the rules read them. Throws a ZodError naming the first field that is wrong. */
export function demoRecords(district: District) {
  const read = <T extends z.ZodMiniType>(shape: T, documents: StoredDocument[] = []) =>
    documents.map((document) => shape.parse(asRecord(document)))
  return {
    districts: read(shapes.districts, district.districts),
    stations: read(shapes.stations, district.stations),
    kitchens: read(shapes.kitchens, district.kitchens),
    plans: read(shapes.plans, district.plans),
    menus: read(shapes.menus, district.menus),
    elders: read(shapes.elders, district.elders),
    cards: read(shapes.cards, district.cards),
    identities: read(shapes.identities, district.identities),
    consents: read(shapes.consents, district.consents),
    accounts: read(shapes.accounts, district.accounts),
    relations: read(shapes.relations, district.relations),
    memberships: read(shapes.memberships, district.memberships),
    policies: read(shapes.policies, district.policies),
    sittings: read(shapes.sittings, district.sittings),
    mealOrders: read(shapes.mealOrders, district.mealOrders),
    subsidyUses: read(shapes.subsidyUses, district.subsidyUses),
    servedDays: read(shapes.servedDays, district.servedDays),
    settlementEntries: read(shapes.settlementEntries, district.settlementEntries),
    visits: read(shapes.visits, district.visits),
    awaitedVisits: read(shapes.awaitedVisits, district.awaitedVisits),
    applications: read(shapes.applications, district.applications),
  }
}

export type Records = ReturnType<typeof demoRecords>

/** Documents that are not what their collection holds, one sentence each. */
export function shapeFaults(district: District): string[] {
  const known: Record<string, z.ZodMiniType> = shapes
  return Object.entries(district).flatMap(([collection, documents]) =>
    documents.flatMap((document) => {
      const shape = known[collection]
      if (!shape) return [`${collection} has no shape.`]
      const result = shape.safeParse(asRecord(document))
      return result.success ? [] : [`${collection}/${document._id}: ${z.prettifyError(result.error)}`]
    }),
  )
}
