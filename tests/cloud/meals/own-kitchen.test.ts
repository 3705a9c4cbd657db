import { demoDistrict } from '../../../emulator/demo/district'
import { functionVariables } from '../../../emulator/function-variables'
import { addDays } from '../../../types/days'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'

let cloud: TestCloud
beforeAll(async () => {
  Object.assign(process.env, functionVariables({}))
  cloud = await aCloud()
  jest.spyOn(console, 'log').mockImplementation(() => {})
  const now = new Date('2026-11-22T12:00:00+08:00')
  await cloud.emulator.reset({ demo: false })
  cloud.emulator.clock.set(now)
  for (const [collection, documents] of Object.entries(demoDistrict(now)))
    await cloud.emulator.engine.seed(collection, documents)
})
afterAll(() => cloud.close())

const [TOMORROW, WEEK] = ['2026-11-23', '2026-12-14'] as const
const own = { kitchenId: 'k-yinghu', slot: 'lunch' }
const cooks = (openid: string, name: string, input: object) =>
  cloud.as(openid).call(`meals.${name}`, { ...own, ...input })
const sets = async (stationId: string) => {
  const wish = { stationId, date: TOMORROW }
  const [lunch] = accepted<{ sets: { id: string }[] }[]>(await cloud.as(null).call('meals.sittings', wish))
  return lunch?.sets.map(({ id }) => id) ?? []
}
const book = (stationId: string, setId: string) => {
  const sittingId = `${stationId}_${TOMORROW}_lunch`
  return cloud
    .as('o-li-min')
    .call('meals.book', { sittingId, elderId: 'e-wang-xiuying', mode: 'dineIn', setId })
}

describe('a station of the demo with a kitchen of its own', () => {
  it('has its menus written by its manager alone', async () => {
    const kitchens = await cloud.as('o-fan-xia').call('meals.kitchens', {})
    expect(accepted(kitchens)).toEqual([{ id: 'k-yinghu', name: '映湖驿站小厨房', stationId: 'st-yinghu' }])
    for (const openid of ['o-tao-rong', 'o-lin-fang', 'o-he-wei'])
      expect(codeOf(await cooks(openid, 'menu', { week: WEEK }))).toBe('FORBIDDEN')
    expect(codeOf(await cooks('o-fan-xia', 'menu', { week: WEEK, kitchenId: 'k-yinling' }))).toBe('FORBIDDEN')
    accepted(await cooks('o-fan-xia', 'copyMenu', { week: WEEK, from: addDays(WEEK, -7), rev: 0 }))
    accepted(await cooks('o-fan-xia', 'publishMenu', { week: WEEK, rev: 1 }))
  })

  it('sells out there alone what its manager says is gone', async () => {
    const [setId = ''] = await sets('st-yinghu')
    expect(await sets('st-changjiang')).toContain(setId)
    accepted(await cooks('o-fan-xia', 'setSoldOut', { date: TOMORROW, setId, isSoldOut: true }))
    expect(codeOf(await book('st-yinghu', setId))).toBe('SET_NOT_OFFERED')
    accepted(await book('st-changjiang', setId))
  })
})
