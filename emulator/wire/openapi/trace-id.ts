import { randomBytes } from 'node:crypto'

/** A request's id as WeChat writes it, three times eight hex digits. */
export function traceId(): string {
  return [4, 4, 4].map((length) => randomBytes(length).toString('hex')).join('-')
}
