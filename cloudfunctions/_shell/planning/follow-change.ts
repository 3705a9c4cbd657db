import { localDate } from '#types/days'
import type { PlanRecord } from '../../_domain/meals/planning/records'
import type { StationRecord } from '../../_domain/stations/records'
import { updateWhere } from '../cloud'
import { alignSittings } from './align'

/** What follows once a plan is stored: the sittings that are there. Whoever wrote the plan again meanwhile does so again. */
export async function followPlan(
  { id, stationId, slot, from, rev, isAligned }: PlanRecord,
  now: Date,
): Promise<void> {
  if (isAligned) return
  await alignSittings({ stationId, slot, from, now })
  await updateWhere('plans', { _id: id, rev }, { isAligned: true })
}

/** The same once it is stored on which days a station stays closed. */
export async function followClosures(
  { id, closuresRev, isAligned }: StationRecord,
  now: Date,
): Promise<void> {
  if (isAligned !== false) return
  await alignSittings({ stationId: id, from: localDate(now), now })
  await updateWhere('stations', { _id: id, closuresRev }, { isAligned: true })
}
