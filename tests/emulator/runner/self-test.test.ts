import { dirname } from 'node:path'
import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { inProcessRunner } from '../../../emulator/runner/in-process-runner'
import { proveSdkReachesUs } from '../../../emulator/runner/prove-sdk'
import { workerRunner } from '../../../emulator/runner/worker-runner'
import { StartFailure } from '../../../emulator/start-failure'
import { memoryStore } from '../../../emulator/store/memory'
import { buildEmulator, WORKER_FILE } from '../built-functions'

let emulator: Emulator

beforeAll(async () => {
  buildEmulator()
  emulator = await startEmulator({
    store: memoryStore(),
    collections: {},
    runner: (parts) => inProcessRunner({ ...parts, functions: {} }),
  })
})

afterAll(() => emulator.close())

/** A runner with the built self-test, whose functions look for the gateway at an address. */
const aRunner = (endpoint: string) =>
  workerRunner({
    ...emulator.runnerParts,
    functionsDir: dirname(WORKER_FILE),
    workerFile: WORKER_FILE,
    endpoint: () => endpoint,
  })

describe('the self-test at start', () => {
  it('passes when the real SDK in a worker reaches this emulator', async () => {
    const runner = aRunner(`${emulator.url}/admin`)
    await proveSdkReachesUs(runner)
    await runner.close()
  })

  it.each(['http://127.0.0.1:1/admin', 'https://example.com/admin'])(
    'fails in one sentence when the SDK calls %s',
    async (endpoint) => {
      const runner = aRunner(endpoint)
      await expect(proveSdkReachesUs(runner)).rejects.toThrow(StartFailure)
      await expect(proveSdkReachesUs(runner)).rejects.toThrow(/^自检失败/)
      await runner.close()
    },
  )
})
