import { useRef } from 'react'
import type { ActFor } from '#types/people'
import type { NearbyStation } from '#types/stations'
import type { LocalDate } from '#types/values'
import { cloudNow } from '@/services/clock'
import { call } from '@/services/cloud'
import { addDays, dateOf } from '@/services/dates'
import { type Person, usePerson } from '@/services/person'
import { both, type Loaded, useLoaded } from '@/services/use-loaded'
import { whereIAm } from '@/services/where'
import { hasPlace } from './wish'

/** Where choosing begins. */
interface Start {
  /** Stations that serve meals, nearest to the elder's home first; for a guest, nearest to where they are. */
  stations: NearbyStation[]
  /** The station that was asked for, else the nearest; null when nobody knows where to look. */
  station: { id: string; name: string } | null
  /** The first day on which something can be had there. */
  date: LocalDate
}

const daysLookedAt = 4
const stationsOffered = 8

/** Who chooses, and where choosing begins: found once, so that nothing moves under somebody's hand. */
export function useStart(
  elderId: string | undefined,
  stationId: string | undefined,
): Loaded<[Person, Start]> {
  const person = usePerson(elderId)
  const elder = person.state === 'ready' ? person.data.elder : null
  const what = `start ${elder?.id ?? 'nobody'} ${placeKey(elder)} ${stationId}`
  const found = useRef<{ what: string; start: Start } | null>(null)
  const load = async () => {
    if (found.current?.what === what) return found.current.start
    const start = await findStart(elder, stationId)
    found.current = { what, start }
    return start
  }
  return both(person, useLoaded(what, person.state === 'ready' ? load : null))
}

/** Another one where her home is another, so that no way from the old one is told. */
const placeKey = (elder: ActFor | null) =>
  elder && `${elder.place.lng} ${elder.place.lat} ${Boolean(elder.isPlaceUnknown)}`

async function findStart(elder: ActFor | null, stationId: string | undefined): Promise<Start> {
  const place = elder?.place ?? (await whereIAm('page'))
  const stations = place
    ? await call('stations.nearby', { ...place, service: 'meal', limit: stationsOffered })
    : []
  const station = stationId
    ? (stations.find(({ id }) => id === stationId) ?? (await call('stations.show', { stationId })))
    : (stations[0] ?? null)
  return { stations, station, date: await firstDay(station?.id) }
}

/** The first of the coming days with a place left; today when there is none. */
async function firstDay(stationId: string | undefined): Promise<LocalDate> {
  const today = dateOf(cloudNow())
  if (!stationId) return today
  for (let away = 0; away < daysLookedAt; away += 1) {
    const date = addDays(today, away)
    const sittings = await call('meals.sittings', { stationId, date })
    if (sittings.some(hasPlace)) return date
  }
  return today
}
