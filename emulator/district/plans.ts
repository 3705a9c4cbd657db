import { menuId, planId } from '#types/ids'
import { type Slot, slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { copyOfWeek } from '../../cloudfunctions/_domain/meals/planning/menus'
import type { MenuRecord, PlanRecord } from '../../cloudfunctions/_domain/meals/planning/records'
import type { HolidayCalendar } from '../../cloudfunctions/_domain/policies/terms/days'
import type { Places } from './shapes'

/** A Monday before anybody looks back: a folder says what there is, not since when. */
const ALWAYS = '2000-01-03'

/** The calendar of a folder, which says weekdays alone: holidays and make-up workdays change nothing. */
export const weekdaysAlone: HolidayCalendar = { from: ALWAYS, to: ALWAYS, holidays: [], workdays: [] }

/** What the tables of a district's folder serve, as plans: on the weekdays named there, public holidays or not. */
export const plansOf = ({ district, tables }: Places): PlanRecord[] =>
  tables.flatMap((table) =>
    slots.flatMap((slot) => {
      const laid = table[slot]
      if (!laid) return []
      const { stationId, weekdays, modes } = table
      const { startsAt, seats, portions, bookBefore, cancelBefore } = laid
      return {
        id: planId(stationId, ALWAYS, slot),
        district: district.id,
        ...{ stationId, slot, from: ALWAYS, weekdays, onHolidays: true, startsAt, portions, modes },
        tables: seats > 0 ? [{ id: 'all', name: '餐桌', seats, wheelchairs: 0 }] : [],
        bookUntil: { daysBefore: 0, time: bookBefore },
        cancelUntil: { daysBefore: 0, time: cancelBefore },
        reserve: 0,
        ...{ confirmsItself: false, rev: 1, isAligned: true },
      }
    }),
  )

/** The menus of a district's kitchens in the week of a local date: the one week of the folder, published as it stands there. */
export const menusOf = (places: Places, date: LocalDate): MenuRecord[] =>
  places.kitchens.flatMap(({ id }) =>
    slots
      .filter((slot) => places.menus.week.some((day) => day[slot]))
      .map((slot) => ({ ...copyOfWeek(writtenMenu(places, id, slot), date), state: 'published' as const })),
  )

function writtenMenu({ district, menus }: Places, kitchenId: string, slot: Slot): MenuRecord {
  const dishId = (setId: string, nth: number) => `${setId}-${nth}`
  return {
    id: menuId(kitchenId, ALWAYS, slot),
    district: district.id,
    ...{ kitchenId, slot, week: ALWAYS },
    dishes: menus.sets.flatMap(({ id, dishes }) =>
      dishes.map((dish, nth) => ({ ...dish, id: dishId(id, nth), diets: [], limit: null })),
    ),
    sets: menus.sets.map(({ dishes, ...set }) => {
      const [main = '', ...sides] = dishes.map((_, nth) => dishId(set.id, nth))
      return { ...set, main, sides }
    }),
    days: menus.week.map((day) => ({ weekday: day.weekday, sets: day[slot] ?? [] })),
    ...{ state: 'draft', rev: 1, isAligned: true },
  }
}
