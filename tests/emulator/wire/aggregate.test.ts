import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await aCloud({ collections: { orders: {}, elders: {} } })
})
afterEach(() => cloud.close())

const orders = () => cloud.db.collection('orders')
const rows = async (pipeline: { end(): Promise<{ list: unknown[] }> }) => (await pipeline.end()).list

describe('aggregate', () => {
  it('gives 20 rows when the pipeline has no limit', async () => {
    await orders().add({ data: Array.from({ length: 30 }, (_, n) => ({ n })) })

    expect(await rows(orders().aggregate())).toHaveLength(20)
    expect(await rows(orders().aggregate().limit(25))).toHaveLength(25)
  })

  it('matches, groups and sorts', async () => {
    await orders().add({
      data: [
        { day: 1, fen: 100 },
        { day: 2, fen: 300 },
        { day: 2, fen: 50 },
        { day: 3, fen: 0 },
      ],
    })
    const { $, _ } = cloud
    const pipeline = orders()
      .aggregate()
      .match({ fen: _.gt(0) })
      .group({ _id: '$day', total: $.sum('$fen'), count: $.sum(1) })
      .sort({ total: -1 })

    expect(await rows(pipeline)).toEqual([
      { _id: 2, total: 350, count: 2 },
      { _id: 1, total: 100, count: 1 },
    ])
  })

  it('joins another collection', async () => {
    await orders().add({ data: { _id: 'o', elderId: 'e' } })
    await cloud.db.collection('elders').add({ data: { _id: 'e', name: '王秀英' } })
    const join = { from: 'elders', localField: 'elderId', foreignField: '_id', as: 'elder' }

    expect(await rows(orders().aggregate().lookup(join))).toEqual([
      { _id: 'o', elderId: 'e', elder: [{ _id: 'e', name: '王秀英' }] },
    ])
  })

  it('changes nothing that is stored', async () => {
    await orders().add({ data: { _id: 'o', deep: { k: 1 } } })
    const join = { from: 'orders', localField: '_id', foreignField: '_id', as: 'same' }
    await rows(orders().aggregate().addFields({ 'deep.k': 2 }))
    await rows(orders().aggregate().lookup(join).addFields({ 'same.deep.k': 2 }))

    expect((await orders().doc('o').get()).data).toEqual({ _id: 'o', deep: { k: 1 } })
  })

  it('counts in UTC unless told a time zone', async () => {
    await orders().add({ data: { _id: 'o', at: new Date('2021-01-02T20:30:00Z') } })
    const { $ } = cloud
    const dates = {
      _id: 0,
      utc: $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M week %U of %G' }),
      here: $.dateToString({
        date: '$at',
        format: '%Y-%m-%d %H:%M week %U of %G',
        timezone: 'Asia/Shanghai',
      }),
      week: $.week('$at'),
      isoWeek: $.isoWeek('$at'),
      isoWeekYear: $.isoWeekYear('$at'),
    }

    expect(await rows(orders().aggregate().project(dates))).toEqual([
      {
        utc: '2021-01-02 20:30 week 00 of 2020',
        here: '2021-01-03 04:30 week 01 of 2020',
        week: 0,
        isoWeek: 53,
        isoWeekYear: 2020,
      },
    ])
  })

  it('cuts texts by bytes and finds them by characters', async () => {
    await orders().add({ data: { _id: 'o', name: '王a秀b英' } })
    const { $ } = cloud
    const cuts = {
      _id: 0,
      rest: $.substrBytes(['$name', 4, -1]),
      head: $.substr(['$name', 0, 4]),
      at: $.indexOfCP(['$name', '英']),
      none: $.indexOfCP(['$name', '李']),
    }

    expect(await rows(orders().aggregate().project(cuts))).toEqual([
      { rest: '秀b英', head: '王a', at: 4, none: -1 },
    ])
    const inside = { cut: $.substrBytes(['$name', 1, 2]) }
    expect((await refusal(orders().aggregate().project(inside).end())).errMsg).toMatch(
      /in the middle of a UTF-8 character/,
    )
  })

  it('refuses stages that it does not know', async () => {
    await orders().add({ data: { n: 1 } })
    const list = cloud.engine.aggregate({ collection: 'orders' }, [
      { stageKey: '$out', stageValue: '"elders"' },
    ])
    await expect(list).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })
})
