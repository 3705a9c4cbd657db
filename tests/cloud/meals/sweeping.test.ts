import type { SittingRecord } from '../../../cloudfunctions/_domain/meals/records'
import { aSitting, LUNCH, NOW, TOMORROW } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aClaim } from '../claimed'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const minutesFrom = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000)

/** A lunch of which a call that has ended left two seats claimed: one long ago, one a moment ago. */
const left = (own: Partial<SittingRecord> = {}): SittingRecord => {
  const sitting = aSitting({ seats: 20, seatsLeft: 18 })
  const claims = {
    'e-wang': aClaim({ since: minutesFrom(NOW.toISOString(), -5).toISOString() }),
    'e-chen': aClaim({ since: own.cutoffAt ?? NOW.toISOString() }),
  }
  return { ...sitting, claims, ...own }
}
const lunch = async () => {
  const sitting = await cloud.one('sittings', LUNCH)
  return { seats: sitting?.left.seats, held: Object.keys(sitting?.claims ?? {}) }
}
const asked = (own: object = {}) =>
  cloud.as('o-clerk').call('meals.queue', { stationId: 'st-one', date: TOMORROW, ...own })
const tickAt = (instant: Date) => {
  cloud.emulator.clock.set(instant)
  return cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
}
const untouched = { seats: 18, held: ['e-wang', 'e-chen'] }

describe('what is claimed for nobody any more', () => {
  it('is given back where the station looks at its list, but what may still be under way is not', async () => {
    await cloud.restock(aNeighbourhood({ sittings: [left()] }))
    accepted(await asked())
    expect(await lunch()).toEqual({ seats: 19, held: ['e-chen'] })
    expectIntegrity(cloud)
  })

  it('is looked for once a minute, and not with every page', async () => {
    const checkedAt = minutesFrom(NOW.toISOString(), -0.5).toISOString()
    await cloud.restock(aNeighbourhood({ sittings: [left({ checkedAt })] }))
    accepted(await asked())
    expect(await lunch()).toEqual(untouched)
    await cloud.restock(aNeighbourhood({ sittings: [left()] }))
    accepted(await asked({ after: `${LUNCH}_e-a` }))
    expect(await lunch()).toEqual(untouched)
  })

  it('hides nothing from the list where no answer comes', async () => {
    await cloud.restock(aNeighbourhood({ sittings: [left()] }))
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'database.modifyDocument' }])
    expect(accepted(await asked())).toEqual([])
    cloud.emulator.gateway.faults.set([])
    expect(await lunch()).toEqual(untouched)
  })

  const { cutoffAt } = aSitting()
  it.each([
    ['shortly before the cut-off', -10, true],
    ['shortly after it', 10, true],
    ['long before it', -60, false],
    ['long after it', 60, false],
  ])('is given back by the clock %s: %i minutes', async (_when, minutes, isGivenBack) => {
    await cloud.restock(aNeighbourhood({ sittings: [left({ cutoffAt })] }))
    await tickAt(minutesFrom(cutoffAt, minutes))
    expect((await lunch()).seats).toBe(isGivenBack ? (minutes > 0 ? 20 : 19) : 18)
  })
})
