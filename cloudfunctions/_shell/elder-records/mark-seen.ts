import type { SeenWay } from '#types/people/seen'
import { isUnseen, withSeen } from '../../_domain/people/elders/seen'
import type { ElderRecord } from '../../_domain/people/records'
import type { Work } from '../transact'
import { putElder } from './put-elder'

/**
 * Writes down that somebody has seen an elder, together with whatever shows it, with the registration that stands for her; nothing
 * where that is known already.
 * @param known her record, read at any time: whoever was seen stays so
 */
export async function markSeen(
  work: Work,
  known: ElderRecord | null,
  how: SeenWay,
  now: Date,
): Promise<void> {
  if (!known || !isUnseen(known)) return
  const before = await work.get('elders', known.joinedTo ?? known.id)
  const elder = withSeen(before, how, now)
  if (elder !== before) await putElder(work, before, elder)
}
