import { addDays, mondayOf, weekdayOf } from '../../../types/days'
import type { Sitting } from '../../../types/meals/sittings'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, nightly, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood } from '../neighbourhood'
import { writing } from '../plan-wish'
import { aCanteen, bookFish, uncounted } from './a-canteen'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
  jest.spyOn(console, 'log').mockImplementation(() => {})
})
afterAll(() => cloud.close())

/** A Saturday, eight in the morning; three weeks later is a Saturday, too. */
const [TODAY, LAST] = ['2026-09-19', '2026-10-10']
const morning = (date: string) => new Date(`${date}T00:00:00.000Z`)
/** 中秋节 is from the 25th to the 27th, 国庆节 until October 7th: a Sunday before and a Saturday after are worked instead. */
const SERVED = [
  ...['2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24'],
  ...['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', LAST],
]
const WEEKS = ['2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05']
const datesFrom = (date: string, days: number) =>
  Array.from({ length: days + 1 }, (_, nth) => addDays(date, nth))
const at = { stationId: 'st-one' }
const selfConfirmed = { confirmsItself: true }

const fresh = aCanteen({
  districts: aNeighbourhood().districts?.map((district) => ({ ...district, daysAhead: 21 })),
  plans: [aPlan(selfConfirmed)],
  menus: WEEKS.map((week) => aMenu(week)),
})

const manage = (name: string, input: object) => cloud.as('o-manager').call(`meals.${name}`, input)
const cook = (name: string, input: object) =>
  cloud.as('o-kitchen').call(`meals.${name}`, { kitchenId: 'k-one', slot: 'lunch', ...input })
const shown = async (date: string): Promise<Sitting | undefined> =>
  accepted<Sitting[]>(await cloud.as(null).call('meals.sittings', { ...at, date }))[0]
const bookable = async (from: string) => {
  const dates = await Promise.all(
    datesFrom(from, 21).map(async (date) => ((await shown(date))?.bookable ? [date] : [])),
  )
  return dates.flat()
}
/** Of a date: places at the table as everybody is shown them, and how many hold one. */
const counts = async (date: string) => {
  const sitting = await cloud.one('sittings', `st-one_${date}_lunch`)
  const told = await shown(date)
  return [told?.seats, told?.seatsLeft, Object.keys(sitting?.claims ?? {}).length]
}

/** At every call whatever is left is what was not claimed, and in the end every claim has its order. */
function watched(): () => Promise<void> {
  const wrong: object[] = []
  cloud.emulator.gateway.setGate(async () => void wrong.push(...(await uncounted(cloud))))
  return async () => {
    cloud.emulator.gateway.setGate(undefined)
    expect(wrong).toEqual([])
    const orders = await cloud.stored('mealOrders')
    const claims = (await cloud.stored('sittings')).flatMap(({ id, claims: held }) =>
      Object.keys(held).map((elderId) => `${id}_${elderId}`),
    )
    expect(claims.sort()).toEqual(orders.map(({ id }) => id).sort())
    expectIntegrity(cloud)
  }
}

describe('a district with a plan and a menu, in which nobody opens anything', () => {
  it('is booked three weeks ahead, through holidays and make-up workdays, a closure, another plan and another menu', async () => {
    await cloud.restock(fresh, morning(TODAY))
    const end = watched()
    expect(await bookable(TODAY)).toEqual(SERVED)
    expect(await cloud.stored('sittings')).toEqual([])
    for (const date of datesFrom(TODAY, 21))
      expect([date, codeOf(await bookFish(cloud, 0, date))]).toEqual([
        date,
        SERVED.includes(date) ? 'accepted' : 'NOT_FOUND',
      ])
    expect((await cloud.stored('sittings')).map(({ date }) => date).sort()).toEqual(SERVED)

    accepted(await manage('close', { ...at, from: '2026-09-22', to: '2026-09-22', reason: '修水管' }))
    expect(codeOf(await bookFish(cloud, 1, '2026-09-22'))).toBe('BOOKING_CLOSED')
    expect(await bookable(TODAY)).toEqual(SERVED.filter((date) => date !== '2026-09-22'))

    const table = [{ id: 'a', name: '窗边的桌子', seats: 2, wheelchairs: 0 }]
    const smaller = writing({ ...selfConfirmed, from: '2026-09-28', tables: table, startsAt: '12:00' })
    accepted(await manage('changePlan', { ...at, change: smaller, seen: null }))
    expect(await counts('2026-09-24')).toEqual([12, 11, 1])
    expect(await counts('2026-09-28')).toEqual([2, 1, 1])
    accepted(await bookFish(cloud, 1, '2026-09-28'))
    expect(codeOf(await bookFish(cloud, 2, '2026-09-28'))).toBe('SITTING_FULL')
    accepted(await bookFish(cloud, 2, '2026-09-28', { mode: 'takeAway' }))

    accepted(await cook('setSoldOut', { date: '2026-09-23', setId: 'fish-set', isSoldOut: true }))
    expect(codeOf(await bookFish(cloud, 1, '2026-09-23'))).toBe('SET_NOT_OFFERED')
    const days = [{ weekday: 4, sets: ['fish-set', 'greens-set'] }]
    accepted(await cook('saveMenu', { week: '2026-10-05', rev: 1, days }))
    accepted(await bookFish(cloud, 1, '2026-10-08', { setId: 'greens-set' }))
    expect(await counts('2026-10-08')).toEqual([2, 0, 2])

    accepted(await manage('reopen', { ...at, from: '2026-09-22' }))
    accepted(await bookFish(cloud, 1, '2026-09-22'))
    expect(await counts('2026-09-22')).toEqual([12, 10, 2])
    await end()
  })

  it('goes on day after day, as long as its kitchen writes what there is to eat', async () => {
    await cloud.restock(fresh, morning(TODAY))
    const end = watched()
    const booked: string[] = []
    for (const [nth, date] of datesFrom(TODAY, 42).entries()) {
      cloud.emulator.clock.set(morning(date))
      await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
      if (mondayOf(date) === date) {
        const week = addDays(date, 21)
        accepted(await cook('copyMenu', { week, from: date, rev: 0 }))
        accepted(await cook('publishMenu', { week, rev: 1 }))
      }
      const ahead = addDays(date, 21)
      const code = codeOf(await bookFish(cloud, nth % 9, ahead))
      if (code === 'accepted') booked.push(ahead)
      else expect([ahead, code]).toEqual([ahead, 'NOT_FOUND'])
    }
    const workdays = datesFrom(LAST, 42).filter((date) => weekdayOf(date) <= 5)
    expect(booked).toEqual([LAST, ...workdays])
    expect((await cloud.stored('sittings')).map(({ date }) => date).sort()).toEqual(booked)
    await end()
  })
})
