import type { IncomingMessage } from 'node:http'
import { isCloudPath } from '../wire/storage/file-id'

/**
 * The path of a file in a request's address, behind `prefix`; undefined when no file may have it. Read from the address as
 * it was sent: parsed as a URL, `a/../b` would have become `b` already.
 */
export function cloudPathOf(request: IncomingMessage, prefix: string): string | undefined {
  const [address = ''] = (request.url ?? '').split('?')
  if (!address.startsWith(prefix)) return undefined
  try {
    const path = decodeURIComponent(address.slice(prefix.length))
    return isCloudPath(path) ? path : undefined
  } catch {
    return undefined
  }
}
