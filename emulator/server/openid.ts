import type { IncomingMessage } from 'node:http'

/** The header `x-wx-openid` holds what no openid looks like. */
export class BadOpenid extends Error {}

/**
 * Who is signed in on the phone that sent a request; undefined: nobody. An openid is printable, 64 characters at most, not all
 * digits: the SDK would read digits as a number.
 * @throws BadOpenid
 */
export function openidOf(request: IncomingMessage): string | undefined {
  const openid = request.headers['x-wx-openid']
  if (openid === undefined || openid === '') return undefined
  if (typeof openid === 'string' && /^[\x21-\x7e]{1,64}$/.test(openid) && !/^\d+$/.test(openid)) return openid
  throw new BadOpenid()
}
