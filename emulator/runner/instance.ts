import type { LineRequest, Lines } from '../parts'
import type { InvocationRequest, LogLevel, PoolMessage } from './messages'
import type { Thread } from './thread'

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
  /** The thread that holds it. */
  thread: Thread
  /** Milliseconds that an invocation may take. */
  timeLimit: number
  gateway?: Lines
  log: (level: LogLevel, text: string) => void
}

// Loading a bundle is not part of the function's own time; a loop at its top level must still end.
const LOAD_LIMIT_MS = 30_000

/** One instance of a function. It carries one invocation at a time; the pool sees to that. */
export class Instance {
  isBusy = false
  readonly #thread: Thread
  readonly #say: (message: PoolMessage) => void
  readonly #loaded: Promise<void>
  readonly #timeLimit: number
  #settle: (outcome: Outcome) => void = () => {}
  /** What the running invocation comes to if the thread ends now; absent: it has died. */
  #end: Outcome | undefined
  #timer: NodeJS.Timeout | undefined

  constructor({ thread, timeLimit, gateway, log, ...events }: InstanceParts) {
    const { onLoaded, onDeath } = events
    this.#thread = thread
    this.#timeLimit = timeLimit
    const line = gateway?.open()
    const answer = async (request: LineRequest) => {
      const reply = await line?.(request)
      if (reply !== undefined && reply !== 'keptBack') this.#say({ kind: 'answer', id: request.id, reply })
    }
    let loaded = () => {}
    this.#loaded = new Promise((resolve) => {
      loaded = resolve
    })
    this.#say = thread.open({
      onMessage: (message) => {
        if (message.kind === 'request') void answer(message)
        else if (message.kind === 'ready') loaded()
        else if (message.kind === 'log') log(message.level, message.text)
        else this.#settle(message)
      },
      onEnd: (reason = new Error('the instance ended')) => {
        onDeath(this)
        this.#settle(this.#end ?? { kind: 'died', reason })
      },
    })
    void this.#loaded.then(() => onLoaded(this))
  }

  /** Runs one invocation; past its time the thread is ended, wherever it stands. */
  async invoke(request: InvocationRequest): Promise<Outcome> {
    const outcome = new Promise<Outcome>((resolve) => {
      this.#settle = resolve
    })
    this.#endAfter(LOAD_LIMIT_MS)
    void this.#loaded.then(() => {
      this.#endAfter(this.#timeLimit)
      this.#say(request)
    })
    const settled = await outcome
    clearTimeout(this.#timer)
    return settled
  }

  async stop(): Promise<void> {
    await this.#thread.stop()
  }

  #endAfter(limitMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#end = { kind: 'outOfTime' }
      void this.stop()
    }, limitMs)
  }
}
