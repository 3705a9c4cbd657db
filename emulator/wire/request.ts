import type { IncomingMessage } from 'node:http'
import { invalidParam } from '../engine/errors'
import { readMultipart } from './multipart'

/** Larger bodies are refused. */
const LARGEST_BODY = 32 * 1024 * 1024

/** One request of the SDK: JSON for most actions, form fields for openapi. */
export interface WireRequest {
  action: string
  fields: Record<string, unknown>
  /** Under which address the caller reached us, `http://127.0.0.1:PORT`. */
  origin: string
}

/** A request as it came, over a socket or an instance's line. */
export interface Posted extends Pick<WireRequest, 'origin'> {
  contentType: string
  body: string | Uint8Array
}

/**
 * Takes a request off its socket.
 * @throws INVALID_PARAM when it is too large
 */
export const receive = async (req: IncomingMessage): Promise<Posted> => ({
  contentType: req.headers['content-type'] ?? '',
  body: await readBody(req),
  origin: `http://${req.headers.host}`,
})

/**
 * Reads the envelope of a request.
 * @throws INVALID_PARAM when it is none, or too large
 */
export function readRequest({ contentType, body, origin }: Posted): WireRequest {
  if (body.length > LARGEST_BODY) throw tooLarge()
  const isForm = contentType.startsWith('multipart/form-data')
  const fields = isForm ? readMultipart(contentType, Buffer.from(body)) : readJson(textOf(body))
  return { action: textField(fields, 'action'), fields, origin }
}

const tooLarge = () => invalidParam('the body is too large')

/** @throws INVALID_PARAM when the field is missing or no text */
export function textField(fields: Record<string, unknown>, name: string): string {
  const value = optionalText(fields, name)
  if (value === undefined) throw invalidParam(`${name} is required`)
  return value
}

/** Empty counts as absent, as the SDK sends some fields empty. */
export function optionalText(fields: Record<string, unknown>, name: string): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (Buffer.isBuffer(value)) return value.toString('utf8')
  if (typeof value !== 'string') throw invalidParam(`${name} must be a string`)
  return value
}

export function optionalNumber(fields: Record<string, unknown>, name: string): number | undefined {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${name} must be a whole number`)
  return value
}

const textOf = (body: string | Uint8Array) =>
  typeof body === 'string' ? body : Buffer.from(body).toString('utf8')

function readJson(body: string): Record<string, unknown> {
  try {
    const fields: unknown = JSON.parse(body)
    if (typeof fields === 'object' && fields !== null) return { ...fields }
  } catch {
    // Falls through to the same answer as JSON of another shape.
  }
  throw invalidParam('the body must be a JSON object')
}

// By events, because every call of every function comes through here: an iterator over the stream takes as long as the rest.
function readBody(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > LARGEST_BODY) {
        reject(tooLarge())
        req.destroy()
      } else chunks.push(chunk)
    })
    req.once('end', () => resolve(Buffer.concat(chunks)))
    req.once('error', reject)
  })
}
