import { heldBy } from '../../../cloudfunctions/_domain/meals/claims/claiming'
import { isSameAs, minus, plus } from '../../../cloudfunctions/_domain/meals/claims/pools'
import { isLive } from '../../../cloudfunctions/_domain/meals/orders'
import type { Fault } from '../../../emulator/parts'
import { anElder, aRelative, aSitting, extremelyPoor, LUNCH, NOW } from '../../domain/builders'
import { aCloud, codeOf, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ variables: { LOOK_FOR: '0' } }) // nobody finishes what was broken off: nobody waits for it
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const FAMILIES = [0, 1, 2]
const elders = FAMILIES.map((nth) => anElder({ id: `e-${nth}`, categories: extremelyPoor }))
const accounts = elders.map((elder, nth) => aRelative(`o-${nth}`, elder))
/** One seat and one portion. */
const scene = aNeighbourhood({ elders, accounts, sittings: [aSitting({ seats: 1, portions: 1 })] })

const orderId = `${LUNCH}_e-0`
const call = (nth: number, name: `meals.${string}`, input: object) => cloud.as(`o-${nth}`).call(name, input)
const book = async (nth: number, mode = 'dineIn') =>
  codeOf(await call(nth, 'meals.book', { sittingId: LUNCH, elderId: `e-${nth}`, mode, setId: 'fish' }))

/** Each way of the first family's to take what there is, or to give it back. */
const acts: Record<string, { isBooked: boolean; act(): Promise<unknown> }> = {
  'a booking': { isBooked: false, act: () => book(0) },
  'a cancellation': { isBooked: true, act: () => call(0, 'meals.cancel', { orderId, reason: '不舒服' }) },
  'a change': { isBooked: true, act: () => call(0, 'meals.switchMode', { orderId, mode: 'delivery' }) },
}

/** How a call goes wrong at its nth step. */
const ways: Record<string, (nth: number) => Fault[]> = {
  'is killed before it': (nth) => [{ kind: 'http500', nth, times: 1_000 }],
  'is killed after it': (nth) => [
    { kind: 'http500', nth, when: 'after' },
    { kind: 'http500', nth: nth + 1, times: 1_000 },
  ],
  'hears no answer of it': (nth) => [{ kind: 'http500', nth, when: 'after' }],
  'hears no answer of it, nor of the next two': (nth) => [
    { kind: 'http500', nth, when: 'after' },
    { kind: 'http500', nth: nth + 1, times: 2 },
  ],
  'meets somebody else there': (nth) => [{ kind: 'conflict', nth }],
}

const live = async () => (await cloud.stored('mealOrders')).filter(isLive)

/** What is left is what can be held without what is claimed, and no more is sold than there is. */
async function expectSound(about: object): Promise<void> {
  const sitting = await cloud.one('sittings', LUNCH)
  if (!sitting) throw new Error('there is no sitting')
  const held = Object.values(sitting.claims).map(heldBy).reduce(plus, {})
  const { seats = 0, portions = 0 } = sitting.left
  const modes = (await live()).map(({ mode }) => (mode === 'dineIn' ? 'seat' : 'portion'))
  expect({
    ...{ about, isCounted: isSameAs(sitting.left, minus(sitting.capacity, held)) },
    ...{ isLeft: seats >= 0 && portions >= 0, isOnce: new Set(modes).size === modes.length },
  }).toEqual({ about, isCounted: true, isLeft: true, isOnce: true })
}

const begin = async (isBooked: boolean) => {
  await cloud.restock(scene)
  if (isBooked) expect(await book(0)).toBe('accepted')
}

/** How many calls of the database it makes when nothing goes wrong. */
async function stepsOf({ isBooked, act }: (typeof acts)[string]): Promise<number> {
  await begin(isBooked)
  cloud.emulator.gateway.counts.reset()
  await act()
  const counts = Object.entries(cloud.emulator.gateway.counts.all())
  return counts.filter(([name]) => name.startsWith('database.')).reduce((sum, [, n]) => sum + n, 0)
}

describe.each(Object.entries(acts))('%s', (_name, one) => {
  it.each(Object.entries(ways))(
    'that %s sells nothing twice, and all is whole after two minutes',
    async (_way, faults) => {
      const steps = await stepsOf(one)
      expect(steps).toBeGreaterThan(8)
      for (let nth = 1; nth <= steps; nth++) {
        await begin(one.isBooked)
        cloud.emulator.gateway.faults.set(faults(nth))
        await one.act()
        cloud.emulator.gateway.faults.set([])
        await expectSound({ nth })
        const soon = await book(1)
        await expectSound({ nth, soon })

        cloud.emulator.clock.set(new Date(NOW.getTime() + 200_000))
        const mode = (await live()).map((order) => order.mode)
        const late = [await book(1), await book(2, 'takeAway')]
        const wanted = [mode.includes('dineIn'), mode.includes('delivery')]
        expect({ nth, soon, late }).toEqual({
          ...{ nth, soon },
          late: [
            wanted[0] && soon !== 'accepted' ? 'SITTING_FULL' : 'accepted',
            wanted[1] ? 'SITTING_FULL' : 'accepted',
          ],
        })
        await expectSound({ nth, late })
        expectIntegrity(cloud)
      }
    },
  )
})

describe('a meal whose change was killed anywhere', () => {
  it('gives back all that it held, once it is cancelled', async () => {
    const [change, kill] = [acts['a change'], ways['is killed after it']]
    if (!change || !kill) throw new Error('there is no such act')
    const steps = await stepsOf(change)
    for (let nth = 1; nth <= steps; nth++) {
      await begin(true)
      cloud.emulator.gateway.faults.set(kill(nth))
      await change.act()
      cloud.emulator.gateway.faults.set([])
      cloud.emulator.clock.set(new Date(NOW.getTime() + 31_000)) // no transaction of it is under way any more
      await call(0, 'meals.cancel', { orderId, reason: '不舒服' })
      await expectSound({ nth })
      expect({ nth, came: [await book(1), await book(2, 'takeAway')] }).toEqual({
        ...{ nth, came: ['accepted', 'accepted'] },
      })
      expectIntegrity(cloud)
    }
  })
})
