import fc from 'fast-check'
import { createClock } from '../../emulator/clock'
import { createEngine } from '../../emulator/engine/engine'
import { memoryStore } from '../../emulator/store/memory'

const indexes = [
  { name: 'place', keys: [['place', 1]] as [string, 1][] },
  { name: 'code', keys: [['code', 1]] as [string, 1][], unique: true },
]
const things = { collection: 'things' }
const filled = async () => {
  const store = memoryStore()
  const engine = await createEngine({ store, clock: createClock(), collections: { things: { indexes } } })
  const ids = ['a', 'b', 'c', 'd']
  await engine.seed(
    'things',
    ids.map((id) => ({ _id: id, place: 'here', code: id })),
  )
  return { store, engine }
}
type Filled = Awaited<ReturnType<typeof filled>>

/** Everything that anybody can see, in order. */
const seen = async ({ store, engine }: Filled) => ({
  dump: await engine.dump(),
  here: await engine.find(things, { query: '{"place":"here"}' }),
  there: await engine.find(things, { query: '{"place":"there"}' }),
  stored: [...store.load()],
})

const step = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  does: fc.constantFrom('set', 'update', 'remove' as const),
  code: fc.constantFrom('a', 'b', 'x', 'y'),
})

describe('an image', () => {
  it('is what everything goes back to, whatever was done since', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const database = await filled()
        const { engine } = database
        const before = await seen(database)
        const image = engine.image()
        for (const { id, does, code } of steps) {
          const query = JSON.stringify({ _id: id })
          if (does === 'remove') await engine.remove(things, query, false)
          const change = { place: 'there', code }
          const data = JSON.stringify(does === 'set' ? change : { $set: change })
          // A code that is taken is refused: that is a step like any other.
          if (does !== 'remove')
            await engine.modify(things, { query, data, merge: does !== 'set', upsert: true }).catch(() => {})
        }
        await engine.restore(image)
        expect(await seen(database)).toEqual(before)
      }),
      { numRuns: 60, seed: 20261129 },
    )
  })

  it('brings unique values back into force, and gives free those that came since', async () => {
    const { engine } = await filled()
    const image = engine.image()
    await engine.remove(things, '{"_id":"a"}', false)
    await engine.insert(things, ['{"_id":"e","code":"e"}'])
    await engine.restore(image)
    await expect(engine.insert(things, ['{"_id":"f","code":"a"}'])).rejects.toThrow('E11000')
    await engine.insert(things, ['{"_id":"f","code":"e"}'])
  })

  it('ends the transactions under way', async () => {
    const { engine } = await filled()
    const image = engine.image()
    const transactionId = engine.begin()
    await engine.modify(
      { ...things, transactionId },
      { query: '{"_id":"a"}', data: '{"$set":{"n":1}}', merge: true },
    )
    await engine.restore(image)
    await expect(engine.commit(transactionId)).rejects.toThrow('TransactionNotExist')
    await engine.modify(things, { query: '{"_id":"a"}', data: '{"$set":{"n":2}}', merge: true })
  })

  it('holds the very same documents as the next one, but for those that were written', async () => {
    const { engine } = await filled()
    const [before, after] = [engine.image(), engine.image()]
    await engine.modify(things, { query: '{"_id":"b"}', data: '{"$set":{"n":1}}', merge: true })
    const written = [...(engine.image().get('things') ?? [])].filter(
      ([key, document]) => document !== before.get('things')?.get(key),
    )
    expect(after).toEqual(before)
    expect(written.map(([key]) => key)).toEqual(['s:b'])
  })
})
