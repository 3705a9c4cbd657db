import { addDays, instantAt, localDate } from '../_domain/base/calendar'
import type { ApplicationRecord } from '../_domain/eligibility/records'
import { command, removeFileAt, removeFiles, removeWhere, select } from '../_shell/cloud'
import { applicationTerms } from '../_shell/policies'
import { retried } from '../_shell/transact'

/** So many are gone over at a time, and so often in one night. */
const MOST_READ = 100
const MOST_ROUNDS = 10

/** Days for which a place for a photo, or a file that somebody fetched, is kept. */
const UPLOAD_DAYS = 2
const FILE_DAYS = 1

/**
 * Takes the photos of decided applications away once nobody can object any more: who looked, when and at which kind of paper
 * stays, the paper itself goes. Files first: what fails is tried again the next night, and holds up nothing else.
 */
export async function tidyPhotos(now: Date): Promise<number> {
  const before = startOf(now, applicationTerms.photosKeptDays)
  return inRounds(
    () =>
      select('applications', { where: { hasPhotos: true, decidedAt: command.lt(before) }, limit: MOST_READ }),
    async (application) => {
      await removeFiles([
        ...application.documents.flatMap(({ fileId }) => fileId ?? []),
        ...application.replaced,
      ])
      await retried(async (tx) => {
        const current = await tx.find('applications', application.id)
        if (current && current.decidedAt === application.decidedAt)
          await tx.put('applications', withoutPhotos(current))
      })
    },
  )
}

/** Takes photos away that were sent but never belonged to an application, and the records of all places given out. */
export async function tidyUploads(now: Date): Promise<number> {
  const before = startOf(now, UPLOAD_DAYS)
  return inRounds(
    () => select('uploads', { where: { at: command.lt(before) }, limit: MOST_READ }),
    async (upload) => {
      const applied = await select('applications', { where: { elderId: upload.elderId }, limit: MOST_READ })
      const isUsed = applied.some(({ documents, replaced }) =>
        [...documents.map(({ path }) => path), ...replaced].some((one) => one.endsWith(upload.path)),
      )
      if (!isUsed) await removeFileAt(upload.path)
      await removeWhere('uploads', { _id: upload.id })
    },
  )
}

/** Takes files away that were made for somebody to fetch. */
export async function tidyFiles(now: Date): Promise<number> {
  const before = startOf(now, FILE_DAYS)
  return inRounds(
    () => select('storedFiles', { where: { at: command.lt(before) }, limit: MOST_READ }),
    async ({ id, fileId }) => {
      await removeFiles([fileId])
      await removeWhere('storedFiles', { _id: id })
    },
  )
}

async function inRounds<T extends { id: string }>(
  read: () => Promise<T[]>,
  tidy: (one: T) => Promise<void>,
): Promise<number> {
  const failed = new Set<string>()
  let done = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = (await read()).filter(({ id }) => !failed.has(id))
    if (found.length === 0) break
    for (const one of found) {
      try {
        await tidy(one)
        done++
      } catch (error) {
        failed.add(one.id)
        console.error(JSON.stringify({ what: 'not tidied', id: one.id, error: String(error) }))
      }
    }
  }
  return done
}

const startOf = (now: Date, days: number) => instantAt(addDays(localDate(now), -days), '00:00')

const withoutPhotos = (application: ApplicationRecord): ApplicationRecord => ({
  ...application,
  hasPhotos: false,
  replaced: [],
  documents: application.documents.map((one) => ({ ...one, fileId: null })),
})
