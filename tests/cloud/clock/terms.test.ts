import type { Misfits } from '../../../types/meals/misfits'
import { aLunchOn, anOrder } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aCanteen, bookFish, uncounted } from '../meals/a-canteen'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(() => cloud.close())

const NOW = new Date('2026-09-15T00:02:00Z')
/** A Sunday that is worked, and a Friday that is a holiday: neither was known when somebody first booked. */
const [WORKED, HOLIDAY, WORKDAY] = ['2026-09-20', '2026-09-25', '2026-09-24'] as const
const basis = { plan: 'st-one_2026-01-01_lunch@1', menu: 'k-one_2026-09-14_lunch@1', terms: 'earlier' }
const before = {
  [WORKED]: { ...aLunchOn(WORKED), basis, state: 'closed' as const },
  [HOLIDAY]: { ...aLunchOn(HOLIDAY), basis },
  [WORKDAY]: aLunchOn(WORKDAY),
}
const orders = Object.values(before).flatMap((sitting) =>
  [0, 1].map((nth) =>
    anOrder({
      id: `${sitting.id}_e-eater-${nth}`,
      ...{ sittingId: sitting.id, date: sitting.date, startsAt: sitting.startsAt, setId: 'fish-set' },
      ...{ elderId: `e-eater-${nth}`, attempt: `attempt-${nth}` },
    }),
  ),
)
const stock = aCanteen({
  plans: [aPlan()],
  menus: [aMenu('2026-09-14'), aMenu('2026-09-21')],
  sittings: Object.values(before),
  mealOrders: orders,
})

const tick = () => cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
const sitting = (date: string) => cloud.one('sittings', `st-one_${date}_lunch`)
const eaters = async (date: string) => Object.keys((await sitting(date))?.claims ?? {}).sort()
const misfits = async () => {
  const { misfits: found } = accepted<Misfits>(
    await cloud.as('o-manager').call('meals.misfits', { stationId: 'st-one' }),
  )
  return found.map(({ date, elderId, why }) => `${date} ${elderId} ${why}`).sort()
}

describe('a calendar that a deployment brings', () => {
  it('closes what becomes a holiday, opens what is worked, and drops nobody', async () => {
    await cloud.restock(stock, NOW)
    const { rev } = (await sitting(WORKDAY)) ?? {}
    await tick()
    expect(await sitting(HOLIDAY)).toMatchObject({ state: 'closed' })
    expect(await sitting(WORKED)).toMatchObject({
      state: 'open',
      capacity: { seats: 12 },
      left: { seats: 10 },
    })
    for (const date of [WORKED, HOLIDAY]) expect(await eaters(date)).toEqual(['e-eater-0', 'e-eater-1'])
    expect(codeOf(await bookFish(cloud, 2, HOLIDAY, { setId: 'fish' }))).toBe('BOOKING_CLOSED')
    accepted(await bookFish(cloud, 2, WORKED))
    expect(await misfits()).toEqual([`${HOLIDAY} e-eater-0 day`, `${HOLIDAY} e-eater-1 day`])
    expect((await cloud.stored('mealOrders')).filter(({ state }) => state === 'placed')).toHaveLength(7)
    expect((await sitting(WORKDAY))?.rev).not.toBe(rev) // all sittings of a station are looked at once
    expect(await uncounted(cloud)).toEqual([])
  })

  it('is followed once: nothing is written when the clock comes again', async () => {
    await cloud.restock(stock, NOW)
    await tick()
    const after = await cloud.stored('sittings')
    await tick()
    expect(await cloud.stored('sittings')).toEqual(after)
  })

  it('closes the sittings of a station that is there no more, once', async () => {
    await cloud.restock({ ...stock, stations: [] }, NOW)
    for (let times = 0; times < 2; times++) {
      await tick()
      const sittings = await cloud.stored('sittings')
      expect(sittings.filter((one) => one.basis.terms === 'earlier')).toEqual([])
      for (const date of [WORKED, HOLIDAY])
        expect(await sitting(date)).toMatchObject({ state: 'closed', alignments: 1 })
    }
  })

  it('is followed by whatever a call that was broken off has left, when the clock comes again', async () => {
    await cloud.restock(stock, NOW)
    let isDone = false
    cloud.emulator.gateway.setGate(async ({ collection, action }) => {
      if (isDone || collection !== 'sittings' || action !== 'database.modifyDocument') return
      isDone = true
      cloud.emulator.gateway.faults.set([{ kind: 'http500', nth: 2, times: 1000 }])
    })
    await tick()
    cloud.emulator.gateway.setGate(undefined)
    cloud.emulator.gateway.faults.set([])
    const behind = async () =>
      (await cloud.stored('sittings')).filter((one) => one.basis.terms === 'earlier').length
    expect(await behind()).toBe(1)
    await tick()
    expect(await behind()).toBe(0)
    expect(await sitting(HOLIDAY)).toMatchObject({ state: 'closed' })
    expect(await sitting(WORKED)).toMatchObject({ state: 'open' })
  })
})
