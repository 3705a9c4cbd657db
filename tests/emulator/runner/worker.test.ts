import { createClock } from '../../../emulator/clock'
import { type Emulator, startEmulator } from '../../../emulator/emulator'
import type { Runner } from '../../../emulator/parts'
import { type FunctionLog, workerRunner } from '../../../emulator/runner/worker-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { buildEmulator, buildFunctions, WORKER_FILE } from '../built-functions'

/** More than have a thread each. */
const MANY = 12

const logs: FunctionLog[] = []
let emulator: Emulator
let shared: Runner

beforeAll(async () => {
  buildEmulator()
  const functionsDir = buildFunctions({
    probe: { timeout: 1, memorySize: 64 },
    patient: { timeout: 50, memorySize: 64 },
    outer: { timeout: 10 },
  })
  emulator = await startEmulator({
    store: memoryStore(),
    collections: { notes: { indexes: [] } },
    clock: createClock(),
    runner: (parts) =>
      workerRunner({
        ...parts,
        functionsDir,
        workerFile: WORKER_FILE,
        instances: 3,
        variables: { OWN_SETTING: 'from the options' },
        onLog: (line) => logs.push(line),
      }),
  })
  const onLog = (line: FunctionLog) => logs.push(line)
  const built = { functionsDir, workerFile: WORKER_FILE, instances: MANY, onLog }
  shared = workerRunner({ ...emulator.runnerParts, ...built })
})

afterAll(async () => {
  await shared.close()
  await emulator.close()
})

const asks = (openid: string | undefined, event: object, name = 'probe') =>
  emulator.runner.invoke(name, event, { openid, source: 'wx_client' })

describe('the worker runner', () => {
  it('keeps twenty overlapping callers apart', async () => {
    const openids = Array.from({ length: 20 }, (_, i) => `o-person-${i}`)
    const seen = await Promise.all(openids.map((openid) => asks(openid, { act: 'who', collection: 'notes' })))
    expect(seen).toEqual(openids.map((openid) => Array(4).fill(openid)))
  })

  it('starts no more instances than allowed and keeps them warm', async () => {
    const counts = (await Promise.all(
      Array.from({ length: 9 }, () => asks('o-a', { act: 'calls' })),
    )) as number[]
    expect(counts.filter((count) => count === 1).length).toBeLessThanOrEqual(3)
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(3)
  })

  it('leaves OPENID out for somebody who is not signed in', async () => {
    expect(await asks(undefined, { act: 'who', collection: 'notes' })).toEqual([null, null, null, null])
  })

  it('hands on the event as JSON and the context of the platform', async () => {
    const reply = await asks('o-a', { act: 'event', at: new Date(0), gone: undefined })
    expect(reply).toEqual({
      event: { act: 'event', at: '1970-01-01T00:00:00.000Z' },
      context: expect.objectContaining({
        function_name: 'probe',
        time_limit_in_ms: 1000,
        request_id: expect.any(String),
      }),
    })
    expect(await asks('o-a', { act: 'nothing' })).toBeNull()
  })

  it('sets the variables of its options and the platform', async () => {
    expect(await asks('o-a', { act: 'variable', name: 'OWN_SETTING' })).toBe('from the options')
    expect(await asks('o-a', { act: 'variable', name: 'TCB_SOURCE' })).toBe('wx_client')
    expect(await asks('o-a', { act: 'variable', name: 'HOME' })).toBeNull()
  })

  it('knows the caller by the token only while the function runs', async () => {
    const token = (await asks('o-a', { act: 'variable', name: 'WX_API_TOKEN' })) as string
    expect(token).toHaveLength(36)
    expect(emulator.runnerParts.invocations.callerOf(token)).toBeUndefined()
  })

  it('carries the caller through a nested call', async () => {
    expect(await asks('o-nested', { act: 'who', collection: 'notes' }, 'outer')).toEqual(
      Array(4).fill('o-nested'),
    )
  })

  it('moves the functions’ time with the clock, also in a running instance', async () => {
    emulator.clock.set(new Date('2031-05-06T07:08:09Z'))
    const times = (await asks('o-a', { act: 'time' })) as string[]
    emulator.clock.set(new Date())
    expect(times).toHaveLength(3)
    for (const time of times) expect(time).toMatch(/^2031-05-06T07:08:/)
  })

  it('ends a function at its time limit, whether it computes or waits, and goes on with a fresh instance', async () => {
    const limit = {
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 1 seconds',
    }
    await expect(asks('o-a', { act: 'loop' })).rejects.toMatchObject(limit)
    await expect(asks('o-a', { act: 'wait' })).rejects.toMatchObject(limit)
    expect(await asks('o-a', { act: 'variable', name: 'WX_OPENID' })).toBe('o-a')
  })

  it('ends a function that takes more memory than it has', async () => {
    await expect(asks('o-a', { act: 'hoard' }, 'patient')).rejects.toMatchObject({
      code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    })
  })

  it.each(['throw', 'reject', 'throwLater', 'exit'])('fails alone when a function does %s', async (act) => {
    await expect(asks('o-a', { act })).rejects.toMatchObject({
      name: 'FunctionFailure',
      code: 'FUNCTIONS_EXECUTE_FAIL',
    })
    expect(await asks('o-a', { act: 'nothing' })).toBeNull()
  })

  it('refuses a result above 1 MB and a function that is not there', async () => {
    await expect(asks('o-a', { act: 'large' })).rejects.toMatchObject({ code: 'FUNCTIONS_RESULT_TOO_LARGE' })
    await expect(asks('o-a', {}, 'nobody')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
    expect(['probe', 'nobody', '../probe', 'probe/', ''].filter((name) => emulator.runner.has(name))).toEqual(
      ['probe'],
    )
  })

  it.each(['fetch', 'https', 'lookUp', 'resolve'])('lets nothing leave the machine by %s', async (act) => {
    expect(await asks('o-a', { act })).toBe('EGRESS_REFUSED')
  })

  it('reports what a function writes with the request it belongs to', async () => {
    logs.length = 0
    await asks('o-a', { act: 'log' })
    await asks('o-a', { act: 'throw' }).catch(() => {})
    expect(logs).toEqual([
      { functionName: 'probe', requestId: expect.any(String), level: 'warn', text: 'three words here' },
      {
        functionName: 'probe',
        requestId: expect.any(String),
        level: 'error',
        text: expect.stringContaining('a secret'),
      },
    ])
  })
})

describe('instances that share threads', () => {
  const ask = (openid: string, event: object) =>
    shared.invoke('probe', event, { openid, source: 'wx_client' })
  const together = <T>(count: number, one: (nth: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, nth) => one(nth)))

  it('keep their callers apart, and what each of them has in memory', async () => {
    while ((shared.instances?.().probe ?? 0) < MANY) {
      const seen = await together(3 * MANY, (nth) => ask(`o-${nth}`, { act: 'who', collection: 'notes' }))
      expect(seen).toEqual(seen.map((_, nth) => Array(4).fill(`o-${nth}`)))
    }
    const counts = await together(3 * MANY, () => ask('o-a', { act: 'calls' }))
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(4) // more than there are threads
  }, 60_000)

  it('write under the request to which it belongs', async () => {
    logs.length = 0
    await together(MANY, () => ask('o-a', { act: 'log' }))
    expect(new Set(logs.map(({ requestId }) => requestId)).size).toBe(MANY)
    expect(logs.map(({ text }) => text)).toEqual(Array(MANY).fill('three words here'))
  })

  it('end with the one that takes too long beside them, and others take their place', async () => {
    await expect(ask('o-a', { act: 'loop' })).rejects.toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    })
    expect(await together(MANY, (nth) => ask(`o-${nth}`, { act: 'variable', name: 'WX_OPENID' }))).toEqual(
      Array.from({ length: MANY }, (_, nth) => `o-${nth}`),
    )
  })
})
