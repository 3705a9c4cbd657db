import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorCode, ErrorDetail } from '#types/errors'
import { isForPhones } from '../../cloudfunctions/_domain/eligibility/papers'
import { isForEverybody } from '../../cloudfunctions/_domain/meals/planning/dish-photos'
import { type CloudStorage, LARGEST_FILE } from '../wire/storage/cloud-storage'
import { fileIdOf } from '../wire/storage/file-id'
import { readBytes } from './body'
import { cloudPathOf } from './cloud-path'
import { sendJson } from './json'
import { BadOpenid, openidOf } from './openid'

type UploadReply = { ok: true; fileID: string } | { ok: false; code: ErrorCode; detail?: ErrorDetail }

/**
 * `PUT /storage/<path>`: what `wx.cloud.uploadFile` is on the phone, the body being the file. As by the rule of docs/deploy.md, only its
 * creator may write a file, and only where the functions give out places for photos; the header `x-wx-openid` says who that is.
 */
export async function answerUpload(
  storage: CloudStorage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [status, reply] = await upload(storage, request)
  sendJson(response, status, reply)
}

async function upload(
  storage: CloudStorage,
  request: IncomingMessage,
): Promise<[status: number, UploadReply]> {
  try {
    const openid = openidOf(request)
    if (openid === undefined) return [401, refusal('NOT_SIGNED_IN')]

    const path = cloudPathOf(request, '/storage/')
    if (path === undefined) return [400, refusal('BAD_INPUT', { path: 'malformed' })]
    if (!isForPhones(path)) return [403, refusal('FORBIDDEN')]
    const content = await readBytes(request, LARGEST_FILE)
    if (!content) return [413, refusal('BAD_INPUT', { body: 'tooLarge', largestBody: LARGEST_FILE })]

    if (!(await storage.save(path, content, openid))) return [403, refusal('FORBIDDEN')]
    return [200, { ok: true, fileID: fileIdOf(path) }]
  } catch (error) {
    if (error instanceof BadOpenid) return [400, refusal('BAD_INPUT', { header: 'x-wx-openid' })]
    throw error
  }
}

function refusal(code: ErrorCode, detail?: ErrorDetail): UploadReply {
  return { ok: false, code, detail }
}

/**
 * `GET /storage/<path>?sign=&t=`: a temporary address; photos of dishes anybody reads without one, as by that rule. Without a sign that counts it does not even tell whether there is a
 * file. Content that somebody uploaded must not act in our origin: it is named, never guessed, and sandboxed.
 */
export async function sendStored(
  storage: CloudStorage,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = cloudPathOf(request, '/storage/')
  const { sign, t } = Object.fromEntries(query)
  if (path === undefined || !(isForEverybody(path) || storage.signs.allows('get', path, { sign, t })))
    return sendJson(response, 403, { error: 'SIGN_REFUSED' })

  const file = storage.read(path)
  if (!file) return sendJson(response, 404, { error: 'NOT_FOUND' })
  const name = path.slice(path.lastIndexOf('/') + 1)
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.content.length,
    'content-disposition': file.type.startsWith('image/') ? 'inline' : `attachment; filename="${name}"`,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : file.content)
}
