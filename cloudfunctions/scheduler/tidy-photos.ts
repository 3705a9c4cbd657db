import { addDays, localDate } from '#types/days'
import { instantAt } from '../_domain/base/calendar'
import { endOfUploads, isPaperOf, pathsOf, photosOf, withoutPhotos } from '../_domain/eligibility/photos'
import type { UploadRecord } from '../_domain/eligibility/records'
import { nextLook, shownPhoto } from '../_domain/meals/planning/dish-photos'
import type { DishPhotoRecord } from '../_domain/meals/planning/records'
import { command, removeFileAt, removeFiles, removeWhere, selectFields, updateWhere } from '../_shell/cloud'
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

/**
 * Takes photos of dishes away that no menu names, be it one of weeks ago that is kept, and those of which WeChat never said what it found.
 * One that is named is looked at again some time later.
 */
export async function tidyDishPhotos(now: Date): Promise<number> {
  let removed = 0
  await tidyEach('dishPhotos', { lookAt: command.lt(now.toISOString()) }, async (photo) => {
    if (await isNamed(photo)) {
      await updateWhere('dishPhotos', { _id: photo.id }, { lookAt: nextLook(now) })
      return
    }
    if (photo.sealed) await removeFiles([shownPhoto(photo.sealed)])
    for (const path of pathsOf(photo)) await removeFileAt(path)
    await removeWhere('dishPhotos', { _id: photo.id })
    removed++
  })
  return removed
}

async function isNamed({ sealed, judged }: DishPhotoRecord): Promise<boolean> {
  if (sealed === undefined || judged === undefined) return false
  const photo = shownPhoto(sealed)
  for (const field of ['dishes.photo', 'sets.photo'])
    if ((await selectFields('menus', ['week'], { where: { [field]: photo }, limit: 1 })).length > 0)
      return true
  return false
}

/** Takes files away that were made for somebody to fetch. */
export async function tidyFiles(now: Date): Promise<number> {
  return tidyEach('storedFiles', { at: command.lt(startOf(now, FILE_DAYS)) }, async ({ id, fileId }) => {
    await removeFiles([fileId])
    await removeWhere('storedFiles', { _id: id })
  })
}

const startOf = (now: Date, days: number) => instantAt(addDays(localDate(now), -days), '00:00')
