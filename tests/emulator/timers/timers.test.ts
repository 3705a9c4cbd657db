import { createClock } from '../../../emulator/clock'
import type { Caller, Trigger } from '../../../emulator/parts'
import { FunctionFailure } from '../../../emulator/runner/function-failure'
import { StartFailure } from '../../../emulator/start-failure'
import { Timers } from '../../../emulator/timers/timers'

const NIGHTLY: Trigger = { functionName: 'visits', name: 'nightly', config: '0 30 2 * * * *' }
const EVERY_SECOND: Trigger = { functionName: 'visits', name: 'tick', config: '* * * * * * *' }
const NOON = new Date('2026-11-21T12:00:00+08:00')

interface Call {
  name: string
  event: unknown
  caller: Caller
}

let calls: Call[]
let failures: string[]
let failing: Error | undefined
const started: Timers[] = []

beforeEach(() => {
  calls = []
  failures = []
  failing = undefined
  jest.useFakeTimers({ now: NOON })
})
afterEach(() => {
  for (const timers of started.splice(0)) timers.close()
  jest.useRealTimers()
})

/** Timers over functions that only note their calls. */
function aTimer(triggers: Trigger[], clock = createClock()) {
  const invoke = async (name: string, event: unknown, caller: Caller) => {
    calls.push({ name, event, caller })
    if (failing) throw failing
    return 'nobody hears of this'
  }
  const timers = new Timers({ triggers, clock, runner: { invoke }, onFailure: (line) => failures.push(line) })
  timers.start()
  started.push(timers)
  return { timers, clock }
}

const times = () => calls.map(({ event }) => (event as { Time: string }).Time)
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)
const HOUR = 3_600_000

describe('a timer', () => {
  it('starts its function as the platform does, when its time comes', async () => {
    aTimer([NIGHTLY])
    await pass(14.5 * HOUR - 1)
    expect(calls).toEqual([])
    await pass(100)
    expect(calls).toEqual([
      {
        name: 'visits',
        event: { Type: 'Timer', TriggerName: 'nightly', Time: '2026-11-21T18:30:00Z' },
        caller: { source: 'wx_trigger' },
      },
    ])
  })

  it('fires every second where it says so', async () => {
    aTimer([EVERY_SECOND])
    await pass(10_500)
    expect(times()).toHaveLength(10)
    expect(new Set(times()).size).toBe(10)
  })

  it('fires each night for days', async () => {
    aTimer([NIGHTLY])
    await pass(72 * HOUR)
    expect(times()).toEqual(['2026-11-21T18:30:00Z', '2026-11-22T18:30:00Z', '2026-11-23T18:30:00Z'])
  })

  it('makes up once for the time that the machine slept', async () => {
    aTimer([NIGHTLY])
    jest.setSystemTime(NOON.getTime() + 72 * HOUR)
    await pass(60_000)
    expect(times()).toEqual(['2026-11-23T18:30:00Z'])
  })

  it('fires nothing twice when the machine’s clock is set back a little', async () => {
    aTimer([EVERY_SECOND])
    await pass(1_100)
    jest.setSystemTime(Date.now() - 500)
    await pass(1_000)
    expect(new Set(times()).size).toBe(times().length)
  })

  it('hears the clock: what is skipped by setting it is skipped, the next time is the clock’s', async () => {
    const { clock } = aTimer([NIGHTLY])
    clock.set(new Date('2026-12-24T02:29:58+08:00'))
    await pass(1_000)
    expect(times()).toEqual([])
    await pass(1_500)
    expect(times()).toEqual(['2026-12-23T18:30:00Z'])
  })

  it('does not keep the process busy while the clock stands still', async () => {
    let looks = 0
    const clock = createClock(() => {
      looks += 1
      return NOON.getTime() - 1
    })
    aTimer([EVERY_SECOND], clock)
    await pass(1_000)
    expect(calls).toEqual([])
    expect(looks).toBeLessThan(200)
  })

  it('waits for nothing when it never falls due again, or was closed', async () => {
    const { timers } = aTimer([EVERY_SECOND])
    expect(jest.getTimerCount()).toBe(1)
    timers.close()
    aTimer([{ ...NIGHTLY, config: '0 0 0 1 1 * 2020' }])
    aTimer([])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('is refused with a sentence when its time cannot be read', () => {
    expect(() => aTimer([{ ...NIGHTLY, config: '0 61 2 * * * *' }])).toThrow(StartFailure)
    expect(() => aTimer([{ ...NIGHTLY, config: '0 61 2 * * * *' }])).toThrow(/visits.*nightly.*61/)
  })
})

describe('jump', () => {
  const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR)

  it('tells what fell due on the way, each trigger once with its last time', () => {
    const { timers, clock } = aTimer([NIGHTLY, EVERY_SECOND])
    const due = timers.jump(later(365 * 24))
    expect(clock.now()).toEqual(later(365 * 24))
    expect(due).toEqual([
      { trigger: NIGHTLY, at: new Date('2027-11-20T18:30:00Z') },
      { trigger: EVERY_SECOND, at: later(365 * 24) },
    ])
  })

  it('shifts by exactly what it is given, however long that takes', () => {
    let real = NOON.getTime()
    const { timers, clock } = aTimer(
      [NIGHTLY],
      createClock(() => real++),
    )
    timers.jump(-60_000)
    expect(clock.offset()).toBe(-60_000)
    timers.jump(0)
    expect(clock.offset()).toBe(0)
  })

  it('tells nothing when no timer fell due, or when the clock goes back', () => {
    const { timers } = aTimer([NIGHTLY])
    expect(timers.jump(later(14))).toEqual([])
    expect(timers.jump(later(-240))).toEqual([])
  })

  it('leaves what it told to its caller, and what comes after to the clock', async () => {
    const { timers } = aTimer([NIGHTLY])
    const due = timers.jump(later(24))
    await pass(1_000)
    expect(times()).toEqual([])
    await timers.runAll(due)
    await pass(24 * HOUR)
    expect(times()).toEqual(['2026-11-21T18:30:00Z', '2026-11-22T18:30:00Z'])
  })

  it('fires again what was before, after going back', () => {
    const { timers } = aTimer([NIGHTLY])
    timers.jump(later(24))
    timers.jump(NOON)
    expect(timers.jump(later(24))).toHaveLength(1)
  })
})

describe('fire', () => {
  it('starts the function now and tells that it succeeded', async () => {
    const { timers } = aTimer([NIGHTLY, EVERY_SECOND])
    expect(await timers.fire('visits', 'nightly')).toEqual({ state: 'succeeded' })
    expect(calls.map(({ event }) => event)).toEqual([
      { Type: 'Timer', TriggerName: 'nightly', Time: '2026-11-21T04:00:00Z' },
    ])
  })

  it('knows no timer of another name or function', async () => {
    const { timers } = aTimer([NIGHTLY])
    expect(await timers.fire('visits', 'weekly')).toBeUndefined()
    expect(await timers.fire('meals', 'nightly')).toBeUndefined()
    expect(calls).toEqual([])
  })

  it('tells how the function failed, and says so in one line', async () => {
    const { timers } = aTimer([NIGHTLY])
    failing = new FunctionFailure('FUNCTIONS_TIME_LIMIT_EXCEEDED', 'too long\n    at here', 'r-1')
    expect(await timers.fire('visits', 'nightly')).toEqual({
      state: 'failed',
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'too long\n    at here',
      requestId: 'r-1',
    })
    expect(failures).toEqual([
      'timer visits/nightly of 2026-11-21T04:00:00Z failed: FUNCTIONS_TIME_LIMIT_EXCEEDED too long (r-1)',
    ])
  })

  it('goes on after a failure', async () => {
    aTimer([EVERY_SECOND])
    failing = new Error('broken')
    await pass(2_500)
    expect(failures).toHaveLength(2)
    failing = undefined
    await pass(1_000)
    expect(calls).toHaveLength(3)
    expect(failures).toHaveLength(2)
  })
})
