import type { Org } from '#types/people/staff'
import { call } from '@/services/cloud'
import { everyPage } from '@/services/every-page'

/** Every organisation whose people the caller directs: the district and its towns first. */
export const loadOrgs = (): Promise<Org[]> =>
  everyPage<Org>(async (after) => {
    const { orgs, next } = await call('people.orgs', after === null ? {} : { after })
    return { items: orgs, next }
  })
