import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import { answerFlag, crossCheck, servedToCheck } from '../../../cloudfunctions/_domain/settlement/flags'
import type { ServedDayRecord } from '../../../cloudfunctions/_domain/settlement/records'
import type { Absence } from '../../../types/people/elders'
import { aFlag, anOrder, clerk, DISTRICT, NOW } from '../builders'

const order = anOrder({ state: 'served' })
const hospital = (from: string, to: string | null): Absence => ({ kind: 'hospital', from, to, by: '李敏' })
const away = (from: string, to: string | null): Absence => ({ ...hospital(from, to), kind: 'away' })
const check = (
  elder: { absences?: Absence[]; diedOn?: string | null } | null,
  day: ServedDayRecord | null = null,
) => crossCheck(order, { elder: elder && { absences: [], diedOn: null, ...elder }, day, now: NOW })
const kinds = (...given: Parameters<typeof check>) => check(...given).map(({ kind }) => kind)

const served = (
  stationId: string,
  slot: 'lunch' | 'dinner',
  orderId = `${stationId}-${slot}`,
): ServedDayRecord => ({
  id: 'e-wang_2026-11-22',
  district: DISTRICT,
  elderId: 'e-wang',
  date: '2026-11-22',
  served: [{ orderId, stationId, stationName: '二号驿站', slot, operatorRules: [] }],
})

describe('crossCheck of a meal on 2026-11-22', () => {
  it('finds nothing about somebody who is well and at home', () => {
    expect(check({})).toEqual([])
    expect(check(null)).toEqual([])
  })

  it.each<[string, Absence, string[]]>([
    ['over it', hospital('2026-11-21', '2026-11-23'), ['inHospital']],
    ['over it, without an end', hospital('2026-11-21', null), ['inHospital']],
    ['over it, away', away('2026-11-21', '2026-11-23'), ['away']],
    ['from this very day', hospital('2026-11-22', null), []],
    ['until this very day', hospital('2026-11-01', '2026-11-22'), []],
    ['until the day before', hospital('2026-11-01', '2026-11-21'), []],
    ['from the day after', away('2026-11-23', null), []],
  ])('an absence %s', (_, absence, expected) => {
    expect(kinds({ absences: [absence] })).toEqual(expected)
  })

  it.each([
    ['2026-11-21', ['deceased']],
    ['2026-11-22', []],
    ['2026-11-23', []],
  ])('somebody who died on %s', (diedOn, expected) => {
    expect(kinds({ diedOn })).toEqual(expected)
  })

  it('tells each kind once, however many records say it', () => {
    const absences = [hospital('2026-11-01', null), hospital('2026-11-10', null), away('2026-11-02', null)]
    expect(check({ absences, diedOn: '2026-11-20' }).map(({ kind, about }) => [kind, about])).toEqual([
      ['deceased', '2026-11-20'],
      ['inHospital', '2026-11-01'],
      ['away', '2026-11-02'],
    ])
  })

  it.each<[string, ServedDayRecord, string[]]>([
    ['the same slot at another station', served('st-two', 'lunch'), ['twoStations']],
    ['another slot at another station', served('st-two', 'dinner'), []],
    ['the same slot at the same station', served('st-one', 'lunch'), []],
    ['nothing but this order', served('st-two', 'lunch', order.id), []],
  ])('a day with %s', (_, day, expected) => {
    expect(kinds({}, day)).toEqual(expected)
  })

  it('is an open question that names meal, station and person', () => {
    expect(check({ diedOn: '2026-11-20' })).toEqual([
      {
        id: `${order.id}_deceased`,
        district: DISTRICT,
        townId: 't-east',
        stationId: 'st-one',
        orderId: order.id,
        kind: 'deceased',
        elderId: 'e-wang',
        elderName: '王秀英',
        stationName: '一号驿站',
        date: '2026-11-22',
        slot: 'lunch',
        about: '2026-11-20',
        state: 'open',
        at: NOW.toISOString(),
        closed: null,
      },
    ])
  })
})

describe('servedToCheck', () => {
  it.each<[string, Absence[], string | null, object | null]>([
    ['nobody who is well and at home', [], null, null],
    [
      'somebody from her first absence on',
      [away('2026-11-20', null), hospital('2026-10-01', '2026-10-09')],
      null,
      { from: '2026-10-01' },
    ],
    [
      'somebody from the day on which she died',
      [away('2026-11-20', null)],
      '2026-11-11',
      { from: '2026-11-11' },
    ],
    [
      'somebody who was away before she died',
      [away('2026-11-20', null)],
      '2026-11-21',
      { from: '2026-11-20' },
    ],
  ])('looks again at the meals of %s', (_case, absences, diedOn, date) => {
    expect(servedToCheck({ absences, diedOn })).toEqual(date && { date, state: 'served' })
  })
})

describe('answerFlag', () => {
  const move = { by: clerk, now: NOW }

  it('keeps what was found out, by whom and when, and the first of two answers', () => {
    const answered = answerFlag(aFlag(), '请假回家吃的', move)
    expect(answered).toMatchObject({
      state: 'closed',
      closed: { by: clerk, at: NOW.toISOString(), words: '请假回家吃的' },
    })
    expect(answerFlag(answered, '别的说法', move)).toBe(answered)
  })

  it('keeps no answer about somebody whose data are gone', () => {
    const answered = answerFlag(aFlag({ elderName: ERASED }), '王秀英请假了', move)
    expect(answered).toMatchObject({ state: 'closed', closed: null })
  })
})
