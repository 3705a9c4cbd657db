import { localDate } from '#types/days'
import { following } from '../../_domain/elder-bound'
import type { ElderRecord } from '../../_domain/people/records'
import { everyPageOf } from './every-page-of'
import { setFields } from './set-fields'
import { changeTogether } from './together'

const isDue = ({ state }: ElderRecord) => state !== 'erased'

/** Takes along what belongs to an elder's station and home, page by page; doing it again changes nothing. */
export async function followMove(elders: readonly ElderRecord[], now: Date): Promise<void> {
  for (const [name, row] of following) {
    const { moved } = row
    if (moved === 'stays') continue
    const { promised } = moved
    const from = localDate(now)
    const where = moved.where(from)
    await everyPageOf(name, { row, elders, where, isDue }, (elder, page) =>
      setFields(name, page, { where, fields: { ...moved.set(elder) } }),
    )
    if (!promised) continue
    await everyPageOf(name, { row, elders, where: promised.where(from), isDue }, (elder, page) =>
      changeTogether(name, page, { rule: promised.together, elder, now }),
    )
  }
}
