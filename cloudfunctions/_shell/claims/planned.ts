import { dateIn, slotIn, stationIn } from '#types/ids'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { sittingOn } from '../../_domain/meals/planning/plans'
import type { SittingRecord } from '../../_domain/meals/records'
import type { StationRecord } from '../../_domain/stations/records'
import { groundOf } from '../planning/planned'
import { sharedOut, sharedUnopened } from '../planning/shared-out'

/** A sitting as plan, menu, calendar and closures have it, nobody seated yet; null: nothing is served then. */
export const plannedSitting = async (sittingId: string, now: Date): Promise<SittingRecord | null> =>
  (await groundAndSitting(sittingId, now))?.planned ?? null

/** The same with so much of its limited dishes as other tables leave. */
export async function sharedSitting(sittingId: string, now: Date): Promise<SittingRecord | null> {
  const found = await groundAndSitting(sittingId, now)
  return found?.planned ? sharedOut(found.planned, found.ground, now) : null
}

async function groundAndSitting(sittingId: string, now: Date) {
  const date = dateIn(sittingId)
  const ground = await groundOf(stationIn(sittingId), { from: date, to: date }, now)
  return ground && { ground, planned: sittingOn(ground, date, slotIn(sittingId)).sitting }
}

/**
 * Everything that is planned of a station on a local date, also while it stays closed: whoever shows it says so.
 * @param kept the ids of what is kept of it, read at the same time: these are left out
 */
export async function plannedOn(
  { stationId, date, kept }: { stationId: string; date: LocalDate; kept: Promise<readonly string[]> },
  now: Date,
): Promise<SittingRecord[]> {
  const [ground, ids] = await Promise.all([groundOf(stationId, { from: date, to: date }, now), kept])
  if (!ground) return []
  const station: StationRecord = { ...ground.station, closures: [] }
  const planned = slots.flatMap((slot) => sittingOn({ ...ground, station }, date, slot).sitting ?? [])
  const unopened = planned.filter(({ id }) => !ids.includes(id))
  return Promise.all(unopened.map((one) => sharedUnopened(one, ground, now)))
}
