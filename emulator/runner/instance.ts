import { Worker } from 'node:worker_threads'
import type { LineRequest, Lines } from '../parts'
import type { BuiltFunction } from './functions-folder'
import type { InstanceMessage, InstanceStart, InvocationRequest, LogLevel, PoolMessage } from './messages'
import { quieting } from './quieting'

/** What one invocation came to: the reply's JSON, or how it failed. */
export type Outcome =
  | { kind: 'result'; json: string }
  | { kind: 'threw'; error: string }
  | { kind: 'outOfTime' }
  | { kind: 'died'; reason: Error }

/** What an instance tells its pool. */
export interface InstanceEvents {
  onLoaded: (instance: Instance) => void
  onDeath: (instance: Instance) => void
}

interface InstanceParts extends InstanceEvents {
  workerFile: string
  built: BuiltFunction
  variables: Record<string, string>
  clockOffset: Float64Array
  gateway?: Lines
  log: (level: LogLevel, text: string) => void
}

// Loading a bundle is not part of the function's own time; a loop at its top level must still end.
const LOAD_LIMIT_MS = 30_000

/** A worker thread that holds one function. It carries one invocation at a time; the pool sees to that. */
export class Instance {
  isBusy = false
  readonly #worker: Worker
  readonly #loaded: Promise<void>
  readonly #timeLimitMs: number
  #settle: (outcome: Outcome) => void = () => {}
  /** What the running invocation comes to if the thread ends now. */
  #end: Outcome = { kind: 'died', reason: new Error('the instance ended') }
  #timer: NodeJS.Timeout | undefined

  constructor({ workerFile, built, variables, clockOffset, gateway, log, ...events }: InstanceParts) {
    const { onLoaded, onDeath } = events
    const start: InstanceStart = { file: built.file, clockOffset, gateway: gateway?.address() }
    this.#timeLimitMs = built.config.timeout * 1000
    this.#worker = new Worker(workerFile, {
      workerData: start,
      env: variables,
      resourceLimits: { maxOldGenerationSizeMb: built.config.memoryMb },
      execArgv: quieting(process.allowedNodeEnvironmentFlags),
    })
    const line = gateway?.open()
    const answer = async (request: LineRequest) => {
      const reply = await line?.(request)
      if (reply !== undefined && reply !== 'keptBack') this.#say({ kind: 'answer', id: request.id, reply })
    }
    this.#loaded = new Promise((resolve) => {
      this.#worker.on('message', (message: InstanceMessage) => {
        if (message.kind === 'request') void answer(message)
        else if (message.kind === 'ready') resolve()
        else if (message.kind === 'log') log(message.level, message.text)
        else this.#settle(message)
      })
    })
    void this.#loaded.then(() => onLoaded(this))
    this.#worker.on('error', (reason) => {
      this.#end = { kind: 'died', reason }
    })
    this.#worker.on('exit', () => {
      onDeath(this)
      this.#settle(this.#end)
    })
  }

  /** Runs one invocation; past its time the thread is ended, wherever it stands. */
  async invoke(request: InvocationRequest): Promise<Outcome> {
    const outcome = new Promise<Outcome>((resolve) => {
      this.#settle = resolve
    })
    this.#endAfter(LOAD_LIMIT_MS)
    void this.#loaded.then(() => {
      this.#endAfter(this.#timeLimitMs)
      this.#say(request)
    })
    const settled = await outcome
    clearTimeout(this.#timer)
    return settled
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #say(message: PoolMessage): void {
    this.#worker.postMessage(message)
  }

  #endAfter(limitMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#end = { kind: 'outOfTime' }
      void this.stop()
    }, limitMs)
  }
}
