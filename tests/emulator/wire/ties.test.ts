import { aCloud, type TestCloud } from '../sdk-cloud'

const IDS = Array.from({ length: 12 }, (_, nth) => `thing-${String(nth).padStart(2, '0')}`)

let cloud: TestCloud
afterEach(() => cloud.close())

async function aMixed(ties?: number) {
  cloud = await aCloud({
    ties,
    collections: { things: { indexes: [{ name: 'at', keys: [['at', '2dsphere']] }] } },
  })
  const at = cloud.db.Geo.Point(120, 31)
  await things().add({ data: IDS.map((_id, nth) => ({ _id, half: nth < 6 ? 1 : 2, at })) })
}
const things = () => cloud.db.collection('things')
const idsOf = (rows: { _id: string }[]) => rows.map(({ _id }) => _id)
const got = async () => idsOf((await things().get()).data)

/** What each number makes of a list. */
async function orders(read: () => Promise<string[]>): Promise<string[][]> {
  const seen: string[][] = []
  for (const ties of [1, 2, 3]) {
    await aMixed(ties)
    seen.push(await read())
    if (ties < 3) await cloud.close()
  }
  return seen
}

describe('documents that no order tells apart', () => {
  it('come as they were created where no number is given', async () => {
    await aMixed()
    expect(await got()).toEqual(IDS)
  })

  it('come in the same order again with the same number, and complete', async () => {
    await aMixed(7)
    const once = await got()
    expect(await got()).toEqual(once)
    expect([...once].sort()).toEqual(IDS)
  })

  it.each<[string, () => Promise<string[]>]>([
    ['without order', got],
    ['in the groups of an order', async () => idsOf((await things().orderBy('half', 'asc').get()).data)],
    [
      'where they are equally near',
      async () => {
        const geometry = cloud.db.Geo.Point(120, 31.1)
        return idsOf(
          (
            await things()
              .where({ at: cloud._.geoNear({ geometry }) })
              .get()
          ).data,
        )
      },
    ],
    ['in a pipeline', async () => idsOf((await things().aggregate().sort({ half: 1 }).limit(12).end()).list)],
  ])('come in another order with another number: %s', async (_where, read) => {
    const [one, two, three] = await orders(read)
    expect(new Set([one, two, three, IDS].map(String)).size).toBe(4)
  })

  it('keep to the order that is asked for', async () => {
    await aMixed(7)
    expect(idsOf((await things().orderBy('_id', 'desc').get()).data)).toEqual([...IDS].reverse())
    const halves = (await things().orderBy('half', 'desc').get()).data.map(
      ({ half }: { half: number }) => half,
    )
    expect(halves).toEqual([...halves].sort().reverse())
  })

  it('are changed and removed one of many by the same chance', async () => {
    const [one, two, three] = await orders(async () => {
      await things()
        .where({ half: 1 })
        .update({ data: { half: 3 }, multi: false })
      return idsOf((await things().where({ half: 3 }).get()).data)
    })
    expect(new Set([one, two, three].map(String)).size).toBeGreaterThan(1)
  })
})
