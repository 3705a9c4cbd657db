import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'lmdb'
import { createClock } from '../../emulator/clock'
import { createEngine } from '../../emulator/engine/engine'
import type { Store } from '../../emulator/parts'
import { lmdbStore } from '../../emulator/store/lmdb'
import { memoryStore } from '../../emulator/store/memory'

let dir: string
let store: Store
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-'))
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

const kinds: [name: string, make: () => Store][] = [
  ['memoryStore', memoryStore],
  ['lmdbStore', () => lmdbStore(dir)],
]

describe.each(kinds)('%s', (_name, make) => {
  it('keeps the last text of each document and forgets removed ones', async () => {
    store = make()
    await store.createCollection('empty')
    await store.apply([
      { collection: 'meals', id: 's:1', doc: '{"n":1}' },
      { collection: 'meals', id: 's:2', doc: '{"n":2}' },
      { collection: 'visits', id: 's:1', doc: '{"n":3}' },
    ])
    await store.apply([
      { collection: 'meals', id: 's:1', doc: '{"n":4}' },
      { collection: 'meals', id: 's:2', doc: null },
      { collection: 'meals', id: 's:none', doc: null },
    ])

    expect([...store.load()].sort((a, b) => a.collection.localeCompare(b.collection))).toEqual([
      { collection: 'meals', id: 's:1', doc: '{"n":4}' },
      { collection: 'visits', id: 's:1', doc: '{"n":3}' },
    ])
    expect([...store.collections()]).toContain('empty')
  })

  it('forgets everything when cleared', async () => {
    store = make()
    await store.createCollection('meals')
    await store.apply([{ collection: 'meals', id: 's:1', doc: '{}' }])
    await store.clear()

    expect([...store.load()]).toEqual([])
    expect([...store.collections()]).toEqual([])
  })
})

describe('lmdbStore', () => {
  const parts = () => ({ store, clock: createClock(), collections: { meals: { indexes: [] } } })
  const meals = { collection: 'meals' }

  it('gives an engine back all that it answered for', async () => {
    store = lmdbStore(dir)
    const before = await createEngine(parts())
    await before.addCollection('later')
    await before.insert(meals, [
      '{"_id":"粥","at":{"$date":"2026-11-21T04:00:00Z"}}',
      '{"_id":1}',
      '{"_id":"gone"}',
    ])
    await before.remove(meals, '{"_id":"gone"}', false)
    const transactionId = before.begin()
    await before.modify(
      { ...meals, transactionId },
      { query: '{"_id":1}', data: '{"$set":{"n":2}}', merge: true },
    )
    await before.commit(transactionId)
    const unfinished = before.begin()
    await before.insert({ ...meals, transactionId: unfinished }, ['{"_id":"never"}'])
    await store.close()

    store = lmdbStore(dir)
    const after = await createEngine(parts())
    expect(await after.dump()).toEqual({
      meals: expect.arrayContaining([
        { _id: '粥', at: new Date('2026-11-21T04:00:00Z') },
        { _id: 1, n: 2 },
      ]),
      later: [],
    })
    expect(await after.count(meals)).toBe(2)
  })

  it('keeps batches whole that were under way together', async () => {
    store = lmdbStore(dir)
    const batch = (n: number) =>
      ['a', 'b', 'c'].map((id) => ({ collection: 'meals', id: `${n}${id}`, doc: `${n}` }))
    await Promise.all(Array.from({ length: 100 }, (_, n) => store.apply(batch(n))))
    await store.close()

    store = lmdbStore(dir)
    expect([...store.load()]).toHaveLength(300)
  })

  it('refuses a folder in another format', async () => {
    const root = open({ path: dir })
    await root.openDB({ name: 'meta' }).put('format', 99)
    await root.close()
    store = memoryStore()

    expect(() => lmdbStore(dir)).toThrow(/is in format 99/)
  })
})

describe('seed and reset', () => {
  it('adds only what is missing, and empties all but the declared collections', async () => {
    store = memoryStore()
    const collections = { meals: { indexes: [] } }
    const engine = await createEngine({ store, clock: createClock(), collections })
    const at = new Date('2026-11-21T04:00:00Z')
    await engine.insert({ collection: 'meals' }, ['{"_id":"a","mine":true}'])

    expect(await engine.seed('meals', [{ _id: 'a' }, { _id: 'b', at }])).toBe(1)
    expect(await engine.dump('meals')).toEqual({
      meals: [
        { _id: 'a', mine: true },
        { _id: 'b', at },
      ],
    })

    await engine.addCollection('later')
    await engine.reset()
    expect(await engine.dump()).toEqual({ meals: [] })
    expect([...store.load()]).toEqual([])
  })
})
