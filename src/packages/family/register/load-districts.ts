import type { District } from '#types/stations'
import { call } from '@/services/cloud'
import { everyPage } from '@/services/every-page'

/** Every district, with its towns. */
export const loadDistricts = (): Promise<District[]> =>
  everyPage<District>(async (after) => {
    const { districts, next } = await call('stations.districts', after === null ? {} : { after })
    return { items: districts, next }
  })
