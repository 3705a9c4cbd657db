import { following } from '../../_domain/elder-bound'
import { endingOf } from '../../_domain/people/elders/ending'
import type { ElderRecord } from '../../_domain/people/records'
import { everyPageOf } from './every-page-of'
import { changeTogether } from './together'

/**
 * Takes back what says that elders have died who have not, page by page: what has ended stays ended, and says that it was a
 * mistake. Doing it again changes nothing.
 */
export async function takeDeathBack(elders: readonly ElderRecord[], now: Date): Promise<void> {
  const alive = elders.filter(isDue)
  if (alive.length === 0) return
  for (const [name, row] of following) {
    const { undone } = row
    if (!undone) continue
    await everyPageOf(name, { row, elders: alive, where: undone.where, isDue }, (elder, page) =>
      changeTogether(name, page, { rule: undone.together, elder, now }),
    )
  }
}

const isDue = (elder: ElderRecord) => endingOf(elder) === null
