import { weekdayOf } from '#types/days'
import type { MealOrder } from '#types/meals/orders'
import type { Sitting } from '#types/meals/sittings'
import type { ActFor } from '#types/people'
import type { NearbyStation } from '#types/stations'
import type { LocalDate } from '#types/values'
import { cloudNow } from '@/services/clock'
import { CallError, call } from '@/services/cloud'
import { addDays, dateOf } from '@/services/dates'
import { type Loaded, useLoaded } from '@/services/use-loaded'
import { type Found, type Gap, gapOf, type Instead, insteadOf } from './instead'
import { bookedFor, hasPlace, pickFrom, type Wish } from './wish'

interface At {
  elder: ActFor | null
  stationId: string | undefined
  date: LocalDate
  sittings: Loaded<Sitting[]>
  orders: readonly MealOrder[]
  wish: Wish
  /** Those that serve meals, the nearest first. */
  stations: readonly NearbyStation[]
}

/** What can be booked instead, as far as it is known, and how looking for more of it stands. */
export interface Insteads {
  found: Instead[]
  state: Loaded<unknown>['state']
  look(): Promise<void>
}

/** Looks for what can be booked where the wish cannot be granted, and only there; null: it can. */
export function useInstead({
  elder,
  stationId,
  date,
  sittings,
  orders,
  wish,
  stations,
}: At): Insteads | null {
  const now = cloudNow()
  const isKnown = stationId !== undefined && sittings.state === 'ready'
  const pick = isKnown ? pickFrom(sittings.data, wish, now) : null
  const isBooked = pick !== null && bookedFor(pick.sitting, orders) !== undefined
  const gap = isKnown && !isBooked ? gapOf(pick, { stationId, date, wish }) : null
  const station = stations.find(({ id }) => id !== stationId) ?? null
  const looked = useLoaded(
    `instead of ${JSON.stringify(gap)} ${station?.id}`,
    gap && (() => lookFor(gap, station)),
  )
  if (!gap || sittings.state !== 'ready') return null
  const found = looked.state === 'ready' ? looked.data : { later: [], nearby: [] }
  return {
    found: insteadOf(
      { pick, gap, found: { ...found, today: sittings.data }, station },
      { elder, orders, today: dateOf(now) },
    ),
    state: looked.state,
    look: looked.reload,
  }
}

/** With two calls; one more where the day after serves nothing: so Friday leads to Monday. */
async function lookFor(gap: Gap, station: NearbyStation | null): Promise<Omit<Found, 'today'>> {
  const [next, nearby] = await Promise.all([
    sittingsOf(gap.stationId, gap.next),
    station ? sittingsOf(station.id, gap.date) : [],
  ])
  const later = next.some(hasPlace) ? next : await sittingsOf(gap.stationId, dayAfter(gap.next))
  return { later, nearby }
}

/** A weekend is passed over. */
const dayAfter = (date: LocalDate): LocalDate => addDays(date, weekdayOf(date) === 6 ? 2 : 1)

/** None where it is too far ahead to be booked. */
const sittingsOf = (stationId: string, date: LocalDate): Promise<Sitting[]> =>
  call('meals.sittings', { stationId, date }).catch((error: unknown) => {
    if (error instanceof CallError && error.code === 'DATE_TOO_FAR') return []
    throw error
  })
