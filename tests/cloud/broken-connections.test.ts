import type { WireCall } from '../../emulator/parts'
import { LUNCH, NOW, TOMORROW } from '../domain/builders'
import { aCloud, codeOf, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'

let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  cloud = await aCloud()
  log = jest.spyOn(console, 'error').mockImplementation(() => {})
})
beforeEach(async () => {
  await restock()
  for (const [, name, input] of [...reads, ...together]) await call(name, input, none) // what is kept for a minute is read here
  await restock()
})
afterEach(() => cloud.emulator.gateway.setGate(undefined))
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

const reads: [what: string, name: `${string}.${string}`, input: object][] = [
  ['a document', 'people.me', {}],
  ['a list', 'stations.districts', {}],
  ['what is nearest', 'stations.nearby', { lng: 120.6, lat: 31.3 }],
]

/** Several of them at the same time. */
const together: typeof reads = [
  ['what is read together', 'meals.sittings', { stationId: 'st-one', date: TOMORROW }],
]

const none = { times: 0 }

let restocked = 0
/** Each time a second later: what was read at a time that is still to come would be read again. */
const restock = () => cloud.restock(aNeighbourhood(), new Date(NOW.getTime() + ++restocked * 1000))

/** Calls with broken connections on the way: the code of the reply, and how often the cloud was called. */
async function call(name: `${string}.${string}`, input: object, breaks: { nth?: number; times?: number }) {
  cloud.emulator.gateway.faults.set([{ kind: 'reset', ...breaks }])
  const code = codeOf(await cloud.as('o-daughter').call(name, input))
  const counts = cloud.emulator.gateway.counts.all()
  return { code, of: (action: string) => counts[`database.${action}`] ?? 0 }
}

describe('a connection that breaks off', () => {
  it.each([...reads, ...together])('under a read of %s is not noticed', async (_what, name, input) => {
    const whole = await call(name, input, none)
    await restock()
    const broken = await call(name, input, {})
    expect([whole.code, broken.code]).toEqual(['accepted', 'accepted'])
    expect(broken.of('getDocument')).toBe(whole.of('getDocument') + 1)
  })

  it.each(reads)('again under the second read of %s is told', async (_what, name, input) => {
    const { code, of } = await call(name, input, { times: 1000 })
    expect(code).toBe('BUSY')
    expect(of('getDocument')).toBe(2)
  })

  it('under a write leaves the write to whoever asked', async () => {
    cloud.emulator.gateway.faults.set([{ kind: 'reset', action: 'database.modifyDocument' }])
    const input = { elderId: 'e-wang' }
    expect(codeOf(await cloud.as('o-daughter').call('eligibility.startDocument', input))).toBe('BUSY')
    expect(cloud.emulator.gateway.counts.all()['database.modifyDocument']).toBe(1)
    expect(await cloud.stored('uploads')).toEqual([])
  })

  it('inside a transaction lets the whole of it be done again, and no read twice within one', async () => {
    const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
    const seen: WireCall[] = []
    cloud.emulator.gateway.setGate(async (wireCall) => void seen.push(wireCall))
    await call('meals.book', meal, none)
    const nth =
      seen.findIndex(({ action, transactionId }) => transactionId && action.endsWith('.getDocument')) + 1
    expect(nth).toBeGreaterThan(1)

    await restock()
    seen.length = 0
    const { code, of } = await call('meals.book', meal, { nth })
    expect(code).toBe('accepted')
    expect(of('startTransaction')).toBe(2)
    const [first] = seen.flatMap(({ transactionId }) => transactionId ?? [])
    const inFirst = seen.filter(({ transactionId }) => transactionId === first)
    const read = inFirst.filter(({ action }) => action === 'database.getDocument')
    expect(new Set(read.map(({ collection }) => collection)).size).toBe(read.length)
    expect(inFirst.at(-1)?.action).toBe('database.abortTransaction')
    expect(await cloud.stored('mealOrders')).toHaveLength(1)
  })
})
