import { latestReport } from '#types/unsettled'
import type { VisitRecord } from '../../../cloudfunctions/_domain/visits/records'
import { closeVisit } from '../../../cloudfunctions/_domain/visits/visits'

/** Closed by somebody who has read all that was written. */
export const closeSeen = (visit: VisitRecord, done: string | null, move: Parameters<typeof closeVisit>[2]) =>
  closeVisit(visit, { done, seen: latestReport(visit)?.at ?? null }, move)
