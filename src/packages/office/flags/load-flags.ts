import { pageSize } from '#types/paging'
import type { Flag } from '#types/supervision'
import { call, type RequestTo } from '@/services/cloud'
import { everyPage } from '@/services/every-page'
import { lastOf } from '@/services/last-of'

const page: number = pageSize.flags

/** All that somebody should look at, or was looked at, the latest first. */
export const loadFlags = (state: Flag['state']): Promise<Flag[]> =>
  everyPage<Flag, NonNullable<RequestTo<'supervision.flags'>['after']>>(async (after) => {
    const flags = await call('supervision.flags', { state, ...(after && { after }) })
    const last = lastOf(flags)
    return { items: flags, next: last && flags.length >= page ? { at: last.at, id: last.id } : null }
  })
