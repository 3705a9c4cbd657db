import { following } from '../../_domain/elder-bound'
import type { ElderRecord } from '../../_domain/people/records'
import { everyPageOf } from './every-page-of'
import { setFields } from './set-fields'

const isDue = ({ state }: ElderRecord) => state !== 'erased'

/** Takes along what belongs to an elder's station and home, page by page; doing it again changes nothing. */
export async function followMove(elders: readonly ElderRecord[]): Promise<void> {
  for (const [name, row] of following) {
    const { moved } = row
    if (moved === 'stays') continue
    const { where } = moved
    await everyPageOf(name, { row, elders, where, isDue }, (elder, page) =>
      setFields(name, page, { where, fields: { ...moved.set(elder) } }),
    )
  }
}
