import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBytes } from './body'

/** Why a body was not taken. */
type BodyFault = 'notJson' | 'notAnObject' | 'tooLarge'

export class BadBody extends Error {
  constructor(readonly fault: BodyFault) {
    super(fault)
  }
}

/** What `callFunction` carries at most, in bytes of UTF-8. */
export const LARGEST_BODY = 100 * 1024

/** Reads a request's JSON; no body is undefined. Throws BadBody for what is no JSON or too large. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBytes(request, LARGEST_BODY)
  if (!body) throw new BadBody('tooLarge')
  if (body.length === 0) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new BadBody('notJson')
  }
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
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}
