import { addDays, localDate } from '#types/days'
import { instantAt } from '../_domain/base/calendar'
import type { CollectionName } from '../_domain/documents'
import collections from '../collections.json'
import { alignElders, eldersMarked } from './align-elders'
import { changeKeys } from './change-keys'
import { checkIntegrity } from './integrity/check'
import { lapseAsks } from './lapse-asks'
import { readNames } from './read-names'
import { remindOfEndings } from './remind'
import { lapseRegistrations } from './retention/lapse-registrations'
import { markEnded } from './retention/mark-ended'
import { removeOlder } from './retention/remove-older'
import { tidyPairs } from './tidy-pairs'
import { tidyDishPhotos, tidyFiles, tidyPhotos, tidyUploads } from './tidy-photos'

/** How long a collection keeps a document, counted from one of its fields: a local date or an instant. */
interface Kept {
  retainDays: number
  retainBy: string
}

/** Milliseconds from the beginning of a night after which no more elders are begun with; the function has sixty seconds. */
const NIGHT = Number(process.env.NIGHT_BUDGET ?? 45_000)

/** Milliseconds beyond that for judging whether everything agrees. */
const CHECK = 8_000

/**
 * Takes away what is kept no longer, and brings records into line where that was interrupted. Every step may be repeated
 * or left out for a night: nothing is wrong by it, only kept a day longer. A step that fails is a line in the log. Last come the
 * elders, who may be any number, in the time that the rest has left; what ended, by them too; new keys, which go over all of them; and
 * whether everything agrees.
 */
export async function sweep(now: Date): Promise<Record<string, number>> {
  const begun = performance.now()
  const isOver = () => performance.now() - begun >= NIGHT
  const done: Record<string, number> = {}
  await attempted('photos', async () => {
    done.photosTidied = await tidyPhotos(now)
  })
  await attempted('uploads', async () => {
    done.uploadsTidied = await tidyUploads(now)
  })
  await attempted('dishPhotos', async () => {
    done.dishPhotosTidied = await tidyDishPhotos(now)
  })
  await attempted('files', async () => {
    done.filesTidied = await tidyFiles(now)
  })
  for (const [name, spec] of Object.entries(collections) as [CollectionName, Partial<Kept>][]) {
    const { retainDays, retainBy } = spec
    if (retainDays === undefined || retainBy === undefined) continue
    const oldest = addDays(localDate(now), -retainDays)
    const from = isDate(retainBy) ? oldest : instantAt(oldest, '00:00')
    await attempted(name, async () => {
      done[name] = await removeOlder(name, { retainBy, from }, isOver)
    })
  }
  await attempted('registrations', async () => {
    done.registrationsLapsed = await lapseRegistrations(now, isOver)
  })
  await attempted('reminders', async () => {
    done.reminded = await remindOfEndings(now)
  })
  await attempted('records', async () => {
    done.eldersAligned = await alignElders(now, isOver)
    done.eldersMarked = await eldersMarked()
  })
  await attempted('asks', async () => {
    done.asksLapsed = await lapseAsks(now, isOver)
  })
  await attempted('ended', async () => {
    done.endedMarked = await markEnded(now, isOver)
  })
  await attempted('pairs', async () => {
    done.pairsTidied = await tidyPairs(isOver)
  })
  await attempted('names', async () => {
    done.namesRead = await readNames(isOver)
  })
  await attempted('keys', async () => {
    const changed = await changeKeys()
    if (changed !== null) done.keysChanged = changed
  })
  await attempted('integrity', async () => {
    Object.assign(done, await checkIntegrity(now, () => performance.now() - begun >= NIGHT + CHECK))
  })
  return done
}

async function attempted(what: string, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    console.error(JSON.stringify({ what: 'not swept', step: what, error: String(error) }))
  }
}

const isDate = (field: string) => field === 'date' || field === 'period'
