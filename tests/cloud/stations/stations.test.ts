import { straightMetres } from '../../../cloudfunctions/_domain/stations/walking'
import type { District, FoundStation, NearbyStation, Station } from '../../../types/stations'
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

  it('tells the next closure that begins within four weeks', async () => {
    const closures = [
      { from: '2026-12-20', to: '2026-12-21', reason: '太远' },
      { from: '2026-12-19', to: '2026-12-20', reason: '消毒' },
      { from: '2026-11-20', to: '2026-11-21', reason: '装修' },
    ]
    await cloud.restock({ stations: [aStation({ closures })] })
    const [first] = await nearby(here)
    expect(first?.nextClosure).toEqual(closures[1])
    expect(first?.opening.closure).toEqual({ until: '2026-11-21', reason: '装修' })
    const page = accepted<{ stations: FoundStation[] }>(await cloud.as(null).call('stations.find', {}))
    expect(page.stations[0]?.nextClosure).toEqual(closures[1])
  })

  it('keeps to a service when asked', async () => {
    await cloud.restock({ stations: [aStation(), aStation({ id: 'st-legal', services: ['legalAid'] })] })
    expect((await nearby({ ...here, service: 'legalAid' })).map((station) => station.id)).toEqual([
      'st-legal',
    ])
  })

  it('keeps to some kinds when asked, however many of others are nearer, and on the next page too', async () => {
    const spots = Array.from({ length: 30 }, (_, nth) => ({ lng: 120.6 + nth / 1000, lat: 31.3 }))
    const points = spots.map((place, nth) =>
      aStation({ id: `st-point-${nth}`, kind: 'neighbourhoodPoint', place }),
    )
    const far = [0.7, 0.8].map((lng) =>
      aStation({ id: `st-${lng}`, kind: 'station', place: { lng: 120 + lng, lat: 31.3 } }),
    )
    await cloud.restock({ stations: [...points, ...far] })
    const kinds = ['careCenter', 'station']
    const ids = async (more: object) =>
      (await nearby({ lng: 120.6, lat: 31.3, kinds, ...more })).map(({ id }) => id)
    expect(await ids({})).toEqual(['st-0.7', 'st-0.8'])
    expect(await ids({ limit: 1, after: 'st-0.7' })).toEqual(['st-0.8'])
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
    ['an unknown kind', { ...here, kinds: ['casino'] }],
    ['an unknown service', { ...here, service: 'casino' }],
  ])('refuses %s', async (_case, input) => {
    expect(codeOf(await cloud.as(null).call('stations.nearby', input))).toBe('BAD_INPUT')
  })
})

describe('the next page of stations.nearby', () => {
  it('goes on after the last one, and leaves out none of those at one place', async () => {
    const spots = [0.6, 0.6, 0.6, 0.61, 0.61, 0.61, 0.61, 0.62]
    const stations = spots.map((lng, nth) =>
      aStation({ id: `st-${nth}`, place: { lng: 120 + lng, lat: 31.3 } }),
    )
    await cloud.restock({ stations })
    const all: string[] = []
    for (;;) {
      const after = all.at(-1)
      const page = await nearby({ ...here, limit: 2, ...(after && { after }) })
      all.push(...page.map(({ id }) => id))
      if (page.length < 2) break
    }
    expect(all).toEqual(stations.map(({ id }) => id))
  })

  it.each([10, 20])('reaches each of sixty at one spot and what lies beyond, %d at a time', async (limit) => {
    const spot = Array.from({ length: 60 }, (_, nth) =>
      aStation({ id: `st-spot-${nth + 10}`, place: { lng: 120.61, lat: 31.3 } }),
    )
    const [nearer, beyond] = [0.605, 0.62].map((lng) =>
      aStation({ id: `st-${lng}`, place: { lng: 120 + lng, lat: 31.3 } }),
    )
    if (!nearer || !beyond) throw new Error('no stations')
    await cloud.restock({ stations: [...spot].reverse().concat(beyond, nearer) })
    const all: string[] = []
    for (;;) {
      const after = all.at(-1)
      const page = await nearby({ ...here, limit, ...(after && { after }) })
      all.push(...page.map(({ id }) => id))
      if (page.length < limit) break
    }
    expect(all).toEqual([nearer, ...spot, beyond].map(({ id }) => id))
  })

  it('keeps to the service', async () => {
    const stations = ['a', 'b', 'c', 'd'].map((id, nth) =>
      aStation({
        id,
        place: { lng: 120.6 + nth / 100, lat: 31.3 },
        services: nth % 2 ? ['legalAid'] : ['meal'],
      }),
    )
    await cloud.restock({ stations })
    const page = await nearby({ ...here, service: 'legalAid', after: 'b' })
    expect(page.map(({ id }) => id)).toEqual(['d'])
  })

  it('begins after no station that is none', async () => {
    expect(codeOf(await cloud.as(null).call('stations.nearby', { ...here, after: 'st-none' }))).toBe(
      'NOT_FOUND',
    )
  })
})

describe('stations.find', () => {
  interface Page {
    stations: FoundStation[]
    next: string | null
  }
  const found = async (input: object) => accepted<Page>(await cloud.as(null).call('stations.find', input))
  const idsOf = async (input: object) => (await found(input)).stations.map(({ id }) => id)

  beforeEach(() =>
    cloud.restock({
      stations: [
        aStation({ id: 'st-plane', name: '梧桐里驿站', address: '解放路 2 号' }),
        aStation({ id: 'st-point', name: '梧桐里睦邻点', kind: 'neighbourhoodPoint', townId: 't-west' }),
        aStation({
          id: 'st-far',
          name: '高桥驿站',
          address: '梧桐大道 9 号',
          district: 'far',
          townId: 't-far',
        }),
        aStation({ id: 'st-dot', name: '长江路（一）驿站' }),
      ],
    }),
  )

  it('finds by a part of the name or of the address, wherever the caller is, and tells no distance', async () => {
    expect(await idsOf({ text: '梧桐' })).toEqual(['st-point', 'st-plane', 'st-far'])
    const [first] = (await found({ text: '解放路' })).stations
    expect(first).toMatchObject({ id: 'st-plane', name: '梧桐里驿站', opening: { openNow: true } })
    expect(first).not.toHaveProperty('metres')
    expect(first).not.toHaveProperty('operatorId')
  })

  it('finds what people call it, whatever stands between or is left out', async () => {
    expect(await idsOf({ text: '长江路驿站' })).toEqual(['st-dot'])
    expect(await idsOf({ text: '解放路2号' })).toEqual(['st-plane'])
    expect(await idsOf({ text: '驿站长江路' })).toEqual([])
  })

  it('takes what was typed by the letter', async () => {
    expect(await idsOf({ text: '（一）' })).toEqual(['st-dot'])
    expect(await idsOf({ text: '.*' })).toEqual([])
  })

  it('keeps to a district, a town and kinds', async () => {
    expect(await idsOf({ districtId: 'far' })).toEqual(['st-far'])
    expect(await idsOf({ districtId: 'quiet', townId: 't-west' })).toEqual(['st-point'])
    expect(await idsOf({ text: '梧桐里', kinds: ['careCenter', 'station'] })).toEqual(['st-plane'])
  })

  it('tells each of 45 of one name once, a page at a time', async () => {
    const stations = Array.from({ length: 45 }, (_, nth) => aStation({ id: `st-${nth + 10}` }))
    await cloud.restock({ stations })
    const all: string[] = []
    for (let after: string | null = null; ; ) {
      const page: Page = await found({ text: '驿站', ...(after !== null && { after }) })
      all.push(...page.stations.map(({ id }) => id))
      after = page.next
      if (after === null) break
    }
    expect(all).toEqual(stations.map(({ id }) => id))
  })

  it('takes no cursor that was not given', async () => {
    expect(codeOf(await cloud.as(null).call('stations.find', { after: 'bm90aGluZw' }))).toBe('BAD_INPUT')
  })
})

describe('stations.districts', () => {
  it('names every district with its towns once, a page at a time and within 100 KB', async () => {
    const [district] = aNeighbourhood().districts ?? []
    if (!district) throw new Error('no district')
    const towns = Array.from({ length: 40 }, (_, nth) => ({
      id: `town-${nth}-${'x'.repeat(20)}`,
      name: '很长名字的街道办事处'.repeat(2),
    }))
    const districts = Array.from({ length: 26 }, (_, nth) => ({ ...district, id: `d-${nth + 10}`, towns }))
    await cloud.restock({ districts })
    const all: District[] = []
    for (let after: string | null = null; ; ) {
      const reply = await cloud.as(null).call('stations.districts', after === null ? {} : { after })
      expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(100_000)
      const page: { districts: District[]; next: string | null } = accepted(reply)
      all.push(...page.districts)
      after = page.next
      if (after === null) break
    }
    expect(all.map(({ id }) => id)).toEqual(districts.map(({ id }) => id))
    expect(all[0]?.towns).toEqual(towns)
    expect(all[0]).not.toHaveProperty('answersWhenClosed')
  })
})

describe('stations.show', () => {
  it('shows the week to anybody', async () => {
    const station = accepted<Station>(await cloud.as(null).call('stations.show', { stationId: 'st-one' }))
    expect(station.week).toHaveLength(7)
    expect(station).toMatchObject({ name: '一号驿站', contactName: '张静' })
    expect(station).not.toHaveProperty('district')
  })

  it('shows the closures of today and the coming four weeks, the first first', async () => {
    const [today, soon, far] = [
      { from: '2026-11-20', to: '2026-11-21', reason: '装修' },
      { from: '2026-12-19', to: '2026-12-30', reason: '消毒' },
      { from: '2026-12-20', to: '2026-12-21', reason: '太远' },
    ]
    await cloud.restock({
      ...aNeighbourhood(),
      stations: [aStation({ closures: [far, soon, { ...today, to: '2026-11-20' }, today] })],
    })
    const station = accepted<Station>(await cloud.as(null).call('stations.show', { stationId: 'st-one' }))
    expect(station.closures).toEqual([today, soon])
  })

  it('says on a holiday of which it has said nothing that nobody knows, and who can be asked', async () => {
    await cloud.restock(aNeighbourhood(), new Date('2026-10-01T02:00:00.000Z'))
    const station = accepted<Station>(await cloud.as(null).call('stations.show', { stationId: 'st-one' }))
    expect(station).toMatchObject({
      opening: { openNow: false, unsure: { why: 'holiday' } },
      onHolidays: 'unknown',
      otherwise: aNeighbourhood().districts?.[0]?.answersWhenClosed,
    })
  })

  it('says so when there is none', async () => {
    expect(codeOf(await cloud.as(null).call('stations.show', { stationId: 'st-none' }))).toBe('NOT_FOUND')
  })
})
