import { Reader, Writer } from 'protobufjs/minimal'
import { invalidParam } from '../engine/errors'
import type { OutboxMessage } from '../parts'

/** WeChat's code for a function whose config.json does not permit the api. */
const NO_PERMISSION = -604101

/** A call of `cloud.openapi.a.b.c(data)` as WeChat sees it: snake_case names, values as texts. */
export interface OpenapiCall {
  apiName: string
  /** The CommApiData message. */
  requestData: Buffer
  /** Names that the calling function may use. */
  permitted: string[]
  now: Date
}

/**
 * Answers an openapi call with a CommOpenApiResp message. `subscribeMessage.send` goes to the outbox; everything else is
 * refused as WeChat refuses an api without permission.
 */
export function answerOpenapi(
  { apiName, requestData, permitted, now }: OpenapiCall,
  send: (message: OutboxMessage) => void,
): Buffer {
  if (apiName !== 'subscribeMessage.send' || !permitted.includes(apiName))
    return response({ errorCode: NO_PERMISSION })

  const pairs = readPairs(requestData)
  const touser = optionalText(pairs.touser)
  const templateId = optionalText(pairs.template_id)
  if (!touser) return response({ body: { errcode: 40003, errmsg: 'invalid openid' } })
  if (!templateId) return response({ body: { errcode: 40037, errmsg: 'invalid template_id' } })

  send({
    at: now.toISOString(),
    touser,
    templateId,
    page: optionalText(pairs.page),
    data: asFields(pairs.data),
  })
  return response({ body: { errcode: 0, errmsg: 'ok' } })
}

/** CommApiData { 2: OpenApiData { 1: repeated { 1: key, 2: value } } } as an object. Every value is JSON, texts too. */
function readPairs(requestData: Buffer): Record<string, unknown> {
  const pairs: Record<string, unknown> = {}
  for (const openApiData of messagesIn(requestData, 2)) {
    for (const pair of messagesIn(openApiData, 1)) {
      const [key] = messagesIn(pair, 1)
      const [value] = messagesIn(pair, 2)
      if (key) pairs[Buffer.from(key).toString('utf8')] = parsedJson(value)
    }
  }
  return pairs
}

function parsedJson(value: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(value ?? []).toString('utf8'))
  } catch {
    throw invalidParam('a value of requestData is no JSON')
  }
}

const optionalText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const asFields = (value: unknown) => Object(value) as OutboxMessage['data'] // WeChat checks the fields against the template

/** The length-delimited values of one field of a protobuf message. */
function messagesIn(message: Uint8Array, field: number): Uint8Array[] {
  const reader = Reader.create(message)
  const found: Uint8Array[] = []
  try {
    while (reader.pos < reader.len) {
      const tag = reader.uint32()
      if (tag >>> 3 === field && (tag & 7) === 2) found.push(reader.bytes())
      else reader.skipType(tag & 7)
    }
  } catch {
    throw invalidParam('requestData is no protobuf message')
  }
  return found
}

/** CommOpenApiResp { 1: respData, 2: contentType, 3: errorCode, 4: httpCode }. */
function response({ errorCode, body }: { errorCode?: number; body?: object }): Buffer {
  const writer = Writer.create()
  if (body)
    writer
      .uint32(10)
      .bytes(Buffer.from(JSON.stringify(body)))
      .uint32(18)
      .string('application/json')
  if (errorCode !== undefined) writer.uint32(24).int32(errorCode)
  return Buffer.from(writer.uint32(32).uint32(200).finish())
}
