import { isLive } from '../../../cloudfunctions/_domain/meals/orders'
import type { Fault } from '../../../emulator/parts'
import { NOW } from '../../domain/builders'
import { aCloud, codeOf, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { bookAt, lunchAt, openTables, wrong } from './three-tables'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ variables: { LOOK_FOR: '0' } })
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

/** One of two portions is left, and that at another table than where the family is. */
const stock = openTables(2, { 'st-one': { has: 0 }, 'st-two': { has: 1 }, 'st-three': { has: 1, sold: 1 } })

/** Each way of the first family's to fetch it. */
const acts: Record<string, { setId?: string; act(): Promise<string> }> = {
  'a booking': { act: () => bookAt(cloud, 0, 'st-one') },
  'a change': {
    setId: 'greens-set',
    act: async () =>
      codeOf(
        await cloud.as('o-0').call('meals.changeSet', {
          ...{ orderId: `${lunchAt('st-one')}_e-0`, setId: 'fish-set' },
        }),
      ),
  },
}

/** How a call goes wrong at its nth step. */
const ways: Record<string, (nth: number) => Fault[]> = {
  'is killed after it': (nth) => [
    { kind: 'http500', nth, when: 'after' },
    { kind: 'http500', nth: nth + 1, times: 1_000 },
  ],
  'hears no answer of it': (nth) => [{ kind: 'http500', nth, when: 'after' }],
}

const begin = async (setId?: string) => {
  await cloud.restock(stock)
  if (setId !== undefined) expect(await bookAt(cloud, 0, 'st-one', setId)).toBe('accepted')
}

/** How many calls of the database it makes when nothing goes wrong. */
async function stepsOf({ setId, act }: (typeof acts)[string]): Promise<number> {
  await begin(setId)
  cloud.emulator.gateway.counts.reset()
  expect(await act()).toBe('accepted')
  const counts = Object.entries(cloud.emulator.gateway.counts.all())
  return counts.filter(([name]) => name.startsWith('database.')).reduce((sum, [, n]) => sum + n, 0)
}

const fishOrders = async () =>
  (await cloud.stored('mealOrders')).filter((order) => isLive(order) && order.setId === 'fish-set')

describe.each(Object.entries(acts))('%s that fetches a portion', (_name, one) => {
  it.each(Object.entries(ways))(
    'and %s sells nothing twice, and all is whole after two minutes',
    async (_way, faults) => {
      const steps = await stepsOf(one)
      expect(steps).toBeGreaterThan(12)
      for (let nth = 1; nth <= steps; nth++) {
        await begin(one.setId)
        cloud.emulator.gateway.faults.set(faults(nth))
        await one.act()
        cloud.emulator.gateway.faults.set([])
        expect({ nth, wrong: await wrong(cloud) }).toEqual({ nth, wrong: [] })
        const soon = await bookAt(cloud, 1, 'st-three')
        expect({ nth, soon, wrong: await wrong(cloud) }).toEqual({ nth, soon, wrong: [] })

        cloud.emulator.clock.set(new Date(NOW.getTime() + 200_000))
        const isSold = (await fishOrders()).length > 0
        const late = await bookAt(cloud, 2, 'st-two')
        expect({ nth, soon, late }).toEqual({ nth, soon, late: isSold ? 'SET_NOT_OFFERED' : 'accepted' })
        expect({ nth, wrong: await wrong(cloud), sold: await fishOrders() }).toMatchObject({
          ...{ nth, wrong: [], sold: [{}] },
        })
        expectIntegrity(cloud)
      }
    },
  )
})
