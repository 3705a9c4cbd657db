import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import { noConsents } from '../../../cloudfunctions/_domain/people/privacy/consents'
import { triggers } from '../../../cloudfunctions/scheduler/config.json'
import { anElder, anOrder, anUpload, LUNCH } from '../../domain/builders'
import { aCloud, type TestCloud } from '../a-cloud'

let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  log = jest.spyOn(console, 'log').mockImplementation(() => {})
  cloud = await aCloud({
    triggers: triggers.map(({ name, config }) => ({ functionName: 'scheduler', name, config })),
    variables: { NIGHT_BUDGET: '0' },
  })
})
beforeEach(() => log.mockClear())
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

const sweep = async () => {
  expect(await cloud.emulator.timers.fire('scheduler', 'sweep')).toEqual({ state: 'succeeded' })
  return JSON.parse(log.mock.calls.at(-1)?.[0])
}
const YESTERDAY = '2026-11-20T00:00:00.000Z'
const ids = Array.from({ length: 45 }, (_, i) => `e-${String(i).padStart(3, '0')}`)
const marked = ids.map((id) =>
  anElder({
    id,
    name: ERASED,
    state: 'erased',
    recordsBehindSince: YESTERDAY,
    categories: [],
    consents: noConsents,
  }),
)
const mealOrders = ids.map((elderId) =>
  anOrder({ id: `${LUNCH}_${elderId}`, elderId, elderName: '王秀英', state: 'served' }),
)
const named = async () => (await cloud.stored('mealOrders')).filter(({ elderName }) => elderName !== ERASED)

describe('a night that has no time left', () => {
  const stock = {
    elders: marked,
    mealOrders,
    uploads: [anUpload({ at: '2026-11-01T00:00:00.000Z' })],
    tries: [{ id: 'o-old', from: '2026-11-01T00:00:00.000Z', count: 3 }],
  }

  it('has done everything else first, and some of the elders, and says how many are left', async () => {
    await cloud.restock(stock)
    expect(await sweep()).toMatchObject({ tries: 1, uploadsTidied: 1, eldersAligned: 20, eldersMarked: 25 })
    expect(await cloud.stored('tries')).toEqual([])
    expect(await cloud.stored('uploads')).toEqual([])
    expect(await named()).toHaveLength(25)
  })

  it('is gone on with by the next', async () => {
    await cloud.restock(stock)
    await sweep()
    expect(await sweep()).toMatchObject({ eldersAligned: 20, eldersMarked: 5 })
    expect(await sweep()).toMatchObject({ eldersAligned: 5, eldersMarked: 0 })
    expect(await named()).toEqual([])
    expect(await sweep()).toMatchObject({ eldersAligned: 0, eldersMarked: 0 })
  })

  it('takes the marks of all whom it does together away in one call, and what is told of them in another', async () => {
    await cloud.restock({ elders: marked })
    cloud.emulator.gateway.counts.reset()
    await sweep()
    expect(cloud.emulator.gateway.counts.all()['database.modifyDocument']).toBe(2)
  })
})
