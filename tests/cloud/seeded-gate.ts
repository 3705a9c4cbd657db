import http from 'node:http'
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
 * Holds every request until all requesters that still run are waiting, and nothing is on its way, then lets the one through that the seed
 * picks. A requester may have several requests at a time; which of them waits longer depends on nothing but their order, so the schedule
 * depends on nothing but the seed: a printed seed replays it.
 * @param requesters how many run side by side, in this very process
 * @param requesterOf who sends a request, by its invocation's token
 */
export function seededGate(
  seed: number,
  requesters: number,
  requesterOf: (token: string) => string,
): SeededGate {
  const random = seededRandom(seed)
  const waiting = new Map<string, { action: string; go: () => void }[]>()
  const trace: string[] = []
  let running = requesters
  let onTheWay = 0

  const release = () => {
    if (running === 0 || waiting.size < running || onTheWay > 0) return
    const order = [...waiting.keys()].sort()
    const picked = order[Math.floor(random() * order.length)] ?? ''
    const [held, ...others] = waiting.get(picked) ?? []
    if (others.length > 0) waiting.set(picked, others)
    else waiting.delete(picked)
    trace.push(`${picked} ${held?.action}`)
    held?.go()
    if (others.length > 0) release() // what waits beside it brings no news of its own
  }
  const send = http.request
  http.request = ((...sent: Parameters<typeof send>) => {
    onTheWay++
    return send(...sent)
  }) as typeof send // of its two forms

  return {
    gate: ({ action, token = '' }) =>
      new Promise((go) => {
        onTheWay--
        const requester = requesterOf(token)
        waiting.set(requester, [...(waiting.get(requester) ?? []), { action, go }])
        release()
      }),
    finished: () => {
      running--
      if (running === 0) http.request = send
      release()
    },
    trace: () => trace,
  }
}
