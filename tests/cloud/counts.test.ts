import { HISTORY_STEPS } from '../../types/paging'
import {
  anAccount,
  anElder,
  anOrder,
  aSitting,
  aVisit,
  clerk,
  daughter,
  LUNCH,
  NOW,
  TOMORROW,
} from '../domain/builders'
import { aCloud, accepted, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const here = { lng: 120.6, lat: 31.3 }

/** Database calls of one action, its policies known already. */
async function callsOf(openid: string, name: `${string}.${string}`, input: object): Promise<number> {
  const { counts } = cloud.emulator.gateway
  counts.reset()
  accepted(await cloud.as(openid).call(name, input))
  return Object.entries(counts.all())
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0)
}

describe('database calls, warm', () => {
  beforeEach(async () => {
    await cloud.restock(aNeighbourhood())
    await cloud.as('o-daughter').call('meals.quote', meal)
  })

  it('of the home page are at most 5', async () => {
    expect(await callsOf('o-daughter', 'people.home', {})).toBeLessThanOrEqual(5)
  })

  it('of stations.nearby is 1', async () => {
    expect(await callsOf('o-daughter', 'stations.nearby', here)).toBe(1)
  })

  it('of meals.book are at most 11, with a subsidy that is given once a day', async () => {
    expect(await callsOf('o-daughter', 'meals.book', meal)).toBeLessThanOrEqual(11)
  })

  it('of meals.confirm are at most 6', async () => {
    await cloud.as('o-daughter').call('meals.book', meal)
    expect(await callsOf('o-clerk', 'meals.confirm', { orderId: `${LUNCH}_e-wang` })).toBeLessThanOrEqual(6)
  })

  it('of people.me is 1', async () => {
    expect(await callsOf('o-daughter', 'people.me', {})).toBe(1)
  })
})

describe('bytes of a reply with worst-case data', () => {
  const LIMIT = 100_000
  const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)
  const bytes = (reply: unknown) => Buffer.byteLength(JSON.stringify(reply))
  const rebooked = Array.from({ length: HISTORY_STEPS }, (_, i) => ({
    state: i % 2 ? ('cancelled' as const) : ('placed' as const),
    at: NOW.toISOString(),
    by: i % 2 ? clerk : daughter,
  }))
  const orders = Array.from({ length: 120 }, (_, i) =>
    anOrder({
      id: `${LUNCH}_e-${String(i).padStart(3, '0')}`,
      elderId: i < 60 ? 'e-wang' : `e-${i}`,
      elderName: '欧阳慧敏',
      stationName: long('长江路社区养老服务驿站', 20),
      setName: long('红烧鱼套餐', 20),
      reason: long('今天身体不太舒服', 200),
      history: rebooked,
      lines: [
        { kind: 'list', label: long('红烧鱼套餐', 20), payer: null, rule: null, amount: 1800 },
        {
          kind: 'subsidy',
          label: '基本养老服务对象补贴',
          payer: 'district',
          rule: 'basic-care-recipient-5-a-day',
          amount: 500,
        },
        { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: 1300 },
      ],
    }),
  )
  const visits = Array.from({ length: 120 }, (_, i) =>
    aVisit({
      id: `v-${i}`,
      reason: long('电话没人接', 200),
      report: { outcome: 'needsFound', note: long('助听器没电了', 500), at: NOW.toISOString() },
      history: rebooked.map((step) => ({ ...step, state: 'claimed' as const })),
    }),
  )
  const dishes = ['红烧鲈鱼（去刺）', '清炒小青菜', '香菇豆腐汤', '杂粮米饭', '时令水果']
  const sets = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    name: long('红烧鱼套餐', 20),
    dishes,
    tags: ['软', '少盐', '少油', '无刺'],
    price: 1800,
    picture: 'hongshao-yu',
  }))
  const elders = Array.from({ length: 60 }, (_, i) =>
    anElder({ id: `e-${i}`, building: long('长江路十八弄', 40) }),
  )

  beforeAll(() =>
    cloud.restock(
      aNeighbourhood({
        mealOrders: orders,
        visits,
        elders,
        sittings: ['breakfast', 'lunch', 'dinner'].map((slot) =>
          aSitting({ id: `st-one_${TOMORROW}_${slot}`, slot: slot as 'lunch', sets }),
        ),
        accounts: [...(aNeighbourhood().accounts ?? []), anAccount({ id: 'o-plain' })],
      }),
    ),
  )

  it.each([
    ['o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW }],
    ['o-daughter', 'meals.mine', {}],
    ['o-daughter', 'visits.mine', {}],
    ['o-volunteer', 'visits.queue', {}],
    ['o-daughter', 'meals.sittings', { stationId: 'st-one', date: TOMORROW }],
    ['o-clerk', 'people.find', { stationId: 'st-one', text: '王' }],
    ['o-daughter', 'stations.nearby', { ...here, limit: 20 }],
    ['o-daughter', 'people.home', {}],
  ] as const)('to %s from %s stay within 100 KB', async (openid, name, input) => {
    expect(bytes(await cloud.as(openid).call(name, input))).toBeLessThanOrEqual(LIMIT)
  })
})
