import { call, type RequestTo } from './cloud'
import { usePages } from './use-pages'

type Wanted = Omit<RequestTo<'stations.find'>, 'after'>

/** Stations by name or by place, as many pages as were asked for. `wanted` is null while nothing is looked for. */
export const useStationsFound = (wanted: Wanted | null) =>
  usePages(
    `stations ${JSON.stringify(wanted)}`,
    wanted &&
      (async (after) => {
        const { stations, next } = await call('stations.find', {
          ...wanted,
          ...(after !== null && { after }),
        })
        return { items: stations, next }
      }),
  )
