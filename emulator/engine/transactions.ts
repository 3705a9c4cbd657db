import { randomBytes } from 'node:crypto'
import type { Clock } from '../parts'
import { transactionGone, transactionTooLong } from './errors'
import { Session } from './session'

/** A transaction that lives longer is aborted, by the emulator's clock or by the real one, whichever comes first. */
const LIFETIME_MS = 30_000

/** More operations than this are refused; begin and end do not count. */
const MOST_OPERATIONS = 100

interface Live {
  expires: number
  timer: NodeJS.Timeout
  operations: number
  /** Made at the first operation: that is when the snapshot is taken. */
  session?: Session
}

/** The transactions under way, by the id that their requests carry. */
export class Transactions {
  readonly #live = new Map<string, Live>()

  /** @param release lets go of what an ended session holds */
  constructor(
    readonly clock: Clock,
    readonly release: (session: Session) => void,
  ) {
    clock.onChange(() => this.endExpired())
  }

  begin(): string {
    const id = randomBytes(16).toString('hex')
    const timer = setTimeout(() => this.end(id), LIFETIME_MS).unref()
    this.#live.set(id, { expires: this.clock.now().getTime() + LIFETIME_MS, timer, operations: 0 })
    return id
  }

  /**
   * The session of a running transaction.
   * @param lastCommit the snapshot, when this is its first operation
   * @throws DATABASE_TRANSACTION_FAIL when it is over
   */
  resume(id: string, lastCommit: number): Session {
    this.endExpired()
    const live = this.#live.get(id)
    if (!live) throw transactionGone()
    live.session ??= new Session(lastCommit)
    return live.session
  }

  /** As `resume`, for one operation more. @throws DATABASE_REQUEST_FAILED for one too many, which ends the transaction */
  operate(id: string, lastCommit: number): Session {
    const session = this.resume(id, lastCommit)
    const live = this.#live.get(id)
    if (live && ++live.operations > MOST_OPERATIONS) {
      this.end(id)
      throw transactionTooLong(MOST_OPERATIONS)
    }
    return session
  }

  /** Takes a transaction out in order to commit it: from here on it can neither be used nor expire. */
  take(id: string, lastCommit: number): Session {
    const session = this.resume(id, lastCommit)
    this.forget(id)
    return session
  }

  /** Ends a transaction and drops its writes; one that is over stays so. */
  end(id: string): void {
    const session = this.#live.get(id)?.session
    this.forget(id)
    if (session) this.release(session)
  }

  count(): number {
    return this.#live.size
  }

  endAll(): void {
    for (const id of [...this.#live.keys()]) this.end(id)
  }

  /** The oldest snapshot that a running transaction reads from. */
  oldestSnapshot(): number {
    let oldest = Number.POSITIVE_INFINITY
    for (const { session } of this.#live.values()) oldest = Math.min(oldest, session?.snapshot ?? oldest)
    return oldest
  }

  private endExpired(): void {
    const now = this.clock.now().getTime()
    for (const [id, { expires }] of [...this.#live]) if (expires <= now) this.end(id)
  }

  private forget(id: string): void {
    clearTimeout(this.#live.get(id)?.timer)
    this.#live.delete(id)
  }
}
