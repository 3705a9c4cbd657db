import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { workerRunner } from '../../../emulator/runner/worker-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { buildEmulator, buildFunctions, WORKER_FILE } from '../built-functions'

const BUSY = /TransactionBusy/

let emulator: Emulator
beforeAll(async () => {
  buildEmulator()
  const functionsDir = buildFunctions({
    wired: { timeout: 60, permissions: { openapi: ['security.msgSecCheck'] } },
  })
  emulator = await startEmulator({
    store: memoryStore(),
    collections: { things: { indexes: [] } },
    runner: (parts) => workerRunner({ ...parts, functionsDir, workerFile: WORKER_FILE, instances: 1 }),
  })
})
beforeEach(async () => {
  await emulator.reset({ demo: false })
  await emulator.engine.seed('things', [{ _id: 'a', n: 1 }])
  emulator.gateway.counts.reset()
})
afterAll(() => emulator.close())

const asks = (ask: string) =>
  emulator.runner.invoke('wired', { ask }, { openid: 'o-li-min', source: 'wx_client' })

describe('the line of an instance', () => {
  it('carries calls without a socket, and the gateway counts them', async () => {
    const overSockets = jest.spyOn(emulator.gateway, 'handle')
    expect([await asks('raise'), await asks('read')]).toEqual(['done', 2])

    expect(emulator.gateway.counts.all()).toEqual({
      'database.modifyDocument': 1,
      'database.getDocument': 1,
    })
    expect(overSockets).not.toHaveBeenCalled()
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
    expect(await asks('raise')).toMatch(/request timeout/)
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
    expect(await asks('afterSilence')).toEqual([expect.stringMatching(/request timeout/), 'done'])
  })
})
