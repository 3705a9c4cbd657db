import { aProduct, run } from './a-deployment'
import { type Fault, Tencent } from './tencent'

/** What every first deployment of the product leaves behind, and which calls it makes. */
interface Whole {
  state: ReturnType<Tencent['state']>
  calls: string[]
}

const product = aProduct()
delete product.collections.stations
product.functions = product.functions.filter(({ name }) => name !== 'stations')

async function on<T>(work: (tencent: Tencent) => Promise<T>): Promise<T> {
  const tencent = new Tencent()
  await tencent.open()
  try {
    return await work(tencent)
  } finally {
    await tencent.close()
  }
}

const whole = (): Promise<Whole> =>
  on(async (tencent) => {
    expect(await run(tencent, product)).toMatchObject({ isDone: true })
    return { state: tencent.state(), calls: tencent.calls }
  })

/** What is there when a deployment was broken off at one call and run again. */
const brokenOff = (fault: Fault) =>
  on(async (tencent) => {
    tencent.fault = fault
    const first = await run(tencent, product)
    tencent.fault = undefined
    const second = await run(tencent, product)
    return { first, second, state: tencent.state() }
  })

/** A look changes nothing, so that it is all the same when its answer is lost. */
const isLook = (action: string) => /^(Describe|List|Get)/.test(action)

describe('a deployment that is broken off', () => {
  it('is done by the next run, whichever call it broke off at, before or after its work', async () => {
    const { state, calls } = await whole()
    expect(calls.length).toBeGreaterThan(25)
    for (const [place, action] of calls.entries()) {
      for (const kind of isLook(action) ? (['refused'] as const) : (['before', 'after'] as const)) {
        const ended = await brokenOff({ nth: place + 1, kind })
        expect({ place, action, kind, ...ended.first }).toMatchObject({ isDone: false })
        expect({ place, action, kind, ...ended.second }).toMatchObject({ isDone: true })
        expect({ place, action, kind, state: ended.state }).toEqual({ place, action, kind, state })
      }
    }
  })
})
