import { addDays, localDate, mondayOf } from '#types/days'
import { AppError } from '#types/errors'
import { menuId } from '#types/ids'
import { most, mostDaysAhead } from '#types/limits'
import type { Slot } from '#types/meals/sittings'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import type { Fed, sittingOn } from '../../_domain/meals/planning/plans'
import type { MenuRecord, PlanRecord } from '../../_domain/meals/planning/records'
import type { Fit } from '../../_domain/meals/planning/shrinking'
import type { StationRecord } from '../../_domain/stations/records'
import { command, find, select, selectFields } from '../cloud'
import { daysAheadOf, holidays, unseenTerms } from '../policies'

/** Of each slot all that are coming, the one in force, and the last few before it. */
const MOST_PLANS = most.comingPlans + 3
/** More plans than a station writes in a few years: they are read with one call. */
const MOST_AT_ONCE = 50
/** More stations than one kitchen feeds, and more plans than these have. */
export const MOST_FED = 200
const MOST_FED_PLANS = 1000
const planDays = ['stationId', 'slot', 'from', 'weekdays', 'onHolidays', 'isTakenBack'] as const

/** All that decides what a station serves. */
export type Ground = Parameters<typeof sittingOn>[0]

/** A station with all that says what it serves from today on. */
export interface Planned {
  station: StationRecord
  fit: Fit
  today: LocalDate
  daysAhead: number
}

/** Reads what a station serves. @throws AppError `NOT_FOUND` */
export async function plannedAt(stationId: string, now: Date): Promise<Planned> {
  const today = localDate(now)
  const last = addDays(today, mostDaysAhead) // so far ahead somebody may have booked, whatever the district says by now
  const ground = await groundOf(stationId, { from: today, to: last }, now)
  if (!ground) throw new AppError('NOT_FOUND', { stationId })
  const { station, daysAhead, plans, menus, calendar } = ground
  return { station, today, daysAhead, fit: { station, plans, menus, calendar } }
}

/** Reads what decides which meals a station has from one local date to another; null: there is no such station. */
export async function groundOf(
  stationId: string,
  days: { from: LocalDate; to: LocalDate },
  now: Date,
): Promise<Ground | null> {
  const fit = await fitOf(stationId, days)
  if (!fit) return null
  const { station, plans, menus, calendar } = fit
  const today = localDate(now)
  const daysAhead = await daysAheadOf(station.district, now)
  const kitchenId = plans.length > 0 ? station.kitchenId : null
  const isShared = menus.some(({ dishes }) => dishes.some(({ limit }) => limit !== null))
  const fed = isShared && kitchenId !== null ? await fedBy(kitchenId) : { stations: [], plans: [] }
  return { station, plans, menus, fed, today, daysAhead, unseenTerms, calendar }
}

/** Reads what orders of a station have to fit from one local date to another; null: there is no such station. */
export async function fitOf(
  stationId: string,
  days: { from: LocalDate; to: LocalDate },
): Promise<(Fit & { station: StationRecord }) | null> {
  const [station, plans] = await Promise.all([find('stations', stationId), plansOf(stationId)])
  if (!station) return null
  const menus = await menusOf(plans.length > 0 ? station.kitchenId : null, days)
  return { station, plans, menus, calendar: holidays }
}

/** The plans of a station that count from today on, and those before. */
async function plansOf(stationId: string): Promise<PlanRecord[]> {
  const all = await select('plans', { where: { stationId }, limit: MOST_AT_ONCE })
  if (all.length < MOST_AT_ONCE) return all
  return (await Promise.all(slots.map((slot) => plansOfSlot(stationId, slot)))).flat()
}

/** Those of one slot that count from today on, and the last few before, the latest first. What was taken back is no plan any more. */
export const plansOfSlot = (stationId: string, slot: Slot): Promise<PlanRecord[]> =>
  select('plans', {
    where: { stationId, slot, isTakenBack: command.neq(true) },
    orderBy: [['from', 'desc']],
    limit: MOST_PLANS,
  })

/** The stations that a kitchen feeds, and when they serve what. */
async function fedBy(kitchenId: string): Promise<Fed> {
  const stations = await selectFields('stations', ['closures'], { where: { kitchenId }, limit: MOST_FED })
  const where = { stationId: command.in(stations.map(({ id }) => id)) }
  const plans = await selectFields('plans', planDays, { where, limit: MOST_FED_PLANS })
  return { stations, plans }
}

/** A kitchen's menus of the weeks in which these local dates lie; none where nobody cooks. */
function menusOf(
  kitchenId: string | null,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<MenuRecord[]> {
  const ids: string[] = []
  for (let week = mondayOf(from); kitchenId !== null && week <= to; week = addDays(week, 7))
    ids.push(...slots.map((slot) => menuId(kitchenId, week, slot)))
  if (ids.length === 0) return Promise.resolve([])
  return select('menus', { where: { _id: command.in(ids) }, limit: ids.length })
}
