import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await aCloud()
  await things().add({ data: ['a', 'b', 'c', 'd'].map((_id) => ({ _id, n: 1, state: 'open' })) })
})
afterEach(() => cloud.close())

const things = () => cloud.db.collection('things')
const of = async (field: string) =>
  (await things().get()).data.map((thing: Record<string, unknown>) => thing[field])
const strikeMidway = (action: string) =>
  cloud.gateway.faults.set([{ kind: 'http500', action: `database.${action}`, when: 'midway' }])
const increase = () =>
  things()
    .where({ state: 'open' })
    .update({ data: { n: cloud._.inc(1) } })

describe('a write of many documents', () => {
  it('counts all of them', async () => {
    expect((await increase()).stats.updated).toBe(4)
    expect((await things().where({ n: 2 }).remove()).stats.removed).toBe(4)
  })

  it('is done in part where it breaks off, and the rest when it is done again', async () => {
    strikeMidway('modifyDocument')
    const close = () =>
      things()
        .where({ state: 'open' })
        .update({ data: { state: 'closed' } })
    await refusal(close())
    expect(await of('state')).toEqual(['closed', 'closed', 'open', 'open'])
    expect((await close()).stats.updated).toBe(2)
    expect(await of('state')).toEqual(['closed', 'closed', 'closed', 'closed'])
  })

  it('counts some twice where it is done again without saying which', async () => {
    strikeMidway('modifyDocument')
    await refusal(increase())
    await increase()
    expect(await of('n')).toEqual([3, 3, 2, 2])
  })

  it('removes some where it breaks off', async () => {
    strikeMidway('removeDocument')
    await refusal(things().where({ state: 'open' }).remove())
    expect(await of('_id')).toEqual(['c', 'd'])
  })

  it('adds some where it breaks off', async () => {
    strikeMidway('insertDocument')
    await refusal(things().add({ data: ['e', 'f'].map((_id) => ({ _id })) }))
    expect(await of('_id')).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('passes over what fits no more when its turn comes', async () => {
    const transaction = await cloud.db.startTransaction()
    await transaction
      .collection('things')
      .doc('c')
      .update({ data: { state: 'closed' } })
    const increased = increase()
    await things()
      .doc('x')
      .get()
      .catch(() => undefined)
    expect(await of('n')).toEqual([2, 2, 1, 1])
    await transaction.commit()
    expect((await increased).stats.updated).toBe(3)
    expect(await of('n')).toEqual([2, 2, 1, 2])
  })
})

describe('a write of many documents in a transaction, or of one', () => {
  it('is done whole', async () => {
    strikeMidway('modifyDocument')
    await refusal(
      things()
        .where({ _id: 'a' })
        .update({ data: { n: 7 } }),
    )
    expect(await of('n')).toEqual([7, 1, 1, 1])

    const transaction = await cloud.db.startTransaction()
    await refusal(transaction.collection('things').add({ data: [{ _id: 'e' }, { _id: 'a' }] }))
    expect(await of('_id')).toEqual(['a', 'b', 'c', 'd'])
  })
})
