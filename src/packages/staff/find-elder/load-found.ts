import type { FoundElder } from '#types/people/found'
import { call } from '@/services/cloud'
import { everyPage } from '@/services/every-page'

/** Everybody of a name. */
export const loadFound = (stationId: string, text: string): Promise<FoundElder[]> =>
  everyPage(async (after) => {
    const { elders, next } = await call('people.find', { stationId, text, ...(after !== null && { after }) })
    return { items: elders, next }
  })
