import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { inProcessRunner } from '../../../emulator/runner/in-process-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { rawRequest } from './raw-request'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({
    store: memoryStore(),
    collections: {},
    runner: (parts) => inProcessRunner({ ...parts, functions: {} }),
  })
})
afterAll(() => emulator.close())

/** Lets nothing else run in this thread, at no cost. */
const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

describe('an idle connection', () => {
  // Node’s own server closes it after six seconds, and a call made at that moment finds it still open.
  it('answers also after seven seconds in which nothing else ran', async () => {
    const ask = () => rawRequest(emulator.port, '/__emulator/clock')
    const { headers } = await ask()
    standStill(7000)
    expect(headers).toMatchObject({ connection: 'keep-alive', 'keep-alive': 'timeout=65' })
    expect((await ask()).status).toBe(200)
  })
})
