import { call, type ReplyFrom } from '@/services/cloud'
import { everyPage } from '@/services/every-page'

export type Operator = ReplyFrom<'supervision.operators'>['operators'][number]

/** Everybody who runs stations in a district. */
export const loadOperators = (district: string): Promise<Operator[]> =>
  everyPage<Operator>(async (after) => {
    const { operators, next } = await call('supervision.operators', { district, ...(after && { after }) })
    return { items: operators, next }
  })
