import type { Gate } from '../../emulator/parts'

/** A generator of numbers between 0 and 1 that a seed decides (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A gate that lets one request through at a time, in an order that a seed decides, and the trace of that order. */
interface SeededGate {
  gate: Gate
  /** Tells that one of the requesters has its answer. */
  finished(): void
  /** The order in which requests went through, by requester and action. */
  trace(): string[]
}

/**
 * Holds every request until all requesters that still run are waiting, then lets the one through that the seed picks.
 * Each requester has one request at a time, so the schedule depends on nothing but the seed: a printed seed replays it.
 * @param requesters how many run side by side
 * @param requesterOf who sends a request, by its invocation's token
 */
export function seededGate(
  seed: number,
  requesters: number,
  requesterOf: (token: string) => string,
): SeededGate {
  const random = seededRandom(seed)
  const waiting = new Map<string, { action: string; go: () => void }>()
  const trace: string[] = []
  let running = requesters

  const release = () => {
    if (running === 0 || waiting.size < running) return
    const order = [...waiting.keys()].sort()
    const picked = order[Math.floor(random() * order.length)] ?? ''
    const held = waiting.get(picked)
    waiting.delete(picked)
    trace.push(`${picked} ${held?.action}`)
    held?.go()
  }

  return {
    gate: ({ action, token = '' }) =>
      new Promise((go) => {
        waiting.set(requesterOf(token), { action, go })
        release()
      }),
    finished: () => {
      running--
      release()
    },
    trace: () => trace,
  }
}
