import { transactionBusy } from '../engine/errors'

/**
 * So many turns of the event loop an operation takes beyond its own time. The work itself is done in no time, and what was sent
 * together with it would find it answered; a caller on a connection of its own comes some turns later.
 */
const TURNS = 4

/** The transactions of which an operation is under way. */
export class Overlaps {
  readonly #busy = new Set<string>()

  /**
   * Carries one operation of a transaction out, and lets no other of it in before it is answered.
   * @param end ends the transaction: a refused operation leaves nothing behind
   * @throws DATABASE_TRANSACTION_FAIL (TransactionBusy) while another one is under way
   */
  async alone<T>(transactionId: string, end: () => void, work: () => Promise<T>): Promise<T> {
    if (this.#busy.has(transactionId)) {
      end()
      throw transactionBusy()
    }
    this.#busy.add(transactionId)
    try {
      return await work()
    } finally {
      for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate)
      this.#busy.delete(transactionId)
    }
  }
}
