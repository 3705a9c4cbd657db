import { call } from '@/services/cloud'
import { usePages } from '@/services/use-pages'

/** Elders by what is typed, as many pages as were asked for. `text` is empty while nothing is. */
export const useFound = (stationId: string, text: string) =>
  usePages(
    `find ${stationId} ${text}`,
    text
      ? async (after) => {
          const { elders, next } = await call('people.find', {
            stationId,
            text,
            ...(after !== null && { after }),
          })
          return { items: elders, next }
        }
      : null,
  )
