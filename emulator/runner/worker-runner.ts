import { randomUUID } from 'node:crypto'
import type { Caller, Clock, Lines, Runner } from '../parts'
import { instanceVariables, invocationVariables, LOCAL_ENV, type Variables } from './environment'
import { FunctionFailure } from './function-failure'
import { type BuiltFunction, findFunction } from './functions-folder'
import { Instance, type InstanceEvents, type Outcome } from './instance'
import { InstancePool } from './instance-pool'
import type { Invocations } from './invocations'
import type { FunctionContext, LogLevel } from './messages'
import { Threads } from './thread'

/** One line that a function wrote. `requestId` is absent for what is written while loading or between calls. */
export interface FunctionLog {
  functionName: string
  requestId?: string
  level: LogLevel
  text: string
}

interface WorkerRunnerOptions {
  functionsDir: string
  /** The built `runner/worker.ts`. */
  workerFile: string
  /** Address of the gateway, asked when an instance starts. */
  endpoint: () => string
  /** Absent, instances reach the gateway over sockets. */
  gateway?: Lines
  clock: Clock
  invocations: Invocations
  /** Instances of one function at most, four when absent; further calls wait for a free one. */
  instances?: number
  variables?: Variables
  onLog?: (line: FunctionLog) => void
}

const INSTANCES = 4
const LARGEST_RESULT = 1024 * 1024

/**
 * Runs built functions in worker threads. An instance starts at the first call that finds none free, stays warm, keeps its
 * module state between calls as on the platform, and holds one invocation at a time, since the SDK reads the caller from its `process.env`.
 */
export function workerRunner(options: WorkerRunnerOptions): Runner {
  const hosts = new Map<string, FunctionHost>()
  const clockOffset = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  clockOffset[0] = options.clock.offset()
  options.clock.onChange((offset) => {
    clockOffset[0] = offset
  })

  const hostOf = (name: string): FunctionHost | undefined => {
    const known = hosts.get(name)
    if (known) return known
    const built = findFunction(options.functionsDir, name)
    if (!built) return undefined
    const host = new FunctionHost(built, clockOffset, options)
    hosts.set(name, host)
    return host
  }

  return {
    has: (name) => hostOf(name) !== undefined,
    invoke: async (name, event, caller) => {
      const host = hostOf(name)
      if (host) return host.invoke(event, caller)
      throw new FunctionFailure('FUNCTION_NOT_FOUND', `no function ${name}`, randomUUID())
    },
    instances: () => Object.fromEntries([...hosts].map(([name, host]) => [name, host.loaded])),
    close: async () => {
      await Promise.all([...hosts.values()].map((host) => host.close()))
    },
  }
}

/** One function: carries its calls out and tells what they came to. */
class FunctionHost {
  readonly #pool: InstancePool
  readonly #threads: Threads
  readonly #requestOf = new Map<Instance, string>()

  constructor(
    private readonly built: BuiltFunction,
    clockOffset: Float64Array,
    private readonly options: WorkerRunnerOptions,
  ) {
    const { workerFile, endpoint, variables, gateway, instances = INSTANCES } = options
    this.#pool = new InstancePool((events) => this.#start(events), instances)
    const start = { variables: instanceVariables(endpoint(), variables), gateway: gateway?.address() }
    this.#threads = new Threads({ workerFile, built, clockOffset, ...start }, instances)
  }

  get loaded(): number {
    return this.#pool.loaded
  }

  async invoke(event: unknown, caller: Caller): Promise<unknown> {
    const { name, config } = this.built
    const { invocations } = this.options
    const requestId = randomUUID()
    const eventJson = JSON.stringify(event ?? {})

    const instance = await this.#pool.acquire()
    const token = invocations.begin({ ...caller, functionName: name, requestId, openapi: config.openapi })
    this.#requestOf.set(instance, requestId)
    const outcome = await instance.invoke({
      kind: 'invoke',
      event: eventJson,
      context: this.#context(requestId),
      variables: invocationVariables(caller, token),
    })
    this.#requestOf.delete(instance)
    invocations.end(token)
    this.#pool.release(instance)
    return this.#valueOf(outcome, requestId)
  }

  close(): Promise<void> {
    return this.#pool.close()
  }

  #start(events: InstanceEvents): Instance {
    const instance: Instance = new Instance({
      thread: this.#threads.next(),
      timeLimit: this.built.config.timeout * 1000,
      gateway: this.options.gateway,
      log: (level, text) => this.#log(level, text, this.#requestOf.get(instance)),
      ...events,
    })
    return instance
  }

  #context(requestId: string): FunctionContext {
    return {
      request_id: requestId,
      function_name: this.built.name,
      function_version: '$LATEST',
      namespace: LOCAL_ENV,
      memory_limit_in_mb: this.built.config.memoryMb,
      time_limit_in_ms: this.built.config.timeout * 1000,
    }
  }

  #valueOf(outcome: Outcome, requestId: string): unknown {
    if (outcome.kind === 'result') {
      if (outcome.json.length <= LARGEST_RESULT) return JSON.parse(outcome.json)
      throw this.#failure('FUNCTIONS_RESULT_TOO_LARGE', 'the result is larger than 1 MB', requestId)
    }
    if (outcome.kind === 'outOfTime') {
      const limit = `Invoking task timed out after ${this.built.config.timeout} seconds`
      throw this.#failure('FUNCTIONS_TIME_LIMIT_EXCEEDED', limit, requestId)
    }
    if (outcome.kind === 'threw') throw this.#failure('FUNCTIONS_EXECUTE_FAIL', outcome.error, requestId)
    const isMemory = 'code' in outcome.reason && outcome.reason.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const code = isMemory ? 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' : 'FUNCTIONS_EXECUTE_FAIL'
    throw this.#failure(code, outcome.reason.stack ?? outcome.reason.message, requestId)
  }

  #failure(code: FunctionFailure['code'], message: string, requestId: string): FunctionFailure {
    this.#log('error', message, requestId)
    return new FunctionFailure(code, message, requestId)
  }

  #log(level: LogLevel, text: string, requestId?: string): void {
    this.options.onLog?.({ functionName: this.built.name, requestId, level, text })
  }
}
