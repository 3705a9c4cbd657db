import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { Caller } from '../../emulator/parts'
import { memoryStore } from '../../emulator/store/memory'

type Call = [name: string, event: unknown, caller: Caller]

let emulator: Emulator
afterEach(() => emulator.close())

/** An emulator whose functions do nothing but tell that they were called. */
async function started(own: { pushesAfter?: number }, called: (...call: Call) => void) {
  const runner = { has: () => true, invoke: async (...call: Call) => called(...call), close: async () => {} }
  emulator = await startEmulator({ store: memoryStore(), collections: {}, runner: () => runner, ...own })
  return emulator.gateway.pushes
}

describe('what WeChat tells later', () => {
  it('reaches the function by itself in the program, from nobody', async () => {
    const call = await new Promise<Call>((resolve) => {
      void started({ pushesAfter: 1 }, (...told) => resolve(told)).then((pushes) =>
        pushes.add(() => ({ Event: 'wxa_media_check' })),
      )
    })
    expect(call).toEqual(['eligibility', { Event: 'wxa_media_check' }, { source: 'other' }])
  })

  it('waits until it is asked to elsewhere, and is forgotten with everything else', async () => {
    const called = jest.fn()
    const pushes = await started({}, called)
    pushes.add(() => ({ Event: 'first' }))
    await emulator.push()
    expect(called).toHaveBeenCalledTimes(1)
    pushes.add(() => ({ Event: 'second' }))
    await emulator.reset({ demo: false })
    await emulator.push()
    expect(called).toHaveBeenCalledTimes(1)
  })
})
