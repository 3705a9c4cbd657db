import { straightMetres } from '../../../cloudfunctions/_domain/stations/walking'
import type { NearbyStation, Station } from '../../../types/stations'
import type { Place } from '../../../types/values'
import { aStation } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import { seededRandom } from '../seeded-gate'

const here = { lng: 120.6, lat: 31.3 }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const nearby = async (input: object) =>
  accepted<NearbyStation[]>(await cloud.as(null).call('stations.nearby', input))

/** What the database answers to the query that the action makes. */
async function nearestStored({ lng, lat }: Place, limit: number): Promise<string[]> {
  const near = { $nearSphere: { $geometry: { type: 'Point', coordinates: [lng, lat] } } }
  const query = JSON.stringify({ location: near })
  const found = await cloud.emulator.engine.find({ collection: 'stations' }, { query, limit })
  return found.map((text) => JSON.parse(text)._id)
}

describe('stations.nearby', () => {
  it('says how long the walk is and whether it is open, without a login', async () => {
    const [first] = await nearby(here)
    expect(first).toMatchObject({ id: 'st-one', metres: 198, walkMinutes: 4 })
    expect(first?.opening).toMatchObject({ openNow: true, closesAt: '2026-11-21T09:00:00.000Z' })
  })

  it('keeps to a service when asked', async () => {
    await cloud.restock({ stations: [aStation(), aStation({ id: 'st-legal', services: ['legalAid'] })] })
    expect((await nearby({ ...here, service: 'legalAid' })).map((station) => station.id)).toEqual([
      'st-legal',
    ])
  })

  it('finds the ten nearest of 400 exactly as a scan of all would, from 1,000 places, 50 of them through the action', async () => {
    const next = seededRandom(20261121)
    const somewhere = () => ({ lng: 120.5 + next() * 0.2, lat: 31.2 + next() * 0.2 })
    const stations = Array.from({ length: 400 }, (_, i) => aStation({ id: `st-${i}`, place: somewhere() }))
    await cloud.restock({ stations })
    for (let round = 0; round < 1000; round++) {
      const from = somewhere()
      const expected = stations
        .map(({ id, place }) => ({ id, metres: straightMetres(from, place) }))
        .sort((a, b) => a.metres - b.metres)
        .slice(0, 10)
        .map(({ id }) => id)
      expect(await nearestStored(from, 10)).toEqual(expected)
      if (round < 50) expect((await nearby(from)).map(({ id }) => id)).toEqual(expected)
    }
  })

  it.each([
    ['no place', {}],
    ['a place off the globe', { lng: 500, lat: 31 }],
    ['more than a page', { ...here, limit: 1000 }],
    ['an unknown service', { ...here, service: 'casino' }],
  ])('refuses %s', async (_case, input) => {
    expect(codeOf(await cloud.as(null).call('stations.nearby', input))).toBe('BAD_INPUT')
  })
})

describe('stations.show', () => {
  it('shows the week to anybody', async () => {
    const station = accepted<Station>(await cloud.as(null).call('stations.show', { stationId: 'st-one' }))
    expect(station.week).toHaveLength(7)
    expect(station).toMatchObject({ name: '一号驿站', contactName: '张静' })
    expect(station).not.toHaveProperty('district')
  })

  it('says so when there is none', async () => {
    expect(codeOf(await cloud.as(null).call('stations.show', { stationId: 'st-none' }))).toBe('NOT_FOUND')
  })
})
