import type { MealOrderRecord, SittingRecord, SubsidyDayRecord } from '../_domain/records/meals'
import type { AccountRecord, AuditRecord, ElderRecord } from '../_domain/records/people'
import type { MealPolicy } from '../_domain/records/policies'
import type { KitchenRecord, StationRecord } from '../_domain/records/stations'
import type { AwaitedVisitRecord, VisitRecord } from '../_domain/records/visits'

/** Every collection and what its documents are. Indexes and retention stand in `collections.json`. */
export interface Documents {
  accounts: AccountRecord
  elders: ElderRecord
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
