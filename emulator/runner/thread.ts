import { Worker } from 'node:worker_threads'
import type { BuiltFunction } from './functions-folder'
import type { InstanceMessage, PoolMessage, ThreadStart } from './messages'
import { quieting } from './quieting'

/** What one of its instances hears from a thread. */
interface ThreadEvents {
  onMessage(message: InstanceMessage): void
  /** @param reason why it ended; absent where nobody says */
  onEnd(reason: Error | undefined): void
}

interface ThreadParts extends Pick<ThreadStart, 'clockOffset' | 'gateway'> {
  workerFile: string
  built: BuiltFunction
  variables: Record<string, string>
  /** So many instances it is to hold at most: it has memory for all of them. */
  most: number
}

/** A worker thread that holds instances of one function. Whatever ends it ends them all. */
export class Thread {
  readonly #worker: Worker
  readonly #instances = new Map<number, ThreadEvents>()
  #last = 0
  #reason: Error | undefined
  #stopping: Promise<unknown> | undefined

  constructor({ workerFile, built, variables, clockOffset, gateway, most }: ThreadParts, onEnd: () => void) {
    const start: ThreadStart = { file: built.file, clockOffset, gateway }
    this.#worker = new Worker(workerFile, {
      workerData: start,
      env: variables,
      resourceLimits: { maxOldGenerationSizeMb: built.config.memoryMb * most },
      execArgv: quieting(process.allowedNodeEnvironmentFlags),
    })
    this.#worker.on('message', ({ instance, ...message }: InstanceMessage & { instance: number }) =>
      this.#instances.get(instance)?.onMessage(message),
    )
    this.#worker.on('error', (reason) => {
      this.#reason = reason
    })
    this.#worker.on('exit', () => {
      onEnd()
      for (const instance of this.#instances.values()) instance.onEnd(this.#reason)
    })
  }

  /** How many instances it holds. */
  get size(): number {
    return this.#instances.size
  }

  /** Opens an instance more. @returns says something to it */
  open(events: ThreadEvents): (message: PoolMessage) => void {
    const instance = ++this.#last
    this.#instances.set(instance, events)
    const say = (message: PoolMessage) => this.#worker.postMessage({ instance, ...message })
    say({ kind: 'open' })
    return say
  }

  async stop(): Promise<void> {
    this.#stopping ??= this.#worker.terminate() // each of its instances asks
    await this.#stopping
  }
}

/**
 * The threads of one function. Up to a few instances have one each, so that nothing of one meets another; more share them: what the
 * processor has learned of the code of one it knows for all of a thread, and fifty heaps would not fit into a small machine.
 */
export class Threads {
  readonly #threads = new Set<Thread>()
  readonly #most: number

  /** @param instances of the function, at most */
  constructor(
    private readonly parts: Omit<ThreadParts, 'most'>,
    private readonly instances: number,
  ) {
    this.#most = Math.min(MOST, instances)
  }

  /** The one that is to hold the next instance. */
  next(): Thread {
    if (this.#threads.size >= this.#most) return [...this.#threads].reduce(emptier)
    const most = Math.ceil(this.instances / this.#most)
    const thread: Thread = new Thread({ ...this.parts, most }, () => this.#threads.delete(thread))
    this.#threads.add(thread)
    return thread
  }
}

/** Threads of one function, at most. */
const MOST = 4

const emptier = (one: Thread, other: Thread) => (other.size < one.size ? other : one)
