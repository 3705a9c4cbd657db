import type { OpenapiWorld, WeChatReply } from './api'
import { checkPhoto } from './check-photo'
import { checkText } from './check-text'
import { type Pairs, readPairs, response } from './comm-message'
import { tellPhoneNumber } from './phone-number'
import { sendMessage } from './send-message'
import { traceId } from './trace-id'

/** WeChat's code for a function whose config.json does not permit the api. */
const NO_PERMISSION = -604101

/** A call of `cloud.openapi.a.b.c(data)` as WeChat sees it: snake_case names, every value JSON. */
interface OpenapiCall {
  apiName: string
  /** The CommApiData message. */
  requestData: Buffer
  /** Names that the calling function may use. */
  permitted: string[]
}

const apis: Record<string, (pairs: Pairs, world: OpenapiWorld) => WeChatReply> = {
  'subscribeMessage.send': sendMessage,
  'security.msgSecCheck': checkText,
  'security.mediaCheckAsync': checkPhoto,
  'phonenumber.getPhoneNumber': tellPhoneNumber,
}

/**
 * Answers an openapi call with a CommOpenApiResp message. An api that the function's config.json does not permit is refused
 * as WeChat refuses it, and so is one that is not imitated.
 */
export function answerOpenapi({ apiName, requestData, permitted }: OpenapiCall, world: OpenapiWorld): Buffer {
  const api = Object.hasOwn(apis, apiName) ? apis[apiName] : undefined
  if (!api || !permitted.includes(apiName)) return response({ errorCode: NO_PERMISSION })
  const reply = api(readPairs(requestData), world)
  // WeChat ends the words of every refusal with the request's id, so that they never compare equal.
  if (reply.errcode !== 0) reply.errmsg += ` rid: ${traceId()}`
  return response({ body: reply })
}
