import { aKitchen, aSitting, aStation, TOMORROW } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import { writing } from '../plan-wish'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(() => cloud.close())

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: TOMORROW, isAligned: false }
const ids = ['st-one', 'st-two']
/** As many as are asked for: what one table has is no other's. */
const dishes = aMenu('2026-11-16').dishes.map((dish) => ({ ...dish, limit: null }))
const behind: Stock = {
  stations: ids.map((id) => aStation({ id, kitchenId: 'k-one' })),
  kitchens: [aKitchen({ fed: ids })],
  plans: ids.map((stationId) => aPlan({ ...everyDay, stationId })),
  menus: [aMenu('2026-11-16', { dishes })],
  sittings: ids.map((stationId) => aSitting({ id: `${stationId}_2026-11-22_lunch`, stationId })),
}
const tick = () => cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
const seats = async () => (await cloud.stored('sittings')).map(({ capacity }) => capacity.seats)

describe('plans that sittings do not follow yet', () => {
  it('are followed when the clock comes', async () => {
    await cloud.restock(aNeighbourhood(behind))
    await tick()
    expect(await seats()).toEqual([12, 12])
    expect((await cloud.stored('plans')).map(({ isAligned }) => isAligned)).toEqual([true, true])
  })

  it('do not wait for one that cannot be followed now', async () => {
    await cloud.restock(aNeighbourhood(behind))
    let seen = ''
    cloud.emulator.gateway.setGate(async ({ collection }) => {
      if (seen === 'plans' && collection === 'sittings') {
        seen = 'both'
        cloud.emulator.gateway.faults.set([{ kind: 'http500' }])
      }
      if (seen === '' && collection === 'plans') seen = 'plans'
    })
    await tick()
    cloud.emulator.gateway.setGate(undefined)
    expect((await seats()).sort()).toEqual([12, 20])
    await tick()
    expect(await seats()).toEqual([12, 12])
  })

  it('are followed no more where they were written again meanwhile: whoever did so lets them be', async () => {
    await cloud.restock(aNeighbourhood({ ...behind, plans: behind.plans?.slice(0, 1) }))
    let isDone = false
    cloud.emulator.gateway.setGate(async ({ collection, action }) => {
      if (action !== 'database.modifyDocument') return
      if (isDone && collection === 'sittings') cloud.emulator.gateway.faults.set([{ kind: 'http500' }])
      if (isDone || collection !== 'plans') return
      isDone = true
      const input = { stationId: 'st-one', change: writing({ ...everyDay, portions: 1 }), seen: 1 }
      expect(codeOf(await cloud.as('o-manager').call('meals.changePlan', input))).toBe('BUSY')
    })
    await tick()
    cloud.emulator.gateway.setGate(undefined)
    expect(isDone).toBe(true)
    expect(await cloud.stored('plans')).toMatchObject([{ rev: 2, isAligned: false }])
    await tick()
    expect(await cloud.stored('plans')).toMatchObject([{ rev: 2, isAligned: true }])
  })
})
