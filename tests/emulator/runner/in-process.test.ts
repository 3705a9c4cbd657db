import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { inProcessRunner } from '../../../emulator/runner/in-process-runner'
import { memoryStore } from '../../../emulator/store/memory'

const failures: string[] = []
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({
    store: memoryStore(),
    collections: { notes: { indexes: [] } },
    runner: (parts) =>
      inProcessRunner({
        ...parts,
        functions: { probe: () => import('../functions/probe'), outer: () => import('../functions/outer') },
        onFailure: ({ message }) => failures.push(message),
      }),
  })
})

afterAll(() => emulator.close())

const asks = (openid: string | undefined, event: object, name = 'probe') =>
  emulator.runner.invoke(name, event, { openid, source: 'wx_client' })

describe('the in-process runner', () => {
  it('keeps two hundred overlapping callers apart', async () => {
    const openids = Array.from({ length: 200 }, (_, i) => `o-person-${i}`)
    const seen = await Promise.all(openids.map((openid) => asks(openid, { act: 'who', collection: 'notes' })))
    expect(seen).toEqual(openids.map((openid) => Array(4).fill(openid)))
  })

  it('carries the caller through a nested call', async () => {
    expect(await asks('o-nested', { act: 'who', collection: 'notes' }, 'outer')).toEqual(
      Array(4).fill('o-nested'),
    )
  })

  it('moves the time inside functions only', async () => {
    emulator.clock.set(new Date('2031-05-06T07:08:09Z'))
    const times = (await asks('o-a', { act: 'time' })) as string[]
    emulator.clock.set(new Date())
    for (const time of times) expect(time).toMatch(/^2031-05-06T07:08:/)
    expect(new Date().getFullYear()).toBeLessThan(2031)
  })

  it('answers a failure without its cause and tells the cause to the test', async () => {
    await expect(asks('o-a', { act: 'throw' })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    expect(failures).toEqual([expect.stringContaining('a secret in the message')])
  })
})
