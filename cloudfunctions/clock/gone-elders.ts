import { settledBefore } from '../_domain/people/elders/records-behind'
import { command, select } from '../_shell/cloud'
import { alignRecords } from '../_shell/elder-records/align'

/** So many elders each time; those who are left are met the next time, or in the night. */
const MOST = 20

/**
 * Ends and forgets what a call that was under way has written meanwhile of somebody who has died or whose data are gone: nobody
 * cooks for her or goes to her door until the night comes.
 */
export async function endMeanwhile(now: Date): Promise<number> {
  const isMarked = { recordsBehindSince: command.gt(settledBefore(now)) }
  const gone = await select('elders', {
    where: command.or([
      { ...isMarked, state: 'erased' },
      { ...isMarked, diedOn: command.neq(null) },
    ]),
    orderBy: [['recordsBehindSince', 'desc']],
    limit: MOST,
  })
  if (gone.length > 0) await alignRecords(gone, now)
  return gone.length
}
