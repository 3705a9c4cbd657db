/** Who holds locks: a transaction, or one plain write while it is carried out. */
export interface LockOwner {
  readonly held: Set<string>
}

/**
 * Something else is being written where this write wants to go. A transaction gives up; a plain write waits until
 * `lock` is free, if it names one, and tries anew.
 */
export class Contended extends Error {
  constructor(readonly lock: string) {
    super(`${lock} is being written`)
  }
}

/** The lock table. A name stands for a document or for one value of a unique index. */
export class Locks {
  readonly #owners = new Map<string, LockOwner>()
  readonly #waiting = new Map<string, (() => void)[]>()

  /** @throws Contended when another owner holds it */
  take(name: string, owner: LockOwner): void {
    const holder = this.#owners.get(name)
    if (holder === owner) return
    if (holder) throw new Contended(name)
    this.#owners.set(name, owner)
    owner.held.add(name)
  }

  isHeldByOther(name: string, owner: LockOwner): boolean {
    const holder = this.#owners.get(name)
    return holder !== undefined && holder !== owner
  }

  releaseAll(owner: LockOwner): void {
    const names = [...owner.held]
    owner.held.clear()
    for (const name of names) this.#owners.delete(name)
    for (const name of names) this.wakeNext(name)
  }

  /** Resolves when it is this waiter's turn to try again, first come, first served. */
  turn(name: string): Promise<void> {
    if (!this.#owners.has(name)) return Promise.resolve()
    return new Promise((resolve) => {
      const queue = this.#waiting.get(name)
      if (queue) queue.push(resolve)
      else this.#waiting.set(name, [resolve])
    })
  }

  /** Gives the turn to the next waiter, if the lock is free: called when it is let go, or not taken by whose turn it was. */
  wakeNext(name: string): void {
    if (this.#owners.has(name)) return
    const queue = this.#waiting.get(name)
    const wake = queue?.shift()
    if (queue?.length === 0) this.#waiting.delete(name)
    wake?.()
  }
}
