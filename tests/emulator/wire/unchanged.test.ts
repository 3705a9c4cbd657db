import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await aCloud({ collections: { things: { indexes: [unique] } } })
  await things().add({
    data: [
      { _id: 'a', n: 1, turns: 0 },
      { _id: 'b', n: 2, turns: 0 },
      { _id: 'guard', n: 3, turns: 0 },
    ],
  })
})
afterEach(() => cloud.close())

const unique = { name: 'n', keys: [['n', 1]] as [string, 1][], unique: true }
const things = () => cloud.db.collection('things')
// biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
type Transaction = any
const inside = (transaction: Transaction, id: string) => transaction.collection('things').doc(id)
const n = async (id: string) => (await things().doc(id).get()).data.n

describe('a write that changes nothing', () => {
  it('is in nobody’s way, whichever way it is written', async () => {
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await inside(first, 'a').update({ data: { n: 1 } })
    await inside(first, 'b').set({ data: { n: 2, turns: 0 } })
    await inside(second, 'a').update({ data: { n: 10 } })
    await inside(second, 'b').remove()
    await second.commit()
    await first.commit()

    expect(await n('a')).toBe(10)
    await refusal(things().doc('b').get())
  })

  it('meets nobody: neither who writes the document now nor who has written it since', async () => {
    const [holder, writer] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await inside(writer, 'guard').get()
    await inside(holder, 'a').update({ data: { n: 10 } })
    await inside(writer, 'a').update({ data: { n: 1 } })
    await things()
      .doc('a')
      .update({ data: { turns: 0 } })
    await holder.commit()
    await inside(writer, 'a').update({ data: { n: 1 } })
    await writer.commit()
    expect(await n('a')).toBe(10)
  })

  it('is a write where it goes back to what was there before the transaction changed it', async () => {
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await inside(first, 'a').update({ data: { n: 10 } })
    await inside(first, 'a').update({ data: { n: 1 } })
    expect((await refusal(inside(second, 'a').update({ data: { n: 11 } }))).errMsg).toMatch(
      /TransactionConflict/,
    )
    await first.commit()
  })
})

describe('a guard', () => {
  beforeEach(() =>
    things()
      .where({ _id: cloud._.in(['a', 'b']) })
      .update({ data: { n: cloud._.mul(10) } }),
  )

  /** Takes one from one of two that have 30 together and must keep 29. */
  const take = async (from: string, guard: (transaction: Transaction) => Promise<unknown>) => {
    const transaction = await cloud.db.startTransaction()
    const [a, b] = [
      (await inside(transaction, 'a').get()).data.n,
      (await inside(transaction, 'b').get()).data.n,
    ]
    return async () => {
      await inside(transaction, from).update({ data: { n: cloud._.inc(a + b > 29 ? -1 : 0) } })
      await guard(transaction)
      await transaction.commit()
    }
  }
  const race = async (guard: (transaction: Transaction) => Promise<unknown>) => {
    const [first, second] = [await take('a', guard), await take('b', guard)]
    return Promise.allSettled([await first().then(() => 'done'), second()])
  }

  it('keeps two from writing past each other where it changes a counter', async () => {
    const count = (transaction: Transaction) =>
      inside(transaction, 'guard').update({ data: { turns: cloud._.inc(1) } })
    const [, second] = await race(count)
    expect(second.status).toBe('rejected')
    expect((await n('a')) + (await n('b'))).toBe(29)
  })

  it('keeps nobody where it writes back what was there', async () => {
    const [, second] = await race((transaction) =>
      inside(transaction, 'guard').update({ data: { turns: 0 } }),
    )
    expect(second.status).toBe('fulfilled')
    expect((await n('a')) + (await n('b'))).toBe(28)
  })
})

describe('a long transaction', () => {
  it('is refused beyond a hundred operations, reads among them, and is over', async () => {
    const transaction = await cloud.db.startTransaction()
    await inside(transaction, 'a').update({ data: { n: 10 } })
    for (let round = 0; round < 99; round++) await inside(transaction, 'b').get()
    expect((await refusal(inside(transaction, 'b').get())).errCode).toBe(-502001)
    expect((await refusal(transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await n('a')).toBe(1)
  })

  it('of a hundred operations is committed', async () => {
    const transaction = await cloud.db.startTransaction()
    for (let round = 0; round < 99; round++) await inside(transaction, 'b').get()
    await inside(transaction, 'a').update({ data: { n: 10 } })
    await transaction.commit()
    expect(await n('a')).toBe(10)
  })
})
