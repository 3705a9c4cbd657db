import collections from '../../cloudfunctions/collections.json'
import { createClock } from '../../emulator/clock'
import { createEngine } from '../../emulator/engine/engine'
import type { Collections } from '../../emulator/parts'
import { memoryStore } from '../../emulator/store/memory'
import { watchQuestions } from './questions'

describe('watchQuestions', () => {
  it.each([
    ['visits', { note: 'x' }, ['visits: note']],
    ['visits', { note: 'x', elderId: 'e-wang' }, []],
    ['visits', {}, []],
    ['visits', { $or: [{ elderId: 'e-wang' }, { note: 'x' }] }, ['visits: elderId, note']],
    ['visits', { $or: [{ elderId: 'e-wang' }, { stationId: 'st-one' }] }, []],
    ['visits', { $and: [{ note: 'x' }, { elderId: 'e-wang' }] }, []],
    ['accounts', { memberships: { $elemMatch: { role: 'clerk' } } }, []],
    ['rotas', { _id: 'st-one' }, []],
    ['rotas', { stationId: 'st-one' }, ['rotas: stationId']],
  ])('tells of %s asked with %j: %j', async (collection, query, told) => {
    const engine = await createEngine({
      store: memoryStore(),
      clock: createClock(),
      collections: collections as unknown as Collections, // JSON reads tuples as arrays
    })
    const unserved = watchQuestions()
    await engine.find({ collection }, { query: JSON.stringify(query) })
    expect(unserved()).toEqual(told)
  })
})
