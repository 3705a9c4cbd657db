import { aCloud, type TestCloud } from '../sdk-cloud'

/** Milliseconds of every call, and how much earlier than asked a timer of Node may ring. */
const LATENCY = 400
const EARLY = 2
const CALLERS = 10

let cloud: TestCloud
afterEach(() => cloud.close())

/** How long it takes, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

describe('latency', () => {
  it('makes every call of the database wait, those of a transaction too', async () => {
    cloud = await aCloud({ latency: LATENCY })
    const things = () => cloud.db.collection('things')
    expect(await timed(() => things().count())).toBeGreaterThanOrEqual(LATENCY - EARLY)

    const inTransaction = async () => {
      const transaction = await cloud.db.startTransaction()
      await transaction.collection('things').add({ data: { _id: 'a', n: 1 } })
      await transaction.commit()
    }
    expect(await timed(inTransaction)).toBeGreaterThanOrEqual(3 * (LATENCY - EARLY))
    expect((await things().doc('a').get()).data.n).toBe(1)
  })

  it('lets the calls of different callers wait at the same time', async () => {
    cloud = await aCloud({ latency: LATENCY })
    const callers = Array.from({ length: CALLERS }, () => cloud.db.collection('things').count())
    expect(await timed(() => Promise.all(callers))).toBeLessThan((CALLERS / 2) * LATENCY)
  })

  it('is that of the database alone', async () => {
    cloud = await aCloud({ latency: 600_000, runner: { invoke: async () => 'called' } })
    expect(await cloud.sdk.callFunction({ name: 'any' })).toMatchObject({ result: 'called' })
  })
})
