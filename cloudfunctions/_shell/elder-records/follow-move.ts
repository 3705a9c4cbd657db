import { localDate } from '#types/days'
import { following } from '../../_domain/elder-bound'
import type { ElderRecord } from '../../_domain/people/records'
import { asOne, registrationFor } from '../registrations'
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
    const whose = moved.joinedToo ? withJoinedIds(elders) : elders
    const homeOf = async (elder: ElderRecord) => (moved.joinedToo ? homeFor(elder) : elder)
    await everyPageOf(name, { row, elders: whose, where, isDue }, async (elder, page) =>
      setFields(name, page, { where, fields: { ...moved.set(await homeOf(elder)) } }),
    )
    if (!promised) continue
    const about = { row, elders: whose, where: promised.where(from), isDue }
    await everyPageOf(name, about, async (elder, page) =>
      changeTogether(name, page, { rule: promised.together, elder: await homeOf(elder), now }),
    )
  }
}

const withJoinedIds = (elders: readonly ElderRecord[]): { id: string }[] =>
  elders.flatMap(({ id, joined = [] }) => [id, ...joined].map((one) => ({ id: one })))

/** Where an elder is found and rung, whichever registration of hers is named. */
const homeFor = async (elder: ElderRecord): Promise<ElderRecord> => asOne(await registrationFor(elder))
