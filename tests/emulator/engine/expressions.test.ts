import { createClock } from '../../../emulator/clock'
import { createEngine } from '../../../emulator/engine/engine'
import { memoryStore } from '../../../emulator/store/memory'

const things = { collection: 'things' }

async function anEngine() {
  const engine = await createEngine({
    store: memoryStore(),
    clock: createClock(),
    collections: { things: { indexes: [] } },
  })
  await engine.seed('things', [
    { _id: 'a', held: 3, most: 5 },
    { _id: 'b', held: 6, most: 5 },
  ])
  return engine
}

describe('a find', () => {
  it.each([
    { $expr: { $gt: ['$held', '$most'] } },
    { $and: [{ held: { $gt: 0 } }, { $expr: { $gt: ['$held', '$most'] } }] },
  ])('knows expressions wherever its query has one', async (query) => {
    const engine = await anEngine()
    const found = await engine.find(things, { query: JSON.stringify(query) })
    expect(found.map((text) => JSON.parse(text)._id)).toEqual(['b'])
  })

  it('knows expressions in its projection', async () => {
    const engine = await anEngine()
    const projection = JSON.stringify({ left: { $subtract: ['$most', '$held'] } })
    const found = await engine.find(things, { query: '{"_id":"a"}', projection })
    expect(found.map((text) => JSON.parse(text))).toEqual([{ _id: 'a', left: 2 }])
  })
})
