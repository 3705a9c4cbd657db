import { addDays } from '#types/days'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { sittingOn } from '../../cloudfunctions/_domain/meals/planning/plans'
import type { SittingRecord } from '../../cloudfunctions/_domain/meals/records'
import calendar from '../../cloudfunctions/_policies/calendar.json'
import unseenTerms from '../../cloudfunctions/_policies/unseen.json'
import type { demoRecords } from '../../emulator/demo/records'

type Planned = Pick<ReturnType<typeof demoRecords>, 'stations' | 'plans' | 'menus'>

/** Everything that can be booked of a district on a local date, or why nothing can, by station and slot. */
function asked(records: Planned, date: LocalDate, today: LocalDate) {
  const { stations, plans, menus } = records
  return stations.flatMap((station) => {
    const fed = { stations: stations.filter(({ kitchenId }) => kitchenId === station.kitchenId), plans }
    const ground = { station, plans, menus, calendar, today, daysAhead: 28, fed, unseenTerms }
    return slots.map((slot) => ({ stationId: station.id, slot, planned: sittingOn(ground, date, slot) }))
  })
}

/** What whoever books can have from `today` to so many days later, as nobody has booked yet. */
export const served = (records: Planned, today: LocalDate, daysAhead = 0): SittingRecord[] =>
  Array.from({ length: daysAhead + 1 }, (_, day) => addDays(today, day)).flatMap((date) =>
    asked(records, date, today).flatMap(({ planned }) => planned.sitting ?? []),
  )

/** Why a station serves nothing in a slot of a local date; null: it does. */
export function whyNothing(records: Planned, stationId: string, date: LocalDate, slot = 'lunch') {
  const found = asked(records, date, date).find((one) => one.stationId === stationId && one.slot === slot)
  return found?.planned.sitting === null ? found.planned.reason.why : null
}
