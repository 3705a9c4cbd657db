import { addDays } from '#types/days'
import { sittingId } from '#types/ids'
import type { Slot } from '#types/meals/sittings'
import type { ClosedDays } from '#types/stations'
import type { Instant, LocalDate } from '#types/values'
import { instantAt } from '../../base/calendar'
import { fallsOn, type HolidayCalendar, happensOn, holidayOn } from '../../policies/terms/days'
import { closedOn } from '../../stations/opening'
import type { StationRecord } from '../../stations/records'
import { capacityOf } from '../claims/pools'
import type { SittingRecord } from '../records'
import { beyondReach } from '../sittings'
import type { UnseenTerms } from '../unseen'
import { dishesOn, menuOn, offOn, setsOn } from './menus'
import { type MenuRecord, type PlanRecord, seatsAt } from './records'

/** As much of a plan as says on which days something is served. */
type PlanDays = Pick<PlanRecord, 'stationId' | 'slot' | 'from' | 'weekdays' | 'onHolidays' | 'isTakenBack'>

/** Stations that a kitchen feeds, and their plans. */
export interface Fed {
  stations: readonly Pick<StationRecord, 'id' | 'closures'>[]
  plans: readonly PlanDays[]
}

/** What decides which meals a station has. Plans and menus may be those of others, and of any date, too. */
interface Ground {
  station: StationRecord
  plans: readonly PlanRecord[]
  menus: readonly MenuRecord[]
  calendar: HolidayCalendar
  today: LocalDate
  /** How many days after today can be booked, as the district says. */
  daysAhead: number
  /** Whom the station's kitchen feeds: they share the dishes of which there are only so many. */
  fed: Fed
  unseenTerms: Pick<UnseenTerms, 'percentOfPlaces'>
}

/** Why there is no meal: no plan for that slot, a weekday that it leaves out, no published menu, or one that offers nothing that day. */
type Reason =
  | { why: 'past' | 'tooFar' | 'noPlan' | 'notThatDay' | 'noMenu' | 'nothingOffered' }
  | { why: 'closed'; closure: ClosedDays }
  | { why: 'holiday'; holiday: string }

type Planned = { sitting: SittingRecord } | { sitting: null; reason: Reason }

/**
 * What can be booked of a station on a local date in a slot, nobody seated yet, or why nothing can: it follows from plan, menu, calendar
 * and closures, and nobody has to open it. Whether the cut-off has passed is the clock's to say (`isBookable`).
 *
 * Of several reasons the one is told that would stand longest: that it is never served on that weekday before a closure, a closure
 * before a holiday, and both before a menu that somebody has yet to write.
 */
export function sittingOn(ground: Ground, date: LocalDate, slot: Slot): Planned {
  const { station, calendar, today, daysAhead } = ground
  const beyond = beyondReach(date, today, daysAhead)
  if (beyond) return without({ why: beyond })

  const plan = planOn(ground.plans, { stationId: station.id, slot }, date)
  if (!plan) return without({ why: 'noPlan' })
  if (!fallsOn(plan, date, calendar)) return without({ why: 'notThatDay' })

  const closure = closedOn(station, date)
  if (closure) return without({ why: 'closed', closure })
  const holiday = holidayWithout(plan, date, calendar)
  if (holiday) return without({ why: 'holiday', holiday })

  const menu = menuOn(ground.menus, { kitchenId: station.kitchenId, slot }, date)
  if (!menu) return without({ why: 'noMenu' })
  const sets = setsOn(menu, date)
  if (sets.length === 0) return without({ why: 'nothingOffered' })

  const dishes = dishesOn(menu, date, { stationId: station.id, fed: servingOn(ground, date, slot) })
  const { portions, reserve } = plan
  const capacity = capacityOf({ seats: bookableSeats(plan), reserve, portions, dishes }, ground.unseenTerms)
  return {
    sitting: {
      ...laidOut(plan, station, date),
      ...{ kitchenId: menu.kitchenId, sets, capacity, left: capacity, off: offOn(menu, date) },
      basis: { plan: `${plan.id}@${plan.rev}`, menu: `${menu.id}@${menu.rev}` },
    },
  }
}

/** The ids of those stations of a kitchen that serve its menu on a local date in a slot. */
export function servingOn(
  { fed: { stations, plans }, calendar }: Pick<Ground, 'fed' | 'calendar'>,
  date: LocalDate,
  slot: Slot,
): string[] {
  const serves = (station: Fed['stations'][number]) => {
    const plan = planOn(plans, { stationId: station.id, slot }, date)
    return plan !== null && isServedOn(plan, date, calendar) && closedOn(station, date) === null
  }
  return stations.filter(serves).map(({ id }) => id)
}

/**
 * The plan of a station's slot that counts on a local date: of those that have begun, and were not taken back, the one that began last.
 * Null: none has, or the last one says that nothing is served any more.
 */
export function planOn<P extends PlanDays>(
  plans: readonly P[],
  { stationId, slot }: Pick<PlanRecord, 'stationId' | 'slot'>,
  date: LocalDate,
): P | null {
  let latest: P | null = null
  for (const plan of plans) {
    if (plan.stationId !== stationId || plan.slot !== slot || plan.from > date || plan.isTakenBack) continue
    if (latest === null || plan.from > latest.from) latest = plan
  }
  return latest && latest.weekdays.length > 0 ? latest : null
}

/** Whether a plan serves on a local date, as far as weekdays and public holidays go. */
export const isServedOn = (plan: PlanDays, date: LocalDate, calendar: HolidayCalendar): boolean =>
  happensOn(plan, date, calendar) === true

/** When the meal of a plan begins on a local date. */
export const startOn = ({ startsAt }: PlanRecord, date: LocalDate): Instant => instantAt(date, startsAt)

/** Until when a meal of a plan can be booked on a local date. */
export const cutoffOn = ({ bookUntil }: PlanRecord, date: LocalDate): Instant => untilOn(bookUntil, date)

/** Until when an order of a plan can be cancelled on a local date. */
export const cancelUntilOn = ({ cancelUntil }: PlanRecord, date: LocalDate): Instant =>
  untilOn(cancelUntil, date)

/** Seats that can be booked: all of its tables, less those that are kept. */
export const bookableSeats = ({ tables, reserve }: PlanRecord): number => seatsAt(tables) - reserve

const untilOn = ({ daysBefore, time }: PlanRecord['bookUntil'], date: LocalDate): Instant =>
  instantAt(addDays(date, -daysBefore), time)

const without = (reason: Reason): Planned => ({ sitting: null, reason })

const holidayWithout = (plan: PlanDays, date: LocalDate, calendar: HolidayCalendar): string | null =>
  plan.onHolidays ? null : holidayOn(date, calendar)

/** Everything of a sitting that the plan and the station say. */
function laidOut(
  plan: PlanRecord,
  station: StationRecord,
  date: LocalDate,
): Omit<SittingRecord, 'kitchenId' | 'sets' | 'capacity' | 'left' | 'off' | 'basis'> {
  const { slot, modes, confirmsItself } = plan
  const { id: stationId, name: stationName, district, townId, place, operatorId, operatorName } = station
  return {
    id: sittingId(stationId, date, slot),
    ...{ district, townId, place, operatorId, operatorName, stationId, stationName },
    ...{ date, slot, modes, confirmsItself },
    startsAt: startOn(plan, date),
    cutoffAt: cutoffOn(plan, date),
    cancelUntil: cancelUntilOn(plan, date),
    ...{ state: 'open', claims: {}, rev: 1, checkedAt: null },
  }
}
