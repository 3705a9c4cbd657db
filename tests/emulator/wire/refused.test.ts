import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

const LONGEST = 1024
const DEEPEST = 100

let cloud: TestCloud
beforeEach(async () => {
  cloud = await aCloud({ collections: { things: { indexes: [{ name: 'name', keys: [['name', 1]] }] } } })
  await things().add({ data: { _id: 'a', n: 1 } })
})
afterEach(() => cloud.close())

const things = () => cloud.db.collection('things')
const stored = async () => (await things().doc('a').get()).data
/** Objects within each other, the document itself among them. */
const nested = (depth: number): object => (depth === 1 ? { n: 1 } : { deeper: nested(depth - 1) })

describe('an update of nothing', () => {
  it.each([
    ['a document', () => things().doc('a')],
    ['all that fit', () => things().where({ n: 1 })],
  ])('is refused for %s', async (_whom, which) => {
    expect((await refusal(which().update({ data: { gone: undefined } }))).errCode).toBe(-502001)
    expect((await refusal(which().update({ data: { inner: { gone: undefined } } }))).errCode).toBe(-502001)
    expect(await stored()).toEqual({ _id: 'a', n: 1 })
  })
})

describe('any or all of nothing', () => {
  it.each(['or', 'and', 'nor'])('is refused: %s', async (operator) => {
    const none = cloud._[operator]([])
    for (const call of [
      things().where(none).get(),
      things().where(none).count(),
      things()
        .where(none)
        .update({ data: { n: 2 } }),
      things().where(none).remove(),
      things()
        .where(cloud._.and([{ n: 1 }, none]))
        .get(),
      things().aggregate().match(none).end(),
      things().aggregate().sort({ n: 1 }).match(none).end(),
    ])
      expect((await refusal(call)).errMsg).toMatch(/\$and\/\$or\/\$nor must be a nonempty array/)
    expect(await stored()).toEqual({ _id: 'a', n: 1 })
  })

  it('is none of nothing with in', async () => {
    expect(
      (
        await things()
          .where({ n: cloud._.in([]) })
          .get()
      ).data,
    ).toEqual([])
  })
})

describe('a document', () => {
  it('with a date that is none is refused', async () => {
    const none = new Date(Number.NaN)
    await refusal(things().add({ data: { at: none } }))
    await refusal(
      things()
        .doc('a')
        .update({ data: { at: none } }),
    )
    await refusal(
      things()
        .doc('a')
        .set({ data: { deep: [{ at: none }] } }),
    )
    expect((await things().get()).data).toEqual([{ _id: 'a', n: 1 }])
  })

  it('is refused where what an index would hold is too long', async () => {
    const tooLong = { name: '驿'.repeat(LONGEST / 3) }
    expect((await refusal(things().add({ data: tooLong }))).errMsg).toMatch(/key too large to index/)
    expect((await refusal(things().doc('a').update({ data: tooLong }))).errMsg).toMatch(
      /key too large to index/,
    )
    await things()
      .doc('a')
      .update({ data: { name: '驿'.repeat(300), words: '驿'.repeat(LONGEST) } })
  })

  it('is refused beyond a hundred levels', async () => {
    await things().add({ data: { _id: 'deep', ...nested(DEEPEST) } })
    expect((await refusal(things().add({ data: nested(DEEPEST + 1) }))).errMsg).toMatch(/depth/)
    await refusal(
      things()
        .doc('a')
        .update({ data: { in: nested(DEEPEST) } }),
    )
    expect(await stored()).toEqual({ _id: 'a', n: 1 })
  })
})
