import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CloudStorage, LARGEST_FILE } from '../wire/storage/cloud-storage'
import { readBytes } from './body'
import { cloudPathOf } from './cloud-path'

/**
 * `PUT /cos/<path>`: where the SDK sends a function's file, with the `authorization` that storage.getUploadMetadata gave it.
 * Functions are the administrator: they may write over anything. An empty answer is success, XML tells what went wrong.
 */
export async function answerCosUpload(
  storage: CloudStorage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = cloudPathOf(request, '/cos/')
  const { sign, t } = Object.fromEntries(new URLSearchParams(request.headers.authorization))
  if (path === undefined || !storage.signs.allows('put', path, { sign, t }))
    return sendFailure(response, 403, 'AccessDenied')

  const content = await readBytes(request, LARGEST_FILE)
  if (!content) return sendFailure(response, 400, 'EntityTooLarge')
  await storage.save(path, content, null)
  response.writeHead(200).end()
}

/** The SDK reads all four members of a failure. */
function sendFailure(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message>` +
      `<RequestId>${randomUUID()}</RequestId><TraceId>local</TraceId></Error>`,
  )
}
