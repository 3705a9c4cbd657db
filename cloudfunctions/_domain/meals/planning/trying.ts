import { addDays } from '#types/days'
import type { Trial } from '#types/meals/misfits'
import type { Slot } from '#types/meals/sittings'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { closedOn } from '../../stations/opening'
import { bookableSeats, isServedOn, planOn, startOn } from './plans'
import type { Fit } from './shrinking'

type Served = Trial['days'][number]['before']

/** The days that can be booked on which a station serves something else than before. */
export function changedDays(
  { before, after }: { before: Fit; after: Fit },
  { stationId, today, daysAhead }: { stationId: string; today: LocalDate; daysAhead: number },
): Trial['days'] {
  const dates = Array.from({ length: daysAhead + 1 }, (_, days) => addDays(today, days))
  return dates.flatMap((date) =>
    slots.flatMap((slot) => {
      const [was, is] = [before, after].map((fit) => servedOn(fit, { stationId, slot }, date))
      const isSame = JSON.stringify(was) === JSON.stringify(is)
      return isSame ? [] : [{ date, slot, before: was ?? null, after: is ?? null }]
    }),
  )
}

function servedOn(
  { station, plans, calendar }: Fit,
  of: { stationId: string; slot: Slot },
  date: LocalDate,
): Served {
  const plan = planOn(plans, of, date)
  if (!plan || closedOn(station, date) || !isServedOn(plan, date, calendar)) return null
  const { portions, modes } = plan
  return { startsAt: startOn(plan, date), seats: bookableSeats(plan), portions, modes }
}
