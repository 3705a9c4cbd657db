/** What the pool and a worker thread say to each other. */

/** How a worker starts: which bundle it loads, and the shared clock offset (one float, milliseconds). */
export interface InstanceStart {
  file: string
  clockOffset: Float64Array
}

export interface InvocationRequest {
  /** The event as JSON text, as it crosses the platform. */
  event: string
  context: FunctionContext
  /** Set in `process.env` before the call; undefined removes the variable. */
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

export type InstanceMessage =
  | { kind: 'ready' }
  | { kind: 'log'; level: LogLevel; text: string }
  | { kind: 'result'; json: string }
  | { kind: 'threw'; error: string }
