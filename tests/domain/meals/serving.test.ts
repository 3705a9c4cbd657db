import { dayLeft, isTakenBack, serveOrder, unserveOrder } from '../../../cloudfunctions/_domain/meals/serving'
import { emptyUses, withUses } from '../../../cloudfunctions/_domain/meals/subsidy-uses'
import { emptyServedDay, withServed } from '../../../cloudfunctions/_domain/settlement/settlement'
import { aMealPolicy, anElder, anEntry, anOrder, clerk } from '../builders'

const NOON = new Date('2026-11-22T04:00:00Z')
const terms = { opensBefore: 60, reasonAfter: 240, undoSeconds: 10, undoOnTheWay: 20 }
const move = { by: clerk, now: NOON, reason: null, settling: { graceDays: 5 }, terms }
const elder = anElder()
const onceADay = {
  rule: 'operator-3-a-day',
  label: '运营补贴',
  payer: 'district' as const,
  amount: 300,
  per: 'personDay' as const,
}
const use = {
  on: '2026-11-22',
  slot: 'lunch' as const,
  layer: 'basic-care',
  rule: 'basic-care-recipient-5-a-day',
  amount: 500,
}
const lunch = (own: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ state: 'confirmed', operator: [onceADay], ...own })
const dinner = lunch({ id: 'st-one_2026-11-22_dinner_e-wang', slot: 'dinner', state: 'served', entries: 1 })

describe('serveOrder', () => {
  const facts = { elder, day: null, used: null, policy: null }

  it('writes down the meal, the day and what is owed', () => {
    const served = serveOrder({ ...facts, order: lunch() }, move)
    expect(served.order).toMatchObject({ state: 'served', entries: 1 })
    expect(served.day.served).toMatchObject([{ orderId: lunch().id, operatorRules: ['operator-3-a-day'] }])
    expect(served.entry).toMatchObject({ kind: 'served', by: '张静' })
    expect(served).toMatchObject({ flags: [], uses: null })
  })

  it('asks about an elder who is away', () => {
    const away = anElder({ absences: [{ kind: 'hospital', from: '2026-11-20', to: null, by: '张静' }] })
    const { flags } = serveOrder({ ...facts, elder: away, order: lunch() }, move)
    expect(flags.map(({ kind }) => kind)).toEqual(['inHospital'])
    expect(serveOrder({ ...facts, elder: null, order: lunch() }, move).flags).toEqual([])
  })

  it.each([
    ['TOO_EARLY', lunch(), new Date('2026-11-22T02:29:59Z')],
    ['WRONG_STATE', lunch({ state: 'placed' }), new Date('2026-11-22T02:29:59Z')],
    ['WRONG_STATE', lunch({ state: 'placed' }), NOON],
    ['REASON_MISSING', lunch(), new Date('2026-11-22T07:30:01Z')],
  ])('refuses with %s', (code, order, now) => {
    expect(() => serveOrder({ ...facts, order }, { ...move, now })).toThrow(code)
  })

  it('flags what is written down late, with its reason, and nothing that is in time', () => {
    const late = { ...move, now: new Date('2026-11-22T07:30:01Z'), reason: '当时没有网' }
    const served = serveOrder({ ...facts, order: lunch() }, late)
    expect(served.order).toMatchObject({ state: 'served', reason: '当时没有网' })
    expect(served.flags).toMatchObject([{ kind: 'servedLate', about: '当时没有网', state: 'open' }])
    expect(serveOrder({ ...facts, order: lunch() }, { ...move, reason: '自己来的' }).flags).toEqual([])
  })

  describe('of a meal that was missed', () => {
    const month = emptyUses(elder, '2026-11')
    const missed = lunch({
      state: 'missed',
      entries: 2,
      elderPays: 1300,
      uses: [use],
      usedIn: month.id,
      lines: [
        { kind: 'list', label: '红烧鱼套餐', payer: null, rule: null, amount: 1800 },
        { kind: 'subsidy', label: '补贴', payer: 'district', rule: use.rule, amount: 500 },
        { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: 1300 },
      ],
    })
    const again = { ...facts, order: missed, policy: aMealPolicy() }

    it('takes its uses again, at the price that was frozen into it', () => {
      const { order, uses } = serveOrder({ ...again, used: month }, move)
      expect(order).toMatchObject({ state: 'served', entries: 3, elderPays: 1300 })
      expect(uses).toEqual(withUses(month, missed.id, [use], false))
    })

    it('lets the elder pay what has gone to another meal meanwhile', () => {
      const used = withUses(month, dinner.id, [{ ...use, slot: 'dinner' as const }], false)
      const { order, uses } = serveOrder({ ...again, used }, move)
      expect(order).toMatchObject({ elderPays: 1800, uses: [] })
      expect(uses).toEqual({ ...used, denied: [missed.id] })
    })

    it('takes nothing where nothing was limited', () => {
      expect(serveOrder({ ...again, used: null }, move).uses).toBeNull()
    })
  })
})

describe('isTakenBack', () => {
  it.each([
    [['served', 'confirmed'], '点错了', true],
    [['served', 'confirmed'], null, false],
    [['served', 'confirmed', 'cancelled', 'placed', 'confirmed'], '点错了', false],
    [['placed', 'confirmed'], '点错了', false],
    [['confirmed', 'served'], '点错了', false],
    [[], '点错了', false],
  ] as const)('after %j with %s is %s', (states, reason, isBack) => {
    const at = NOON.toISOString()
    const history = states.map((state) => ({ state, at, by: clerk }))
    expect(isTakenBack(anOrder({ history, reason }), '点错了')).toBe(isBack)
  })
})

describe('unserveOrder', () => {
  const order = lunch({ state: 'served', entries: 1 })
  const first = withServed(emptyServedDay(order), order).day
  const both = withServed(first, dinner).day
  const entries = [anEntry({ orderId: order.id })]
  const undo = { ...move, reason: '点错了' }

  it('is confirmed as before, reverses what was written, and empties the day', () => {
    const left = dayLeft(first, order.id)
    const back = unserveOrder({ order, entries, left, next: null }, undo)
    expect(back.order).toMatchObject({ state: 'confirmed', reason: '点错了', entries: 2, uses: order.uses })
    expect(back.reversed).toMatchObject({ kind: 'reversed', id: `${order.id}_2` })
    expect(back.day?.served).toEqual([])
    expect(back.added).toBeNull()
  })

  it('passes the operator’s once-a-day rules on to the other meal', () => {
    const left = dayLeft(both, order.id)
    expect(left.heir?.orderId).toBe(dinner.id)
    const back = unserveOrder({ order, entries, left, next: dinner }, undo)
    expect(back.added).toMatchObject({ order: { id: dinner.id, entries: 2 }, entry: { kind: 'added' } })
    expect(back.day).toEqual(left.heir?.day)
  })

  it('passes nothing on to a meal that is gone or gets nothing from it', () => {
    const left = dayLeft(both, order.id)
    for (const next of [null, { ...dinner, operator: [] }]) {
      const back = unserveOrder({ order, entries, left, next }, undo)
      expect(back).toMatchObject({ added: null, day: left.day })
    }
  })

  it('has no day to change where none was kept', () => {
    const left = dayLeft(null, order.id)
    expect(unserveOrder({ order, entries: [], left, next: null }, undo)).toMatchObject({
      day: null,
      reversed: null,
    })
  })

  it('needs no reason right after the tap, and one later', () => {
    const history = [{ state: 'served' as const, at: NOON.toISOString(), by: clerk }]
    const facts = { order: { ...order, history }, entries, left: dayLeft(first, order.id), next: null }
    const later = (seconds: number) => ({ ...move, now: new Date(NOON.getTime() + seconds * 1000) })
    expect(unserveOrder(facts, later(30)).order).toMatchObject({ state: 'confirmed', reason: null })
    expect(() => unserveOrder(facts, later(31))).toThrow('REASON_MISSING')
    expect(() => unserveOrder({ ...facts, order }, later(1))).toThrow('REASON_MISSING')
  })

  it('is for meals that were served', () => {
    const facts = { order: lunch(), entries, left: dayLeft(null, ''), next: null }
    expect(() => unserveOrder(facts, undo)).toThrow('WRONG_STATE')
  })
})
