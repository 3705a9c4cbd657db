import { aCloud, type TestCloud } from '../sdk-cloud'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await aCloud()
})
afterEach(() => cloud.close())

const things = () => cloud.db.collection('things')
const found = async (where: object): Promise<string[]> =>
  (await things().where(where).orderBy('_id', 'asc').get()).data.map(({ _id }: { _id: string }) => _id)

describe('objects', () => {
  beforeEach(() =>
    things().add({
      data: [
        { _id: 'xy', at: { x: 1, y: { a: 1, b: 2 } }, list: [{ x: 1, y: 2 }] },
        { _id: 'yx', at: { y: { a: 1, b: 2 }, x: 1 }, list: [{ y: 2, x: 1 }, 5] },
        { _id: 'deep', at: { x: 1, y: { b: 2, a: 1 } }, list: [] },
      ],
    }),
  )
  const wanted = { x: 1, y: { a: 1, b: 2 } }

  it('are equal where their fields stand in the same order', async () => {
    const { eq, neq, in: within, nin } = cloud._
    expect(await found({ at: eq(wanted) })).toEqual(['xy'])
    expect(await found({ at: neq(wanted) })).toEqual(['deep', 'yx'])
    expect(await found({ at: within([wanted, 5]) })).toEqual(['xy'])
    expect(await found({ at: nin([wanted]) })).toEqual(['deep', 'yx'])
  })

  it('are found in lists, and beside plain values', async () => {
    const { eq, in: within } = cloud._
    expect(await found({ list: eq({ x: 1, y: 2 }) })).toEqual(['xy'])
    expect(await found({ list: within([{ x: 1, y: 2 }, 5]) })).toEqual(['xy', 'yx'])
    expect(await found({ list: eq([{ x: 1, y: 2 }]) })).toEqual(['xy'])
  })
})

describe('null', () => {
  beforeEach(() =>
    things().add({ data: [{ _id: 'absent' }, { _id: 'null', n: null }, { _id: 'one', n: 1 }] }),
  )

  it('is as large as what is absent', async () => {
    const { gte, lte, gt, lt } = cloud._
    expect(await found({ n: gte(null) })).toEqual(['absent', 'null'])
    expect(await found({ n: lte(null) })).toEqual(['absent', 'null'])
    expect(await found({ n: gt(null) })).toEqual([])
    expect(await found({ n: lt(null) })).toEqual([])
  })

  it('is sorted like what is absent, before numbers', async () => {
    await things().add({ data: { _id: 'later' } })
    const sorted = (await things().orderBy('n', 'desc').get()).data.map(({ _id }: { _id: string }) => _id)
    expect(sorted).toEqual(['one', 'absent', 'null', 'later'])
  })
})

describe('what is no number', () => {
  beforeEach(() =>
    things().add({
      data: [
        { _id: 'five', n: 5 },
        { _id: 'nan', n: Number.NaN },
        { _id: 'minus', n: -5 },
        { _id: 'text', n: 'a' },
        { _id: 'list', n: [Number.NaN, 7] },
      ],
    }),
  )

  it('is neither smaller nor larger than a number, and as itself', async () => {
    const { gte, lte, gt, lt, eq } = cloud._
    expect(await found({ n: lte(5) })).toEqual(['five', 'minus'])
    expect(await found({ n: gte(5) })).toEqual(['five', 'list'])
    expect(await found({ n: lt(Number.NaN) })).toEqual([])
    expect(await found({ n: gt(Number.NaN) })).toEqual([])
    expect(await found({ n: gte(Number.NaN) })).toEqual(['list', 'nan'])
    expect(await found({ n: lte(Number.NaN) })).toEqual(['list', 'nan'])
    expect(await found({ n: eq(Number.NaN) })).toEqual(['list', 'nan'])
  })

  it('stands before all numbers, in a query and in a pipeline', async () => {
    const ids = (rows: { _id: string }[]) => rows.map(({ _id }) => _id)
    const upwards = ['nan', 'list', 'minus', 'five', 'text']
    expect(ids((await things().orderBy('n', 'asc').get()).data)).toEqual(upwards)
    expect(ids((await things().aggregate().sort({ n: 1 }).limit(9).end()).list)).toEqual(upwards)
    expect(ids((await things().orderBy('n', 'desc').get()).data)).toEqual([
      'text',
      'list',
      'five',
      'minus',
      'nan',
    ])
  })
})

describe('sorting', () => {
  it('takes types in MongoDB’s order, the smallest of a list, and objects field by field', async () => {
    const values: [string, unknown][] = [
      ['empty list', []],
      ['absent', undefined],
      ['number', 3],
      ['list', [9, 4]],
      ['text', 'a'],
      ['small object', { a: 1 }],
      ['large object', { a: 2 }],
      ['no', false],
      ['yes', true],
      ['date', new Date(0)],
    ]
    await things().add({ data: [...values].reverse().map(([_id, v]) => ({ _id, v })) })
    const sorted = (await things().orderBy('v', 'asc').get()).data.map(({ _id }: { _id: string }) => _id)
    expect(sorted).toEqual(values.map(([id]) => id))
  })
})
