import texts from '../../../cloudfunctions/_policies/consents.json'
import type { EntitlementsPage } from '../../../types/eligibility/entitlements'
import type { Quote } from '../../../types/meals/orders'
import { pageSize } from '../../../types/paging'
import type { ElderFile, Registered } from '../../../types/people/elders'
import type { SettledNumber, SharedNumber } from '../../../types/people/numbers'
import type { LogLine } from '../../../types/people/privacy'
import { aMealPolicy, anElder, idNumberOf, LUNCH, NOW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

const ID_NUMBER = idNumberOf('1950-02-03', 'female')
const TAIL = ID_NUMBER.slice(-4)
const agreed = texts.texts
  .filter(({ purpose }) => purpose === 'service' || purpose === 'category')
  .map(({ purpose, version }) => ({ purpose, version }))
const zhao = { name: '赵桂芳', idNumber: ID_NUMBER, building: '长江路 20 弄 1 号', living: 'couple' }
const himself = { ...zhao, idNumber: idNumberOf('1951-03-04', 'male') }
const kin = { relation: 'son', name: '赵明' }
const paper = { how: 'paper', form: '2026-017', witness: '李站长' }

/** Whoever says that they are sixty pays less. */
const [layer] = aMealPolicy().layers
if (!layer) throw new Error('the policy has no layer')
const byWord = aMealPolicy({
  evidence: 'declared',
  layers: [
    {
      ...layer,
      rules: [
        ...layer.rules.slice(0, 1).map((rule) => ({ ...rule, who: { age: { from: 60 } }, amount: 500 })),
        ...layer.rules.slice(0, 1).map((rule) => ({ ...rule, rule: 'for-all', who: {}, amount: 300 })),
      ],
    },
  ],
})
const stock = aNeighbourhood({ policies: [byWord] })

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(stock))
afterAll(() => cloud.close())

const call = (openid: string, action: string, input: object) =>
  cloud.as(openid).call(`people.${action}`, input)
const self = (own: object = {}) => ({ elder: zhao, stationId: 'st-one', agreed, ...own })
const byHerself = async (openid: string, own: object = {}) =>
  accepted<Registered>(await call(openid, 'registerSelf', self(own)))
const atCounter = (own: object = {}) => ({ ...self(), paper, channel: 'counter', ...own })
const elder = (id: string) => cloud.one('elders', id)
const numbers = () => cloud.stored('identities')
const shared = async (openid: string, stationId: string, after?: string) =>
  accepted<{ numbers: SharedNumber[]; next: string | null; waiting: number; lately: SettledNumber[] }>(
    await call(openid, 'sharedNumbers', { stationId, ...(after && { after }) }),
  )
const settle = (openid: string, elderId: string, own: object = {}) =>
  call(openid, 'settleNumber', { elderId, reason: '看了身份证', ...own })
const quoted = async (openid: string, elderId: string) =>
  accepted<Quote>(
    await cloud.as(openid).call('meals.quote', { sittingId: LUNCH, elderId, mode: 'dineIn', setId: 'fish' }),
  )
const logOf = async (elderId: string) =>
  (await cloud.stored('auditLog')).filter((line) => line.elderId === elderId && line.action !== 'people.find')
/** A stranger registers her first, at station one, then she herself at station two. */
const twice = async () => {
  const first = await byHerself('o-stranger-1')
  const second = await byHerself('o-zhao', { stationId: 'st-two' })
  return { first, second }
}

describe('an id number that is registered already', () => {
  /** What somebody hears, and how often the database was asked, without what is always another. */
  const heard = async (openid: string, action: string, input: object) => {
    await quoted('o-daughter', 'e-wang') // so that nothing is read for the first time
    cloud.emulator.gateway.counts.reset()
    const reply = await call(openid, action, input)
    const calls = cloud.emulator.gateway.counts.total()
    const { elderId, code } = accepted<Registered>(reply)
    const said = JSON.stringify(reply).replaceAll(elderId, 'id').replaceAll(code, 'code')
    return { said: said.replace(/"requestId":"[^"]*"/, ''), calls, elderId }
  }

  it.each([
    ['registerSelf', {}],
    ['registerKin', kin],
  ])(
    'is taken with the same words and after as many looks as one that is not, by %s',
    async (action, own) => {
      const { agreed: _, ...plain } = self()
      const input = action === 'registerSelf' ? self() : { ...plain, ...own }
      const first = await heard('o-new', action, input)
      const second = await heard('o-next', action, input)
      const other = await heard('o-third', action, { ...input, elder: { ...zhao, name: '赵桂花' } })
      expect({ ...second, elderId: '' }).toEqual({ ...first, elderId: '' })
      expect(other.calls).toBe(first.calls)
      expect(await numbers()).toMatchObject([
        { elderId: first.elderId, claims: [first, second, other].map(({ elderId }) => ({ elderId })) },
      ])
      expect((await elder(first.elderId))?.isIdPending).toBeUndefined()
      expect(await elder(second.elderId)).toMatchObject({ isIdPending: true, idNumber: { tail: TAIL } })
    },
  )

  it('has one first one when several register at once', async () => {
    const all = ['o-a', 'o-b', 'o-c']
    const registered = await Promise.all(all.map((openid) => byHerself(openid)))
    const pending = (await cloud.stored('elders')).filter(({ isIdPending }) => isIdPending)
    expect(pending).toHaveLength(2)
    const [number, ...more] = await numbers()
    expect(more).toEqual([])
    expect(pending.map(({ id }) => id)).not.toContain(number?.elderId)
    expect(number?.claims?.map(({ elderId }) => elderId).sort()).toEqual(
      registered.map(({ elderId }) => elderId).sort(),
    )
  })

  it('stands in both files alike', async () => {
    const { first, second } = await twice()
    const fileOf = async (openid: string, { elderId }: Registered) => {
      const file = accepted<ElderFile>(await call(openid, 'file', { elderId }))
      return { ...file, id: '', stationId: '', stationName: '' }
    }
    expect(await fileOf('o-zhao', second)).toEqual(await fileOf('o-stranger-1', first))
  })

  it('gives the second no subsidy, says that papers are to be seen, and lets her book', async () => {
    const { first, second } = await twice()
    expect(await quoted('o-stranger-1', first.elderId)).toMatchObject({ elderPays: 1300 })
    const price = await quoted('o-zhao', second.elderId)
    expect(price.elderPays).toBe(1800)
    expect(price.lines.map(({ kind }) => kind)).toEqual(['list', 'selfPay'])
    expect(price.undecided).toMatchObject([{ amount: 500, facts: [{ fact: 'age', isDeclared: true }] }])
    const wish = { sittingId: LUNCH, elderId: second.elderId, mode: 'dineIn', setId: 'fish' }
    accepted(await cloud.as('o-zhao').call('meals.book', wish))
    const answers = await cloud.as('o-zhao').call('eligibility.entitlements', { elderId: second.elderId })
    expect(JSON.stringify(accepted(answers))).not.toContain('"answer":"yes"')
  })

  it('finds whoever has that name, whichever of them was first', async () => {
    const { second } = await twice()
    const third = await byHerself('o-third', { elder: { ...zhao, name: '赵桂花' } })
    const asks = (elderName: string) =>
      call('o-son', 'ask', {
        by: { idNumber: ID_NUMBER, elderName },
        relation: 'son',
        scopes: ['view'],
        name: '赵明',
      })
    accepted(await asks('赵桂花'))
    expect((await cloud.stored('relations')).map(({ elderId }) => elderId)).toContain(third.elderId)
    expect(codeOf(await asks('赵桂兰'))).toBe('NOT_FOUND_BY_THIS')
    expect((await cloud.stored('relations')).map(({ elderId }) => elderId)).not.toContain(second.elderId)
  })

  it('is listed ten times at most, and all are counted', async () => {
    for (let nth = 0; nth < 12; nth++) await byHerself(`o-many-${nth}`)
    const [number] = await numbers()
    expect(number?.claims).toHaveLength(10)
    expect((await shared('o-clerk', 'st-one')).numbers).toMatchObject([{ unlisted: 2 }])
    expect((await cloud.stored('elders')).filter(({ isIdPending }) => isIdPending)).toHaveLength(11)
  })
})

describe('people.sharedNumbers', () => {
  it('shows both to the clerks of both stations, and that another station’s was looked at', async () => {
    const { first, second } = await twice()
    for (const [openid, stationId, own] of [
      ['o-clerk', 'st-one', first.elderId],
      ['o-other-clerk', 'st-two', second.elderId],
    ] as const) {
      const list = await shared(openid, stationId)
      expect(list).toMatchObject({ waiting: 1, next: null, numbers: [{ tail: TAIL }] })
      const [number] = list.numbers
      expect(number?.elders.map(({ id, isOwn }) => [id, isOwn])).toEqual([
        [first.elderId, first.elderId === own],
        [second.elderId, second.elderId === own],
      ])
      expect(number?.elders).toMatchObject([{ isUnseen: true, hasOwnPhone: true }, { isUnseen: true }])
    }
    expect((await logOf(second.elderId)).map(({ action }) => action)).toContain('people.sharedNumbers')
    expect(JSON.stringify(await shared('o-clerk', 'st-one'))).not.toContain(ID_NUMBER)
  })

  it('lists the longest waiting first, page by page, and counts all of them', async () => {
    const count = pageSize.sharedNumbers + 3
    const elders = Array.from({ length: count }, (_, nth) =>
      anElder({ id: `e-${nth}`, idNumber: { sealed: 's', tail: String(1000 + nth), digest: `d-${nth}` } }),
    )
    const identities = elders.map(({ id }, nth) => ({
      ...{ id: `d-${nth}`, district: wang.district, elderId: id },
      claims: [{ elderId: id, stationId: 'st-one' }],
      since: `2026-11-01T00:${String(count - nth).padStart(2, '0')}:00.000Z`,
    }))
    const own: Stock = { elders: [...(stock.elders ?? []), ...elders], identities }
    await cloud.restock(aNeighbourhood(own))
    const page = await shared('o-clerk', 'st-one')
    const rest = await shared('o-clerk', 'st-one', page.next ?? '')
    expect([page.waiting, rest.waiting, rest.next]).toEqual([count, count, null])
    const tails = [...page.numbers, ...rest.numbers].map(({ tail }) => tail)
    expect(tails).toEqual(elders.map(({ idNumber }) => idNumber?.tail).reverse())
    expect(await shared('o-other-clerk', 'st-two')).toEqual({
      numbers: [],
      next: null,
      waiting: 0,
      lately: [],
    })
  })
})

describe('people.settleNumber', () => {
  it('gives it to whoever showed the card, takes it from the other, and writes both down', async () => {
    const { first, second } = await twice()
    accepted(await settle('o-other-clerk', second.elderId))
    expect(await numbers()).toMatchObject([{ elderId: second.elderId }])
    expect((await numbers())[0]).not.toHaveProperty('claims')
    const [loser, winner] = [await elder(first.elderId), await elder(second.elderId)]
    expect(winner).toMatchObject({ idNumber: { tail: TAIL }, seen: { how: 'papers' } })
    expect(winner?.verifiedBy).not.toBeNull()
    expect(winner?.isIdPending).toBeUndefined()
    expect(loser).toMatchObject({ idNumber: null, isIdPending: true, verifiedBy: null, seen: null })
    expect(await quoted('o-zhao', second.elderId)).toMatchObject({ elderPays: 1300 })
    expect(await quoted('o-stranger-1', first.elderId)).toMatchObject({ elderPays: 1800 })
    const log = accepted<LogLine[]>(await call('o-stranger-1', 'log', { elderId: first.elderId }))
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'people.settleNumber', about: 'others', reason: null }),
    )
    expect((await logOf(second.elderId)).at(-1)).toMatchObject({ about: 'hers', reason: '看了身份证' })
    expect(await shared('o-clerk', 'st-one')).toMatchObject({ numbers: [], waiting: 0 })
  })

  it('looks then whether the others are the same person, or somebody else’s namesake', async () => {
    const first = await byHerself('o-stranger-1')
    const second = await byHerself('o-zhao')
    expect(await cloud.stored('likenesses')).toEqual([])
    accepted(await settle('o-clerk', second.elderId))
    expect(await cloud.stored('likenesses')).toMatchObject([
      { state: 'found', signs: ['name', 'birthDate', 'building'], stationId: 'st-one' },
    ])
    const [pair] = await cloud.stored('likenesses')
    expect([pair?.elderId, pair?.otherId].sort()).toEqual([first.elderId, second.elderId].sort())
  })

  it('says one thing to whoever is left without: what she was recognised as waits for her own card', async () => {
    const { first, second } = await twice()
    const entitled = async (openid: string, { elderId }: Registered) =>
      accepted<EntitlementsPage>(await cloud.as(openid).call('eligibility.entitlements', { elderId }))
    expect((await entitled('o-stranger-1', first)).isNumberGone).toBeUndefined()
    accepted(await settle('o-other-clerk', second.elderId))
    expect((await entitled('o-stranger-1', first)).isNumberGone).toBe(true)
    expect((await entitled('o-zhao', second)).isNumberGone).toBeUndefined()
  })

  it('lets a clerk of either station say so, and nobody else’s', async () => {
    const { second } = await twice()
    expect(codeOf(await settle('o-daughter', second.elderId))).toBe('FORBIDDEN')
    accepted(await settle('o-clerk', second.elderId))
    const alone = await byHerself('o-fourth', { elder: himself, stationId: 'st-two' })
    expect(codeOf(await settle('o-clerk', alone.elderId))).toBe('FORBIDDEN')
  })

  it('is taken from nobody whose papers were seen, unless her own station says so', async () => {
    await cloud.restock(aNeighbourhood({ policies: [byWord] }))
    const first = accepted<Registered>(await call('o-clerk', 'registerAt', atCounter()))
    const second = await byHerself('o-zhao', { stationId: 'st-two' })
    expect(codeOf(await settle('o-other-clerk', second.elderId))).toBe('ALREADY_REGISTERED')
    expect(await elder(first.elderId)).toMatchObject({ idNumber: { tail: TAIL }, verifiedBy: '某人' })
    accepted(await settle('o-clerk', second.elderId))
  })

  it('is answered again when it is sent again, and refused where another one has it', async () => {
    const { first, second } = await twice()
    accepted(await settle('o-clerk', first.elderId, { key: 'settle-1' }))
    accepted(await settle('o-clerk', first.elderId, { key: 'settle-1' }))
    accepted(await settle('o-clerk', first.elderId))
    expect(codeOf(await settle('o-other-clerk', second.elderId))).toBe('WRONG_STATE')
    expect(codeOf(await settle('o-clerk', 'e-wang'))).toBe('WRONG_STATE')
    expect(await numbers()).toMatchObject([{ elderId: first.elderId }])
  })

  it('has one winner when two clerks say different ones at once', async () => {
    for (let nth = 0; nth < 5; nth++) {
      await cloud.restock(stock)
      const { first, second } = await twice()
      const codes = await Promise.all([
        settle('o-clerk', first.elderId).then(codeOf),
        settle('o-other-clerk', second.elderId).then(codeOf),
      ])
      expect(codes.sort()).toEqual(['WRONG_STATE', 'accepted'])
      const holding = (await cloud.stored('elders')).filter(({ idNumber }) => idNumber !== null)
      expect(await numbers()).toMatchObject([{ elderId: holding[0]?.id }])
      expect(holding).toHaveLength(1)
    }
  })
})

describe('a clerk with her card in hand', () => {
  it('is told who has her number, looks, and registers her; the other is left without', async () => {
    const first = await byHerself('o-stranger-1')
    const told = await call('o-clerk', 'registerAt', atCounter())
    expect(told).toMatchObject({ code: 'ALREADY_REGISTERED', detail: { elderId: first.elderId } })
    const { elderId } = accepted<Registered>(
      await call('o-clerk', 'registerAt', atCounter({ others: [first.elderId] })),
    )
    expect(await numbers()).toMatchObject([{ elderId }])
    expect(await elder(first.elderId)).toMatchObject({ idNumber: null, isIdPending: true })
    expect((await logOf(first.elderId)).at(-1)).toMatchObject({
      action: 'people.registerAt',
      about: 'others',
    })
    const again = atCounter({ elder: { ...zhao, building: '别处' }, others: [first.elderId, elderId] })
    expect(codeOf(await call('o-manager', 'registerAt', again))).toBe('ALREADY_REGISTERED') // her papers were seen
  })

  it('on the telephone leaves it open', async () => {
    const first = await byHerself('o-stranger-1')
    const { elderId } = accepted<Registered>(
      await call('o-clerk', 'registerAt', atCounter({ channel: 'phone', others: [first.elderId] })),
    )
    expect(await elder(elderId)).toMatchObject({ isIdPending: true })
    expect(await shared('o-clerk', 'st-one')).toMatchObject({ waiting: 1 })
  })

  it('adds it later to an elder who had none, or another', async () => {
    const first = await byHerself('o-stranger-1')
    const mine = { elder: { ...himself, name: '王一' } }
    const { elderId } = accepted<Registered>(await call('o-clerk', 'registerAt', atCounter(mine)))
    const verify = (own: object = {}) =>
      call('o-clerk', 'verify', {
        ...{ elderId, identity: { idNumber: ID_NUMBER, birthDate: '1950-02-03', sex: 'female' } },
        ...{ reason: '看了身份证', ...own },
      })
    expect(await verify()).toMatchObject({ code: 'ALREADY_REGISTERED', detail: { elderId: first.elderId } })
    accepted(await verify({ others: [first.elderId] }))
    expect(await numbers()).toMatchObject([{ elderId }])
    expect(await elder(first.elderId)).toMatchObject({ idNumber: null, isIdPending: true })
    expect((await elder(elderId))?.isIdPending).toBeUndefined()
    const own = { idNumber: idNumberOf('1949-01-01', 'female') }
    accepted(await call('o-clerk', 'verify', { elderId: first.elderId, identity: own, reason: '看了身份证' }))
    expect((await elder(first.elderId))?.isIdPending).toBeUndefined()
  })
})

describe('people.undoSettling', () => {
  const undo = (openid: string, elderId: string) => call(openid, 'undoSettling', { elderId })
  const later = (hours: number) => cloud.emulator.clock.set(new Date(NOW.getTime() + hours * 3_600_000))
  /** What is stored of both and of their number. */
  const standing = async ({ first, second }: Record<'first' | 'second', Registered>) => {
    const [one, other] = [await elder(first.elderId), await elder(second.elderId)]
    const bare = (record: typeof one) =>
      record && { ...record, seen: null, idNumber: record.idNumber?.digest }
    return { numbers: await numbers(), elders: [bare(one), bare(other)] }
  }

  it('gives everybody back what they had, prices too, on the page of the station that settled it', async () => {
    const both = await twice()
    const before = await standing(both)
    accepted(await settle('o-clerk', both.second.elderId))
    const { lately } = await shared('o-clerk', 'st-one')
    expect(lately).toEqual([
      {
        ...{ tail: TAIL, elderId: both.second.elderId, name: zhao.name },
        undoUntil: expect.stringContaining('2026-11-22T'),
      },
    ])
    accepted(await undo('o-clerk', both.second.elderId))
    expect(await standing(both)).toEqual(before)
    expect(await shared('o-clerk', 'st-one')).toMatchObject({ waiting: 1, lately: [] })
    expect(await quoted('o-stranger-1', both.first.elderId)).toMatchObject({ elderPays: 1300 })
    expect((await logOf(both.first.elderId)).at(-1)).toMatchObject({
      ...{ action: 'people.undoSettling', about: 'others' },
    })
    accepted(await undo('o-clerk', both.second.elderId)) // sent again
    accepted(await settle('o-clerk', both.first.elderId))
    expect(await numbers()).toMatchObject([{ elderId: both.first.elderId }])
  })

  it('asks no more about a pair that was alike only without the number', async () => {
    const first = await byHerself('o-stranger-1')
    const second = await byHerself('o-zhao')
    accepted(await settle('o-clerk', second.elderId))
    expect(await cloud.stored('likenesses')).toHaveLength(1)
    accepted(await undo('o-clerk', second.elderId))
    expect(await cloud.stored('likenesses')).toEqual([])
    expect((await elder(first.elderId))?.idNumber?.tail).toBe(TAIL)
  })

  it('asks no more about any of them when it is sent again after it broke off among the pairs', async () => {
    await byHerself('o-stranger-1')
    const second = await byHerself('o-zhao')
    accepted(await settle('o-clerk', second.elderId))
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'database.removeDocument', times: 9 }])
    expect(codeOf(await undo('o-clerk', second.elderId))).toBe('BUSY')
    cloud.emulator.gateway.faults.set([])
    accepted(await undo('o-clerk', second.elderId))
    expect(await cloud.stored('likenesses')).toEqual([])
  })

  it('is closed after a day, and nobody’s who is no clerk of theirs', async () => {
    const { second } = await twice()
    accepted(await settle('o-clerk', second.elderId))
    expect(codeOf(await undo('o-daughter', second.elderId))).toBe('FORBIDDEN')
    later(23)
    expect((await shared('o-other-clerk', 'st-two')).lately).toHaveLength(1)
    later(25)
    expect((await shared('o-other-clerk', 'st-two')).lately).toEqual([])
    expect(codeOf(await undo('o-other-clerk', second.elderId))).toBe('UNDO_CLOSED')
  })

  it('keeps who has claimed it since, and leaves alone who has another number by now', async () => {
    const { first, second } = await twice()
    accepted(await settle('o-clerk', second.elderId))
    const third = await byHerself('o-third')
    accepted(await undo('o-clerk', second.elderId))
    const [number] = await numbers()
    expect(number?.elderId).toBe(first.elderId)
    expect(number?.claims?.map(({ elderId }) => elderId).sort()).toEqual(
      [first, second, third].map(({ elderId }) => elderId).sort(),
    )
    accepted(await settle('o-clerk', first.elderId))
    const own = { idNumber: idNumberOf('1949-01-01', 'female') }
    for (const { elderId } of [second, third]) {
      const reply = await call('o-clerk', 'verify', { elderId, identity: own, reason: '看了身份证' })
      if (elderId === third.elderId) accepted(reply)
    }
    accepted(await undo('o-clerk', first.elderId))
    expect((await elder(third.elderId))?.idNumber?.tail).not.toBe(TAIL)
  })

  it('is refused where nobody is left who could have it again, or nothing was settled', async () => {
    const { first, second } = await twice()
    expect(codeOf(await undo('o-clerk', 'e-wang'))).toBe('WRONG_STATE')
    accepted(await settle('o-clerk', second.elderId))
    accepted(await call('o-stranger-1', 'erase', { elderId: first.elderId }))
    expect(codeOf(await undo('o-other-clerk', second.elderId))).toBe('WRONG_STATE')
  })
})

describe('a clerk who leaves somebody without a number', () => {
  it('has it looked for whom she is like now, however that was done', async () => {
    const nameless = anElder({ id: 'e-n', name: zhao.name, birthDate: '1950-02-03', building: zhao.building })
    const other = { sealed: 's', tail: '0000', digest: 'd-other' }
    const alike = { ...nameless, code: '45678901', idNumber: other }
    await cloud.restock(aNeighbourhood({ elders: [wang, alike], policies: [byWord] }))
    const first = await byHerself('o-stranger-1')
    accepted(await call('o-clerk', 'registerAt', atCounter({ others: [first.elderId] })))
    const ids = (await cloud.stored('likenesses')).flatMap(({ state, elderId, otherId }) =>
      state === 'found' ? [[elderId, otherId].sort().join()] : [],
    )
    expect(ids).toContain(['e-n', first.elderId].sort().join())
  })
})

describe('a number that several claim', () => {
  it('stays with the first when the second has her data deleted', async () => {
    const { first, second } = await twice()
    accepted(await call('o-zhao', 'erase', { elderId: second.elderId }))
    const [number, ...more] = await numbers()
    expect(number).toEqual({ id: number?.id, district: wang.district, elderId: first.elderId })
    expect(more).toEqual([])
  })

  it('is left to the second when the first has hers deleted, and gone when nobody is left', async () => {
    const { first, second } = await twice()
    accepted(await call('o-stranger-1', 'erase', { elderId: first.elderId }))
    expect(await numbers()).toMatchObject([{ elderId: null, claims: [{ elderId: second.elderId }] }])
    expect(await shared('o-other-clerk', 'st-two')).toMatchObject({ waiting: 1 })
    expect(await shared('o-clerk', 'st-one')).toMatchObject({ waiting: 0 })
    accepted(await call('o-zhao', 'erase', { elderId: second.elderId }))
    expect(await numbers()).toEqual([])
  })

  it('is seen where one of them is looked after now', async () => {
    const { first } = await twice()
    const to = { stationId: 'st-two', from: '2026-11-21', building: '黄河路 1 号', room: null, place: null }
    accepted(await call('o-clerk', 'move', { elderId: first.elderId, ...to }))
    expect(await shared('o-clerk', 'st-one')).toMatchObject({ waiting: 0 })
    const [number] = (await shared('o-other-clerk', 'st-two')).numbers
    expect(number?.elders.map(({ isOwn }) => isOwn)).toEqual([true, true])
  })
})
