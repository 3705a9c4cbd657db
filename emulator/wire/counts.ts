/** How often each action was called since the last reset. */
export class Counts {
  #byAction = new Map<string, number>()

  add(action: string): void {
    this.#byAction.set(action, (this.#byAction.get(action) ?? 0) + 1)
  }

  all(): Record<string, number> {
    return Object.fromEntries(this.#byAction)
  }

  /** All calls, or all database calls and the like: the sum over the actions that begin so. */
  total(prefix = ''): number {
    return [...this.#byAction].reduce(
      (sum, [action, count]) => (action.startsWith(prefix) ? sum + count : sum),
      0,
    )
  }

  reset(): void {
    this.#byAction.clear()
  }
}
