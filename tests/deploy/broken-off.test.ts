import { aProduct, run } from './a-deployment'
import { type Fault, Tencent } from './tencent'

/** The product in small, as it is at first or one change of everything later. */
const product = ({ isLater }: { isLater: boolean }) => {
  const made = aProduct()
  delete made.collections.stations
  made.functions = made.functions.filter(({ name }) => name !== 'stations')
  if (!isLater) return made

  made.write('people', 'exports.main = () => 2')
  const [invitations, clock] = [made.collections.invitations, made.functions[1]]
  invitations?.indexes.push({ name: 'expiresAt', keys: [['expiresAt', 1]] })
  if (clock)
    clock.config = {
      ...clock.config,
      timeout: 30,
      triggers: [{ name: 'clock', type: 'timer', config: '0 0 * * * * *' }],
    }
  return made
}
const first = product({ isLater: false })
const later = product({ isLater: true })

async function on<T>(work: (tencent: Tencent) => Promise<T>): Promise<T> {
  const tencent = new Tencent()
  await tencent.open()
  try {
    return await work(tencent)
  } finally {
    await tencent.close()
  }
}

/** What whole deployments one after the other leave behind, and which calls the last of them makes. */
const whole = (...products: (typeof first)[]) =>
  on(async (tencent) => {
    for (const one of products) {
      tencent.calls = []
      expect(await run(tencent, one)).toMatchObject({ isDone: true })
    }
    return { state: tencent.state(), calls: tencent.calls }
  })

/** What is there when the last of them was broken off at one call and run again. */
const brokenOff = (fault: Fault, ...products: (typeof first)[]) =>
  on(async (tencent) => {
    const last = products.at(-1) ?? first
    for (const one of products.slice(0, -1)) await run(tencent, one)
    tencent.fault = fault
    const broken = await run(tencent, last)
    tencent.fault = undefined
    const again = await run(tencent, last)
    return { isBroken: !broken.isDone, isDone: again.isDone, state: tencent.state() }
  })

/** A look changes nothing, so that it is all the same when its answer is lost. */
const isLook = (action: string) => /^(Describe|List|Get)/.test(action)

jest.setTimeout(300_000) // hundreds of deployments, on a machine that may do much else

describe('a deployment that is broken off', () => {
  it('is done by the next run, whichever call it broke off at, before or after its work', async () => {
    const { state, calls } = await whole(first)
    expect(calls.length).toBeGreaterThan(25)
    for (const [place, action] of calls.entries()) {
      for (const kind of isLook(action) ? (['refused'] as const) : (['before', 'after'] as const)) {
        const ended = await brokenOff({ nth: place + 1, kind }, first)
        const done = { isBroken: true, isDone: true, state }
        expect({ place, action, kind, ...ended }).toEqual({ place, action, kind, ...done })
      }
    }
  })

  it('is done by the next run where it was changing what is there', async () => {
    const { state, calls } = await whole(first, later)
    // No document is missing: its commands are questions here.
    const writing = calls.flatMap((action, place) =>
      isLook(action) || action === 'RunCommands' ? [] : [{ action, place }],
    )
    expect(writing.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'UpdateTable',
        'UpdateFunctionCode',
        'UpdateFunctionConfiguration',
        'DeleteTrigger',
      ]),
    )
    for (const { action, place } of writing) {
      for (const kind of ['before', 'after'] as const) {
        const ended = await brokenOff({ nth: place + 1, kind }, first, later)
        const done = { isBroken: true, isDone: true, state }
        expect({ place, action, kind, ...ended }).toEqual({ place, action, kind, ...done })
      }
    }
  })
})
