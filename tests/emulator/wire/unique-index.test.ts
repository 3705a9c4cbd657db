import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

let cloud: TestCloud
beforeEach(async () => {
  const keys: [string, 1][] = [
    ['sitting', 1],
    ['elder', 1],
  ]
  cloud = await aCloud({ collections: { seats: { indexes: [{ name: 'one_seat', keys, unique: true }] } } })
})
afterEach(() => cloud.close())

const seats = () => cloud.db.collection('seats')
const DUPLICATE =
  /E11000 duplicate key error collection: seats index: one_seat dup key: \{ : "lunch", : "wang" \}/

describe('unique index', () => {
  it('refuses the second document with the same values, however it comes', async () => {
    await seats().add({ data: { _id: 'a', sitting: 'lunch', elder: 'wang' } })
    await seats().add({ data: { _id: 'b', sitting: 'lunch', elder: 'li' } })

    for (const call of [
      seats().add({ data: { sitting: 'lunch', elder: 'wang' } }),
      seats()
        .doc('b')
        .update({ data: { elder: 'wang' } }),
      seats()
        .doc('c')
        .set({ data: { sitting: 'lunch', elder: 'wang' } }),
    ]) {
      const { errCode, errMsg } = await refusal(call)
      expect(errCode).toBe(-502001)
      expect(errMsg).toMatch(DUPLICATE)
    }
    expect((await seats().count()).total).toBe(2)
  })

  it('counts a missing field as a value', async () => {
    await seats().add({ data: { sitting: 'lunch' } })
    expect((await refusal(seats().add({ data: { sitting: 'lunch', elder: null } }))).errMsg).toMatch(/E11000/)
  })

  it('refuses the second of twins in one list', async () => {
    const twins = [
      { sitting: 'lunch', elder: 'wang' },
      { sitting: 'lunch', elder: 'wang' },
    ]
    expect((await refusal(seats().add({ data: twins }))).errMsg).toMatch(DUPLICATE)
    expect((await seats().count()).total).toBe(1)
  })

  it('lets go of values that were changed or removed', async () => {
    await seats().add({
      data: [
        { _id: 'a', sitting: 'lunch', elder: 'wang' },
        { _id: 'b', sitting: 'lunch', elder: 'li' },
      ],
    })
    await seats()
      .doc('a')
      .update({ data: { elder: 'zhao' } })
    await seats().doc('b').remove()
    await seats().add({
      data: [
        { sitting: 'lunch', elder: 'wang' },
        { sitting: 'lunch', elder: 'li' },
      ],
    })
    expect((await seats().count()).total).toBe(3)
  })

  it('lets one of ten insert at the same time', async () => {
    const tries = Array.from({ length: 10 }, () => seats().add({ data: { sitting: 'lunch', elder: 'wang' } }))
    const outcomes = await Promise.allSettled(tries)

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await seats().count()).total).toBe(1)
  })

  it('is a conflict between two open transactions', async () => {
    const first = await cloud.db.startTransaction()
    const second = await cloud.db.startTransaction()
    await first.collection('seats').add({ data: { sitting: 'lunch', elder: 'wang' } })

    const { errMsg } = await refusal(
      second.collection('seats').add({ data: { sitting: 'lunch', elder: 'wang' } }),
    )
    expect(errMsg).toMatch(/TransactionConflict/)
    await first.commit()
    expect((await seats().count()).total).toBe(1)
  })

  it('is a conflict with a value taken since the snapshot, and one given up since', async () => {
    await seats().add({ data: { _id: 'old', sitting: 'dinner', elder: 'wang' } })
    const late = await cloud.db.startTransaction()
    const alsoLate = await cloud.db.startTransaction()
    await late.collection('seats').doc('old').get()
    await alsoLate.collection('seats').doc('old').get()
    await seats().add({ data: { sitting: 'lunch', elder: 'wang' } })
    await seats().doc('old').remove()

    const taken = late.collection('seats').add({ data: { sitting: 'lunch', elder: 'wang' } })
    const given = alsoLate.collection('seats').add({ data: { sitting: 'dinner', elder: 'wang' } })
    expect((await refusal(taken)).errMsg).toMatch(/TransactionConflict/)
    expect((await refusal(given)).errMsg).toMatch(/TransactionConflict/)
  })

  it('makes a plain write wait for the transaction that holds the value', async () => {
    const holder = await cloud.db.startTransaction()
    await holder.collection('seats').add({ data: { sitting: 'lunch', elder: 'wang' } })
    const waiting = seats().add({ data: { _id: 'late', sitting: 'lunch', elder: 'wang' } })
    await holder.rollback()

    expect((await waiting)._id).toBe('late')
  })
})
