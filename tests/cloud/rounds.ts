import http from 'node:http'
import type { TestCloud } from './a-cloud'

/** So many turns of the event loop later whoever sends several calls at once has sent them all. */
const TURNS = 50

/**
 * How many rounds of calls somebody waits for, one after the other: what is on its way at the same time is one round. Nothing of a round
 * is let through before all of it has come.
 */
export async function roundsOf(cloud: TestCloud, call: () => Promise<unknown>): Promise<number> {
  const waiting: (() => void)[] = []
  let onTheWay = 0
  let rounds = 0
  const send = http.request
  http.request = ((...sent: Parameters<typeof send>) => {
    onTheWay++
    return send(...sent)
  }) as typeof send // of its two forms

  const release = (turns = TURNS) => {
    if (onTheWay > 0 || waiting.length === 0) return
    if (turns > 0) return void setImmediate(release, turns - 1)
    rounds++
    for (const go of waiting.splice(0)) go()
  }
  cloud.emulator.gateway.setGate(
    () =>
      new Promise((go) => {
        onTheWay--
        waiting.push(go)
        release()
      }),
  )
  try {
    await call()
  } finally {
    http.request = send
    cloud.emulator.gateway.setGate(undefined)
  }
  return rounds
}
