import fc from 'fast-check'
import { createClock } from '../../../emulator/clock'
import { createEngine } from '../../../emulator/engine/engine'
import type { IndexSpec } from '../../../emulator/parts'
import { memoryStore } from '../../../emulator/store/memory'

const indexes: IndexSpec[] = [
  {
    name: 'place_day',
    keys: [
      ['place', 1],
      ['day', -1],
    ],
  },
  { name: 'tags', keys: [['tags', 1]] },
  { name: 'inner', keys: [['rows.k', 1]] },
]

const small = fc.constantFrom<unknown>(0, 1, '0', '1', true, null, new Date(0), new Date(1))
const thing = fc.record(
  {
    place: small,
    day: small,
    tags: fc.array(small, { maxLength: 2 }),
    rows: fc.array(fc.record({ k: small }, { requiredKeys: [] }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const condition = fc.oneof(
  small,
  small.map(($eq) => ({ $eq })),
  fc.array(small, { maxLength: 3 }).map(($in) => ({ $in })),
  small.map(($ne) => ({ $ne })),
)
const fields = fc.dictionary(fc.constantFrom('place', 'day', 'tags', 'rows.k', '_id'), condition, {
  maxKeys: 3,
})
const query = fc.oneof(
  fields,
  fc.array(fields, { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })),
)

const text = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, plain) {
    const raw = this[key]
    return raw instanceof Date ? { $date: { $numberLong: String(raw.getTime()) } } : plain
  })

describe('an index', () => {
  it('finds what a scan finds, also inside a transaction that has changed things', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(thing, { maxLength: 8 }),
        fc.array(thing, { maxLength: 3 }),
        fc.array(query, { minLength: 1, maxLength: 5 }),
        async (things, changes, queries) => {
          const clock = createClock()
          const engine = await createEngine({
            store: memoryStore(),
            clock,
            collections: { indexed: { indexes }, scanned: { indexes: [] } },
          })
          const names = ['indexed', 'scanned'] as const
          const open = { indexed: engine.begin(), scanned: engine.begin() }

          for (const collection of names) {
            await engine.insert(
              { collection },
              things.map((one, n) => text({ _id: n, ...one })),
            )
            const inside = { collection, transactionId: open[collection] }
            for (const [n, change] of changes.entries()) {
              await engine.modify(inside, { query: text({ _id: n * 2 }), data: text(change), upsert: true })
            }
            await engine.remove(inside, text({ _id: 1 }), false)
            if (things.length > 5)
              await engine.modify({ collection }, { query: text({ _id: 5 }), data: '{"place":1}' })
          }

          for (const query of queries.map(text)) {
            const found = async (collection: (typeof names)[number], transactionId?: string) =>
              (await engine.find({ collection, transactionId }, { query })).sort()
            expect(await found('indexed')).toEqual(await found('scanned'))
            expect(await found('indexed', open.indexed)).toEqual(await found('scanned', open.scanned))
          }
          await engine.reset()
        },
      ),
      { seed: 20261121, numRuns: 300 },
    )
  })
})
