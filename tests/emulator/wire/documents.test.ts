import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await aCloud()
})
afterEach(() => cloud.close())

const things = () => cloud.db.collection('things')
const stored = async (id: unknown) => (await things().doc(id).get()).data

describe('collection', () => {
  it('refuses to read or write one that was never created', async () => {
    const nowhere = cloud.db.collection('nowhere')
    const words =
      /-502005 database collection not exists.*\[ResourceNotFound\] Db or Table not exist: nowhere/

    for (const call of [
      nowhere.get(),
      nowhere.count(),
      nowhere.add({ data: {} }),
      nowhere.doc('1').set({ data: { n: 1 } }),
    ]) {
      const { errCode, errMsg } = await refusal(call)
      expect(errCode).toBe(-502005)
      expect(errMsg).toMatch(words)
    }
    expect((await refusal(nowhere.aggregate().end())).errMsg).toMatch(/Db or Table not exist: nowhere/)
  })

  it('exists once created, and is created once', async () => {
    await cloud.db.createCollection('later')
    await cloud.db.collection('later').add({ data: { _id: '1' } })

    expect((await refusal(cloud.db.createCollection('later'))).errMsg).toMatch(/Table exist/)
    expect((await cloud.db.collection('later').count()).total).toBe(1)
  })
})

describe('add', () => {
  it('answers a hex id when none is given', async () => {
    const { _id } = await things().add({ data: { n: 1 } })
    expect(_id).toMatch(/^[0-9a-f]{24}$/)
    expect(await stored(_id)).toEqual({ _id, n: 1 })
  })

  it('gives back dates, geo points, patterns and nothing in place of undefined', async () => {
    const when = new Date('2026-11-21T04:00:00Z')
    const at = cloud.db.Geo.Point(121.47, 31.23)
    await things().add({
      data: { _id: 'a', when, at, list: [], none: null, gone: undefined, big: 2 ** 40, half: 0.5 },
    })

    expect(await stored('a')).toEqual({ _id: 'a', when, at, list: [], none: null, big: 2 ** 40, half: 0.5 })
  })

  it('keeps the id 1 and the id "1" apart', async () => {
    await things().add({ data: { _id: 1, is: 'number' } })
    await things().add({ data: { _id: '1', is: 'text' } })

    expect((await stored(1)).is).toBe('number')
    expect((await stored('1')).is).toBe('text')
  })

  it('refuses an id that exists and stores nothing of it', async () => {
    await things().add({ data: { _id: 'a', n: 1 } })
    const { errCode, errMsg } = await refusal(things().add({ data: { _id: 'a', n: 2 } }))

    expect(errCode).toBe(-502001)
    expect(errMsg).toMatch(/E11000 duplicate key error collection: things index: _id_ dup key: \{ : "a" \}/)
    expect((await stored('a')).n).toBe(1)
  })

  it('adds a list one by one, up to the first that is refused', async () => {
    expect((await things().add({ data: [{ _id: 'a' }, { _id: 'b' }] }))._ids).toEqual(['a', 'b'])
    await refusal(things().add({ data: [{ _id: 'c' }, { _id: 'a' }, { _id: 'd' }] }))
    expect((await things().get()).data.map(({ _id }: { _id: string }) => _id)).toEqual(['a', 'b', 'c'])
  })

  it('refuses field names that begin with $', async () => {
    expect((await refusal(things().add({ data: { $price: 1 } }))).errCode).toBe(-502001)
    expect((await refusal(things().add({ data: { deep: [{ $price: 1 }] } }))).errCode).toBe(-502001)
  })
})

describe('serverDate', () => {
  it('is the time of the emulator, wherever it stands', async () => {
    cloud.clock.set(new Date('2030-01-01T00:00:00Z'))
    const later = cloud.db.serverDate({ offset: 60_000 })
    await things().add({ data: { _id: 'a', at: cloud.db.serverDate(), deep: { list: [later] } } })
    await things()
      .doc('a')
      .update({ data: { 'deep.again': later } })

    const { at, deep } = await stored('a')
    expect(at.getUTCFullYear()).toBe(2030)
    expect(deep.list[0].getTime()).toBeGreaterThanOrEqual(at.getTime() + 60_000)
    expect(deep.again).toBeInstanceOf(Date)
  })
})

describe('get', () => {
  beforeEach(async () => {
    await things().add({
      data: Array.from({ length: 5 }, (_, n) => ({ _id: `t${n}`, n, odd: n % 2 === 1, deep: { n, m: n } })),
    })
  })

  it('refuses a missing document in the words of the SDK', async () => {
    expect(await refusal(things().doc('zz').get())).toMatchObject({
      errCode: -1,
      errMsg: 'document.get:fail document with _id zz does not exist',
    })
  })

  it('orders, skips and limits', async () => {
    const { data } = await things().orderBy('odd', 'desc').orderBy('n', 'asc').skip(1).limit(2).get()
    expect(data.map(({ n }: { n: number }) => n)).toEqual([3, 0])
  })

  it('gives only the fields asked for, always with the id', async () => {
    expect((await things().where({ n: 1 }).field({ 'deep.n': true }).get()).data).toEqual([
      { _id: 't1', deep: { n: 1 } },
    ])
    expect((await things().doc('t1').field({ deep: false, odd: false }).get()).data).toEqual({
      _id: 't1',
      n: 1,
    })
  })

  it('gives 100 documents by default and 1000 at most', async () => {
    await things().add({ data: Array.from({ length: 1100 }, (_, n) => ({ n })) })

    expect((await things().get()).data).toHaveLength(100)
    expect((await things().limit(5000).get()).data).toHaveLength(1000)
    expect((await things().count()).total).toBe(1105)
  })

  it('refuses an answer above 16 MB', async () => {
    const page = 'x'.repeat(6 * 1024 * 1024)
    for (const n of [10, 11, 12]) await things().add({ data: { n, page } })
    expect(
      (
        await refusal(
          things()
            .where({ n: cloud._.gte(10) })
            .get(),
        )
      ).errMsg,
    ).toMatch(/exceeds 16MB/)
  })
})

describe('where', () => {
  const find = async (query: object) =>
    (await things().where(query).orderBy('_id', 'asc').get()).data
      .map(({ _id }: { _id: string }) => _id)
      .join('')

  beforeEach(async () => {
    await things().add({
      data: [
        { _id: 'a', n: 1, tags: ['x'], city: 'sh', rows: [{ k: 1 }, { k: 5 }] },
        { _id: 'b', n: 5, tags: ['x', 'y'], city: 'bj', when: new Date(1000) },
        { _id: 'c', n: 9, tags: [], rows: [7, { k: 9 }], none: null },
      ],
    })
  })

  const conditions: [name: string, query: (_: TestCloud['_']) => object, ids: string][] = [
    ['equality', () => ({ city: 'sh' }), 'a'],
    ['an element of an array', () => ({ tags: 'x' }), 'ab'],
    ['a field of an element', () => ({ 'rows.k': 9 }), 'c'],
    ['neq', (_) => ({ city: _.neq('sh') }), 'bc'],
    ['gt and lt', (_) => ({ n: _.gt(1).and(_.lt(9)) }), 'b'],
    ['gte, lte', (_) => ({ n: _.gte(1).and(_.lte(5)) }), 'ab'],
    ['in', (_) => ({ _id: _.in(['a', 'c', 'q']) }), 'ac'],
    ['nin', (_) => ({ n: _.nin([1, 5]) }), 'c'],
    ['or over fields', (_) => _.or([{ n: 9 }, { city: 'sh' }]), 'ac'],
    ['and over fields', (_) => _.and([{ n: _.gt(0) }, { city: 'sh' }]), 'a'],
    ['not', (_) => ({ n: _.not(_.gt(1)) }), 'a'],
    ['nor', (_) => _.nor([{ n: 1 }, { n: 5 }]), 'c'],
    ['exists', (_) => ({ city: _.exists(false) }), 'c'],
    ['null, which missing is too', () => ({ none: null }), 'abc'],
    ['dates', (_) => ({ when: _.lte(new Date(1000)) }), 'b'],
    ['a pattern', () => ({ city: /^S/i }), 'a'],
    ['all', (_) => ({ tags: _.all(['y', 'x']) }), 'b'],
    ['size', (_) => ({ tags: _.size(0) }), 'c'],
    ['mod', (_) => ({ n: _.mod([4, 1]) }), 'abc'],
    ['elemMatch on fields of objects only', (_) => ({ rows: _.elemMatch({ k: _.gt(5) }) }), 'c'],
    ['elemMatch on plain values', (_) => ({ tags: _.elemMatch(_.eq('y')) }), 'b'],
  ]
  it.each(conditions)('finds by %s', async (_name, query, ids) => {
    expect(await find(query(cloud._))).toBe(ids)
  })

  it('answers an unknown operator with -502001', async () => {
    const { errCode, errMsg } = await refusal(
      things()
        .where({ n: { $nonsense: 1 } })
        .get(),
    )
    expect(errCode).toBe(-502001)
    expect(errMsg).toMatch(/unknown (top level )?(query )?operator/)
  })
})

describe('update', () => {
  const thing = { _id: 'a', n: 1, tags: ['x'], deep: { k: 1, m: 1 }, none: null }
  beforeEach(() => things().add({ data: thing }))

  const changes: [name: string, data: (_: TestCloud['_']) => object, after: object][] = [
    ['a field', () => ({ n: 2 }), { n: 2 }],
    ['fields of an object, keeping the others', () => ({ deep: { k: 2 } }), { deep: { k: 2, m: 1 } }],
    ['a whole object with set', (_) => ({ deep: _.set({ z: 1 }) }), { deep: { z: 1 } }],
    ['a number with inc', (_) => ({ n: _.inc(-3) }), { n: -2 }],
    ['a number with mul', (_) => ({ n: _.mul(5) }), { n: 5 }],
    ['the smaller with min', (_) => ({ n: _.min(0), fresh: _.min(7) }), { n: 0, fresh: 7 }],
    ['the larger with max', (_) => ({ n: _.max(9) }), { n: 9 }],
    ['an array with push', (_) => ({ tags: _.push(['y', 'z']) }), { tags: ['x', 'y', 'z'] }],
    ['an array with unshift', (_) => ({ tags: _.unshift(['y']) }), { tags: ['y', 'x'] }],
    ['an array with pop', (_) => ({ tags: _.pop() }), { tags: [] }],
    ['an array with pull', (_) => ({ tags: _.pull('x') }), { tags: [] }],
    ['an array with addToSet', (_) => ({ tags: _.addToSet('x') }), { tags: ['x'] }],
    ['a missing array with push', (_) => ({ fresh: _.push(['y']) }), { fresh: ['y'] }],
    ['a name with rename', (_) => ({ n: _.rename('m') }), { n: undefined, m: 1 }],
    [
      'nothing left with remove',
      (_) => ({ tags: _.remove(), 'deep.k': _.remove() }),
      { tags: undefined, deep: { m: 1 } },
    ],
  ]
  it.each(changes)('changes %s', async (_name, data, after) => {
    await things()
      .doc('a')
      .update({ data: data(cloud._) })
    expect(await stored('a')).toEqual({ ...thing, ...after })
  })

  it('counts what changed, not what matched', async () => {
    expect(
      (
        await things()
          .doc('a')
          .update({ data: { n: 2 } })
      ).stats.updated,
    ).toBe(1)
    expect(
      (
        await things()
          .doc('a')
          .update({ data: { n: 2 } })
      ).stats.updated,
    ).toBe(0)
    expect(
      (
        await things()
          .doc('zz')
          .update({ data: { n: 2 } })
      ).stats.updated,
    ).toBe(0)
    expect((await things().count()).total).toBe(1)
  })

  it('updates all that match one by one, up to the first that is refused', async () => {
    await things().add({
      data: [
        { _id: 'b', n: 2 },
        { _id: 'c', n: 'text' },
      ],
    })
    const { inc, exists } = cloud._

    expect(
      (
        await things()
          .where({ _id: cloud._.in(['a', 'b']) })
          .update({ data: { n: inc(1) } })
      ).stats.updated,
    ).toBe(2)
    await refusal(
      things()
        .where({ n: exists(true) })
        .update({ data: { n: inc(1) } }),
    )
    expect((await stored('a')).n).toBe(3)
    expect((await stored('c')).n).toBe('text')
  })

  const refusals: [name: string, data: (_: TestCloud['_']) => object, words: RegExp][] = [
    ['a field inside null', () => ({ none: { k: 1 } }), /Cannot create field 'k' in element \{none: null\}/],
    ['inc of a text', (_) => ({ 'tags.0': _.inc(1) }), /Cannot apply \$inc to a value of non-numeric type/],
    [
      'push to a number',
      (_) => ({ n: _.push(['x']) }),
      /The field 'n' must be an array but is of type number/,
    ],
  ]
  it.each(refusals)('refuses %s', async (_name, data, words) => {
    const { errCode, errMsg } = await refusal(
      things()
        .doc('a')
        .update({ data: data(cloud._) }),
    )
    expect(errCode).toBe(-502001)
    expect(errMsg).toMatch(words)
  })
})

describe('set', () => {
  it('creates, then replaces the whole document', async () => {
    expect(
      (
        await things()
          .doc('a')
          .set({ data: { n: 1 } })
      ).stats,
    ).toEqual({ updated: 0, created: 1 })
    expect(
      (
        await things()
          .doc('a')
          .set({ data: { m: 2 } })
      ).stats,
    ).toEqual({ updated: 1, created: 0 })
    expect(await stored('a')).toEqual({ _id: 'a', m: 2 })
  })
})

describe('remove', () => {
  it('removes one, or all that match', async () => {
    await things().add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
        { _id: 'c', n: 2 },
      ],
    })

    expect((await things().doc('c').remove()).stats.removed).toBe(1)
    expect((await things().doc('c').remove()).stats.removed).toBe(0)
    expect((await things().where({ n: 1 }).remove()).stats.removed).toBe(2)
    expect((await things().count()).total).toBe(0)
  })

  it('removes many at once, and only what matches', async () => {
    await things().add({ data: Array.from({ length: 1500 }, (_, i) => ({ _id: `k-${i}`, n: i % 3, at: i })) })
    const { _ } = cloud

    expect((await things().where({ n: 1 }).remove()).stats.removed).toBe(500)
    expect(
      (
        await things()
          .where({ at: _.lt(30) })
          .remove()
      ).stats.removed,
    ).toBe(20)
    expect(
      (
        await things()
          .where({ _id: _.in(['k-30', 'k-32', 'k-31']) })
          .remove()
      ).stats.removed,
    ).toBe(2)
    expect((await things().where({ n: 1 }).remove()).stats.removed).toBe(0)
    expect((await things().count()).total).toBe(978)
    expect((await things().where({}).remove()).stats.removed).toBe(978)
  })

  it('removes one of several when it is told so', async () => {
    await things().add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ],
    })
    expect((await things().where({ n: 1 }).remove({ multi: false })).stats.removed).toBe(1)
    expect((await things().count()).total).toBe(1)
  })

  it('knows no limit: the SDK leaves it out, with a warning, and everything that matches goes', async () => {
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => {})
    await things().add({ data: [{ n: 1 }, { n: 1 }, { n: 1 }] })
    expect((await things().where({ n: 1 }).limit(1).remove()).stats.removed).toBe(3)
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('not supported in remove()'))
    warned.mockRestore()
  })

  it('can be done in portions by the ids of a limited look', async () => {
    await things().add({
      data: Array.from({ length: 25 }, (_, i) => ({ _id: `k-${i}`, old: true, text: '长' })),
    })
    const portion = await things().where({ old: true }).limit(10).field({ _id: true }).get()
    expect(portion.data).toHaveLength(10)
    expect(Object.keys(portion.data[0])).toEqual(['_id'])

    const ids = portion.data.map(({ _id }: { _id: string }) => _id)
    expect(
      (
        await things()
          .where({ _id: cloud._.in(ids) })
          .remove()
      ).stats.removed,
    ).toBe(10)
    expect((await things().count()).total).toBe(15)
  })

  it('is refused in a collection that was never created', async () => {
    expect((await refusal(cloud.db.collection('nowhere').where({ n: 1 }).remove())).errCode).toBe(-502005)
  })
})
