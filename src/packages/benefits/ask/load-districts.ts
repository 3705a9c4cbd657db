import { call, type ReplyFrom } from '@/services/cloud'
import { everyPage } from '@/services/every-page'

type District = ReplyFrom<'eligibility.districts'>['districts'][number]

/** Every district that has policies. */
export const loadDistricts = (): Promise<District[]> =>
  everyPage<District>(async (after) => {
    const { districts, next } = await call('eligibility.districts', after === null ? {} : { after })
    return { items: districts, next }
  })
