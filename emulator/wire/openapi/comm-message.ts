import { Reader, Writer } from 'protobufjs/minimal'
import { invalidParam } from '../../engine/errors'

/** What a function passed to an api: snake_case names, as the SDK makes them. */
export type Pairs = Record<string, unknown>

/** CommApiData { 2: OpenApiData { 1: repeated { 1: key, 2: value } } } as an object. Every value is JSON, texts too. */
export function readPairs(requestData: Buffer): Pairs {
  const pairs: Pairs = {}
  for (const openApiData of messagesIn(requestData, 2)) {
    for (const pair of messagesIn(openApiData, 1)) {
      const [key] = messagesIn(pair, 1)
      const [value] = messagesIn(pair, 2)
      if (key) pairs[Buffer.from(key).toString('utf8')] = parsedJson(value)
    }
  }
  return pairs
}

/** A text, or undefined for anything else and for the empty text. */
export const optionalText = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : undefined

/**
 * CommOpenApiResp { 1: respData, 2: contentType, 3: errorCode, 4: httpCode }: WeChat's JSON, or the code of a call that
 * never reached WeChat.
 */
export function response({ errorCode, body }: { errorCode?: number; body?: object }): Buffer {
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

function parsedJson(value: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(value ?? []).toString('utf8'))
  } catch {
    throw invalidParam('a value of requestData is no JSON')
  }
}

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
