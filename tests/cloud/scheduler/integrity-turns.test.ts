import { anElder, aVisit, DISTRICT } from '../../domain/builders'
import { aCloud, nightly, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

const MOST_READS = 60

let cloud: TestCloud
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {})
  cloud = await aCloud({ triggers: nightly, variables: { NIGHT_READS: String(MOST_READS) } })
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const counts = () => cloud.emulator.gateway.counts
/** All calls of the database, whatever for. */
const calls = () =>
  Object.entries(counts().all())
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0)
const found = async () =>
  (await cloud.stored('mismatches')).flatMap((night) => night.found.map(({ id }) => id)).sort()

describe('the nightly check of more than one night can judge', () => {
  it('keeps to its calls, judges yesterday each night, and the rest in turn', async () => {
    const elders = Array.from({ length: 900 }, (_, i) =>
      anElder({ id: `e-${10_000 + i}`, code: `${10_000_000 + i}` }),
    )
    const last = anElder({ id: 'e-99999', code: '99999999', consents: { ...wang.consents, service: null } })
    const all = [...elders, last]
    const plain = aNeighbourhood()
    await cloud.restock({
      ...plain,
      elders: [...(plain.elders ?? []), ...all],
      cards: [
        ...(plain.cards ?? []),
        ...all.map(({ id, code }) => ({ id: code, district: DISTRICT, elderId: id })),
      ],
      visits: [aVisit({ id: 'v-late', alarm: null, date: '2026-11-20' })],
    })

    const each: number[] = []
    for (let night = 0; night < 6 && (await found()).length < 2; night++) {
      counts().reset()
      await cloud.emulator.timers.fire('scheduler', 'sweep')
      each.push(calls())
      if (night === 0) expect(await found()).toEqual(['v-late'])
    }
    expect(await found()).toEqual(['e-99999', 'v-late'])
    expect(each.length).toBeGreaterThan(1)
    const others = 60 // of the rest of the night, and of writing down
    expect(Math.max(...each)).toBeLessThanOrEqual(MOST_READS + others)
  })
})
