import type { Fault } from '../parts'

/** The faults that are set, with how many matching calls each has seen since then. */
export class Faults {
  #armed: { fault: Fault; seen: number }[] = []

  /** Replaces all faults; counting starts anew. */
  set(faults: Fault[]): void {
    this.#armed = faults.map((fault) => ({ fault, seen: 0 }))
  }

  clear(): void {
    this.set([])
  }

  /** The fault that strikes this call, if one does. Every matching fault counts the call. */
  next(action: string): Fault | undefined {
    const matching = this.#armed.filter(({ fault }) =>
      fault.action ? fault.action === action : action.startsWith('database.'),
    )
    for (const armed of matching) armed.seen += 1
    return matching.find(({ fault, seen }) => {
      const first = fault.nth ?? 1
      return seen >= first && seen < first + (fault.times ?? 1)
    })?.fault
  }
}
