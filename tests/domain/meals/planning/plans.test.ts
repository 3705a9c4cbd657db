import { sittingOn } from '../../../../cloudfunctions/_domain/meals/planning/plans'
import { SittingRecord } from '../../../../cloudfunctions/_domain/meals/records'
import calendar from '../../../../cloudfunctions/_policies/calendar.json'
import { localDate, mondayOf } from '../../../../types/days'
import { aStation, DISTRICT } from '../../builders'
import { aMenu, aPlan } from './a-plan'

type Ground = Parameters<typeof sittingOn>[0]

/** A Monday: Sunday the 20th is worked in exchange for Friday the 25th, and 1 to 7 October are holidays. */
const MONDAY = '2026-09-14'
const WEEKS = [MONDAY, '2026-09-21', '2026-09-28', '2026-10-05']

const ground = (own: Partial<Ground> = {}): Ground => ({
  station: aStation({ kitchenId: 'k-one' }),
  plans: [aPlan()],
  menus: WEEKS.map((week) => aMenu(week)),
  calendar,
  today: MONDAY,
  daysAhead: 21,
  fed: { stations: [], plans: [] },
  unseenTerms: { percentOfPlaces: 50 },
  ...own,
})

/** Why there is no meal; `served` where there is one. */
function said(of: Ground, date: string, slot: 'lunch' | 'dinner' = 'lunch'): string {
  const planned = sittingOn(of, date, slot)
  return planned.sitting ? 'served' : planned.reason.why
}

const servedAmong = (of: Ground, dates: string[]) => dates.filter((date) => said(of, date) === 'served')

describe('sittingOn', () => {
  it('makes the whole sitting of plan, station and menu', () => {
    const { sitting } = sittingOn(ground({ plans: [aPlan({ reserve: 2 })] }), '2026-09-15', 'lunch')
    expect(sitting).toEqual({
      id: 'st-one_2026-09-15_lunch',
      district: DISTRICT,
      townId: 't-east',
      place: { lng: 120.601, lat: 31.301 },
      operatorId: 'op-one',
      operatorName: '一号公司',
      stationId: 'st-one',
      stationName: '一号驿站',
      kitchenId: 'k-one',
      date: '2026-09-15',
      slot: 'lunch',
      startsAt: '2026-09-15T03:30:00.000Z',
      cutoffAt: '2026-09-15T01:00:00.000Z',
      cancelUntil: '2026-09-15T02:00:00.000Z',
      basis: { plan: 'st-one_2026-01-01_lunch@1', menu: 'k-one_2026-09-14_lunch@1' },
      confirmsItself: false,
      capacity: { seats: 10, reserve: 2, portions: 8, 'u-seats': 5, 'u-portions': 4, 'd-fish': 30 },
      left: { seats: 10, reserve: 2, portions: 8, 'u-seats': 5, 'u-portions': 4, 'd-fish': 30 },
      modes: ['dineIn', 'takeAway', 'delivery'],
      sets: [
        {
          id: 'fish-set',
          name: '红烧鱼套餐',
          dishes: [
            { name: '红烧鱼', allergens: ['fish', 'soybeans'], diets: ['soft'] },
            { name: '青菜', allergens: [], diets: ['lowSalt', 'halal'] },
            { name: '米饭', allergens: [] },
          ],
          tags: ['软'],
          price: 1800,
          picture: 'fish',
          limited: ['fish'],
        },
      ],
      state: 'open',
      off: {},
      claims: {},
      rev: 1,
      checkedAt: null,
    })
    expect(SittingRecord.safeParse(sitting).success).toBe(true)
  })

  it('offers the sets of the weekday in the order of the menu', () => {
    const { sitting } = sittingOn(ground(), '2026-09-18', 'lunch')
    expect(sitting?.sets.map(({ id }) => id)).toEqual(['greens-set', 'fish-set'])
  })

  it.each([
    ['yesterday', '2026-09-13', 'past'],
    ['today', '2026-09-14', 'served'],
    ['a Friday', '2026-09-18', 'served'],
    ['a Saturday', '2026-09-19', 'notThatDay'],
    ['a Sunday that is worked', '2026-09-20', 'served'],
    ['a Friday that is a holiday', '2026-09-25', 'holiday'],
    ['a Saturday of the same holiday', '2026-09-26', 'notThatDay'],
    ['the last workday before the next one', '2026-09-30', 'served'],
    ['the last day that can be booked, a holiday', '2026-10-05', 'holiday'],
    ['the day after it', '2026-10-06', 'tooFar'],
  ])('says of %s: %s is %s', (_, date, expected) => {
    expect(said(ground(), date)).toBe(expected)
  })

  it('names the holiday', () => {
    expect(sittingOn(ground(), '2026-10-01', 'lunch')).toEqual({
      sitting: null,
      reason: { why: 'holiday', holiday: '国庆节' },
    })
  })

  it('serves on a holiday where the plan says so, on its weekdays', () => {
    const open = ground({ plans: [aPlan({ onHolidays: true })] })
    expect(servedAmong(open, ['2026-09-25', '2026-09-26', '2026-09-27'])).toEqual(['2026-09-25'])
  })

  it.each([
    ['whoever serves from Monday to Saturday', [1, 2, 3, 4, 5, 6], 'served'],
    ['whoever rests on Mondays, as on any Sunday', [2, 3, 4, 5, 6, 7], 'served'],
    ['nobody who serves on three days of the week', [1, 3, 5], 'notThatDay'],
  ])('takes a make-up Sunday for a workday of %s', (_, weekdays, expected) => {
    expect(said(ground({ plans: [aPlan({ weekdays })] }), '2026-09-20')).toBe(expected)
  })

  it('needs a menu for a make-up Sunday as for every day', () => {
    const days = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, sets: ['fish-set'] }))
    expect(said(ground({ menus: [aMenu(MONDAY, { days })] }), '2026-09-20')).toBe('nothingOffered')
  })

  it('lets a new plan begin in the middle of a week, wherever it stands in the list', () => {
    const tables = [{ id: 'a', name: '门口的桌子', seats: 5, wheelchairs: 0 }]
    const later = aPlan({ from: '2026-09-16', startsAt: '12:00', tables })
    for (const plans of [
      [aPlan(), later],
      [later, aPlan()],
    ]) {
      const told = ['2026-09-15', '2026-09-16'].map(
        (date) => sittingOn(ground({ plans }), date, 'lunch').sitting,
      )
      expect(told).toMatchObject([
        { capacity: { seats: 12 }, startsAt: '2026-09-15T03:30:00.000Z' },
        { capacity: { seats: 5 }, startsAt: '2026-09-16T04:00:00.000Z' },
      ])
    }
  })

  it('serves nothing before the first plan begins, and nothing once one of no weekday does', () => {
    const plans = [aPlan({ from: '2026-09-16' }), aPlan({ from: '2026-09-22', weekdays: [] })]
    const dates = ['2026-09-15', '2026-09-16', '2026-09-21', '2026-09-22']
    expect(dates.map((date) => said(ground({ plans }), date))).toEqual([
      'noPlan',
      'served',
      'served',
      'noPlan',
    ])
  })

  it('keeps two plans of one day apart, and those of other stations', () => {
    const plans = [
      aPlan(),
      aPlan({ slot: 'dinner', startsAt: '17:00', portions: 3 }),
      aPlan({ stationId: 'st-two', from: '2026-09-01', portions: 0 }),
    ]
    const both = ground({ plans, menus: [aMenu(MONDAY), aMenu(MONDAY, { slot: 'dinner' })] })
    const portions = (['lunch', 'dinner'] as const).map(
      (slot) => sittingOn(both, '2026-09-15', slot).sitting?.capacity.portions,
    )
    expect(portions).toEqual([8, 3])
  })

  it('shares a dish of which there are only so many with the tables that serve it that day', () => {
    const friday = [{ from: '2026-09-18', to: '2026-09-18', reason: '修水管' }]
    const fed = {
      stations: ['st-one', 'st-two', 'st-three'].map((id) =>
        aStation({ id, closures: id === 'st-two' ? friday : [] }),
      ),
      plans: [
        aPlan(),
        aPlan({ stationId: 'st-two' }),
        aPlan({ stationId: 'st-three', weekdays: [2] }),
        aPlan({ stationId: 'st-three', slot: 'dinner' }),
      ],
    }
    const fish = (date: string) => sittingOn(ground({ fed }), date, 'lunch').sitting?.capacity['d-fish']
    expect([MONDAY, '2026-09-15', '2026-09-18'].map(fish)).toEqual([15, 10, 30])
  })

  describe('over a closure from Friday to Sunday', () => {
    const closures = [{ from: '2026-09-18', to: '2026-09-20', reason: '修水管' }]
    const station = aStation({ kitchenId: 'k-one', closures })
    const dates = ['2026-09-17', '2026-09-18', '2026-09-19', '2026-09-20', '2026-09-21']

    it('serves before and after it, and says why not within', () => {
      const plans = [aPlan({ weekdays: [1, 2, 3, 4, 5, 6, 7] })]
      expect(dates.map((date) => said(ground({ station, plans }), date))).toEqual([
        ...['served', 'closed', 'closed', 'closed', 'served'],
      ])
      expect(sittingOn(ground({ station, plans }), '2026-09-19', 'lunch')).toEqual({
        sitting: null,
        reason: { why: 'closed', closure: { until: '2026-09-20', reason: '修水管' } },
      })
    })

    it('says of a Saturday without meals that there are none, and closes the Sunday that is worked', () => {
      expect(dates.map((date) => said(ground({ station }), date))).toEqual([
        ...['served', 'closed', 'notThatDay', 'closed', 'served'],
      ])
    })
  })

  it.each([
    ['is not there', []],
    ['is of the week before', [aMenu(MONDAY)]],
    ['is a draft', [aMenu('2026-09-21', { state: 'draft' })]],
    ['is of another kitchen', [aMenu('2026-09-21', { kitchenId: 'k-two' })]],
    ['is of another slot', [aMenu('2026-09-21', { slot: 'dinner' })]],
  ])('has nothing to offer where the menu %s', (_, menus) => {
    expect(said(ground({ menus }), '2026-09-22')).toBe('noMenu')
  })

  it('has nothing to offer at a station without a kitchen', () => {
    expect(said(ground({ station: aStation() }), '2026-09-22')).toBe('noMenu')
  })

  it('moves on by a day at midnight in Shanghai, for what is past and what is too far alike', () => {
    const plans = [aPlan({ onHolidays: true })]
    const at = (instant: string) => ground({ plans, today: localDate(instant) })
    const before = at('2026-09-14T15:59:59.999Z')
    const after = at('2026-09-14T16:00:00.000Z')
    expect(['2026-09-14', '2026-10-06'].map((date) => said(before, date))).toEqual(['served', 'tooFar'])
    expect(['2026-09-14', '2026-10-06'].map((date) => said(after, date))).toEqual(['past', 'served'])
  })

  it('books a meal of midnight until the evening before, and by local days', () => {
    const midnight = aPlan({
      startsAt: '00:00',
      bookUntil: { daysBefore: 1, time: '18:00' },
      cancelUntil: { daysBefore: 2, time: '00:00' },
    })
    expect(sittingOn(ground({ plans: [midnight] }), '2026-09-15', 'lunch').sitting).toMatchObject({
      startsAt: '2026-09-14T16:00:00.000Z',
      cutoffAt: '2026-09-14T10:00:00.000Z',
      cancelUntil: '2026-09-12T16:00:00.000Z',
    })
  })

  it('knows 29 February, as the day on which a plan begins and as the day before 1 March', () => {
    const plans = [aPlan({ from: '2028-02-29', bookUntil: { daysBefore: 1, time: '18:00' } })]
    const menus = [aMenu(mondayOf('2028-02-29'))]
    const leap = ground({ plans, menus, today: '2028-02-10' })
    expect(['2028-02-28', '2028-02-29', '2028-03-01'].map((date) => said(leap, date))).toEqual([
      ...['noPlan', 'served', 'served'],
    ])
    expect(sittingOn(leap, '2028-02-29', 'lunch').sitting?.id).toBe('st-one_2028-02-29_lunch')
    expect(sittingOn(leap, '2028-03-01', 'lunch').sitting?.cutoffAt).toBe('2028-02-29T10:00:00.000Z')
    const last = { ...leap, today: '2028-02-08', plans: [aPlan()] }
    expect(['2028-02-29', '2028-03-01'].map((date) => said(last, date))).toEqual(['served', 'tooFar'])
  })
})
