import fc from 'fast-check'
import { yuan } from '../../../cloudfunctions/_domain/base/yuan'
import type { SettlementEntryRecord } from '../../../cloudfunctions/_domain/settlement/records'
import {
  addedEntry,
  closesOn,
  drawSample,
  emptyServedDay,
  monthOf,
  passedOn,
  reversedEntry,
  servedEntry,
  settledIn,
  standingEntries,
  withoutServed,
  withServed,
} from '../../../cloudfunctions/_domain/settlement/settlement'
import type { OperatorLine } from '../../../types/meals/prices'
import { anOrder, LUNCH } from '../builders'

const settling = { graceDays: 5 }
const at = (local: string) => new Date(`${local}+08:00`)
const written = { now: at('2026-11-22T12:00:00'), by: '张静', settling }

describe('closesOn', () => {
  it.each([
    ['2026-11', '2026-12-06'],
    ['2026-12', '2027-01-06'],
    ['2024-02', '2024-03-06'],
  ])('closes %s on %s', (month, day) => {
    expect(closesOn(month, settling)).toBe(day)
  })
})

describe('settledIn', () => {
  it.each([
    ['on the day itself', '2026-11-30T23:59:59', '2026-11'],
    ['on the last open day', '2026-12-05T23:59:59', '2026-11'],
    ['on the day of closing', '2026-12-06T00:00:00', '2026-12'],
    ['much later', '2027-03-15T08:00:00', '2027-03'],
  ])('%s', (_, now, month) => {
    expect(settledIn('2026-11-30', at(now), settling)).toBe(month)
  })

  it('never writes into a month that is closed', () => {
    const day = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2027-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 31 }), (meal, now, graceDays) => {
        const month = settledIn(meal.toISOString().slice(0, 10), now, { graceDays })
        const local = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
        return local < closesOn(month, { graceDays })
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

const operatorLine = (own: Partial<OperatorLine> = {}): OperatorLine => ({
  rule: 'operator-3-a-day',
  label: '运营补贴',
  payer: 'district',
  amount: 300,
  per: 'personDay',
  ...own,
})
const lunch = anOrder({ state: 'served', operator: [operatorLine()] })
const dinner = anOrder({
  id: 'st-two_2026-11-22_dinner_e-wang',
  stationId: 'st-two',
  slot: 'dinner',
  operator: [operatorLine(), operatorLine({ rule: 'a-meal', per: 'meal', amount: 100 })],
})

describe('withServed', () => {
  const first = withServed(emptyServedDay(lunch), lunch)

  it('gives what is given once for a person and day with the first meal alone', () => {
    expect(first.operator.map(({ rule }) => rule)).toEqual(['operator-3-a-day'])
    expect(withServed(first.day, dinner).operator.map(({ rule }) => rule)).toEqual(['a-meal'])
  })

  it('gives it again to the same meal, served a second time', () => {
    expect(withServed(first.day, lunch)).toEqual(first)
  })

  it('gives it to the next meal once the first was taken back', () => {
    const left = withoutServed(first.day, lunch.id)
    expect(left.served).toEqual([])
    expect(withServed(left, dinner).operator).toHaveLength(2)
  })
})

/** A delivery: 18 yuan and 2 for the way; 1 off, 5 and 2 from payers, 12 from her. */
const delivered = anOrder({
  mode: 'delivery',
  elderPays: 1200,
  lines: [
    { kind: 'list', label: '红烧鱼套餐', payer: null, rule: null, amount: 1800 },
    { kind: 'delivery', label: '送餐费', payer: null, rule: null, amount: 200 },
    { kind: 'discount', label: '折扣', payer: 'station', rule: 'one-off', amount: 100 },
    { kind: 'subsidy', label: '补贴', payer: 'city', rule: 'five', amount: 500 },
    { kind: 'subsidy', label: '送餐补贴', payer: 'district', rule: 'two', amount: 200 },
    { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: 1200 },
  ],
})

describe('servedEntry', () => {
  const entry = servedEntry(delivered, [operatorLine()], written)

  it('bills meal and way together, and names what each payer owes', () => {
    expect(entry).toMatchObject({
      id: `${LUNCH}_e-wang_1`,
      kind: 'served',
      billed: 2000,
      elderPaid: 1200,
      month: '2026-11',
    })
    expect(entry.owed.map(({ payer, rule, to, amount }) => [payer, rule, to, amount])).toEqual([
      ['station', 'one-off', 'elder', 100],
      ['city', 'five', 'elder', 500],
      ['district', 'two', 'elder', 200],
      ['district', 'operator-3-a-day', 'operator', 300],
    ])
  })

  it('lets every fen be paid once', () => {
    const forHer = entry.owed.filter(({ to }) => to === 'elder').reduce((sum, { amount }) => sum + amount, 0)
    expect(entry.billed).toBe(entry.elderPaid + forHer)
  })

  it('masks the name', () => {
    expect(JSON.stringify(entry)).not.toContain(delivered.elderName)
    expect(entry.elderName).toBe('王*英')
  })

  it('counts the lines of its order', () => {
    expect(servedEntry({ ...delivered, entries: 2 }, [], written).id).toBe(`${LUNCH}_e-wang_3`)
  })
})

describe('reversedEntry', () => {
  const nothing = operatorLine({ rule: 'nothing', amount: 0 })
  const entry = servedEntry(delivered, [operatorLine(), nothing], written)
  const reversed = reversedEntry([entry], { ...written, by: '李站长' })

  it('takes every amount back, and none is minus nothing', () => {
    expect(reversed).toMatchObject({
      id: `${LUNCH}_e-wang_2`,
      kind: 'reversed',
      billed: -2000,
      elderPaid: -1200,
      by: '李站长',
    })
    expect(reversed?.owed.map(({ rule, amount }) => [rule, amount])).toEqual([
      ['one-off', -100],
      ['five', -500],
      ['two', -200],
      ['operator-3-a-day', -300],
    ])
    const free = reversedEntry([{ ...entry, billed: 0, elderPaid: 0 }], written)
    expect([free?.billed, free?.elderPaid].some((amount) => Object.is(amount, -0))).toBe(false)
  })

  it('takes back what was added later too, once', () => {
    const bonus = addedEntry({ ...dinner, entries: 1 }, ['operator-3-a-day'], written)
    const served = servedEntry({ ...dinner, entries: 0 }, [], written)
    const back = reversedEntry(bonus ? [served, bonus] : [], written)
    expect(back?.owed.map(({ amount }) => amount)).toEqual([-300])
    expect(back?.id).toBe(`${dinner.id}_3`)
  })

  it('has nothing to take back twice', () => {
    expect(reversedEntry(reversed ? [entry, reversed] : [], written)).toBeNull()
    expect(reversedEntry([], written)).toBeNull()
  })

  it('is settled in the month that is open', () => {
    const later = { ...written, now: at('2026-12-06T00:00:00') }
    expect([entry.month, reversed?.month]).toEqual(['2026-11', '2026-11'])
    expect(reversedEntry([entry], later)).toMatchObject({ month: '2026-12', date: entry.date })
  })
})

describe('passedOn and addedEntry', () => {
  const first = withServed(emptyServedDay(lunch), lunch).day
  const both = withServed(first, dinner).day

  it('hand what is given once a day to the other meal of the day', () => {
    const heir = passedOn(both, withoutServed(both, lunch.id), lunch.id)
    expect(heir).toMatchObject({ orderId: dinner.id, rules: ['operator-3-a-day'] })
    expect(heir?.day.served).toEqual([
      expect.objectContaining({ orderId: dinner.id, operatorRules: ['operator-3-a-day'] }),
    ])
    expect(addedEntry({ ...dinner, entries: 1 }, heir?.rules ?? [], written)).toMatchObject({
      id: `${dinner.id}_2`,
      kind: 'added',
      billed: 0,
      elderPaid: 0,
      owed: [{ to: 'operator', rule: 'operator-3-a-day', amount: 300 }],
    })
  })

  it('hand on nothing where the other meal has it, or where there is none', () => {
    expect(passedOn(both, withoutServed(both, dinner.id), dinner.id)).toBeNull()
    expect(passedOn(first, withoutServed(first, lunch.id), lunch.id)).toBeNull()
    expect(addedEntry(anOrder(), ['operator-3-a-day'], written)).toBeNull()
  })
})

describe('standingEntries', () => {
  const entry = (orderId: string, nth: number, kind: SettlementEntryRecord['kind']) => ({
    ...servedEntry(delivered, [], written),
    id: `${orderId}_${nth}`,
    orderId,
    kind,
  })
  const ids = (...entries: SettlementEntryRecord[]) => standingEntries(entries).map(({ id }) => id)

  it('are the meals that were served in the end, each once', () => {
    expect(ids(entry('a', 1, 'served'))).toEqual(['a_1'])
    expect(ids(entry('a', 1, 'served'), entry('a', 2, 'reversed'))).toEqual([])
    expect(ids(entry('a', 3, 'served'), entry('a', 1, 'served'), entry('a', 2, 'reversed'))).toEqual(['a_3'])
    expect(ids(entry('a', 1, 'served'), entry('a', 2, 'added'))).toEqual(['a_1'])
  })

  it('know the tenth line from the second', () => {
    expect(ids(entry('a', 10, 'reversed'), entry('a', 9, 'served'), entry('a', 2, 'reversed'))).toEqual([])
  })
})

describe('drawSample', () => {
  const records = (count: number) => Array.from({ length: count }, (_, nth) => ({ id: `r-${nth}` }))
  const rankOf = (id: string) => id.split('').reverse().join('')

  it.each([
    [0, 1, 0],
    [1, 1, 1],
    [100, 1, 1],
    [101, 1, 2],
    [199, 1, 2],
    [3, 100, 3],
    [7, 50, 4],
  ])('of %i records at %i percent draws %i', (count, percent, drawn) => {
    expect(drawSample(records(count), rankOf, percent)).toHaveLength(drawn)
  })

  it('draws the same ones in whatever order they come, each once, never more than there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 100 }),
        fc.infiniteStream(fc.nat()),
        (count, percent, mix) => {
          const all = records(count)
          const mixed = all
            .map((record) => ({ record, by: mix.next().value as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ record }) => record)
          const drawn = drawSample(all, rankOf, percent)
          expect(drawSample(mixed, rankOf, percent)).toEqual(drawn)
          expect(new Set(drawn).size).toBe(drawn.length)
          expect(drawn.length).toBe(Math.ceil((count * percent) / 100))
        },
      ),
      { seed: 2, numRuns: 100 },
    )
  })
})

it('a month is the front of a date', () => {
  expect(monthOf('2026-11-22')).toBe('2026-11')
})

describe('yuan', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-1, '-0.01'],
    [123_456, '1234.56'],
  ])('%i fen are %s', (fen, text) => {
    expect(yuan(fen)).toBe(text)
  })
})
