/** What an instance in a worker thread and its pool say to each other, beside `instance`, which of the thread's it is. */
import type { LineRequest, Reply } from '../parts'

/** How a thread starts: which bundle its instances load, and the shared clock offset (one float, milliseconds). */
export interface ThreadStart {
  file: string
  clockOffset: Float64Array
  /** The gateway's address: what is sent there goes to the pool, over no socket. Absent, it goes over sockets. */
  gateway?: string
}

/** What the pool says to an instance; the first is that it is to load. */
export type PoolMessage = { kind: 'open' } | InvocationRequest | SdkAnswer

export interface InvocationRequest {
  kind: 'invoke'
  /** The event as JSON text, as it crosses the platform. */
  event: string
  context: FunctionContext
  /** Set in its `process.env` before the call; undefined removes the variable. */
  variables: Record<string, string | undefined>
}

/** The second argument of `exports.main`, as far as the platform documents it. */
export interface FunctionContext {
  request_id: string
  function_name: string
  function_version: string
  namespace: string
  memory_limit_in_mb: number
  time_limit_in_ms: number
}

export type LogLevel = 'log' | 'info' | 'warn' | 'error' | 'debug'

/** A request of the SDK to the gateway. */
interface SdkRequest extends LineRequest {
  kind: 'request'
}

/** What the gateway answers; none where the answer is kept back. */
export interface SdkAnswer {
  kind: 'answer'
  id: number
  reply: Exclude<Reply, 'keptBack'>
}

export type InstanceMessage =
  | { kind: 'ready' }
  | SdkRequest
  | { kind: 'log'; level: LogLevel; text: string }
  | { kind: 'result'; json: string }
  | { kind: 'threw'; error: string }
