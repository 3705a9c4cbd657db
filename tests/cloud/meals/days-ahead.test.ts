import { addDays } from '../../../types/days'
import { sittingId } from '../../../types/ids'
import type { Station } from '../../../types/stations'
import { aMealPolicy, aSitting, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const [district] = aNeighbourhood().districts ?? []
const lunchOn = (date: string) =>
  aSitting({
    ...{ id: sittingId('st-one', date, 'lunch'), date, startsAt: `${date}T03:30:00.000Z` },
    ...{ cutoffAt: `${date}T01:00:00.000Z`, cancelUntil: `${date}T01:00:00.000Z` },
  })
/** A minute later each time: what the functions know of a district they trust for a minute. */
let minutes = 0
const scene = (daysAhead: number | undefined) => {
  if (!district) throw new Error('no district')
  minutes += 2
  const days = Array.from({ length: 40 }, (_, nth) => addDays(TODAY, nth))
  return cloud.restock(
    aNeighbourhood({
      districts: [{ ...district, ...(daysAhead !== undefined && { daysAhead }) }],
      sittings: days.map(lunchOn),
    }),
    new Date(NOW.getTime() + minutes * 60_000),
  )
}
const meal = (date: string) => ({
  sittingId: sittingId('st-one', date, 'lunch'),
  elderId: 'e-wang',
  mode: 'dineIn',
  setId: 'fish',
})

describe.each([
  ['says nothing', undefined, 14],
  ['says three weeks', 21, 21],
  ['says today alone', 0, 0],
])('where a district %s', (_, daysAhead, days) => {
  const last = addDays(TODAY, days)
  const beyond = addDays(last, 1)
  beforeEach(() => scene(daysAhead))

  it('shows and books the last day, and none beyond it', async () => {
    const codes = async (date: string) => [
      codeOf(await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date })),
      codeOf(
        await cloud.as('o-clerk').call('meals.bookedFor', { stationId: 'st-one', date, elderId: 'e-wang' }),
      ),
      codeOf(await cloud.as('o-daughter').call('meals.book', meal(date))),
    ]
    expect(await codes(last)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await codes(beyond)).toEqual(['DATE_TOO_FAR', 'DATE_TOO_FAR', 'DATE_TOO_FAR'])
  })

  it('tells the phone until when', async () => {
    const told = accepted<Station>(await cloud.as(null).call('stations.show', { stationId: 'st-one' }))
    expect(told.mealsUntil).toBe(last)
  })

  it('lists the last day among those for which something is ordered', async () => {
    accepted(await cloud.as('o-daughter').call('meals.book', meal(last)))
    const listed = accepted(await cloud.as('o-clerk').call('meals.orderDays', { stationId: 'st-one' }))
    expect(listed).toMatchObject([{ date: last, count: 1, all: 1 }])
  })
})

describe('the price of a day that nobody has announced yet', () => {
  it('is said to go by the weekday, and of no other', async () => {
    const now = new Date('2026-12-20T00:00:00Z')
    const dates = ['2026-12-31', '2027-01-01', '2027-01-04']
    if (!district) throw new Error('no district')
    await cloud.restock(
      aNeighbourhood({
        districts: [{ ...district, daysAhead: 21 }],
        sittings: dates.map(lunchOn),
        policies: [aMealPolicy()],
      }),
      now,
    )
    const told = await Promise.all(
      dates.map(async (date) => {
        const quote = accepted<{ isByWeekday?: true }>(
          await cloud.as('o-daughter').call('meals.quote', meal(date)),
        )
        return quote.isByWeekday ?? false
      }),
    )
    expect(told).toEqual([false, true, true])
  })
})
