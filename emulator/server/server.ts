import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Runner } from '../parts'
import type { Grants } from '../wire/grants'
import type { CloudStorage } from '../wire/storage/cloud-storage'
import { answerCloudCall } from './cloud-route'
import { answerControl, type Controls } from './control-route'
import { answerCosUpload } from './cos-route'
import { sendJson } from './json'
import { sendFile } from './static-files'
import { answerUpload, sendStored } from './storage-route'
import { answerTap } from './subscribe-route'

export interface ServerParts {
  runner: Runner
  gateway: { handle(request: IncomingMessage, response: ServerResponse): unknown; grants: Grants }
  storage: CloudStorage
  controls: Controls
  /** The folders behind `/app/`, `/pictures/` and `/`. */
  folders: { app: string; pictures: string; street: string }
  onError?: (error: unknown) => void
}

/**
 * For how long an idle connection is kept, in milliseconds. The SDK lets go of one a second before the time that we name; where a
 * function works without pause across both moments, its next call would run into our close. Nothing works for a minute.
 */
const KEEP_ALIVE = 65_000

/** The emulator's one HTTP server (addresses: README). It has no CORS header: only its own pages may call it. */
export function createEmulatorServer(parts: ServerParts): Server {
  const times = { keepAliveTimeout: KEEP_ALIVE, headersTimeout: KEEP_ALIVE + 1000 }
  return createServer(times, (request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      parts.onError?.(error)
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { error: 'INTERNAL' })
    })
  })
}

async function answer(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = addressOf(request)
  if (!url) return sendJson(response, 400, { error: 'BAD_ADDRESS' })
  const [, area = '', name = '', ...deeper] = url.pathname.split('/')

  if (isGuarded(area) && !isLoopback(request)) return sendJson(response, 403, { error: 'LOOPBACK_ONLY' })
  if (area === 'admin' || area === 'cos' || area === '__emulator') {
    if (!isOwnOrigin(request)) return sendJson(response, 403, { error: 'LOOPBACK_ONLY' })
    if (area === '__emulator') return answerControl(parts.controls, name, url.searchParams, request, response)
    if (area === 'cos') {
      if (!allows(['PUT'], request, response)) return
      return answerCosUpload(parts.storage, request, response)
    }
    if (!allows(['POST'], request, response)) return
    await parts.gateway.handle(request, response)
    return
  }
  if (area === 'cloud') {
    if (!allows(['POST'], request, response)) return
    if (!isOwnOrigin(request)) return sendJson(response, 403, { error: 'FOREIGN_ORIGIN' })
    return answerCloudCall(parts.runner, [name, ...deeper].join('/'), request, response)
  }
  if (area === 'subscribe') {
    if (!allows(['POST'], request, response)) return
    if (!isOwnOrigin(request)) return sendJson(response, 403, { error: 'FOREIGN_ORIGIN' })
    return answerTap(parts.gateway.grants, request, response)
  }
  if (area === 'storage') {
    if (!allows(['GET', 'HEAD', 'PUT'], request, response)) return
    const { storage } = parts
    if (request.method !== 'PUT') return sendStored(storage, url.searchParams, request, response)
    if (!isOwnOrigin(request)) return sendJson(response, 403, { error: 'FOREIGN_ORIGIN' })
    return answerUpload(storage, request, response)
  }

  if (!allows(['GET', 'HEAD'], request, response)) return
  if (url.pathname === '/app') {
    response.writeHead(308, { location: `/app/${url.search}` }).end()
    return
  }
  const rest = [name, ...deeper].join('/')
  if (area === 'app') return sendFile(parts.folders.app, rest, request, response)
  if (area === 'pictures') return sendFile(parts.folders.pictures, rest, request, response)
  return sendFile(parts.folders.street, url.pathname.slice(1), request, response)
}

function addressOf(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '/', 'http://127.0.0.1')
  } catch {
    return undefined
  }
}

function allows(methods: string[], request: IncomingMessage, response: ServerResponse): boolean {
  if (methods.includes(request.method ?? '')) return true
  response.setHeader('allow', methods.join(', '))
  sendJson(response, 405, { error: 'METHOD_NOT_ALLOWED' })
  return false
}

const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/

/** Everything that reads or changes what is stored; pages and pictures are nobody's secret. */
const isGuarded = (area: string) =>
  ['admin', 'cos', '__emulator', 'cloud', 'storage', 'subscribe'].includes(area)

/**
 * Binding to 127.0.0.1 keeps other machines out, but not a web page in this machine's browser: a name that it resolves to
 * 127.0.0.1 (caught by the Host header) or a plain cross-origin POST (caught by Origin).
 */
const isLoopback = (request: IncomingMessage): boolean => LOOPBACK.test(request.headers.host ?? '')

/** True without Origin (no browser), from a page of this server or of another port of this machine (a dev server). */
function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  const from = origin.replace(/^https?:\/\//, '')
  return from === host || LOOPBACK.test(from)
}
