import { endingOf } from '../../_domain/people/elders/ending'
import type { ElderRecord } from '../../_domain/people/records'
import { carryOutRefusals } from './carry-out-refusals'
import { endLive } from './end-live'
import { flagServed } from './flag-served'
import { followMove } from './follow-move'
import { forgetRecords, forgetUses } from './forget'

/**
 * Brings the records that follow elders into line with what their own say now: after one has moved, was away, has died, has
 * withdrawn a consent, or her data are gone. A death that was none is taken back apart (`takeDeathBack`). Doing it again changes
 * nothing; the scheduler finishes what was broken off.
 */
export async function alignRecords(elders: readonly ElderRecord[], now: Date): Promise<void> {
  const gone = elders.filter((elder) => endingOf(elder) !== null)
  const erased = elders.filter(({ state }) => state === 'erased')
  const here = elders.filter(({ state }) => state !== 'erased')
  if (gone.length > 0) await endLive({ elders: gone, now })
  if (erased.length > 0) await forgetRecords({ elders: erased, now })
  if (here.length > 0) {
    const refused: ElderRecord[] = []
    for (const elder of here) refused.push(await carryOutRefusals(elder, now))
    await forgetUses({ elders: refused, now })
    await followMove(refused, now)
  }
  for (const elder of here) await flagServed(elder, now)
}
