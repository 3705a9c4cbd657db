import { aStation } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

/** A Tuesday three days after now. */
const DAY = '2026-11-24'
const LUNCH = `st-one_${DAY}_lunch`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const stations = [aStation({ kitchenId: 'k-one' }), aStation({ id: 'st-two' })]
const planned = aNeighbourhood({
  stations,
  sittings: [],
  plans: [aPlan()],
  menus: [aMenu('2026-11-23')],
})
const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish-set' }
const book = () => cloud.as('o-daughter').call('meals.book', wish)
const shown = async () =>
  accepted<{ id: string; seatsLeft: number; bookable: boolean }[]>(
    await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date: DAY }),
  )

describe('a sitting that is planned', () => {
  it('is shown without being written, and written open by whoever first books', async () => {
    await cloud.restock(planned)
    expect(await shown()).toMatchObject([{ id: LUNCH, seatsLeft: 12, bookable: true }])
    expect(await cloud.stored('sittings')).toEqual([])
    accepted(await book())
    expect(await cloud.stored('sittings')).toMatchObject([
      {
        id: LUNCH,
        state: 'open',
        left: { seats: 11, 'd-fish': 29 },
        claims: { 'e-wang': { kind: 'booking' } },
      },
    ])
    expect(await shown()).toMatchObject([{ seatsLeft: 11 }])
  })

  it('that was written and never opened is opened as the plan has it now, by whoever finds it', async () => {
    await cloud.restock(planned)
    accepted(await book())
    const [written] = await cloud.stored('sittings')
    if (!written) throw new Error('nothing was written')
    const left = { ...written.capacity, seats: 1 }
    const old = { ...written, state: 'new' as const, claims: {}, capacity: left, left }
    await cloud.restock({ ...planned, sittings: [old] })
    accepted(await book())
    expect(await cloud.one('sittings', LUNCH)).toMatchObject({ state: 'open', left: { seats: 11 } })
  })

  it('is closed by whoever finds it new where the station stays closed by now', async () => {
    await cloud.restock(planned)
    accepted(await book())
    const [written] = await cloud.stored('sittings')
    if (!written) throw new Error('nothing was written')
    const closures = [{ from: DAY, to: DAY, reason: '修水管' }]
    const shut = [aStation({ kitchenId: 'k-one', closures })]
    const old = { ...written, state: 'new' as const, claims: { 'e-other': { ...written.claims['e-wang'] } } }
    await cloud.restock({ ...planned, stations: shut, sittings: [old as typeof written] })
    expect(codeOf(await book())).toBe('BOOKING_CLOSED')
    expect(await cloud.stored('mealOrders')).toEqual([])
  })
})
