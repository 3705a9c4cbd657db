import { invalidParam } from '../../engine/errors'
import { optionalNumber, textField, type WireRequest } from '../request'
import type { CloudStorage } from './cloud-storage'
import { fileIdOf, isCloudPath, pathOf } from './file-id'

type Fields = Record<string, unknown>
type Action = (storage: CloudStorage, request: WireRequest) => Promise<{ data: Fields }>

/** Files in one call at most. */
const MOST_FILES = 50
const UPLOAD_SECONDS = 15 * 60
/** How long a temporary address counts: by default, and at most. */
const DAY_SECONDS = 24 * 60 * 60

/** The storage actions as wx-server-sdk 4.0.2 names them. A file that is not there is told beside those that are. */
export const storageActions: Record<string, Action> = {
  'storage.getUploadMetadata': async (storage, { fields, origin }) => {
    const path = textField(fields, 'path')
    if (!isCloudPath(path)) throw invalidParam(`no file may have the path ${path}`)
    const { sign, t } = storage.signs.issue('put', path, UPLOAD_SECONDS)
    return {
      data: {
        url: `${origin}/cos/${path}`,
        token: 'local',
        authorization: new URLSearchParams({ sign, t }).toString(),
        fileId: fileIdOf(path),
        cosFileId: fileIdOf(path),
      },
    }
  },

  'storage.batchGetDownloadUrl': async (storage, { fields, origin }) => ({
    data: { download_list: list(fields, 'file_list').map((file) => download(storage, file, origin)) },
  }),

  'storage.batchDeleteFile': async (storage, { fields }) => {
    const removals = list(fields, 'fileid_list').map(async (fileID) => {
      const path = pathOf(String(fileID))
      const isRemoved = path !== undefined && (await storage.remove(path))
      return { fileID, code: isRemoved ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
    })
    return { data: { delete_list: await Promise.all(removals) } }
  },
}

function download(storage: CloudStorage, file: unknown, origin: string): Fields {
  const fields: Fields = { ...Object(file) }
  const fileID = textField(fields, 'fileid')
  const maxAge = Math.min(optionalNumber(fields, 'max_age') ?? DAY_SECONDS, DAY_SECONDS)
  const path = pathOf(fileID)
  if (path === undefined || !storage.has(path))
    return { code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exists', fileID, tempFileURL: '' }

  const { sign, t } = storage.signs.issue('get', path, maxAge)
  const tempFileURL = `${origin}/storage/${path}?${new URLSearchParams({ sign, t })}`
  return { code: 'SUCCESS', fileID, tempFileURL, maxAge }
}

function list(fields: Fields, name: string): unknown[] {
  const value = fields[name]
  if (!Array.isArray(value)) throw invalidParam(`${name} must be a list`)
  if (value.length > MOST_FILES) throw invalidParam(`${name} may name ${MOST_FILES} files at most`)
  return value
}
