import type { Instance, InstanceEvents } from './instance'

/**
 * The instances of one function and the calls that wait for one. While an instance is still loading, further calls wait for
 * whichever is free first instead of starting more: on a small machine several loading at once keep each other from finishing.
 */
export class InstancePool {
  readonly #instances = new Set<Instance>()
  readonly #waiting: ((instance: Instance) => void)[] = []
  #loading: Instance | undefined
  #isClosed = false

  constructor(
    private readonly start: (events: InstanceEvents) => Instance,
    private readonly limit: number,
  ) {}

  /** How many have loaded. */
  get loaded(): number {
    return this.#instances.size - (this.#loading ? 1 : 0)
  }

  acquire(): Promise<Instance> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      const free = [...this.#instances].find((instance) => !instance.isBusy)
      if (free) this.#serveNext(free)
      else this.#grow()
    })
  }

  release(instance: Instance): void {
    instance.isBusy = false
    if (this.#instances.has(instance)) this.#serveNext(instance)
    else this.#grow()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([...this.#instances].map((instance) => instance.stop()))
  }

  #serveNext(instance: Instance): void {
    const next = this.#waiting.shift()
    if (!next) return
    instance.isBusy = true
    next(instance)
  }

  #grow(): void {
    if (this.#isClosed || this.#loading || this.#waiting.length === 0 || this.#instances.size >= this.limit)
      return
    const noLongerLoading = (instance: Instance) => {
      if (this.#loading === instance) this.#loading = undefined
      this.#grow()
    }
    const instance = this.start({
      onLoaded: noLongerLoading,
      onDeath: (dead) => {
        this.#instances.delete(dead)
        noLongerLoading(dead)
      },
    })
    this.#instances.add(instance)
    this.#loading = instance
    this.#serveNext(instance)
  }
}
