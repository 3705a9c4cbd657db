import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/emulator'
import { type FunctionModule, inProcessRunner } from '../../../emulator/runner/in-process-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { templateVariables } from '../../../emulator/template-variables'
import { templatesOf } from '../../../types/templates'
import { rawRequest } from '../server/raw-request'

const NIGHTLY = { functionName: 'nightly', name: 'clear', config: '0 30 2 * * * *' }
const BROKEN = { functionName: 'broken', name: 'weekly', config: '0 0 3 * * MON *' }

let emulator: Emulator | undefined
let failures: string[]

const start = async (
  options: Partial<EmulatorOptions>,
  functions: Record<string, () => FunctionModule> = {},
): Promise<Emulator> => {
  failures = []
  emulator = await startEmulator({
    store: memoryStore(),
    collections: { visits: { indexes: [] } },
    runner: (parts) =>
      inProcessRunner({
        ...parts,
        functions: {
          nightly: () => import('../functions/nightly'),
          broken: () => ({
            main: () => {
              throw new Error('out of order')
            },
          }),
          ...functions,
        },
        openapi: ['subscribeMessage.send'],
      }),
    templates: templatesOf(templateVariables({})),
    areGrantsEndless: true,
    onTimerFailure: (line) => failures.push(line),
    ...options,
  })
  return emulator
}

afterEach(() => emulator?.close())

const post = async (path: string, body?: unknown) => {
  const { status, json } = await rawRequest(emulator?.port ?? 0, `/__emulator/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return { status, json }
}
const notes = async () =>
  (await emulator?.engine.dump('visits'))?.visits as {
    event: object
    openid: unknown
    source: string
    at: string
  }[]

describe('POST /__emulator/clock', () => {
  it('fires what falls due on the way, once, and answers when it has finished', async () => {
    await start({ triggers: [NIGHTLY] })
    await post('clock', { now: '2030-11-21T12:00:00+08:00' })
    await emulator?.reset({ demo: false })

    expect((await post('clock', { now: '2031-11-21T12:00:00+08:00' })).status).toBe(200)
    expect(await notes()).toEqual([
      {
        _id: expect.any(String),
        event: { Type: 'Timer', TriggerName: 'clear', Time: '2031-11-20T18:30:00Z' },
        openid: null,
        source: 'wx_trigger',
        at: expect.stringMatching(/^2031-11-21T04:00:0/),
      },
    ])
    expect(emulator?.gateway.outbox.messages()).toHaveLength(1)
  })

  it('fires nothing when no timer fell due, when the clock goes back, or when no timers are given', async () => {
    await start({ triggers: [NIGHTLY] })
    await post('clock', { now: '2030-11-21T12:00:00+08:00' })
    await emulator?.reset({ demo: false })
    await post('clock', { now: '2030-11-22T02:29:00+08:00' })
    await post('clock', { now: '2030-01-01T00:00:00+08:00' })
    expect(await notes()).toEqual([])
    await emulator?.close()

    await start({})
    await post('clock', { now: '2040-11-21T12:00:00+08:00' })
    expect(await notes()).toEqual([])
  })

  it('gives the demo district its days before the timers of the new time run', async () => {
    const seen: number[] = []
    const count = async () => {
      seen.push((await emulator?.engine.dump('visits'))?.visits?.length ?? 0)
    }
    await start(
      {
        triggers: [{ ...NIGHTLY, functionName: 'count' }],
        demo: (now) => ({ visits: [{ _id: now.toISOString().slice(0, 10) }] }),
      },
      { count: () => ({ main: count }) },
    )
    await post('clock', { now: '2030-11-21T12:00:00+08:00' })
    await post('reset')
    seen.length = 0
    await post('clock', { now: '2030-11-22T12:00:00+08:00' })
    expect(seen).toEqual([2])
  })

  it('answers also when a function fails, which is told', async () => {
    await start({ triggers: [BROKEN, NIGHTLY] })
    await post('clock', { now: '2030-11-21T12:00:00+08:00' })
    failures.length = 0
    await emulator?.reset({ demo: false })

    expect((await post('clock', { now: '2030-11-30T12:00:00+08:00' })).status).toBe(200)
    expect(failures).toEqual([
      expect.stringMatching(
        /^timer broken\/weekly of 2030-11-24T19:00:00Z failed: FUNCTIONS_EXECUTE_FAIL Error: out of order \(.+\)$/,
      ),
    ])
    expect(await notes()).toHaveLength(1)
  })
})

describe('POST /__emulator/timer', () => {
  it('fires a timer now and answers when its function has finished', async () => {
    await start({ triggers: [NIGHTLY] })
    emulator?.clock.set(new Date('2030-11-21T12:00:00+08:00'))
    expect(await post('timer', { function: 'nightly', name: 'clear' })).toEqual({
      status: 200,
      json: { state: 'succeeded' },
    })
    expect(await notes()).toMatchObject([
      {
        event: {
          Type: 'Timer',
          TriggerName: 'clear',
          Time: expect.stringMatching(/^2030-11-21T04:00:0\dZ$/),
        },
        openid: null,
        source: 'wx_trigger',
      },
    ])
  })

  it('tells how the function failed', async () => {
    await start({ triggers: [BROKEN, { ...NIGHTLY, functionName: 'absent' }] })
    expect(await post('timer', { function: 'broken', name: 'weekly' })).toEqual({
      status: 200,
      json: {
        state: 'failed',
        code: 'FUNCTIONS_EXECUTE_FAIL',
        message: expect.stringContaining('out of order'),
        requestId: expect.any(String),
      },
    })
    expect((await post('timer', { function: 'absent', name: 'clear' })).json).toMatchObject({
      state: 'failed',
      code: 'FUNCTION_NOT_FOUND',
    })
    expect(failures).toHaveLength(2)
  })

  it('knows only the timers that there are', async () => {
    await start({ triggers: [NIGHTLY] })
    expect(await post('timer', { function: 'nightly', name: 'other' })).toEqual({
      status: 404,
      json: { error: 'UNKNOWN_TIMER', detail: 'nightly/other' },
    })
    expect((await post('timer', { function: 'nightly' })).status).toBe(400)
    expect((await post('timer')).status).toBe(400)
  })
})

describe('a running emulator', () => {
  it('fires a timer by itself when its time comes', async () => {
    let hear: (event: unknown) => void = () => {}
    const heard = new Promise((resolve) => {
      hear = resolve
    })
    const listen = { main: (event: unknown) => hear(event) }
    await start(
      { triggers: [{ functionName: 'listen', name: 'tick', config: '* * * * * * *' }] },
      { listen: () => listen },
    )
    expect(await heard).toEqual({ Type: 'Timer', TriggerName: 'tick', Time: expect.any(String) })
  })

  it('tells nothing more after it was closed', async () => {
    let isCalled: () => void = () => {}
    const called = new Promise<void>((resolve) => {
      isCalled = resolve
    })
    let fail: (error: Error) => void = () => {}
    const main = () =>
      new Promise((_, reject) => {
        fail = reject
        isCalled()
      })
    await start({ triggers: [{ ...NIGHTLY, functionName: 'slow' }] }, { slow: () => ({ main }) })
    const outcome = emulator?.timers.fire('slow', 'clear')
    await called
    await emulator?.close()
    fail(new Error('too late'))
    expect(await outcome).toMatchObject({ state: 'failed' })
    expect(failures).toEqual([])
    emulator = undefined
  })

  it('refuses to start with a time that cannot be read', async () => {
    await expect(start({ triggers: [{ ...NIGHTLY, config: 'every night' }] })).rejects.toThrow(
      /nightly.*clear.*every night/,
    )
    emulator = undefined
  })
})
