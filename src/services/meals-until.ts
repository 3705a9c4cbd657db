import type { LocalDate } from '#types/values'
import { cloudNow } from './clock'
import { call } from './cloud'
import { dateOf } from './dates'
import { useLoaded } from './use-loaded'

/** It moves on with each day: it is not asked with every look at a menu. */
const asked = new Map<string, { on: LocalDate; until: LocalDate }>()

async function loadMealsUntil(stationId: string): Promise<LocalDate> {
  const known = asked.get(stationId)
  const today = dateOf(cloudNow())
  if (known?.on === today) return known.until
  const { mealsUntil } = await call('stations.show', { stationId })
  asked.set(stationId, { on: today, until: mealsUntil })
  return mealsUntil
}

/** The last day for which a station takes bookings; null while that is not known. */
export function useMealsUntil(stationId: string): LocalDate | null {
  const until = useLoaded(`meals until of ${stationId}`, () => loadMealsUntil(stationId))
  return until.state === 'ready' ? until.data : null
}
