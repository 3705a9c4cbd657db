import type { Place } from '#types/values'
import { call } from '@/services/cloud'
import { lastOf } from '@/services/last-of'
import { usePages } from '@/services/use-pages'

/** So many more at each tap, and so many numbers on the map. */
export const atOnce = 10

/** The stations nearest to a place, as far away as somebody has asked for. */
export const useNearby = (place: Place | null) =>
  usePages(
    `nearby ${place?.lng} ${place?.lat}`,
    place &&
      (async (after) => {
        const { lng, lat } = place
        const items = await call('stations.nearby', {
          lng,
          lat,
          limit: atOnce,
          ...(after !== null && { after }),
        })
        const last = items.length < atOnce ? undefined : lastOf(items)
        return { items, next: last?.id ?? null }
      }),
  )
