import { randomUUID } from 'node:crypto'
import type { Caller, Clock, Runner } from '../parts'
import { instanceVariables, invocationVariables, LOCAL_ENV, type Variables } from './environment'
import { FunctionFailure } from './function-failure'
import { type BuiltFunction, findFunction } from './functions-folder'
import { Instance, type Outcome } from './instance'
import type { Invocations } from './invocations'
import type { FunctionContext, LogLevel } from './messages'

/** One line that a function wrote. `requestId` is absent for what is written while loading or between calls. */
export interface FunctionLog {
  functionName: string
  requestId?: string
  level: LogLevel
  text: string
}

export interface WorkerRunnerOptions {
  functionsDir: string
  /** The built `runner/worker.ts`. */
  workerFile: string
  /** Address of the gateway, asked when an instance starts. */
  endpoint: () => string
  clock: Clock
  invocations: Invocations
  /** Instances of one function at most; further calls wait for a free one. */
  instances?: number
  variables?: Variables
  onLog?: (line: FunctionLog) => void
}

const INSTANCES = 4
const LARGEST_RESULT = 1024 * 1024

/**
 * Runs built functions in worker threads. An instance starts at the first call that finds none free, stays warm, keeps its
 * module state between calls as on the platform, and holds one invocation at a time, since the SDK reads the caller from `process.env`.
 */
export function workerRunner(options: WorkerRunnerOptions): Runner {
  const pools = new Map<string, Pool>()
  const clockOffset = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  clockOffset[0] = options.clock.offset()
  options.clock.onChange((offset) => {
    clockOffset[0] = offset
  })

  const poolOf = (name: string): Pool | undefined => {
    const known = pools.get(name)
    if (known) return known
    const built = findFunction(options.functionsDir, name)
    if (!built) return undefined
    const pool = new Pool(built, clockOffset, options)
    pools.set(name, pool)
    return pool
  }

  return {
    has: (name) => poolOf(name) !== undefined,
    invoke: async (name, event, caller) => {
      const pool = poolOf(name)
      if (!pool) throw new FunctionFailure('FUNCTIONS_FUNCTION_NOT_FOUND', `no function ${name}`, randomUUID())
      return pool.invoke(event, caller)
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()))
    },
  }
}

/** The instances of one function and the calls that wait for one. */
class Pool {
  readonly #instances = new Set<Instance>()
  readonly #waiting: ((instance: Instance) => void)[] = []
  readonly #current = new Map<Instance, string>()

  constructor(
    private readonly built: BuiltFunction,
    private readonly clockOffset: Float64Array,
    private readonly options: WorkerRunnerOptions,
  ) {}

  async invoke(event: unknown, caller: Caller): Promise<unknown> {
    const { name, config } = this.built
    const requestId = randomUUID()
    const eventJson = JSON.stringify(event ?? {})
    const instance = await this.#acquire()
    const token = this.options.invocations.begin({ ...caller, functionName: name, requestId, openapi: config.openapi })
    this.#current.set(instance, requestId)
    const outcome = await instance.invoke({
      event: eventJson,
      context: this.#context(requestId),
      variables: invocationVariables(caller, token),
    })
    this.#current.delete(instance)
    this.options.invocations.end(token)
    this.#release(instance)
    return this.#valueOf(outcome, requestId)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#instances].map((instance) => instance.stop()))
  }

  async #acquire(): Promise<Instance> {
    const free = [...this.#instances].find((instance) => !instance.isBusy)
    const instance = free ?? (this.#instances.size < (this.options.instances ?? INSTANCES) ? this.#start() : undefined)
    if (!instance) return new Promise((resolve) => this.#waiting.push(resolve))
    instance.isBusy = true
    return instance
  }

  /** Hands the instance to the next call, or a new one when this one died. */
  #release(instance: Instance): void {
    instance.isBusy = false
    const next = this.#waiting.shift()
    if (!next) return
    const heir = this.#instances.has(instance) ? instance : this.#start()
    heir.isBusy = true
    next(heir)
  }

  #start(): Instance {
    const instance: Instance = new Instance({
      workerFile: this.options.workerFile,
      built: this.built,
      variables: instanceVariables(this.options.endpoint(), this.options.variables),
      clockOffset: this.clockOffset,
      log: (level, text) => this.#log(level, text, this.#current.get(instance)),
      onDeath: () => this.#instances.delete(instance),
    })
    this.#instances.add(instance)
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
