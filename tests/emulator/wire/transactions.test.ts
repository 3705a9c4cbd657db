import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

const CONFLICT =
  /fail -501001 resource system error\. \[ResourceUnavailable\.TransactionConflict\] Transaction is conflict, maybe resource operated by others\. Please check your request, but if the problem persists, contact us\./
const GONE =
  /\[ResourceUnavailable\.TransactionNotExist\] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds\./

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
const begin = () => cloud.db.startTransaction()
// biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
const inside = (transaction: any, id: string) => transaction.collection('things').doc(id)
const n = async (id: string) => (await things().doc(id).get()).data.n

describe('transaction', () => {
  it('sees its own writes, which nobody else does before the commit', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ data: { n: 2 } })
    await inside(transaction, 'b').remove()
    await transaction.collection('things').add({ data: { _id: 'c', n: 3 } })

    expect((await inside(transaction, 'a').get()).data.n).toBe(2)
    expect((await inside(transaction, 'c').get()).data.n).toBe(3)
    await refusal(inside(transaction, 'b').get())
    expect((await things().count()).total).toBe(2)
    expect(await n('a')).toBe(1)

    await transaction.commit()
    expect(await n('a')).toBe(2)
    expect(await n('c')).toBe(3)
    await refusal(things().doc('b').get())
  })

  it('leaves nothing behind when rolled back', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ data: { n: 2 } })
    await inside(transaction, 'c').set({ data: { n: 3 } })
    await transaction.rollback()

    expect(await n('a')).toBe(1)
    expect((await things().count()).total).toBe(2)
    await things()
      .doc('a')
      .update({ data: { n: 5 } })
  })

  it('takes its snapshot at the first operation, not at the start', async () => {
    const transaction = await begin()
    await things()
      .doc('a')
      .update({ data: { n: 7 } })
    expect((await inside(transaction, 'a').get()).data.n).toBe(7)

    await things()
      .doc('b')
      .update({ data: { n: 8 } })
    expect((await inside(transaction, 'b').get()).data.n).toBe(1)
    expect(await n('b')).toBe(8)
  })

  it('conflicts at once with a document that another transaction has written, and is over', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(first, 'a').update({ data: { n: 2 } })
    const conflict = await refusal(inside(second, 'a').update({ data: { n: 3 } }))

    expect(conflict.errCode).toBe(-501001)
    expect(conflict.errMsg).toMatch(CONFLICT)
    expect(conflict.code).toBeUndefined()
    expect((await refusal(inside(second, 'b').get())).errMsg).toMatch(GONE)

    await first.commit()
    expect(await n('a')).toBe(2)
  })

  it('conflicts with a document that was changed since its snapshot', async () => {
    const transaction = await begin()
    await inside(transaction, 'b').get()
    await things()
      .doc('a')
      .update({ data: { n: 2 } })

    expect((await refusal(inside(transaction, 'a').update({ data: { n: 3 } }))).errMsg).toMatch(CONFLICT)
    expect(await n('a')).toBe(2)
  })

  it.each(['set', 'remove'])('conflicts on %s as on update', async (operation) => {
    const transaction = await begin()
    await inside(transaction, 'b').get()
    await things()
      .doc('a')
      .update({ data: { n: 2 } })
    expect((await refusal(inside(transaction, 'a')[operation]({ data: { n: 3 } }))).errMsg).toMatch(CONFLICT)
  })

  it('conflicts when two create the same document', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(first, 'c').set({ data: { n: 1 } })
    expect((await refusal(inside(second, 'c').set({ data: { n: 2 } }))).errMsg).toMatch(CONFLICT)
  })

  it('does not protect what it only read (write skew)', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(first, 'a').get()
    await inside(second, 'b').get()
    await inside(first, 'b').update({ data: { n: 2 } })
    await inside(second, 'a').update({ data: { n: 2 } })
    await first.commit()
    await second.commit()

    expect([await n('a'), await n('b')]).toEqual([2, 2])
  })

  it('is over after a failed operation', async () => {
    const transaction = await begin()
    await inside(transaction, 'b').update({ data: { n: 9 } })
    expect((await refusal(transaction.collection('things').add({ data: { _id: 'a' } }))).errMsg).toMatch(
      /E11000/,
    )
    expect((await refusal(inside(transaction, 'b').get())).errMsg).toMatch(GONE)
    expect(await n('b')).toBe(1)
  })

  it('can be neither used nor committed twice', async () => {
    const transaction = await begin()
    await transaction.commit()

    expect(await refusal(inside(transaction, 'a').get())).toMatchObject({ errCode: -501001 })
    expect(await refusal(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    expect(await refusal(transaction.rollback())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  it('lets where().update() escape, as the SDK sends it without the transaction', async () => {
    const transaction = await begin()
    await inside(transaction, 'b').get()
    await transaction
      .collection('things')
      .where({ _id: 'a' })
      .update({ data: { n: 5 } })
    await transaction.rollback()
    expect(await n('a')).toBe(5)
  })
})

describe('removing in a transaction', () => {
  it('counts what it removed, and a document only once', async () => {
    const transaction = await begin()
    expect((await inside(transaction, 'a').remove()).stats).toEqual({ removed: 1 })
    expect((await inside(transaction, 'a').remove()).stats).toEqual({ removed: 0 })
    expect((await inside(transaction, 'nobody').remove()).stats).toEqual({ removed: 0 })
    await transaction.commit()
    await refusal(things().doc('a').get())
    expect((await things().count()).total).toBe(1)
  })

  it('leaves the document where it was when rolled back, or when the callback throws', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').remove()
    await transaction.rollback()
    // biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
    const call = cloud.db.runTransaction(async (running: any) => {
      await inside(running, 'b').remove()
      throw new Error('changed my mind')
    })
    expect(await refusal(call)).toMatchObject({ message: 'changed my mind' })
    expect([await n('a'), await n('b')]).toEqual([1, 1])
  })

  it('removes several documents together with a change of another', async () => {
    await things().add({ data: Array.from({ length: 50 }, (_, i) => ({ _id: `old-${i}`, n: i })) })
    // biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
    await cloud.db.runTransaction(async (transaction: any) => {
      for (let i = 0; i < 50; i++) await inside(transaction, `old-${i}`).remove()
      await inside(transaction, 'a').update({ data: { n: 7 } })
    })
    expect((await things().count()).total).toBe(2)
    expect(await n('a')).toBe(7)
  })

  it('makes the document again after it was removed', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').remove()
    await inside(transaction, 'a').set({ data: { n: 4 } })
    await transaction.commit()
    expect(await n('a')).toBe(4)
  })

  it('conflicts with another transaction that writes what is being removed', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(first, 'a').remove()
    expect((await refusal(inside(second, 'a').update({ data: { n: 3 } }))).errMsg).toMatch(CONFLICT)
    await first.commit()
    await refusal(things().doc('a').get())
  })

  it('lets a plain update wait and then find nothing', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').remove()
    const waiting = things()
      .doc('a')
      .update({ data: { n: 3 } })
    await things().doc('b').get()
    await transaction.commit()
    expect((await waiting).stats.updated).toBe(0)
  })

  it('lets where().remove() escape, as the SDK sends it without the transaction', async () => {
    const transaction = await begin()
    await inside(transaction, 'b').get()
    await transaction.collection('things').where({ _id: 'a' }).remove()
    await transaction.rollback()
    expect((await things().count()).total).toBe(1)
  })
})

describe('a plain write', () => {
  it('waits while a transaction holds the document, then goes on from its result', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ data: { n: 10 } })
    let isDone = false
    const waiting = things()
      .doc('a')
      .update({ data: { n: cloud._.inc(1) } })
      .then(() => {
        isDone = true
      })
    await things()
      .doc('b')
      .update({ data: { n: 2 } })
    expect(isDone).toBe(false)

    await transaction.commit()
    await waiting
    expect(await n('a')).toBe(11)
  })

  it('loses nothing when many change one document at the same time', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () =>
        things()
          .doc('a')
          .update({ data: { n: cloud._.inc(1) } }),
      ),
    )
    expect(await n('a')).toBe(51)
  })
})

describe('expiry', () => {
  it('ends a transaction after 30 seconds of the emulator and lets go of its documents', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ data: { n: 10 } })
    const waiting = things()
      .doc('a')
      .update({ data: { n: cloud._.inc(1) } })
    await things().doc('b').get()

    cloud.clock.set(new Date(cloud.clock.now().getTime() + 30_000))
    await waiting
    expect(await n('a')).toBe(2)
    expect((await refusal(inside(transaction, 'a').get())).errMsg).toMatch(GONE)
    expect(await refusal(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  it('leaves one alone that is younger', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ data: { n: 10 } })
    cloud.clock.set(new Date(cloud.clock.now().getTime() + 25_000))
    await transaction.commit()
    expect(await n('a')).toBe(10)
  })
})

describe('runTransaction', () => {
  const conflictAtCommit = { kind: 'conflict', action: 'database.commitTransaction' } as const

  it('answers what the callback returns', async () => {
    expect(await cloud.db.runTransaction(async () => 'done')).toBe('done')
  })

  it('runs again after a conflict at the commit, four times in all', async () => {
    cloud.gateway.faults.set([{ ...conflictAtCommit, times: 3 }])
    let runs = 0
    // biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
    await cloud.db.runTransaction(async (transaction: any) => {
      runs += 1
      await inside(transaction, 'a').update({ data: { n: cloud._.inc(1) } })
    })

    expect(runs).toBe(4)
    expect(await n('a')).toBe(2)
  })

  it('rejects with the reason of a rollback', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
    const call = cloud.db.runTransaction((transaction: any) => transaction.rollback({ why: 'full' }))
    expect(await refusal(call)).toEqual({ why: 'full' })
  })

  it('sells five seats once when ten race for them, and oversells without it', async () => {
    await things().add({
      data: [
        { _id: 'guarded', left: 5 },
        { _id: 'twin', left: 5 },
      ],
    })
    const isConflict = ({ errMsg }: { errMsg?: string }) => /TransactionConflict/.test(String(errMsg))

    const sell = async (): Promise<boolean> => {
      try {
        // biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
        return await cloud.db.runTransaction(async (transaction: any) => {
          const { left } = (await inside(transaction, 'guarded').get()).data
          if (left > 0) await inside(transaction, 'guarded').update({ data: { left: left - 1 } })
          return left > 0
        }, 0)
      } catch (error) {
        if (isConflict(error as { errMsg?: string })) return sell()
        throw error
      }
    }
    const sellCarelessly = async () => {
      const { left } = (await things().doc('twin').get()).data
      if (left > 0)
        await things()
          .doc('twin')
          .update({ data: { left: left - 1 } })
      return left > 0
    }

    const race = async (seller: () => Promise<boolean>) =>
      (await Promise.all(Array.from({ length: 10 }, seller))).filter(Boolean).length
    expect(await race(sell)).toBe(5)
    expect((await things().doc('guarded').get()).data.left).toBe(0)
    expect(await race(sellCarelessly)).toBeGreaterThan(5)
  })
})
