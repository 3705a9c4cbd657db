import Taro from '@tarojs/taro'
import type { ActionName, ActionNamed, Api } from '#types/api'
import type { Reply, ReplyOf, RequestOf } from '#types/contract'
import type { ErrorCode, ErrorDetail } from '#types/errors'
import { isUnanswered } from '@/platform/failure'
import { openid } from '@/platform/preview'
import { hear } from './names'

const inBrowser = process.env.TARO_ENV !== 'weapp'

export type RequestTo<N extends ActionName> = RequestOf<ActionNamed<N>>
export type ReplyFrom<N extends ActionName> = ReplyOf<ActionNamed<N>>

/** What can come of a call besides an answer: the cloud's own codes, no network, no answer in time. */
export type CallCode = ErrorCode | 'OFFLINE' | 'NO_REPLY'

export class CallError extends Error {
  constructor(
    readonly code: CallCode,
    readonly detail: ErrorDetail = {},
    readonly requestId: string | null = null,
  ) {
    super(code)
    this.name = 'CallError'
  }
}

const patience = 10_000

/** Must run once before the first call. */
export function openCloud(): void {
  if (!inBrowser) Taro.cloud.init(CLOUD_ENV ? { env: CLOUD_ENV } : {})
}

/**
 * Asks the cloud for one action.
 * @throws CallError with the cloud's code, `OFFLINE` without a network, `NO_REPLY` after ten seconds
 */
export async function call<N extends ActionName>(name: N, input: RequestTo<N>): Promise<ReplyFrom<N>> {
  const [area, action] = name.split('.') as [keyof Api, string] // what ActionName is made of
  const reply = await (inBrowser ? throughBrowser : throughWeChat)(area, { action, input })
  if (!reply.ok) throw new CallError(reply.code, reply.detail, reply.requestId)
  hear(reply.data)
  return reply.data as ReplyFrom<N> // the cloud parses its own answers against the contract
}

interface Body {
  action: string
  input: unknown
}

async function throughWeChat(area: string, data: Body): Promise<Reply> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallError('NO_REPLY')), patience)
  })
  try {
    const { result } = await Promise.race([Taro.cloud.callFunction({ name: area, data }), late])
    return asReply(result)
  } catch (error) {
    throw error instanceof CallError ? error : new CallError(await lostBecause(error))
  } finally {
    clearTimeout(timer)
  }
}

async function lostBecause(error: unknown): Promise<CallCode> {
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }))
  if (networkType === 'none') return 'OFFLINE'
  return isUnanswered(error) ? 'NO_REPLY' : 'INTERNAL'
}

async function throughBrowser(area: string, body: Body): Promise<Reply> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patience)
  try {
    const response = await fetch(`/cloud/${area}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(openid ? { 'x-wx-openid': openid } : {}) },
      body: JSON.stringify(body),
      signal: abort.signal,
    })
    return asReply(await response.json())
  } catch (error) {
    if (error instanceof CallError) throw error
    throw new CallError(abort.signal.aborted ? 'NO_REPLY' : 'OFFLINE')
  } finally {
    clearTimeout(timer)
  }
}

function asReply(value: unknown): Reply {
  if (typeof value === 'object' && value !== null && 'ok' in value) return value as Reply
  throw new CallError('INTERNAL') // a gateway's page, not our function's answer
}
