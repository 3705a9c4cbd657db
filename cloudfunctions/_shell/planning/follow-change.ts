import { addDays, localDate } from '#types/days'
import { mostDaysAhead } from '#types/limits'
import type { Slot } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import type { PlanRecord } from '../../_domain/meals/planning/records'
import type { StationRecord } from '../../_domain/stations/records'
import { updateWhere } from '../cloud'
import { alignSittings } from './align'
import { groundOf } from './planned'

/** What follows once a plan is stored: the sittings that are there. Whoever wrote the plan again meanwhile does so again. */
export async function followPlan(
  { id, stationId, slot, from, rev, isAligned }: PlanRecord,
  now: Date,
): Promise<void> {
  if (isAligned) return
  await alignTable(stationId, { slot, from, now })
  await updateWhere('plans', { _id: id, rev }, { isAligned: true })
}

/** The same once it is stored on which days a station stays closed. */
export async function followClosures(
  { id, closuresRev, isAligned }: StationRecord,
  now: Date,
): Promise<void> {
  if (isAligned !== false) return
  await alignTable(id, { from: localDate(now), now })
  await updateWhere('stations', { _id: id, closuresRev }, { isAligned: true })
}

/** The sittings of a station follow, and those of the tables with which it shares what its kitchen has only so much of. */
async function alignTable(
  stationId: string,
  which: { slot?: Slot; from: LocalDate; now: Date },
): Promise<void> {
  const { from, now } = which
  const ground = await groundOf(stationId, { from, to: addDays(localDate(now), mostDaysAhead) }, now)
  const kitchenId = ground?.station.kitchenId ?? null
  const areOthers = (ground?.fed.stations.length ?? 0) > 1
  await alignSittings(kitchenId !== null && areOthers ? { ...which, kitchenId } : { ...which, stationId })
}
