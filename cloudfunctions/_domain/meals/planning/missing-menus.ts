import { addDays, mondayOf } from '#types/days'
import { menuId } from '#types/ids'
import { type Slot, slots } from '#types/meals/slots'
import type { Instant, LocalDate } from '#types/values'
import { instantAt } from '../../base/calendar'
import type { HolidayCalendar } from '../../policies/terms/days'
import type { KitchenRecord, StationRecord } from '../../stations/records'
import { sittingOn } from './plans'
import type { PlanRecord } from './records'

/** When the next week's menu is missed: on this weekday (1 Monday), at this local time. */
interface MissedAt {
  weekday: number
  at: string
}

/** A menu that nobody has published, of a kitchen, and the stations that would serve from it. */
export interface MissingMenu {
  id: string
  kitchen: KitchenRecord
  slot: Slot
  stationIds: string[]
}

/** The Monday of the week whose menus are missed at this moment; null: there is time yet. */
export function weekMissed(now: Instant, today: LocalDate, { weekday, at }: MissedAt): LocalDate | null {
  const monday = mondayOf(today)
  return now < instantAt(addDays(monday, weekday - 1), at) ? null : addDays(monday, 7)
}

/** The menus of a week of these kitchens, every slot. */
export const menusIn = (kitchens: readonly KitchenRecord[], week: LocalDate) =>
  kitchens.flatMap((kitchen) => slots.map((slot) => ({ id: menuId(kitchen.id, week, slot), kitchen, slot })))

/**
 * Those of a week's menus, none of which is published, without which a station that plans to serve on some day of it serves nothing.
 * Whether it plans to is read as a booking reads it: holidays and closures are no fault of a kitchen.
 */
export function missingMenus(
  unpublished: readonly Omit<MissingMenu, 'stationIds'>[],
  {
    week,
    stations,
    plans,
    calendar,
  }: {
    week: LocalDate
    stations: readonly StationRecord[]
    plans: readonly PlanRecord[]
    calendar: HolidayCalendar
  },
): MissingMenu[] {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(week, day))
  const waits = (station: StationRecord, slot: Slot) =>
    days.some((date) => {
      const how = { station, plans, menus: [], calendar, today: date, daysAhead: 0 }
      const ground = { ...how, fed: { stations: [], plans: [] }, unseenTerms: { percentOfPlaces: 0 } } // how much there is of it is no question here
      const planned = sittingOn(ground, date, slot)
      return planned.sitting === null && planned.reason.why === 'noMenu'
    })
  return unpublished.flatMap((menu) => {
    const waiting = stations.filter(
      (station) => station.kitchenId === menu.kitchen.id && waits(station, menu.slot),
    )
    return waiting.length > 0 ? [{ ...menu, stationIds: waiting.map(({ id }) => id) }] : []
  })
}
