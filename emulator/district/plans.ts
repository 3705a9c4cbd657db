import { addDays, mondayOf } from '#types/days'
import { planId } from '#types/ids'
import { type Slot, slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { copyOfWeek, emptyWeek } from '../../cloudfunctions/_domain/meals/planning/menus'
import type { MenuRecord, PlanRecord } from '../../cloudfunctions/_domain/meals/planning/records'
import type { Places } from './shapes'

/** A Monday before anybody looks back: what a folder says without a date was always so. */
const ALWAYS = '2000-01-03'

/** What the tables of a district's folder serve, as plans. */
export const plansOf = ({ district, tables }: Places): PlanRecord[] =>
  tables.flatMap((table) =>
    slots.flatMap((slot) => {
      const laid = table[slot]
      if (!laid) return []
      const { stationId, from = ALWAYS, weekdays, onHolidays = true, modes } = table
      const { startsAt, seats, portions, bookBefore, cancelBefore } = laid
      return {
        id: planId(stationId, from, slot),
        district: district.id,
        ...{ stationId, slot, from, weekdays, onHolidays, startsAt, portions, modes },
        tables: seats > 0 ? [{ id: 'all', name: '餐桌', seats, wheelchairs: 0 }] : [],
        bookUntil: { daysBefore: 0, time: bookBefore },
        cancelUntil: { daysBefore: 0, time: cancelBefore },
        reserve: 0,
        ...{ confirmsItself: false, rev: 1, isAligned: true },
      }
    }),
  )

/** The menus of a district's kitchens in the weeks from one local date to another: each the one week of the folder, published. */
export function menusOf(places: Places, from: LocalDate, to: LocalDate): MenuRecord[] {
  const written = places.kitchens.flatMap(({ id }) =>
    slots.map((slot) => writtenMenu(places, id, slot)).filter(({ sets }) => sets.length > 0),
  )
  return weeksFrom(mondayOf(from), to).flatMap((week) =>
    written.map((menu) => ({ ...copyOfWeek(menu, week), state: 'published' as const })),
  )
}

const weeksFrom = (monday: LocalDate, to: LocalDate): LocalDate[] =>
  monday > to ? [] : [monday, ...weeksFrom(addDays(monday, 7), to)]

/** What the week of a folder offers in a slot; a dish of which several sets say the same is one. */
function writtenMenu({ district, menus }: Places, kitchenId: string, slot: Slot): MenuRecord {
  const days = menus.week.map((day) => ({ weekday: day.weekday, sets: day[slot] ?? [] }))
  const offered = menus.sets.filter(({ id }) => days.some(({ sets }) => sets.includes(id)))
  const said = [...new Set(offered.flatMap(({ dishes }) => dishes.map(saidOf)))]
  const dishId = (dish: Dish) => `dish-${said.indexOf(saidOf(dish)) + 1}`
  const dishes = offered.flatMap((set) => set.dishes)
  return {
    ...emptyWeek({ id: kitchenId, district: district.id }, ALWAYS, slot),
    dishes: said.flatMap((one) => {
      const dish = dishes.find((other) => saidOf(other) === one)
      return dish ? [{ diets: [], limit: null, ...dish, id: dishId(dish) }] : []
    }),
    sets: offered.map(({ dishes: [main, ...sides], ...set }) => ({
      ...set,
      main: main ? dishId(main) : '',
      sides: sides.map(dishId),
    })),
    days,
  }
}

type Dish = Places['menus']['sets'][number]['dishes'][number]

/** All that is said of a dish. */
const saidOf = ({ name, allergens, diets = [], limit = null }: Dish): string =>
  JSON.stringify([name, allergens, diets, limit])
