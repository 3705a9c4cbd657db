/** What WeChat will tell a function later: made when it is told, since only then it looks. */
type Push = () => object

/** What WeChat has to tell and has not told yet, oldest first. */
export class Pushes {
  #waiting: Push[] = []
  #hasMore: () => void = () => undefined

  /** @param hasMore called whenever something is added */
  onAdd(hasMore: () => void): void {
    this.#hasMore = hasMore
  }

  add(push: Push): void {
    this.#waiting.push(push)
    this.#hasMore()
  }

  /** All of it, to be told now. */
  take(): object[] {
    const told = this.#waiting
    this.#waiting = []
    return told.map((push) => push())
  }

  clear(): void {
    this.#waiting = []
  }
}
