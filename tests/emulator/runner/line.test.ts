import { type Emulator, startEmulator } from '../../../emulator/emulator'
import type { Runner } from '../../../emulator/parts'
import { workerRunner } from '../../../emulator/runner/worker-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { buildEmulator, buildFunctions, WORKER_FILE } from '../built-functions'

/** Milliseconds after which the SDK gives a call up: longer than a busy machine takes to answer, and as long as a test may take. */
const PATIENT = 30_000
const HASTY = 2000
const BUSY = /TransactionBusy/

let emulator: Emulator
let hasty: Runner
let overSockets: Runner
beforeAll(async () => {
  buildEmulator()
  const built = {
    functionsDir: buildFunctions({
      wired: { timeout: 60, permissions: { openapi: ['security.msgSecCheck'] } },
    }),
    workerFile: WORKER_FILE,
    instances: 1,
  }
  const withTimeout = (limit: number) => ({ variables: { SDK_TIMEOUT: String(limit) }, ...built })
  emulator = await startEmulator({
    store: memoryStore(),
    collections: { things: { indexes: [] } },
    runner: (parts) => workerRunner({ ...parts, ...withTimeout(PATIENT) }),
  })
  hasty = workerRunner({ ...emulator.runnerParts, ...withTimeout(HASTY) })
  overSockets = workerRunner({ ...emulator.runnerParts, ...withTimeout(PATIENT), gateway: undefined })
})
beforeEach(async () => {
  await emulator.reset({ demo: false })
  await emulator.engine.seed('things', [{ _id: 'a', n: 1 }])
  emulator.gateway.counts.reset()
})
afterEach(() => jest.restoreAllMocks())
afterAll(async () => {
  await Promise.all([hasty.close(), overSockets.close()])
  await emulator.close()
})

const asks = (ask: string, runner = emulator.runner) =>
  runner.invoke('wired', { ask }, { openid: 'o-li-min', source: 'wx_client' })

describe('the line of an instance', () => {
  it('carries calls without a socket, and the gateway counts them', async () => {
    const handle = jest.spyOn(emulator.gateway, 'handle')
    expect([await asks('raise'), await asks('read')]).toEqual(['done', 2])

    expect(emulator.gateway.counts.all()).toEqual({
      'database.modifyDocument': 1,
      'database.getDocument': 1,
    })
    expect(handle).not.toHaveBeenCalled()
  })

  it('is not laid where functions are to use sockets', async () => {
    const handle = jest.spyOn(emulator.gateway, 'handle')
    expect(await asks('read', overSockets)).toBe(1)
    expect(handle).toHaveBeenCalled()
  })

  it('carries forms, and answers that are bytes', async () => {
    expect(await asks('judge')).toBe('risky')
  })

  it('is struck by faults as a socket is', async () => {
    const action = 'database.modifyDocument'
    emulator.gateway.faults.set([{ kind: 'http500', action }])
    expect(await asks('raise')).toMatch(/500 Internal Server Error/)
    emulator.gateway.faults.set([{ kind: 'reset', action }])
    expect(await asks('raise')).toMatch(/socket hang up/)
    emulator.gateway.faults.set([{ kind: 'conflict', action }])
    expect(await asks('raise')).toMatch(/TransactionConflict/)
    expect(await asks('read')).toBe(1)
  })

  it('leaves the SDK waiting until it gives up where an answer is kept back', async () => {
    emulator.gateway.faults.set([{ kind: 'timeout', action: 'database.modifyDocument', when: 'after' }])
    expect(await asks('raise', hasty)).toMatch(/request timeout/)
    expect(await asks('read')).toBe(2)
  })

  it('tells every time that operations of one transaction overlap', async () => {
    for (let round = 0; round < 20; round++) {
      expect(await asks('together')).toEqual([
        'done',
        expect.stringMatching(BUSY),
        expect.stringMatching(/TransactionNotExist/),
      ])
    }
  })

  it('lets them follow one another at once, also after one of which nobody heard', async () => {
    await asks('inTurn')
    emulator.gateway.faults.set([{ kind: 'timeout', action: 'database.getDocument' }])
    expect(await asks('afterSilence', hasty)).toEqual([expect.stringMatching(/request timeout/), 'done'])
  })
})
