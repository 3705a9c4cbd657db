import { createHash } from 'node:crypto'
import type { NewDocument } from '#types/eligibility/applications'
import { AppError } from '#types/errors'
import { photoBytes } from '#types/limits'
import { TELLING_BYTES } from '#types/photos'
import type { Documents } from '../../_domain/documents'
import { requirePhotos } from '../../_domain/eligibility/photos'
import { beginningOf } from '../beginnings'
import { command, find, linksTo, removeFiles, storeFile, updateWhere } from '../cloud'
import { personOf } from '../secrets'

/** Seconds for which a photo may be looked at. */
const A_MOMENT = 60

/** So many copies of one photo are begun: there is one, unless somebody exchanges it while it is sealed. */
const MOST_COPIES = 10

/** The collections of places that are given out for photos. */
export type Places = 'uploads' | 'dishPhotos'

/** A photo that somebody sent, and the place that was given out for it. */
interface Given<N extends Places> {
  document: Pick<NewDocument, 'fileId' | 'label'>
  upload: Documents[N]
}

/** What is told apart of the places, and where their copies are kept: nobody guesses `name`. */
interface Sealing<N extends Places> {
  places: N
  copyPath(upload: Documents[N], name: string): string
}

/** A photo as it was sent; `link` is null where it lies there no more. */
type Sent<N extends Places> = Given<N> & { link: string | null }

/**
 * What the storage calls the copy that is kept of each photo: nobody exchanges one once it was checked. Only photos that have arrived and
 * are photos. A photo is sealed once; sent again, it is what it was then.
 * @throws AppError `DOCUMENT_MISSING`, `NOT_A_PHOTO`
 */
export async function sealPhotos<N extends Places>(
  given: readonly Given<N>[],
  sealing: Sealing<N>,
): Promise<string[]> {
  const documents = given.map(({ document }) => document)
  const sent = await sentFiles(given)
  const beginnings: (Buffer | null)[] = []
  for (const one of sent) beginnings.push(await read(one, TELLING_BYTES, sealing))
  requirePhotos(documents, beginnings)

  const copies: string[] = []
  for (const [place, one] of sent.entries()) {
    const file = await read(one, photoBytes + 1, sealing)
    const files = documents.map((_, nth) => (nth === place ? file : null))
    requirePhotos(documents, files) // it may have been exchanged since its first bytes were read
    copies.push(file ? await seal(one, file, sealing) : await sealedOf(one.upload.id, sealing))
  }
  return copies
}

async function sentFiles<N extends Places>(given: readonly Given<N>[]): Promise<Sent<N>[]> {
  const unsealed = given.filter(({ upload }) => !upload.sealed).map(({ document }) => document.fileId)
  const links = await linksTo(unsealed, A_MOMENT)
  return given.map((one) => ({ ...one, link: links[unsealed.indexOf(one.document.fileId)] ?? null }))
}

/** The first bytes of what was sent; null where that was sealed already. @throws AppError `DOCUMENT_MISSING` */
async function read<N extends Places>(
  { upload, link }: Sent<N>,
  bytes: number,
  sealing: Sealing<N>,
): Promise<Buffer | null> {
  if (upload.sealed) return null
  const file = link === null ? null : await beginningOf(link, bytes)
  if (file === null) await sealedOf(upload.id, sealing)
  return file
}

/** What another call has sealed meanwhile. @throws AppError `DOCUMENT_MISSING` where none has */
async function sealedOf(id: string, { places }: Pick<Sealing<Places>, 'places'>): Promise<string> {
  const { sealed, isGivenUp } = (await find(places, id)) ?? {}
  if (sealed === undefined || isGivenUp) throw new AppError('DOCUMENT_MISSING')
  return sealed
}

/**
 * Keeps these very bytes, on a path of their own that is written down first: what is broken off is known, and is taken away. Whoever
 * seals first decides. What was sent is not needed any more.
 */
async function seal<N extends Places>(
  { document, upload }: Given<N>,
  file: Buffer,
  sealing: Sealing<N>,
): Promise<string> {
  const { places, copyPath } = sealing
  const { id, copies = [] } = upload
  const path = copyPath(upload, personOf(`paper ${id} ${createHash('sha256').update(file).digest('hex')}`))
  const unsealed = { _id: id, sealed: null, isGivenUp: null }
  if (!copies.includes(path)) {
    if (copies.length >= MOST_COPIES) throw new AppError('DOCUMENT_MISSING')
    const changed = await updateWhere(places, unsealed, { copies: command.addToSet(path) })
    // Carried out a second time after no answer came, it changes nothing.
    const isBegun = changed > 0 || (await find(places, id))?.copies?.includes(path)
    if (!isBegun) return sealedOf(id, sealing)
  }
  const kept = await storeFile(path, file)
  if ((await updateWhere(places, unsealed, { sealed: kept })) === 0) return sealedInstead(id, kept, places)
  await removeFiles([document.fileId])
  return kept
}

/** What another call has sealed; the copy that came too late goes, also where her data went meanwhile. @throws AppError `DOCUMENT_MISSING` */
async function sealedInstead(id: string, copy: string, places: Places): Promise<string> {
  const sealed = (await find(places, id))?.sealed
  if (sealed !== copy) await removeFiles([copy])
  if (sealed === undefined) throw new AppError('DOCUMENT_MISSING')
  return sealed
}
