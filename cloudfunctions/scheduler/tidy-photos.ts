import { addDays, localDate } from '#types/days'
import { instantAt } from '../_domain/base/calendar'
import { endOfUploads, isPaperOf, pathsOf, photosOf, withoutPhotos } from '../_domain/eligibility/photos'
import type { UploadRecord } from '../_domain/eligibility/records'
import { command, removeFileAt, removeFiles, removeWhere } from '../_shell/cloud'
import { everyPage } from '../_shell/every-page'
import { applicationTerms } from '../_shell/policies'
import { retried } from '../_shell/transact'
import { tidyEach } from './tidy-each'

/** Days for which a file that somebody fetched is kept. */
const FILE_DAYS = 1

/**
 * Takes the photos of decided applications away once nobody can object any more: who looked, when and at which kind of paper
 * stays, the paper itself goes. Files first: what fails is tried again the next night, and holds up nothing else.
 */
export async function tidyPhotos(now: Date): Promise<number> {
  const before = startOf(now, applicationTerms.photosKeptDays)
  const old = { hasPhotos: true, decidedAt: command.lt(before) }
  return tidyEach('applications', old, async (application) => {
    await removeFiles(photosOf(application))
    await retried(async (tx) => {
      const current = await tx.find('applications', application.id)
      if (current && current.decidedAt === application.decidedAt)
        await tx.put('applications', withoutPhotos(current))
    })
  })
}

/** Takes photos away that were sent but never belonged to an application, copies too, and the records of all places given out. */
export async function tidyUploads(now: Date): Promise<number> {
  return tidyEach('uploads', { at: command.lt(endOfUploads(now)) }, async (upload) => {
    for (const path of await unusedOf(upload)) await removeFileAt(path)
    await removeWhere('uploads', { _id: upload.id })
  })
}

async function unusedOf(upload: UploadRecord): Promise<string[]> {
  let unused = pathsOf(upload)
  await everyPage('applications', { elderId: upload.elderId }, async (page) => {
    unused = unused.filter((path) => !page.some((application) => isPaperOf(application, path)))
  })
  return unused
}

/** Takes files away that were made for somebody to fetch. */
export async function tidyFiles(now: Date): Promise<number> {
  return tidyEach('storedFiles', { at: command.lt(startOf(now, FILE_DAYS)) }, async ({ id, fileId }) => {
    await removeFiles([fileId])
    await removeWhere('storedFiles', { _id: id })
  })
}

const startOf = (now: Date, days: number) => instantAt(addDays(localDate(now), -days), '00:00')
