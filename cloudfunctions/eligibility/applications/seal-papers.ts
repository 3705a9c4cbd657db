import { createHash } from 'node:crypto'
import type { NewDocument } from '#types/eligibility/applications'
import { AppError } from '#types/errors'
import { photoBytes } from '#types/limits'
import { TELLING_BYTES } from '#types/photos'
import { paperPath, requireOwnPhotos, requirePhotos, uploadIdIn } from '../../_domain/eligibility/photos'
import type { UploadRecord } from '../../_domain/eligibility/records'
import { beginningOf } from '../../_shell/beginnings'
import {
  command,
  find,
  linksTo,
  ownEnvironment,
  removeFiles,
  storeFile,
  updateWhere,
} from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'

/** Seconds for which a photo may be looked at. */
const A_MOMENT = 60

/** So many copies of one photo are begun: there is one, unless somebody exchanges it while it is sealed. */
const MOST_COPIES = 10

/**
 * The papers of an application, each as the copy that is kept of its photo: nobody exchanges a paper once it was checked. Only photos
 * that count, have arrived and are photos. A photo is sealed once; sent again, it is what it was then.
 * @throws AppError `DOCUMENT_MISSING`, `NOT_A_PHOTO`
 */
export async function sealPapers(
  ctx: Ctx,
  elderId: string,
  documents: readonly NewDocument[],
): Promise<NewDocument[]> {
  const uploads = await Promise.all(documents.map(({ path }) => find('uploads', uploadIdIn(path))))
  const caller = { elderId, openid: ctx.openid, environment: ownEnvironment(), now: ctx.now }
  const given = requireOwnPhotos(documents, uploads, caller)
  const sent = await sentFiles(given)
  const beginnings: (Buffer | null)[] = []
  for (const one of sent) beginnings.push(await read(one, TELLING_BYTES))
  requirePhotos(documents, beginnings)

  const papers: NewDocument[] = []
  for (const [place, one] of sent.entries()) {
    const file = await read(one, photoBytes + 1)
    const files = documents.map((_, nth) => (nth === place ? file : null))
    requirePhotos(documents, files) // it may have been exchanged since its first bytes were read
    const { document, upload } = one
    papers.push({
      ...document,
      fileId: file ? await seal(document, upload, file) : await sealedOf(upload.id),
    })
  }
  return papers
}

/** A photo as it was sent; `link` is null where it lies there no more. */
interface Sent {
  document: NewDocument
  upload: UploadRecord
  link: string | null
}

async function sentFiles(given: readonly Omit<Sent, 'link'>[]): Promise<Sent[]> {
  const unsealed = given.filter(({ upload }) => !upload.sealed).map(({ document }) => document.fileId)
  const links = await linksTo(unsealed, A_MOMENT)
  return given.map((one) => ({ ...one, link: links[unsealed.indexOf(one.document.fileId)] ?? null }))
}

/** The first bytes of what was sent; null where that was sealed already. @throws AppError `DOCUMENT_MISSING` */
async function read({ upload, link }: Sent, bytes: number): Promise<Buffer | null> {
  if (upload.sealed) return null
  const file = link === null ? null : await beginningOf(link, bytes)
  if (file === null) await sealedOf(upload.id)
  return file
}

/** What another call has sealed meanwhile. @throws AppError `DOCUMENT_MISSING` where none has */
async function sealedOf(uploadId: string): Promise<string> {
  const { sealed, isGivenUp } = (await find('uploads', uploadId)) ?? {}
  if (sealed === undefined || isGivenUp) throw new AppError('DOCUMENT_MISSING')
  return sealed
}

/**
 * Keeps these very bytes, on a path of their own that is written down first: what is broken off is known, and is taken away. Whoever
 * seals first decides. What was sent is not needed any more.
 */
async function seal({ fileId }: NewDocument, upload: UploadRecord, file: Buffer): Promise<string> {
  const { id, elderId, copies = [] } = upload
  const path = paperPath(elderId, personOf(`paper ${id} ${createHash('sha256').update(file).digest('hex')}`))
  const unsealed = { _id: id, sealed: null, isGivenUp: null }
  if (!copies.includes(path)) {
    if (copies.length >= MOST_COPIES) throw new AppError('DOCUMENT_MISSING')
    const changed = await updateWhere('uploads', unsealed, { copies: command.addToSet(path) })
    // Carried out a second time after no answer came, it changes nothing.
    const isBegun = changed > 0 || (await find('uploads', id))?.copies?.includes(path)
    if (!isBegun) return sealedOf(id)
  }
  const kept = await storeFile(path, file)
  if ((await updateWhere('uploads', unsealed, { sealed: kept })) === 0) return sealedInstead(id, kept)
  await removeFiles([fileId])
  return kept
}

/** What another call has sealed; the copy that came too late goes, also where her data went meanwhile. @throws AppError `DOCUMENT_MISSING` */
async function sealedInstead(uploadId: string, copy: string): Promise<string> {
  const sealed = (await find('uploads', uploadId))?.sealed
  if (sealed !== copy) await removeFiles([copy])
  if (sealed === undefined) throw new AppError('DOCUMENT_MISSING')
  return sealed
}
