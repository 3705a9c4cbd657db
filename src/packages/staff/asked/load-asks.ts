import type { AskAtStation } from '#types/people/circle'
import { call } from '@/services/cloud'
import { everyPage } from '@/services/every-page'

/** Everybody who waits for an answer at a station, the longest waiting first. */
export const loadAsks = (stationId: string): Promise<AskAtStation[]> =>
  everyPage(async (after) => {
    const { asks, next } = await call('people.asked', { stationId, ...(after !== null && { after }) })
    return { items: asks, next }
  })
