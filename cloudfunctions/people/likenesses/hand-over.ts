import { foundPair } from '../../_domain/people/likenesses/pairs'
import { command, find, removeWhere, select } from '../../_shell/cloud'
import { followMove } from '../../_shell/elder-records/follow-move'
import { putNew } from './look-for-likeness'
import type { FoundPair } from './pair-of'

/** More than are ever alike one elder. */
const MOST_ALIKE = 100

/**
 * Whoever else may be the same person as the one that was joined is asked about with the one that stayed; doing it again changes
 * nothing.
 */
export async function handOver({ pair, later, earlier }: FoundPair, now: Date): Promise<void> {
  const [stays, leaves] = pair.joining?.staysId === later.id ? [later, earlier] : [earlier, later]
  if (leaves.joinedTo !== stays.id) return
  await followMove([stays], now) // what was booked for the other is brought to her door
  const open = await select('likenesses', {
    where: command.or([
      { elderId: leaves.id, state: 'found' },
      { otherId: leaves.id, state: 'found' },
    ]),
    limit: MOST_ALIKE,
  })
  for (const { id, elderId, otherId, signs } of open) {
    const other = await find('elders', elderId === leaves.id ? otherId : elderId)
    if (other && other.id !== stays.id && other.joinedTo === undefined)
      await putNew(foundPair(other, stays, { signs, now }))
    await removeWhere('likenesses', { _id: id, state: 'found' })
  }
}
