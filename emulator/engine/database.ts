import type { Doc } from './document'
import { transactionConflict } from './errors'
import type { Image } from './image'
import { Contended, Locks } from './locks'
import { Session, type StagedWrite } from './session'
import type { Table } from './table'
import { Tables, type TablesParts } from './tables'
import { Transactions } from './transactions'
import { stageWrite } from './write'

/**
 * Multi-version concurrency over the tables. Work on documents is synchronous; a commit goes to the store first and
 * becomes visible, all at once, when the store has it.
 */
export class Database {
  readonly tables: Tables
  readonly #parts: TablesParts
  readonly #locks = new Locks()
  readonly #transactions: Transactions
  #lastCommit = 0
  #forgottenBefore = 0

  constructor(parts: TablesParts) {
    this.#parts = parts
    this.tables = new Tables(parts)
    this.#transactions = new Transactions(parts.clock, (session) => this.release(session))
  }

  get ties(): number | undefined {
    return this.#parts.ties
  }

  now(): Date {
    return this.#parts.clock.now()
  }

  async reset(): Promise<void> {
    this.#transactions.endAll()
    await this.tables.clear()
  }

  /** Goes back to an image of this database; transactions under way end. */
  async restore(image: Image): Promise<void> {
    this.#transactions.endAll()
    const { emptying, filling } = this.tables.wayBack(image)
    await this.commitWrites(emptying)
    this.tables.forgetBefore(Number.POSITIVE_INFINITY)
    await this.commitWrites(filling)
    this.tables.forgetBefore(Number.POSITIVE_INFINITY)
  }

  write(session: Session, table: Table, key: string, doc: Doc | null): void {
    stageWrite(session, this.#locks, { table, key, doc })
  }

  /**
   * Carries out one call. Inside a transaction its writes wait for the commit, and any failure ends the transaction.
   * A plain call is committed at once; where somebody else is writing it waits and starts over.
   *
   * @throws DATABASE_TRANSACTION_CONFLICT in a transaction that met another writer
   */
  async run<T>(transactionId: string | undefined, work: (session: Session) => T): Promise<T> {
    if (transactionId === undefined) return this.runPlain(work)
    const session = this.#transactions.operate(transactionId, this.#lastCommit)
    try {
      return work(session)
    } catch (error) {
      this.#transactions.end(transactionId)
      throw error instanceof Contended ? transactionConflict() : error
    }
  }

  /** How many transactions are under way; each may hold locks. */
  underWay(): number {
    return this.#transactions.count()
  }

  begin(): string {
    return this.#transactions.begin()
  }

  /** @throws DATABASE_TRANSACTION_FAIL when it is over */
  async commit(transactionId: string): Promise<void> {
    await this.commitSession(this.#transactions.take(transactionId, this.#lastCommit))
  }

  /** @throws DATABASE_TRANSACTION_FAIL when it is over */
  abort(transactionId: string): void {
    this.#transactions.resume(transactionId, this.#lastCommit)
    this.#transactions.end(transactionId)
  }

  end(transactionId: string): void {
    this.#transactions.end(transactionId)
  }

  private async runPlain<T>(work: (session: Session) => T): Promise<T> {
    for (let waitedFor: string | undefined; ; ) {
      const session = new Session(this.#lastCommit)
      const outcome = attempt(work, session)
      // Whose turn it was and who did not need the lock after all passes the turn on.
      if (waitedFor !== undefined && !session.held.has(waitedFor)) this.#locks.wakeNext(waitedFor)

      if ('result' in outcome) {
        await this.commitSession(session)
        return outcome.result
      }
      this.release(session)
      if (!(outcome.error instanceof Contended)) throw outcome.error
      waitedFor = outcome.error.lock
      await this.#locks.turn(waitedFor)
    }
  }

  // The locks are held until the store has answered, so nobody can write over what is on its way to disk.
  private async commitSession(session: Session): Promise<void> {
    try {
      await this.commitWrites(session.staged())
    } finally {
      this.release(session)
    }
  }

  private async commitWrites(writes: StagedWrite[]): Promise<void> {
    if (writes.length === 0) return
    await this.#parts.store.apply(
      writes.map(({ table, key, written }) => ({
        collection: table.name,
        id: key,
        doc: written?.text ?? null,
      })),
    )
    this.#lastCommit += 1
    for (const { table, key, written } of writes) table.publish(key, written, this.#lastCommit)
  }

  private release(session: Session): void {
    this.#locks.releaseAll(session)
    const oldest = this.#transactions.oldestSnapshot()
    // While a snapshot stays in use, looking again at every write would find nothing more to forget.
    if (oldest === this.#forgottenBefore && oldest !== Number.POSITIVE_INFINITY) return
    this.#forgottenBefore = oldest
    this.tables.forgetBefore(oldest)
  }
}

function attempt<T>(work: (session: Session) => T, session: Session): { result: T } | { error: unknown } {
  try {
    return { result: work(session) }
  } catch (error) {
    return { error }
  }
}
