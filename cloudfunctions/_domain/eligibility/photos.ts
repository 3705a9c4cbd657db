import { addDays, localDate } from '#types/days'
import type { NewDocument } from '#types/eligibility/applications'
import { AppError } from '#types/errors'
import { photoBytes } from '#types/limits'
import { pictureKind } from '#types/photos'
import { instantAt } from '../base/calendar'
import { PAPERS } from './papers'
import type { ApplicationRecord, UploadRecord } from './records'

/** The id of the place in storage that a photo's path names. */
export const uploadIdIn = (path: string): string => path.split('/').pop()?.replace('.jpg', '') ?? ''

/** Days for which a place for a photo is kept, and what was put there for no application. */
const UPLOAD_DAYS = 2

/** Before which instant places were given out that are kept no longer. */
export const endOfUploads = (now: Date): string => instantAt(addDays(localDate(now), -UPLOAD_DAYS), '00:00')

/** From when on a place that is given out now is kept no longer. */
export const endOfPlace = (now: Date): string => instantAt(addDays(localDate(now), UPLOAD_DAYS + 1), '00:00')

/**
 * Only photos count that this caller put where the cloud had told them to, for this elder, in the storage of this environment, while that
 * place is kept.
 * @param uploads the place that was given out for each of the documents, in their order; null: none was
 * @returns each of the documents with its place
 * @throws AppError `DOCUMENT_MISSING`
 */
export function requireOwnPhotos<Sent extends Pick<NewDocument, 'path' | 'fileId'>>(
  documents: readonly Sent[],
  uploads: readonly (UploadRecord | null)[],
  caller: { elderId: string; openid: string | null; environment: string; now: Date },
): { document: Sent; upload: UploadRecord }[] {
  return documents.map((document, place) => {
    const upload = uploads[place]
    if (upload?.elderId !== caller.elderId || !isOwnPhoto(document, upload, caller))
      throw new AppError('DOCUMENT_MISSING')
    return { document, upload }
  })
}

/**
 * Whether a photo was put by this caller on the place that was given out to them, in the storage of this environment, while that is kept.
 * The caller is named as the place names them.
 */
export function isOwnPhoto(
  { path, fileId }: Pick<NewDocument, 'path' | 'fileId'>,
  place: Pick<UploadRecord, 'path' | 'openid' | 'at' | 'isGivenUp'>,
  { openid, environment, now }: { openid: string | null; environment: string; now: Date },
): boolean {
  const [bucket = '', ...rest] = fileId.replace('cloud://', '').split('/')
  const isOurs = bucket === environment || bucket.startsWith(`${environment}.`)
  const isTheirs = place.path === path && place.openid === openid
  return isOurs && rest.join('/') === path && isTheirs && !place.isGivenUp && place.at >= endOfUploads(now)
}

/** What everybody can open who has to look at it. */
const readable = ['jpeg', 'png', 'webp'] as const

/**
 * Only what begins like a photo that a reviewer can open is a paper: an empty file, a page or a HEIC is none, whatever it is called. Nor
 * is what is larger than a photo that leaves a phone.
 * @param files each of the documents, or its first bytes, in their order; null: it was looked at before
 * @throws AppError `NOT_A_PHOTO` with all that are none: which of those sent they are, from 1, and what they are said to show
 */
export function requirePhotos(
  documents: readonly Pick<NewDocument, 'label'>[],
  files: readonly (Uint8Array | null)[],
): void {
  const others = documents.flatMap(({ label }, place) => {
    const file = files[place]
    const isOne = file === null || (file && file.length <= photoBytes && isReadable(file))
    return isOne ? [] : { nth: String(place + 1), label }
  })
  if (others.length === 0) return
  throw new AppError('NOT_A_PHOTO', {
    nths: others.map(({ nth }) => nth),
    labels: others.map(({ label }) => label),
  })
}

function isReadable(file: Uint8Array): boolean {
  const kind = pictureKind(file)
  return readable.some((one) => one === kind)
}

/** Where the copy of a photo is kept: nobody guesses `name`, and on this path nothing else is ever written. */
export const paperPath = (elderId: string, name: string): string => `${PAPERS}${elderId}/${name}.jpg`

/** What the storage calls every photo of an application, of earlier rounds too. */
export const photosOf = ({ documents, replaced }: ApplicationRecord): string[] => [
  ...documents.flatMap(({ fileId }) => fileId ?? []),
  ...replaced,
]

/** An application whose photos are gone: which papers there were stays. */
export const withoutPhotos = (application: ApplicationRecord): ApplicationRecord => ({
  ...application,
  hasPhotos: false,
  replaced: [],
  documents: application.documents.map((one) => ({ ...one, fileId: null })),
})

/** An application whose photo is not to be shown to anybody any more; the same record where it has no such photo, or was told before. */
export function withRefused(application: ApplicationRecord, fileId: string): ApplicationRecord {
  const isMeant = (one: ApplicationRecord['documents'][number]) => one.fileId === fileId && !one.isRefused
  if (!application.documents.some(isMeant)) return application
  const documents = application.documents.map((one) => (isMeant(one) ? { ...one, isRefused: true } : one))
  return { ...application, documents }
}

/** Every path where something may lie of one photo: where it was sent to, and where copies of it were begun. */
export const pathsOf = ({ path, copies = [] }: Pick<UploadRecord, 'path' | 'copies'>): string[] => [
  path,
  ...copies,
]

/** Whether what lies on a path is a paper of an application. */
export const isPaperOf = (application: ApplicationRecord, path: string): boolean =>
  photosOf(application).some((fileId) => fileId.endsWith(`/${path}`))
