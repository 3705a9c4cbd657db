import { following } from '../../_domain/elder-bound'
import type { ElderRecord } from '../../_domain/people/records'
import { command, updateWhere } from '../cloud'
import { conditionsOf } from '../where'
import { everyPageOf } from './every-page-of'

/** Takes along what belongs to an elder's station and home, page by page; doing it again changes nothing. */
export async function followMove(elders: readonly ElderRecord[]): Promise<void> {
  for (const [name, row] of following) {
    const { moved } = row
    if (moved === 'stays') continue
    await everyPageOf(name, { row, elders, where: moved.where }, async (elder, page) => {
      const fields = Object.entries(moved.set(elder))
      const isBehind = (record: object) =>
        fields.some(([field, value]) => Reflect.get(record, field) !== value)
      const behind = page.filter(isBehind).map(({ id }) => id)
      const these = { ...conditionsOf(moved.where), _id: command.in(behind) }
      if (behind.length > 0) await updateWhere(name, these, Object.fromEntries(fields))
    })
  }
}
