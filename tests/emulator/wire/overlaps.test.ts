import { failureOf } from '../../../cloudfunctions/_shell/failures'
import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

const BUSY =
  /fail -501001 resource system error\. \[ResourceUnavailable\.TransactionBusy\] Transaction is busy\./

let cloud: TestCloud
beforeEach(async () => {
  cloud = await aCloud()
  await things().add({
    data: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ],
  })
})
afterEach(() => cloud.close())

const things = () => cloud.db.collection('things')
// biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
const inside = (transaction: any, id: string) => transaction.collection('things').doc(id)
const wentWrong = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))

describe('operations of one transaction', () => {
  it('are refused where they overlap, and the transaction is over', async () => {
    const transaction = await cloud.db.startTransaction()
    const refused = wentWrong(
      await Promise.allSettled([inside(transaction, 'a').get(), inside(transaction, 'b').get()]),
    )

    expect(refused).toEqual([
      expect.objectContaining({ errCode: -501001, errMsg: expect.stringMatching(BUSY) }),
    ])
    expect((await refusal(inside(transaction, 'a').get())).errMsg).toMatch(/TransactionNotExist/)
    expect(failureOf(refused[0])).toBe('conflict')
  })

  it('are refused every time, on connections that were open and on new ones', async () => {
    for (let round = 0; round < 50; round++) {
      const transaction = await cloud.db.startTransaction()
      const together = ['a', 'b', 'a', 'b'].map((id) => inside(transaction, id).get())
      expect(wentWrong(await Promise.allSettled(together)).length).toBeGreaterThanOrEqual(1)
    }
  })

  it('write nothing and hold nothing where one of them was refused', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
    const call = cloud.db.runTransaction(async (transaction: any) => {
      await inside(transaction, 'a').update({ data: { n: 2 } })
      await Promise.all(['a', 'b'].map((id) => inside(transaction, id).update({ data: { n: 3 } })))
    }, 0)

    await refusal(call)
    await things()
      .where({})
      .update({ data: { n: cloud._.inc(10) } })
    expect((await things().get()).data.map(({ n }: { n: number }) => n)).toEqual([11, 11])
  })

  it('may follow one another at once', async () => {
    const transaction = await cloud.db.startTransaction()
    for (let round = 0; round < 30; round++) await inside(transaction, 'a').get()
    await transaction.commit()
  })

  it('have nothing to do with those of another transaction, or of none', async () => {
    const transactions = await Promise.all(Array.from({ length: 8 }, () => cloud.db.startTransaction()))
    await Promise.all([
      ...transactions.map((transaction) => inside(transaction, 'a').get()),
      things().doc('a').get(),
    ])
    await Promise.all(transactions.map((transaction) => transaction.commit()))
  })
})
