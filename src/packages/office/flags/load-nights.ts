import { pageSize } from '#types/paging'
import type { MismatchNight } from '#types/supervision'
import { call, type RequestTo } from '@/services/cloud'
import { everyPage } from '@/services/every-page'
import { lastOf } from '@/services/last-of'

const page: number = pageSize.mismatches

/** Every night that found something and at which nobody has looked, the latest first, and how much there is in all. */
export async function loadNights(): Promise<{ count: number; nights: MismatchNight[] }> {
  let count = 0
  const nights = await everyPage<MismatchNight, NonNullable<RequestTo<'supervision.mismatches'>['after']>>(
    async (after) => {
      const found = await call('supervision.mismatches', { state: 'open', ...(after && { after }) })
      count = found.count
      const last = lastOf(found.nights)
      const isFull = found.nights.length >= page
      return { items: found.nights, next: last && isFull ? { date: last.date, id: last.id } : null }
    },
  )
  return { count, nights }
}
