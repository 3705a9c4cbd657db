import type { Claim } from '../../../cloudfunctions/_domain/meals/claims/records'
import type { MealOrder } from '../../../types/meals/orders'
import { anOrder, aRelative, aSitting, aStation, LUNCH, NOW } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aClaim } from '../claimed'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood, wang } from '../neighbourhood'
import { race } from '../racing'
import { ORDER, wish } from './counters'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ variables: { LOOK_FOR: '0' } })
})
afterAll(() => cloud.close())

const daughter = () => cloud.as('o-daughter')
const book = (own: object = {}) => daughter().call('meals.book', { ...wish, ...own })
const cancel = (own: object = {}) => daughter().call('meals.cancel', { orderId: ORDER, ...own })
const lunch = async () => {
  const sitting = await cloud.one('sittings', LUNCH)
  return { seats: sitting?.left.seats, attempt: sitting?.claims['e-wang']?.attempt }
}
const orderNow = () => cloud.one('mealOrders', ORDER)
const nobodys = { seats: 20, attempt: undefined }

/** A lunch of hers that was cancelled, and what is claimed of it for her. */
const cancelledBeside = (own: Partial<Claim>) => {
  const sitting = aSitting({ seats: 20, seatsLeft: 19 })
  return aNeighbourhood({
    sittings: [{ ...sitting, claims: { 'e-wang': aClaim({ since: NOW.toISOString(), ...own }) } }],
    mealOrders: [anOrder({ state: 'cancelled', attempt: 'first' })],
  })
}

describe('a cancellation that is sent again', () => {
  it('gives back what it left claimed', async () => {
    await cloud.restock(cancelledBeside({ attempt: 'first' }))
    accepted(await cancel())
    expect(await lunch()).toEqual(nobodys)
    expectIntegrity(cloud)
  })

  it('leaves alone what is claimed to book the meal anew', async () => {
    await cloud.restock(cancelledBeside({ attempt: 'second' }))
    expect(accepted<MealOrder>(await cancel()).state).toBe('cancelled')
    expect(await lunch()).toEqual({ seats: 19, attempt: 'second' })
  })

  it('under its key leaves alone what was booked since', async () => {
    await cloud.restock(aNeighbourhood())
    accepted(await book())
    accepted(await cancel({ key: 'the-cancelling' }))
    accepted(await book({ setId: 'greens' }))
    accepted(await cancel({ key: 'the-cancelling' }))
    const order = await orderNow()
    expect(order).toMatchObject({ state: 'placed', setId: 'greens' })
    expect(await lunch()).toEqual({ seats: 19, attempt: order?.attempt })
    expectIntegrity(cloud)
  })
})

describe('a booking that is sent again under its key', () => {
  const key = 'the-booking'

  it('once it was cancelled is answered with what became of it, and holds nothing', async () => {
    await cloud.restock(aNeighbourhood())
    accepted(await book({ key }))
    accepted(await cancel())
    expect(accepted<MealOrder>(await book({ key })).state).toBe('cancelled')
    expect(await lunch()).toEqual(nobodys)
    expectIntegrity(cloud)
  })

  it('is answered so where the sitting is full by now, and refused where it wants something else', async () => {
    await cloud.restock(aNeighbourhood({ sittings: [aSitting({ seats: 1 })] }))
    accepted(await book({ key }))
    accepted(await cancel())
    const clerks = { ...wish, elderId: 'e-chen', channel: 'phone' }
    accepted(await cloud.as('o-clerk').call('meals.bookFor', clerks))
    expect(accepted<MealOrder>(await book({ key })).state).toBe('cancelled')
    expect(codeOf(await book({ key, setId: 'greens' }))).toBe('KEY_REUSED')
    expect(codeOf(await book())).toBe('SITTING_FULL')
  })

  it('takes nothing from who books the meal anew at the same moment', async () => {
    const scene = aNeighbourhood({
      accounts: [...(aNeighbourhood().accounts ?? []), aRelative('o-son', wang)],
    })
    for (let seed = 1; seed <= 20; seed++) {
      await cloud.restock(scene)
      accepted(await book({ key }))
      accepted(await cancel())
      const { came } = await race(cloud, { seed, openids: ['o-daughter', 'o-son'] }, async (openid) => {
        const own = openid === 'o-son' ? {} : { key }
        for (;;) {
          const code = codeOf(await cloud.as(openid).call('meals.book', { ...wish, ...own }))
          if (code !== 'BUSY') return code
        }
      })
      expect({ seed, came }).toEqual({ seed, came: ['accepted', 'accepted'] })
      expect({ seed, ...(await orderNow()) }).toMatchObject({ seed, state: 'placed' })
      expect((await lunch()).seats).toBe(19)
      expectIntegrity(cloud)
    }
  })
})

describe('a sitting that is opened', () => {
  const DAY = '2026-11-24'
  const id = `st-one_${DAY}_lunch`

  it('is never opened as it was planned before somebody else had it follow another plan', async () => {
    const plan = aPlan()
    await cloud.restock(
      aNeighbourhood({
        stations: [aStation({ kitchenId: 'k-one' })],
        ...{ sittings: [], plans: [plan], menus: [aMenu('2026-11-23')] },
      }),
    )
    const write = (collection: string, _id: string, fields: object) =>
      cloud.emulator.engine.modify(
        { collection },
        { query: JSON.stringify({ _id }), data: JSON.stringify({ $set: fields }), merge: true },
      )
    let isChanged = false
    cloud.emulator.gateway.setGate(async ({ action, collection }) => {
      if (isChanged || action !== 'database.modifyDocument' || collection !== 'sittings') return
      const written = await cloud.one('sittings', id)
      if (!written) return
      isChanged = true
      const capacity = { ...written.capacity, seats: 4 }
      await write('plans', plan.id, { rev: 2, tables: plan.tables.slice(1) })
      await write('sittings', id, { 'basis.plan': `${plan.id}@2`, capacity, left: capacity })
    })
    const reply = await daughter().call('meals.book', { ...wish, sittingId: id, setId: 'fish-set' })
    cloud.emulator.gateway.setGate(undefined)
    expect({ isChanged, code: codeOf(reply) }).toEqual({ isChanged: true, code: 'accepted' })
    expect(await cloud.one('sittings', id)).toMatchObject({
      ...{ state: 'open', capacity: { seats: 4 }, left: { seats: 3 }, basis: { plan: `${plan.id}@2` } },
    })
  })
})
