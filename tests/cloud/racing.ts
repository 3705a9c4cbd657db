import type { TestCloud } from './a-cloud'
import { seededGate } from './seeded-gate'

interface Race {
  seed: number
  openids: readonly string[]
  /** Told of each function that was called. */
  onCall?(functionName: string | undefined): void
}

/**
 * Everybody calls at once; the seed decides whose request goes through when.
 * @param call of one of them, to its last answer
 * @returns what each call came to, and the order in which requests went through
 */
export async function race<T>(
  cloud: TestCloud,
  { seed, openids, onCall }: Race,
  call: (openid: string, nth: number) => Promise<T>,
): Promise<{ came: T[]; trace: string[] }> {
  const { gateway, runnerParts } = cloud.emulator
  const schedule = seededGate(seed, openids.length, (token) => {
    const caller = runnerParts.invocations.callerOf(token)
    onCall?.(caller?.functionName)
    return caller?.openid ?? ''
  })
  gateway.setGate(schedule.gate)
  const came = await Promise.all(
    openids.map(async (openid, nth) => {
      const one = await call(openid, nth)
      schedule.finished()
      return one
    }),
  )
  gateway.setGate(undefined)
  return { came, trace: schedule.trace() }
}
