import type { StationKind } from '#types/stations'
import type { Place } from '#types/values'
import { call } from './cloud'
import { lastOf } from './last-of'
import { usePages } from './use-pages'

/** So many more at each tap, and so many numbers on a map. */
export const atOnce = 10

/** The stations nearest to a place, of some kinds or of all, as far away as somebody has asked for. `place` is null while it is not known. */
export const useNearby = (place: Place | null, kinds?: readonly StationKind[]) =>
  usePages(
    `nearby ${place?.lng} ${place?.lat} ${kinds}`,
    place &&
      (async (after) => {
        const { lng, lat } = place
        const items = await call('stations.nearby', {
          lng,
          lat,
          limit: atOnce,
          ...(kinds && { kinds: [...kinds] }),
          ...(after !== null && { after }),
        })
        const last = items.length < atOnce ? undefined : lastOf(items)
        return { items, next: last?.id ?? null }
      }),
  )
