import { createHash } from 'node:crypto'
import { pageSize } from '#types/paging'
import type { supervision } from '#types/supervision'
import { drawSample, standingEntries } from '../../_domain/settlement/settlement'
import type { Handler } from '../../_shell/context'
import { settling } from '../../_shell/policies'
import { entriesOf, rowOf } from './entries-of'

export const sample: Handler<typeof supervision.sample> = async (ctx, { seed, ...ofMonth }) => {
  ctx.permit({ district: ofMonth.district })
  const entries = standingEntries(await entriesOf(ofMonth))
  const rankOf = (id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  const drawn = drawSample(entries, rankOf, settling.samplePercent)
  return { of: entries.length, rows: drawn.slice(0, pageSize.sample).map(rowOf) }
}
