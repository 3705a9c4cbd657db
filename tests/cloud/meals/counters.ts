import type { MealOrderRecord, SittingRecord } from '../../../cloudfunctions/_domain/meals/records'
import type { MealOrder } from '../../../types/meals/orders'
import type { Settlement } from '../../../types/supervision'
import { aSitting, aStation, DISTRICT, LUNCH } from '../../domain/builders'
import { accepted, type Stock, type TestCloud, withoutMarks } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

/** Her lunch, as her daughter wishes it; where she eats it she pays 13 yuan of 18. */
export const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
export const ORDER = `${LUNCH}_e-wang`
export const DAY = '2026-11-22'
/** While lunch is served. */
export const morning = new Date('2026-11-22T04:00:00Z')
export const dinner = { slot: 'dinner', startsAt: '2026-11-22T09:00:00.000Z' } as const
const secondStation = { stationId: 'st-two', stationName: '二号驿站', townId: 't-west', operatorId: 'op-two' }
export const DINNER = `st-one_${DAY}_dinner`
export const DINNER_AT_TWO = `st-two_${DAY}_dinner`
export const sittings: SittingRecord[] = [
  aSitting(),
  aSitting({ id: DINNER, ...dinner }),
  aSitting({ id: DINNER_AT_TWO, ...dinner, ...secondStation }),
]
export const stations = [
  aStation(),
  aStation({ id: 'st-two', name: '二号驿站', townId: 't-west', operatorId: 'op-two' }),
]

/** What happens to meals at the counters of two stations, and what comes of it. */
export function countersOf(cloud: () => TestCloud) {
  const clerkOf = (id: string) => cloud().as(id.startsWith('st-two') ? 'o-other-clerk' : 'o-clerk')
  const serve = (orderId = ORDER, own: object = {}) =>
    clerkOf(orderId).call('meals.serve', { orderId, ...own })
  return {
    begin: (own: Stock = {}) => cloud().restock(aNeighbourhood({ sittings, stations, ...own })),
    at: (instant: string | Date) => cloud().emulator.clock.set(new Date(instant)),
    /** Booked by her daughter and confirmed by the station. */
    booked: async (sittingId = LUNCH, own: object = {}): Promise<MealOrder> => {
      const order = accepted<MealOrder>(
        await cloud()
          .as('o-daughter')
          .call('meals.book', { ...wish, sittingId, ...own }),
      )
      return accepted(await clerkOf(sittingId).call('meals.confirm', { orderId: order.id }))
    },
    serve,
    serveLate: (orderId = ORDER) => serve(orderId, { reason: '当时没有网' }),
    unserve: (orderId = ORDER, own: object = {}) =>
      clerkOf(orderId).call('meals.unserve', { orderId, reason: '点错了人', ...own }),
    order: async (id = ORDER) => (await cloud().one('mealOrders', id)) as MealOrderRecord, // booked before it is looked at
    entries: () => cloud().stored('settlementEntries'),
    usesOfDay: async () => (await cloud().stored('subsidyUses')).flatMap(({ uses }) => uses),
    totals: async (month = '2026-11', operatorId = 'op-one') =>
      accepted<Settlement>(
        await cloud()
          .as('o-supervisor')
          .call('supervision.settlement', { district: DISTRICT, operatorId, month }),
      ),
    everything: async () => {
      const { sittings = [], ...rest } = await cloud().emulator.engine.dump()
      return { ...rest, sittings: withoutMarks(sittings) }
    },
  }
}
