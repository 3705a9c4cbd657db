import { isUnderWay } from '../_domain/people/elders/records-behind'
import type { ElderRecord } from '../_domain/people/records'
import { command } from '../_shell/cloud'
import { alignRecords } from '../_shell/elder-records/align'
import { everyPage } from '../_shell/every-page'
import { retried } from '../_shell/transact'

/** Any mark: it sorts after the empty text, and what is null is no text. */
const MARKED = { recordsBehindSince: command.gt('') }

/**
 * Goes over every elder whose records may be behind: what was broken off is finished, and what a call under way just then has
 * written meanwhile is put right.
 */
export async function alignElders(now: Date): Promise<number> {
  let aligned = 0
  await everyPage('elders', MARKED, async (elders) => {
    for (const elder of await alignedOf(elders, now)) {
      await takeMark(elder, now)
      aligned++
    }
  })
  return aligned
}

/** Those whose records are in line now: all together, else one by one, so that one who fails holds up nobody else. */
async function alignedOf(elders: readonly ElderRecord[], now: Date): Promise<readonly ElderRecord[]> {
  if (await isAligned(elders, now)) return elders
  const aligned: ElderRecord[] = []
  for (const elder of elders) if (await isAligned([elder], now)) aligned.push(elder)
  return aligned
}

async function isAligned(elders: readonly ElderRecord[], now: Date): Promise<boolean> {
  try {
    await alignRecords(elders, now)
    return true
  } catch (error) {
    const ids = elders.map(({ id }) => id)
    console.error(JSON.stringify({ what: 'not aligned', elders: ids, error: String(error) }))
    return false
  }
}

/** Nothing can be behind any more, unless she changed again meanwhile. */
async function takeMark({ id, recordsBehindSince: since }: ElderRecord, now: Date): Promise<void> {
  if (since === null || isUnderWay(since, now)) return
  await retried(async (tx) => {
    const elder = await tx.find('elders', id)
    if (elder?.recordsBehindSince === since) await tx.put('elders', { ...elder, recordsBehindSince: null })
  })
}
