import type { NewDocument } from '#types/eligibility/applications'
import { AppError } from '#types/errors'
import { pictureKind } from '#types/photos'
import type { ApplicationRecord, UploadRecord } from './records'

/** The id of the place in storage that a photo's path names. */
export const uploadIdIn = (path: string): string => path.split('/').pop()?.replace('.jpg', '') ?? ''

/**
 * Only photos count that this caller put where the cloud had told them to, for this elder, in the storage of this environment.
 * @param uploads the place that was given out for each of the documents, in their order; null: none was
 * @throws AppError `DOCUMENT_MISSING`
 */
export function requireOwnPhotos(
  documents: readonly Pick<NewDocument, 'path' | 'fileId'>[],
  uploads: readonly (UploadRecord | null)[],
  { elderId, openid, environment }: { elderId: string; openid: string | null; environment: string },
): void {
  const areOwn = documents.every(({ path, fileId }, place) => {
    const upload = uploads[place]
    if (upload?.path !== path || upload.elderId !== elderId || upload.openid !== openid) return false
    const [bucket = '', ...rest] = fileId.replace('cloud://', '').split('/')
    const isOurs = bucket === environment || bucket.startsWith(`${environment}.`)
    return isOurs && rest.join('/') === path
  })
  if (!areOwn) throw new AppError('DOCUMENT_MISSING')
}

/** What everybody can open who has to look at it. */
const readable = ['jpeg', 'png', 'webp'] as const

/**
 * Only what begins like a photo that a reviewer can open is a paper: an empty file, a page or a HEIC is none, whatever it is called.
 * @param beginnings the first bytes of each of the documents, in their order
 * @throws AppError `NOT_A_PHOTO` with all that are none: which of those sent they are, from 1, and what they are said to show
 */
export function requirePhotos(
  documents: readonly Pick<NewDocument, 'label'>[],
  beginnings: readonly Uint8Array[],
): void {
  const others = documents.flatMap(({ label }, place) => {
    const kind = pictureKind(beginnings[place] ?? new Uint8Array())
    return readable.some((one) => one === kind) ? [] : { nth: String(place + 1), label }
  })
  if (others.length === 0) return
  throw new AppError('NOT_A_PHOTO', {
    nths: others.map(({ nth }) => nth),
    labels: others.map(({ label }) => label),
  })
}

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

/** Whether a photo became a paper of an application. */
export const isPaperOf = (
  { documents, replaced }: ApplicationRecord,
  { path }: Pick<UploadRecord, 'path'>,
): boolean => [...documents.map((one) => one.path), ...replaced].some((one) => one.endsWith(path))
