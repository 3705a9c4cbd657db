import { transactionBusy } from '../engine/errors'

/**
 * So many turns of the event loop an operation takes beyond its own time where its sender does not tell what it has heard. The work
 * itself is done in no time, and what was sent together with it would find it answered; a caller on a connection of its own comes
 * some turns later.
 */
const TURNS = 4

interface Operation<T> {
  /** Ends the transaction: a refused operation leaves nothing behind. */
  end(): void
  work(): Promise<T>
  /** Whether it was sent before an earlier one was heard of; absent where the sender does not tell. */
  isEarly?: boolean
}

/** The transactions of which an operation is under way. */
export class Overlaps {
  readonly #busy = new Set<string>()

  /**
   * Carries one operation of a transaction out, and lets no other of it in before it is answered.
   * @throws DATABASE_TRANSACTION_FAIL (TransactionBusy) while another one is under way
   */
  async alone<T>(transactionId: string, { end, work, isEarly }: Operation<T>): Promise<T> {
    if (isEarly || this.#busy.has(transactionId)) {
      end()
      throw transactionBusy()
    }
    this.#busy.add(transactionId)
    try {
      return await work()
    } finally {
      if (isEarly === undefined) for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate)
      this.#busy.delete(transactionId)
    }
  }
}

/** The operations of transactions of which one sender has not heard yet, as it tells with each. */
export class Unheard {
  readonly #transactionOf = new Map<number, string>()

  /**
   * Whether a sender sent an operation before it had heard of an earlier one of the same transaction.
   * @param unheard the requests of the sender that were not answered to it when it sent this one
   */
  isEarly(id: number, transactionId: string, unheard: readonly number[]): boolean {
    for (const earlier of this.#transactionOf.keys())
      if (!unheard.includes(earlier)) this.#transactionOf.delete(earlier)
    const isEarly = [...this.#transactionOf.values()].includes(transactionId)
    this.#transactionOf.set(id, transactionId)
    return isEarly
  }
}
