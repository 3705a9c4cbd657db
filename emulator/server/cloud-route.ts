import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorCode, ErrorDetail } from '#types/errors'
import type { Runner } from '../parts'
import { APP_ID } from '../runner/environment'
import { FunctionFailure } from '../runner/function-failure'
import { BadBody, LARGEST_BODY, readObject, sendJson } from './json'
import { BadOpenid, openidOf } from './openid'

/**
 * `POST /cloud/<function>`: what `wx.cloud.callFunction` is on the phone. The header `x-wx-openid` stands for the WeChat
 * login (none: not signed in), the body is the event. Always HTTP 200, as a call that reached the cloud.
 */
export async function answerCloudCall(
  runner: Runner,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  sendJson(response, 200, await replyTo(runner, name, request))
}

async function replyTo(runner: Runner, name: string, request: IncomingMessage): Promise<unknown> {
  try {
    const body = await readObject(request)
    if (!runner.has(name)) return refusal('UNKNOWN_FUNCTION')
    const openid = openidOf(request)
    // The platform adds `userInfo` to the event of every call that comes from a phone.
    const event = openid === undefined ? body : { ...body, userInfo: { appId: APP_ID, openId: openid } }
    return await runner.invoke(name, event, { openid, source: 'wx_client' })
  } catch (error) {
    if (error instanceof BadBody)
      return refusal('BAD_INPUT', { body: error.fault, largestBody: LARGEST_BODY })
    if (error instanceof BadOpenid) return refusal('BAD_INPUT', { header: 'x-wx-openid' })
    if (error instanceof FunctionFailure) return refusal('INTERNAL', undefined, error.requestId)
    throw error
  }
}

function refusal(code: ErrorCode, detail?: ErrorDetail, requestId: string = randomUUID()) {
  return { ok: false, code, detail, requestId }
}
