import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { sendJson } from './json'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}

// A content hash in the name (`app.1a2b3c4d.js`): the content behind that name never changes.
const HASHED = /\.[0-9a-f]{8,}\.[a-z0-9]+$/

/**
 * Sends a file of `root`. `path` is the still encoded rest of the address; a folder means its index.html.
 * Answers 404 for whatever is not a plain file inside `root`.
 */
export async function sendFile(
  root: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = fileOf(root, path)
  const found = file ? await stat(file).catch(() => undefined) : undefined
  if (!file || !found?.isFile()) return sendJson(response, 404, { error: 'NOT_FOUND' })

  const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`
  response.setHeader('etag', etag)
  response.setHeader('cache-control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end()
    return
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}

/** The file that an address means, or undefined when it leaves the root or names a hidden file. */
function fileOf(root: string, path: string): string | undefined {
  const decoded = decode(path)
  if (decoded === undefined || decoded.includes('\0') || decoded.includes('\\')) return undefined
  if (decoded.split('/').some((part) => part.startsWith('.'))) return undefined
  const file = resolve(
    root,
    `./${decoded.endsWith('/') || decoded === '' ? join(decoded, 'index.html') : decoded}`,
  )
  return file.startsWith(resolve(root) + sep) ? file : undefined
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
