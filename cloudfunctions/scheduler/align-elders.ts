import { inLine, settledBefore } from '../_domain/people/elders/records-behind'
import { hasRefusals } from '../_domain/people/likenesses/refusals'
import type { ElderRecord } from '../_domain/people/records'
import { command, select, sumUp, updateWhere } from '../_shell/cloud'
import { alignRecords } from '../_shell/elder-records/align'
import { takeDeathBack } from '../_shell/elder-records/take-back'

/** Any mark: it sorts after the empty text, and what is null is no text. */
const MARKED = { recordsBehindSince: command.gt('') }

/** So many elders are done together, with one question for the records of all of them. */
const TOGETHER = 20

/**
 * Goes over the elders whose records may be behind: what was broken off is finished, and what a call under way just then has
 * written meanwhile is put right.
 * @param isOver tells, after each group, whether the night has no time left; what is not done then is marked still, and the
 *   next night begins with it
 */
export async function alignElders(now: Date, isOver: () => boolean): Promise<number> {
  let aligned = 0
  let after = ''
  do {
    const elders = await select('elders', {
      where: { ...MARKED, _id: command.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: TOGETHER,
    })
    const done = await alignedOf(elders, now)
    await takeMarks(done, now)
    aligned += done.length
    after = elders.length < TOGETHER ? '' : (elders.at(-1)?.id ?? '')
  } while (after !== '' && !isOver())
  return aligned
}

/** How many elders are marked: not reached yet, failed, or changed so lately that a call may still be under way. */
export async function eldersMarked(): Promise<number> {
  const [total] = await sumUp('elders', { where: MARKED, by: null, sums: { elders: 1 }, limit: 1 })
  return Number(total?.elders ?? 0)
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
    await takeDeathBack(elders, now)
    return true
  } catch (error) {
    const ids = elders.map(({ id }) => id)
    console.error(JSON.stringify({ what: 'not aligned', elders: ids, error: String(error) }))
    return false
  }
}

/**
 * Of these nothing can be behind any more; whoever changed meanwhile has a later mark, and keeps it, and so does one for whom something
 * was refused that waits until two registrations cannot be parted any more.
 */
async function takeMarks(elders: readonly ElderRecord[], now: Date): Promise<void> {
  const first = settledBefore(now)
  const settled = elders.filter(
    (elder) => elder.recordsBehindSince !== null && elder.recordsBehindSince < first && !hasRefusals(elder),
  )
  const still = { _id: command.in(settled.map(({ id }) => id)), recordsBehindSince: command.lt(first) }
  if (settled.length > 0) await updateWhere('elders', still, inLine)
}
