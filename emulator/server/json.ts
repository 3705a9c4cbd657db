import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBytes } from './body'

/** Why a body was not taken. */
type BodyFault = 'notJson' | 'notAnObject' | 'tooLarge' | 'tooDeep'

export class BadBody extends Error {
  constructor(readonly fault: BodyFault) {
    super(fault)
  }
}

/** What `callFunction` carries at most, in bytes of UTF-8. */
export const LARGEST_BODY = 100 * 1024

/** How deep a body may be: whoever writes it out again goes down one call a level. */
const DEEPEST = 100

/** Reads a request's JSON; no body is undefined. Throws BadBody for what is no JSON, too large or too deep. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBytes(request, LARGEST_BODY)
  if (!body) throw new BadBody('tooLarge')
  if (body.length === 0) return undefined
  if (depthOf(body) > DEEPEST) throw new BadBody('tooDeep')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new BadBody('notJson')
  }
}

/** How many brackets are open at once, at most; those within quotation marks are text. */
function depthOf(body: Buffer): number {
  const outside = body.toString('latin1').replace(/"(?:[^"\\]|\\.)*"/gs, '')
  let [depth, deepest] = [0, 0]
  for (const sign of outside) {
    if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if (sign === '}' || sign === ']') depth--
  }
  return deepest
}

export async function readObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const value = await readJson(request)
  if (isObject(value)) return value
  throw new BadBody(value === undefined ? 'notJson' : 'notAnObject')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text), // else it goes out in pieces
    'cache-control': 'no-store',
  })
  response.end(text)
}
