import { addDays, instantAt, localDate } from '../_domain/calendar'
import { command, removeWhere, select } from '../_shell/cloud'
import type { CollectionName } from '../_shell/documents'
import { forgetNames, stillNamed } from '../_shell/erasure'
import collections from '../collections.json'

/** How long a collection keeps a document, counted from one of its fields: a local date or an instant. */
interface Kept {
  retainDays: number
  retainBy: string
}

/** So many elders whose data are gone are read at a time. */
const MOST_READ = 100

/**
 * Takes away what is kept no longer, and takes names out again where a deletion was interrupted. Every step may be repeated
 * or left out for a night: nothing is wrong by it, only kept a day longer.
 */
export async function sweep(now: Date): Promise<Record<string, number>> {
  const removed: Record<string, number> = {}
  for (const [name, spec] of Object.entries(collections) as [CollectionName, Partial<Kept>][]) {
    if (spec.retainDays === undefined || spec.retainBy === undefined) continue
    const oldest = addDays(localDate(now), -spec.retainDays)
    const from = isDate(spec.retainBy) ? oldest : instantAt(oldest, '00:00')
    removed[name] = await removeWhere(name, { [spec.retainBy]: command.lt(from) })
  }
  await finishErasures()
  return removed
}

/** Goes over every elder whose data are gone, and finishes with those who are still named somewhere. */
async function finishErasures(): Promise<void> {
  for (let after = ''; ; ) {
    const erased = await select('elders', {
      where: { state: 'erased', _id: command.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: MOST_READ,
    })
    const named = await stillNamed(erased.map(({ id }) => id))
    for (const elder of erased.filter(({ id }) => named.has(id))) await forgetNames(elder)
    const last = erased.at(-1)
    if (!last || erased.length < MOST_READ) return
    after = last.id
  }
}

const isDate = (field: string) => field === 'date'
