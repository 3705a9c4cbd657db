import type { SwitchesRecord } from './access/switches'
import type {
  ApplicationRecord,
  DeterminationRecord,
  PolicyChainRecord,
  StoredFileRecord,
  UploadRecord,
} from './eligibility/records'
import type { MismatchNightRecord, RotaRecord } from './integrity/records'
import type { DishPhotoRecord, MenuRecord, PlanRecord } from './meals/planning/records'
import type { MealOrderRecord, SittingRecord, SubsidyUseRecord } from './meals/records'
import type { MessageRecord } from './messages/records'
import type {
  CardRecord,
  ConsentRecord,
  IdentityRecord,
  InvitationRecord,
  RelationRecord,
  TriesRecord,
} from './people/circle/records'
import type { LikenessRecord } from './people/likenesses/records'
import type { AccountRecord, AuditRecord, DayCountRecord, ElderRecord } from './people/records'
import type { DistrictRecord, MembershipRecord } from './people/staff/records'
import type { PolicyRecord } from './policies/records'
import type { FlagRecord, ServedDayRecord, SettlementEntryRecord } from './settlement/records'
import type { KitchenRecord, StationRecord } from './stations/records'
import type { AwaitedVisitRecord, VisitRecord } from './visits/records'

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
  dayCounts: DayCountRecord
  memberships: MembershipRecord
  districts: DistrictRecord
  stations: StationRecord
  kitchens: KitchenRecord
  plans: PlanRecord
  menus: MenuRecord
  dishPhotos: DishPhotoRecord
  sittings: SittingRecord
  mealOrders: MealOrderRecord
  subsidyUses: SubsidyUseRecord
  servedDays: ServedDayRecord
  settlementEntries: SettlementEntryRecord
  flags: FlagRecord
  policies: PolicyRecord
  applications: ApplicationRecord
  determinations: DeterminationRecord
  uploads: UploadRecord
  storedFiles: StoredFileRecord
  policyChains: PolicyChainRecord
  visits: VisitRecord
  awaitedVisits: AwaitedVisitRecord
  messages: MessageRecord
  auditLog: AuditRecord
  mismatches: MismatchNightRecord
  rotas: RotaRecord
  switches: SwitchesRecord
  likenesses: LikenessRecord
}

export type CollectionName = keyof Documents

/** The names of the fields of one collection, or of several. */
export type Field<N extends CollectionName> = N extends CollectionName ? keyof Documents[N] & string : never
