import type { Clock, Runner, Trigger } from '../parts'
import { FunctionFailure } from '../runner/function-failure'
import { StartFailure } from '../start-failure'
import { BadCron, type Cron, parseCron } from './cron'
import { lastDue, nextDue } from './due'

/** A trigger that fell due, and when. */
interface DueTimer {
  trigger: Trigger
  at: Date
}

/** What became of the function that a timer started. Its result is nobody's. */
export type TimerOutcome =
  | { state: 'succeeded' }
  | { state: 'failed'; code: string; message: string; requestId?: string }

interface TimersParts {
  triggers: Trigger[]
  clock: Clock
  runner: Pick<Runner, 'invoke'>
  /** Where a failure is told, as nobody waits for the function; the console when absent. */
  onFailure?: (line: string) => void
}

// At least this often the clock is looked at: a machine that slept has moved on without the timeout noticing.
const LONGEST_WAIT_MS = 60_000
// A clock that stands still just before a due time must not keep the process busy.
const SHORTEST_WAIT_MS = 20

/**
 * Starts functions when their timers fall due by the emulator's clock. What fell due while nobody looked (the machine slept,
 * the clock jumped) is made up for once a trigger, at its last due time.
 */
export class Timers {
  readonly #parts: TimersParts
  readonly #schedule: { trigger: Trigger; cron: Cron }[]
  #handledUpTo: Date
  #timeout: NodeJS.Timeout | undefined
  #isRunning = false

  /** @throws StartFailure for a time that cannot be read */
  constructor(parts: TimersParts) {
    this.#parts = parts
    this.#schedule = parts.triggers.map((trigger) => ({ trigger, cron: cronOf(trigger) }))
    this.#handledUpTo = parts.clock.now()
    parts.clock.onChange(() => this.#goOnFromNow())
  }

  start(): void {
    this.#isRunning = true
    this.#goOnFromNow()
  }

  /** Ends the waiting; functions that run go on, but what they come to is told no more. */
  close(): void {
    this.#isRunning = false
    clearTimeout(this.#timeout)
  }

  /**
   * Sets the clock, or shifts it by milliseconds from the real time, and answers what fell due on the way there; nothing when it
   * went back.
   */
  jump(to: Date | number): DueTimer[] {
    const from = this.#handledUpTo
    const { clock } = this.#parts
    if (typeof to === 'number') clock.shift(to)
    else clock.set(to)
    return this.#dueSince(from, this.#handledUpTo)
  }

  /** Fires a trigger now; undefined when there is none of that name. */
  async fire(functionName: string, name: string): Promise<TimerOutcome | undefined> {
    const found = this.#parts.triggers.find(
      (trigger) => trigger.functionName === functionName && trigger.name === name,
    )
    return found && this.#run({ trigger: found, at: this.#parts.clock.now() })
  }

  /** Fires what fell due; resolves when all of it has finished. */
  async runAll(due: DueTimer[]): Promise<void> {
    await Promise.all(due.map((one) => this.#run(one)))
  }

  #goOnFromNow(): void {
    this.#handledUpTo = this.#parts.clock.now()
    this.#wait()
  }

  #wait(): void {
    clearTimeout(this.#timeout)
    const next = this.#schedule.flatMap(({ cron }) => nextDue(cron, this.#handledUpTo)?.getTime() ?? [])
    if (!this.#isRunning || next.length === 0) return
    const wait = Math.min(...next) - this.#parts.clock.now().getTime()
    this.#timeout = setTimeout(
      () => this.#look(),
      Math.min(Math.max(wait, SHORTEST_WAIT_MS), LONGEST_WAIT_MS),
    ).unref()
  }

  #look(): void {
    const now = this.#parts.clock.now()
    // The machine's own clock may be set back a little; nothing fires twice for that.
    if (now > this.#handledUpTo) {
      const due = this.#dueSince(this.#handledUpTo, now)
      this.#handledUpTo = now
      void this.runAll(due)
    }
    this.#wait()
  }

  #dueSince(after: Date, upTo: Date): DueTimer[] {
    return this.#schedule.flatMap(({ trigger, cron }) => {
      const at = lastDue(cron, after, upTo)
      return at ? [{ trigger, at }] : []
    })
  }

  async #run({ trigger, at }: DueTimer): Promise<TimerOutcome> {
    const time = `${at.toISOString().slice(0, 19)}Z` // the platform's event has no milliseconds
    const event = { Type: 'Timer', TriggerName: trigger.name, Time: time }
    try {
      await this.#parts.runner.invoke(trigger.functionName, event, { source: 'wx_trigger' })
      return { state: 'succeeded' }
    } catch (error) {
      const failed = failureOf(error)
      if (this.#isRunning) {
        const { onFailure = console.error } = this.#parts
        const [reason] = failed.message.split('\n')
        onFailure(
          `timer ${trigger.functionName}/${trigger.name} of ${time} failed: ${failed.code} ${reason} (${failed.requestId ?? '-'})`,
        )
      }
      return failed
    }
  }
}

function cronOf({ functionName, name, config }: Trigger): Cron {
  try {
    return parseCron(config)
  } catch (error) {
    if (!(error instanceof BadCron)) throw error
    throw new StartFailure(
      `云函数 ${functionName} 的定时触发器 ${name} 的时间“${config}”无法识别：${error.part}。`,
    )
  }
}

function failureOf(error: unknown): Extract<TimerOutcome, { state: 'failed' }> {
  if (error instanceof FunctionFailure) {
    const { code, message, requestId } = error
    return { state: 'failed', code, message, requestId }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { state: 'failed', code: 'FUNCTIONS_EXECUTE_FAIL', message }
}
