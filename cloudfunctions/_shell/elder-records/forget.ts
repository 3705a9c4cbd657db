import type { Purpose } from '#types/people/elders'
import type { CollectionName, Documents } from '../../_domain/documents'
import { following } from '../../_domain/elder-bound'
import type { Forgetting } from '../../_domain/elder-row'
import { hasWithdrawn } from '../../_domain/people/elders/records-behind'
import type { ElderRecord } from '../../_domain/people/records'
import { command, removeFileAt, removeFiles, removeWhere, updateWhere } from '../cloud'
import { everyPageOf } from './every-page-of'
import { setFields } from './set-fields'
import { changeTogether } from './together'

/** Whose records, and when. */
interface About {
  elders: readonly ElderRecord[]
  now: Date
}

/** Nobody comes back from it. */
const isErased = ({ state }: ElderRecord) => state === 'erased'

/** Forgets whose records these were, page by page; doing it again changes nothing. */
export async function forgetRecords(about: About): Promise<void> {
  for (const [name, row] of following) {
    if ('kept' in row.forgotten) continue
    for (const step of row.forgotten) await forget(name, row, step, { ...about, isDue: isErased })
  }
  await forgetNotices(about)
}

/** What waits to be read about them on the home page of whoever was told; last, so that no message brings it back. */
async function forgetNotices({ elders }: About): Promise<void> {
  const elderId = command.in(elders.map(({ id }) => id))
  await updateWhere('accounts', { 'notices.elderId': elderId }, { notices: command.pull({ elderId }) })
}

/** Forgets what was kept for one use alone that an elder has withdrawn and not agreed to again. */
export async function forgetUses({ elders, now }: About): Promise<void> {
  for (const [name, row] of following) {
    for (const [purpose, step] of Object.entries(row.withdrawn ?? {})) {
      const isDue = (elder: ElderRecord) => hasWithdrawn(elder, purpose as Purpose) // its keys are purposes
      const without = elders.filter(isDue)
      if (without.length > 0) await forget(name, row, step, { elders: without, now, isDue })
    }
  }
}

async function forget<N extends CollectionName>(
  name: N,
  row: { found: string },
  step: Forgetting<N>,
  { elders, now, isDue }: About & { isDue(elder: ElderRecord): boolean },
): Promise<void> {
  const where = 'where' in step ? step.where : {}
  await everyPageOf(name, { row, elders, where, isDue }, async (elder, page) => {
    if ('together' in step) return changeTogether(name, page, { rule: step.together, elder, now })
    await removeFilesOf(page, step)
    if ('set' in step) await setFields(name, page, { where, fields: step.set(elder) })
    else await removeWhere(name, { _id: command.in(page.map(({ id }) => id)) })
  })
}

/** Files first: as long as a record is there, it is known that something of it is left. */
async function removeFilesOf<N extends CollectionName>(
  page: readonly Documents[N][],
  step: Exclude<Forgetting<N>, { together: unknown }>,
): Promise<void> {
  const files = page.flatMap((record) => step.files?.(record) ?? [])
  await removeFiles(files.flatMap(({ ids }) => ids))
  for (const path of files.flatMap(({ paths }) => paths)) await removeFileAt(path)
}
