import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

const MISSING_INDEX = /unable to find index for \$geoNear query/

let cloud: TestCloud
beforeEach(async () => {
  const indexes = [{ name: 'location', keys: [['location', '2dsphere'] as ['location', '2dsphere']] }]
  cloud = await aCloud({ collections: { stations: { indexes }, plain: {} } })
  const { Point } = cloud.db.Geo
  for (const name of ['stations', 'plain']) {
    await cloud.db.collection(name).add({
      data: [
        { _id: 'far', location: Point(121.52, 31.23) },
        { _id: 'near', location: Point(121.471, 31.23), open: true },
        { _id: 'beijing', location: Point(116.4, 39.9) },
        { _id: 'nowhere' },
      ],
    })
  }
})
afterEach(() => cloud.close())

const ids = ({ data, list }: { data?: { _id: string }[]; list?: { _id: string }[] }) =>
  (data ?? list ?? []).map(({ _id }) => _id)
const centre = () => cloud.db.Geo.Point(121.47, 31.23)
const square = () => {
  const { LineString, Point, Polygon } = cloud.db.Geo
  const corners = [
    [121, 31],
    [122, 31],
    [122, 32],
    [121, 32],
    [121, 31],
  ]
  return Polygon([LineString(corners.map(([longitude, latitude]) => Point(longitude, latitude)))])
}

describe('geoNear', () => {
  it('finds what is in range, nearest first', async () => {
    const near = (range: object) => cloud._.geoNear({ geometry: centre(), ...range })
    const stations = cloud.db.collection('stations')

    expect(ids(await stations.where({ location: near({ maxDistance: 10_000 }) }).get())).toEqual([
      'near',
      'far',
    ])
    expect(
      ids(await stations.where({ location: near({ minDistance: 1000, maxDistance: 10_000 }) }).get()),
    ).toEqual(['far'])
    expect(ids(await stations.where({ open: true, location: near({}) }).get())).toEqual(['near'])
  })

  it('says how far, as a stage, to the last bit of the platform', async () => {
    await cloud.db
      .collection('stations')
      .add({ data: { _id: 'hill', location: cloud.db.Geo.Point(113.306789, 23.1564721) } })
    const near = cloud.db.Geo.Point(113.3089506, 23.0968251)
    const stage = { near, spherical: true, distanceField: 'metres', maxDistance: 50_000, includeLocs: 'at' }
    const { list } = await cloud.db.collection('stations').aggregate().geoNear(stage).end()

    expect(list).toHaveLength(1)
    expect(list[0]).toMatchObject({ _id: 'hill', metres: 6643.521654040738, at: list[0].location })
  })

  it('is refused without a 2dsphere index', async () => {
    const plain = cloud.db.collection('plain')
    const stage = { near: centre(), spherical: true, distanceField: 'metres', key: 'location' }

    expect(
      (await refusal(plain.where({ location: cloud._.geoNear({ geometry: centre() }) }).get())).errMsg,
    ).toMatch(MISSING_INDEX)
    expect((await refusal(plain.aggregate().geoNear(stage).end())).errMsg).toMatch(MISSING_INDEX)
  })

  it('takes a collection that was created at run time as indexed', async () => {
    await cloud.db.createCollection('later')
    await cloud.db.collection('later').add({ data: { _id: 'x', at: centre() } })
    expect(
      ids(
        await cloud.db
          .collection('later')
          .where({ at: cloud._.geoNear({ geometry: centre() }) })
          .get(),
      ),
    ).toEqual(['x'])
  })
})

describe('geoWithin', () => {
  it('finds what lies in an area or a circle', async () => {
    const stations = cloud.db.collection('stations')
    const circle = cloud._.geoWithin({ centerSphere: [[121.47, 31.23], 1000 / 6_378_100] })

    expect(ids(await stations.where({ location: cloud._.geoWithin({ geometry: square() }) }).get())).toEqual([
      'far',
      'near',
    ])
    expect(ids(await stations.where({ location: circle }).get())).toEqual(['near'])
  })

  it('is refused without a 2dsphere index', async () => {
    const call = cloud.db
      .collection('plain')
      .where({ location: cloud._.geoWithin({ geometry: square() }) })
      .get()
    expect((await refusal(call)).errMsg).toMatch(MISSING_INDEX)
  })
})

describe('geoIntersects', () => {
  it('finds what a line crosses', async () => {
    const { LineString, Point } = cloud.db.Geo
    const stations = cloud.db.collection('stations')
    await stations.add({ data: { _id: 'district', location: square() } })
    const road = LineString([Point(120, 31.5), Point(123, 31.5)])

    expect(ids(await stations.where({ location: cloud._.geoIntersects({ geometry: road }) }).get())).toEqual([
      'district',
    ])
  })
})

describe('2dsphere index', () => {
  it('takes geometries only', async () => {
    const call = cloud.db
      .collection('stations')
      .add({ data: { location: { type: 'Point', coordinates: [200, 0] } } })
    expect((await refusal(call)).errMsg).toMatch(/Can't extract geo keys/)
  })
})
