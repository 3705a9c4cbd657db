import { addDays, localDate, mondayOf } from '#types/days'
import { AppError } from '#types/errors'
import { menuId } from '#types/ids'
import { most } from '#types/limits'
import type { Slot } from '#types/meals/sittings'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import type { MenuRecord, PlanRecord } from '../../_domain/meals/planning/records'
import type { Fit } from '../../_domain/meals/planning/shrinking'
import type { StationRecord } from '../../_domain/stations/records'
import { command, find, select } from '../cloud'
import { daysAheadOf, holidays } from '../policies'

/** Of each slot all that are coming, the one in force, and the last few before it. */
const MOST_PLANS = most.comingPlans + 3

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
  const [station, plans] = await Promise.all([find('stations', stationId), plansOf(stationId)])
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  const daysAhead = await daysAheadOf(station.district, now)
  const menus = await menusOf(station.kitchenId, { from: today, to: addDays(today, daysAhead) })
  return { station, today, daysAhead, fit: { station, plans, menus, calendar: holidays } }
}

/** The plans of a station that count from today on, and the last few before. */
const plansOf = async (stationId: string): Promise<PlanRecord[]> =>
  (await Promise.all(slots.map((slot) => plansOfSlot(stationId, slot)))).flat()

/** The same of one slot, the latest first. What was taken back is no plan any more. */
export const plansOfSlot = (stationId: string, slot: Slot): Promise<PlanRecord[]> =>
  select('plans', {
    where: { stationId, slot, isTakenBack: command.neq(true) },
    orderBy: [['from', 'desc']],
    limit: MOST_PLANS,
  })

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
