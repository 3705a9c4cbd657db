import type {
  CardRecord,
  ConsentRecord,
  IdentityRecord,
  InvitationRecord,
  RelationRecord,
  TriesRecord,
} from '../_domain/records/circle'
import type { MealOrderRecord, SittingRecord, SubsidyDayRecord } from '../_domain/records/meals'
import type { AccountRecord, AuditRecord, ElderRecord } from '../_domain/records/people'
import type { MealPolicy } from '../_domain/records/policies'
import type { DistrictRecord, MembershipRecord } from '../_domain/records/staff'
import type { KitchenRecord, StationRecord } from '../_domain/records/stations'
import type { AwaitedVisitRecord, VisitRecord } from '../_domain/records/visits'

/** Every collection and what its documents are. Indexes and retention stand in `collections.json`. */
export interface Documents {
  accounts: AccountRecord
  elders: ElderRecord
  identities: IdentityRecord
  cards: CardRecord
  relations: RelationRecord
  invitations: InvitationRecord
  consents: ConsentRecord
  tries: TriesRecord
  memberships: MembershipRecord
  districts: DistrictRecord
  stations: StationRecord
  kitchens: KitchenRecord
  sittings: SittingRecord
  mealOrders: MealOrderRecord
  subsidyDays: SubsidyDayRecord
  policies: MealPolicy
  visits: VisitRecord
  awaitedVisits: AwaitedVisitRecord
  auditLog: AuditRecord
}

export type CollectionName = keyof Documents
