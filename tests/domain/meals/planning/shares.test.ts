import type { Sharing } from '../../../../cloudfunctions/_domain/meals/planning/shares'
import { areTooMany, dishesShared, unsold } from '../../../../cloudfunctions/_domain/meals/planning/shares'
import { NOW } from '../../builders'

/** A table that may sell so many of a dish, and has sold so many. */
const at = (stationId: string, capacity: number, sold: number, own: Partial<Sharing> = {}): Sharing => ({
  ...{ stationId, state: 'open', capacity: { 'd-fish': capacity }, left: { 'd-fish': capacity - sold } },
  ...own,
})
const shareOf = (stationId: string, fed: string[], sharing: Sharing[], limit = 30) =>
  dishesShared({ fish: limit }, { stationId }, { fed, sharing, now: NOW })['d-fish']

/** What all tables have once each was looked at so often, in this order: each is opened or changed with what is there by then. */
function settled(fed: string[], sharing: Sharing[], { limit = 30, rounds = 2 } = {}): Record<string, number> {
  let now = sharing
  for (let round = 0; round < rounds; round++)
    for (const stationId of fed) {
      const sold = soldAt(now.find((one) => one.stationId === stationId))
      const capacity = shareOf(stationId, fed, now, limit) ?? 0
      now = [...now.filter((one) => one.stationId !== stationId), at(stationId, capacity, sold)]
    }
  return Object.fromEntries(now.map(({ stationId, capacity }) => [stationId, capacity['d-fish'] ?? 0]).sort())
}
const soldAt = (one: Sharing | undefined) => (one?.capacity['d-fish'] ?? 0) - (one?.left['d-fish'] ?? 0)

describe('dishesShared', () => {
  it('gives every table its share where nothing is sold', () => {
    expect(settled(['a', 'b', 'c'], [])).toEqual({ a: 10, b: 10, c: 10 })
    expect(settled(['a', 'b', 'c'], [], { limit: 2 })).toEqual({ a: 1, b: 1, c: 0 })
  })

  it('gives a table that has come what no other may sell, and its share once these have less', () => {
    const two = [at('a', 15, 3), at('b', 15, 3)]
    expect(shareOf('c', ['a', 'b', 'c'], two)).toBe(0)
    expect(settled(['a', 'b', 'c'], two)).toEqual({ a: 10, b: 10, c: 10 })
  })

  it('leaves a table what it has sold beyond its share, and the others the rest', () => {
    const two = [at('a', 15, 14), at('b', 15, 3)]
    expect(settled(['a', 'b', 'c'], two)).toEqual({ a: 14, b: 8, c: 8 })
    const most = [at('a', 15, 15), at('b', 15, 9)]
    expect(settled(['a', 'b', 'c'], most)).toEqual({ a: 15, b: 9, c: 6 })
    expect(settled(['a', 'b', 'c'], [at('a', 15, 15), at('b', 15, 15)])).toEqual({ a: 15, b: 15, c: 0 })
  })

  it('gives no table more than its share of what is sold beyond what there is by now', () => {
    const two = [at('a', 15, 14), at('b', 15, 9)]
    expect(settled(['a', 'b'], two, { limit: 20 })).toEqual({ a: 10, b: 9 })
  })

  it('shares with fewer once a table has left, less what it has sold', () => {
    const three = [at('a', 10, 3), at('b', 10, 3), at('c', 10, 4)]
    expect(shareOf('a', ['a', 'b'], three)).toBe(10)
    const closed = three.map((one) => (one.stationId === 'c' ? { ...one, state: 'closed' as const } : one))
    expect(settled(['a', 'b'], closed)).toEqual({ a: 13, b: 13, c: 10 })
    expect(settled(['a', 'b'], three.slice(0, 2))).toEqual({ a: 15, b: 15 })
  })

  it('counts what is ordered beside the claims as sold', () => {
    const beside = { 'd-fish': 4 }
    const own = { stationId: 'a', beside }
    expect(dishesShared({ fish: 5 }, own, { fed: ['a'], sharing: [], now: NOW })).toEqual({ 'd-fish': 1 })
    expect(shareOf('b', ['a', 'b'], [at('a', -1, 0, { beside })], 5)).toBe(1)
  })

  it('gives nobody a portion on its way, for two minutes', () => {
    const since = (ago: number) => new Date(NOW.getTime() - ago * 1000).toISOString()
    const marked = (ago: number) => [
      at('a', 9, 0, {
        onTheWay: { mark: { pool: 'd-fish', to: 'b', attempt: 'one', since: since(ago) } },
      }),
      at('b', 10, 10),
      at('c', 10, 0),
    ]
    const fed = ['a', 'b', 'c']
    expect(shareOf('a', fed, marked(120))).toBe(9)
    expect(shareOf('a', fed, marked(121))).toBe(10)
    const left = [120, 121].map((ago) => unsold(30, 'd-fish', marked(ago), NOW))
    expect(left).toEqual([19, 20])
    expect([29, 30].map((limit) => areTooMany(limit, 'd-fish', marked(1), NOW))).toEqual([true, false])
  })

  it('never gives more than there are, whoever comes, leaves, sells and is looked at in whatever order', () => {
    let seed = 7
    const below = (n: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % n
    }
    for (let run = 0; run < 400; run++) {
      const limit = below(25)
      let fed = ['a', 'b']
      const tables = new Map<string, Sharing>()
      for (let step = 0; step < 40; step++) {
        const id = ['a', 'b', 'c', 'd'][below(4)] ?? 'a'
        const table = tables.get(id)
        const act = below(4)
        if (act === 0)
          fed =
            fed.includes(id) && fed.length > 1 ? fed.filter((one) => one !== id) : [...new Set([...fed, id])]
        const left = table?.left['d-fish'] ?? 0
        const capacity = table?.capacity['d-fish'] ?? 0
        if (act === 1 && table && left > 0) tables.set(id, at(id, capacity, soldAt(table) + 1))
        if (act === 2 && table && soldAt(table) > 0) tables.set(id, at(id, capacity, soldAt(table) - 1))
        if (act === 3 && fed.includes(id))
          tables.set(id, at(id, shareOf(id, fed, [...tables.values()], limit) ?? 0, soldAt(table)))
        if (act === 3 && !fed.includes(id) && soldAt(table) === 0) tables.delete(id) // it follows another kitchen
        const sellable = [...tables.values()].reduce(
          (sum, one) => sum + Math.max(soldAt(one), one.capacity['d-fish'] ?? 0),
          0,
        )
        expect({ run, step, isWithin: sellable <= limit }).toEqual({ run, step, isWithin: true })
      }
    }
  })
})
