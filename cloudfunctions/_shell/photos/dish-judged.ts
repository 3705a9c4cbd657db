import { photoBytes } from '#types/limits'
import { pathOf, shownPhoto } from '../../_domain/meals/planning/dish-photos'
import type { DishPhotoRecord } from '../../_domain/meals/planning/records'
import { beginningOf } from '../beginnings'
import { command, find, linksTo, removeFiles, removeWhere, storeFile, updateWhere } from '../cloud'

/** Seconds for which a photo is read again. */
const A_MOMENT = 60

/**
 * What follows from what WeChat found in a photo of a dish: what it lets pass everybody may read from now on, what it refuses, or wants a
 * person to look at, nobody any more, whatever was told before. What it could not look at is not kept: who sent it is to send it again.
 * May be told twice.
 * @param suggest null: it could not look at it
 */
export async function dishPhotoJudged(photo: DishPhotoRecord, suggest: string | null): Promise<void> {
  const { id, sealed, judged } = photo
  if (sealed === undefined) return
  if (suggest === 'pass') return judged === undefined ? show(id, sealed) : undefined
  if (suggest === null) {
    if (judged !== undefined) return
    await removeFiles([sealed])
    await removeWhere('dishPhotos', { _id: id, judged: null })
    return
  }
  await updateWhere('dishPhotos', { _id: id, judged: command.neq('refused') }, { judged: 'refused' })
  await removeFiles([shownPhoto(sealed), sealed])
}

async function show(id: string, sealed: string): Promise<void> {
  const [link] = await linksTo([sealed], A_MOMENT)
  const file = link ? await beginningOf(link, photoBytes) : null
  if (!file) return // refused or tidied meanwhile
  await storeFile(pathOf(shownPhoto(sealed)), file)
  await updateWhere('dishPhotos', { _id: id, judged: null }, { judged: 'good' })
  const isGood = (await find('dishPhotos', id))?.judged === 'good' // it may have been refused at the same moment
  await removeFiles(isGood ? [sealed] : [shownPhoto(sealed), sealed])
}
