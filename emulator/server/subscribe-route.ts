import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Grants } from '../wire/grants'
import { BadBody, readObject, sendJson } from './json'
import { BadOpenid, openidOf } from './openid'

const tapBody = z.strictObject({ tmplIds: z.array(z.string()) })

/**
 * `POST /subscribe`: what `wx.requestSubscribeMessage` is on the phone. The header `x-wx-openid` is whoever taps, the body
 * `{ tmplIds }`; the reply is WeChat's.
 */
export async function answerTap(
  grants: Grants,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { tmplIds } = tapBody.parse(await readObject(request))
    const openid = openidOf(request)
    if (openid === undefined) return sendJson(response, 401, { error: 'NOT_SIGNED_IN' })
    sendJson(response, 200, grants.tap(openid, tmplIds))
  } catch (error) {
    if (!(error instanceof BadBody || error instanceof BadOpenid || error instanceof z.ZodError)) throw error
    sendJson(response, 400, { error: 'BAD_INPUT' })
  }
}
