import { localDate, mondayOf } from '#types/days'
import { dateIn, slotIn, stationIn } from '#types/ids'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { sittingOn } from '../../_domain/meals/planning/plans'
import type { SittingRecord } from '../../_domain/meals/records'
import type { StationRecord } from '../../_domain/stations/records'
import { find, select, selectFields } from '../cloud'
import { daysAheadOf, holidays, unseenTerms } from '../policies'

/** More plans than a station writes in years, and more stations than one kitchen feeds. */
const MOST_PLANS = 100
const MOST_FED = 200

/** What decides what a station serves on a local date. */
type Ground = Parameters<typeof sittingOn>[0]

/** Reads it; null where there is no such station. */
async function groundOf(stationId: string, date: LocalDate, now: Date): Promise<Ground | null> {
  const [station, plans] = await Promise.all([
    find('stations', stationId),
    select('plans', { where: { stationId }, limit: MOST_PLANS }),
  ])
  if (!station) return null
  const { kitchenId } = station
  const isFed = kitchenId !== null && plans.length > 0
  const [menus, fed] = await Promise.all([
    isFed ? select('menus', { where: { kitchenId, week: mondayOf(date) }, limit: slots.length }) : [],
    isFed ? selectFields('stations', ['kitchenId'], { where: { kitchenId }, limit: MOST_FED }) : [],
  ])
  return {
    ...{ station, plans, menus, unseenTerms, calendar: holidays, today: localDate(now) },
    daysAhead: await daysAheadOf(station.district, now),
    fed: fed.map(({ id }) => id),
  }
}

/** A sitting as plan, menu, calendar and closures have it, nobody seated yet; null: nothing is served then. */
export async function plannedSitting(sittingId: string, now: Date): Promise<SittingRecord | null> {
  const date = dateIn(sittingId)
  const ground = await groundOf(stationIn(sittingId), date, now)
  return ground && sittingOn(ground, date, slotIn(sittingId)).sitting
}

/** Everything that is planned of a station on a local date, also while it stays closed: whoever shows it says so. */
export async function plannedOn(stationId: string, date: LocalDate, now: Date): Promise<SittingRecord[]> {
  const ground = await groundOf(stationId, date, now)
  if (!ground) return []
  const station: StationRecord = { ...ground.station, closures: [] }
  return slots.flatMap((slot) => sittingOn({ ...ground, station }, date, slot).sitting ?? [])
}
