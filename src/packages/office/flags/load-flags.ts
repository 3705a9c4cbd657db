import { pageSize } from '#types/paging'
import type { Flag } from '#types/supervision'
import { call, type RequestTo } from '@/services/cloud'

/** Beyond this something is wrong. */
const mostPages = 20

/** All that somebody should look at, or was looked at, the latest first. */
export async function loadFlags(state: Flag['state']): Promise<Flag[]> {
  const flags: Flag[] = []
  let after: RequestTo<'supervision.flags'>['after']
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: Flag[] = await call('supervision.flags', { state, ...(after && { after }) })
    flags.push(...page)
    const last = page[page.length - 1]
    if (!last || page.length < pageSize.flags) break
    after = { at: last.at, id: last.id }
  }
  return flags
}
