import { personOf } from '../../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../../types/ids'
import type { MealOrder } from '../../../../types/meals/orders'
import type { Me } from '../../../../types/people'
import type { LogLine } from '../../../../types/people/privacy'
import type { Visit } from '../../../../types/visits'
import {
  aLikeness,
  anElder,
  anElderAccount,
  anOrder,
  aRelation,
  aSitting,
  aVisit,
  LUNCH,
  NOW,
  TODAY,
} from '../../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { again, motherAgain, PAIR, registeredTwice } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud()
  about = callsAbout(cloud)
})
beforeEach(() => begin())
afterAll(() => cloud.close())

const begin = (own: Stock = {}) => cloud.restock(aNeighbourhood(registeredTwice(own)))
const DINNER = LUNCH.replace('lunch', 'dinner')
const dinner = aSitting({
  ...{ id: DINNER, slot: 'dinner', startsAt: '2026-11-22T09:30:00.000Z' },
  ...{ cutoffAt: '2026-11-22T07:00:00.000Z', cancelUntil: '2026-11-22T07:00:00.000Z' },
})
const pays = (order: MealOrder) => order.elderPays
const asked = relationId('e-wang', personOf('o-son'))
const grant = async () =>
  accepted(await about.call('o-wang', 'people.grant', { memberId: asked, scopes: ['view', 'order'] }))

describe('people.join', () => {
  it('lets the other record point to the one that stays, and writes nothing in it anew', async () => {
    const before = await cloud.one('elders', 'e-again')
    accepted(await about.join())
    expect(await cloud.one('elders', 'e-again')).toEqual({ ...before, joinedTo: 'e-wang' })
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ joined: ['e-again'], openid: 'o-wang' })
    expect(await about.alike()).toMatchObject({
      pairs: [],
      waiting: 0,
      lately: [{ id: PAIR, state: 'joined' }],
    })
  })

  it('stands in the log that she reads', async () => {
    accepted(await about.join())
    const lines = accepted<LogLine[]>(await about.call('o-wang', 'people.log', { elderId: 'e-wang' }))
    expect(lines).toMatchObject([{ action: 'people.join', name: '某人', role: 'clerk' }])
  })

  it('is done once, however often it is asked for', async () => {
    accepted(await about.join())
    const before = cloud.state()
    accepted(await about.join())
    expect(cloud.state()).toEqual(before)
    expect(codeOf(await about.join({ staysId: 'e-again' }))).toBe('WRONG_STATE')
  })

  it('makes no chains and no circles: one that points stays no other’s, and one to which others point does not leave', async () => {
    const third = anElder({ id: 'e-third', code: '67890123' })
    const pairs = [
      aLikeness(),
      aLikeness({ id: 'e-again_e-third', elderId: 'e-third', otherId: 'e-again' }),
      aLikeness({ id: 'e-third_e-wang', elderId: 'e-third', otherId: 'e-wang' }),
    ]
    await cloud.restock(
      aNeighbourhood({ ...registeredTwice(), elders: [wang, again, third, chen], likenesses: pairs }),
    )
    accepted(await about.join())
    expect(codeOf(await about.join({ pairId: 'e-again_e-third', staysId: 'e-again' }))).toBe('NOT_FOUND')
    expect(codeOf(await about.join({ pairId: 'e-third_e-wang', staysId: 'e-third' }))).toBe('WRONG_STATE')
    accepted(await about.join({ pairId: 'e-third_e-wang' }))
    expect((await cloud.one('elders', 'e-wang'))?.joined).toEqual(['e-again', 'e-third'])
  })

  it('asks about whoever was like the one that left with the one that stayed', async () => {
    const third = anElder({ id: 'e-third', code: '67890123' })
    await cloud.restock(
      aNeighbourhood({
        ...registeredTwice(),
        elders: [wang, again, third, chen],
        likenesses: [
          aLikeness(),
          aLikeness({ id: 'e-again_e-third', elderId: 'e-third', otherId: 'e-again' }),
        ],
      }),
    )
    accepted(await about.join())
    expect((await about.alike()).pairs.map(({ id }) => id)).toEqual(['e-third_e-wang'])
  })

  it('is refused where one of them has died, and where more would act for her than may', async () => {
    await begin()
    await cloud.restock(
      aNeighbourhood({ ...registeredTwice(), elders: [{ ...wang, diedOn: TODAY }, again, chen] }),
    )
    expect(codeOf(await about.join())).toBe('ELDER_DIED')
    const kin = Array.from({ length: 17 }, (_, nth) => aRelation(again, `o-kin${nth}`))
    await begin()
    await cloud.restock(aNeighbourhood({ ...registeredTwice(), relations: kin }))
    expect(codeOf(await about.join())).toBe('CIRCLE_FULL')
  })

  it('keeps the one to which she has agreed, where she has not agreed to the other', async () => {
    const pending = { ...again, state: 'pending' as const }
    await cloud.restock(aNeighbourhood({ ...registeredTwice(), elders: [wang, pending, chen] }))
    const before = cloud.state()
    expect(codeOf(await about.join({ staysId: 'e-again' }))).toBe('CONSENT_MISSING')
    expect(cloud.state()).toEqual(before)
    accepted(await about.join())
    accepted(await about.book('o-wang', { elderId: 'e-wang' }))
  })

  it('tells a phone at once nothing of her who was seen, where nobody knows who uses it', async () => {
    const unseen = { ...wang, seen: null }
    const seen = { ...again, seen: { at: NOW.toISOString(), how: 'papers' as const } }
    await cloud.restock(aNeighbourhood({ ...registeredTwice(), elders: [unseen, seen, chen] }))
    accepted(await about.join())
    const copy = () => about.call('o-wang', 'people.copy', { elderId: 'e-wang', part: 'person' })
    expect(codeOf(await copy())).toBe('JOINED_LATELY')
    accepted(await about.book('o-wang', { elderId: 'e-wang' }))
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24.1 * 3_600_000))
    accepted(await copy())
  })

  it('makes her phone the one of the record that left, where the other has none', async () => {
    const phoned = { ...again, openid: 'o-again' }
    const { accounts = [] } = registeredTwice()
    const own = { ...registeredTwice(), accounts: [...accounts, anElderAccount('o-again', phoned)] }
    await cloud.restock(aNeighbourhood({ ...own, elders: [{ ...wang, openid: null }, phoned, chen] }))
    accepted(await about.join())
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: 'o-again' })
    expect(await cloud.one('accounts', 'o-again')).toMatchObject({ self: { elderId: 'e-wang' } })
    accepted(await about.book('o-again'))
    accepted(await about.undo())
    expect(await cloud.one('accounts', 'o-again')).toMatchObject({ self: { elderId: 'e-again' } })
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: null })
  })

  it('leaves a second phone to read what was, where both have one', async () => {
    const phoned = { ...again, openid: 'o-again' }
    const { accounts = [] } = registeredTwice()
    const own = { ...registeredTwice(), accounts: [...accounts, anElderAccount('o-again', phoned)] }
    await cloud.restock(aNeighbourhood({ ...own, elders: [wang, phoned, chen] }))
    accepted(await about.join())
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: 'o-wang' })
    expect(codeOf(await about.book('o-again'))).toBe('ELDER_JOINED')
    accepted(await cloud.as('o-again').call('meals.mine'))
    const me = accepted<Me>(await about.call('o-again', 'people.me'))
    expect(me.elders).toMatchObject([{ id: 'e-again', isJoined: true }])
  })

  it('tells a second phone before the last step, and whom to ring', async () => {
    const phoned = { ...again, openid: 'o-again' }
    const { accounts = [] } = registeredTwice()
    const own = { ...registeredTwice(), accounts: [...accounts, anElderAccount('o-again', phoned)] }
    await cloud.restock(aNeighbourhood({ ...own, elders: [wang, phoned, chen] }))
    accepted(await about.join())
    const refused = {
      code: 'ELDER_JOINED',
      detail: { stationName: '一号驿站', stationPhone: '000-0001' },
    }
    const meal = { sittingId: LUNCH, elderId: 'e-again', mode: 'dineIn', setId: 'fish' }
    const registration = {
      elder: motherAgain,
      stationId: 'st-one',
      agreed: [{ purpose: 'service', version: 'service-2026-11' }],
    }
    expect(await about.book('o-again')).toMatchObject(refused)
    expect(await about.book('o-son')).toMatchObject(refused)
    expect(await cloud.as('o-again').call('meals.quote', meal)).toMatchObject(refused)
    expect(await cloud.as('o-son').call('meals.quote', meal)).toMatchObject(refused)
    expect(await about.call('o-again', 'people.registerSelf', registration)).toMatchObject(refused)
  })
})

describe('a meal booked under the record that left', () => {
  it('is the one’s who stays: for herself, for staff, and for whom she lets in', async () => {
    accepted(await about.join())
    expect(accepted<MealOrder>(await about.bookFor()).elderId).toBe('e-wang')
    accepted(await cloud.as('o-clerk').call('meals.cancel', { orderId: `${LUNCH}_e-wang` }))
    expect(accepted<MealOrder>(await about.book('o-daughter')).elderId).toBe('e-wang')
  })

  it('is refused to her relatives until she has let them in', async () => {
    accepted(await about.join())
    expect(await cloud.one('relations', asked)).toMatchObject({
      state: 'asked',
      name: '王强',
      relation: 'son',
    })
    expect(codeOf(await about.book('o-son'))).toBe('ELDER_JOINED')
    expect(await cloud.stored('mealOrders')).toEqual([])
    await grant()
    expect(accepted<MealOrder>(await about.book('o-son')).elderId).toBe('e-wang')
    expect(codeOf(await about.book('o-stranger'))).toBe('FORBIDDEN')
  })

  it('is no longer theirs to see under the old record either, once she has said no', async () => {
    accepted(await about.book('o-son'))
    accepted(await about.join())
    expect(accepted<MealOrder[]>(await cloud.as('o-son').call('meals.mine'))).toHaveLength(1)
    accepted(await about.call('o-wang', 'people.decline', { memberId: asked }))
    expect(accepted<MealOrder[]>(await cloud.as('o-son').call('meals.mine'))).toEqual([])
    expect((await cloud.one('elders', 'e-again'))?.circle).toEqual([])
  })

  it('counts once: the subsidy of the day, and the meal', async () => {
    await begin({ sittings: [aSitting(), dinner] })
    const { categories } = wang
    await cloud.restock(
      aNeighbourhood({
        ...registeredTwice({ sittings: [aSitting(), dinner] }),
        elders: [wang, { ...again, categories }, chen],
      }),
    )
    const lunch = accepted<MealOrder>(await about.book('o-son'))
    accepted(await about.join())
    const second = accepted<MealOrder>(await about.book('o-wang', { elderId: 'e-wang', sittingId: DINNER }))
    expect(pays(second) - pays(lunch)).toBe(500)
    expect(codeOf(await about.book('o-wang', { elderId: 'e-wang' }))).toBe('ALREADY_ELSEWHERE')
    accepted(await cloud.as('o-wang').call('meals.cancel', { orderId: lunch.id }))
    accepted(await about.book('o-wang', { elderId: 'e-wang' }))
  })
})

describe('meals for both', () => {
  const both = { mealOrders: [] as never[] }
  const bookBoth = async () => {
    await begin(both)
    accepted(await about.book('o-son'))
    accepted(await about.book('o-wang', { elderId: 'e-wang' }))
  }

  it('are shown, and the two are not joined until one of them was cancelled', async () => {
    await bookBoth()
    const { twice } = await about.sides()
    expect(twice).toMatchObject([{ slot: 'lunch', orders: [{ canCancel: true }, { canCancel: true }] }])
    const before = cloud.state({ auditLog: [] })
    expect(await about.join()).toMatchObject({
      code: 'MEALS_TWICE',
      detail: { orderIds: [`${LUNCH}_e-wang`, `${LUNCH}_e-again`] },
    })
    expect(cloud.state()).toEqual(before)
    accepted(
      await cloud.as('o-clerk').call('meals.cancel', { orderId: `${LUNCH}_e-again`, channel: 'counter' }),
    )
    accepted(await about.join())
  })
})

describe('lists, once two are joined', () => {
  const orders = [
    anOrder(),
    anOrder({ id: `${DINNER}_e-again`, sittingId: DINNER, slot: 'dinner', elderId: 'e-again' }),
  ]
  const visits = [aVisit({ id: 'v-1' }), aVisit({ id: 'v-2', elderId: 'e-again' })]
  beforeEach(async () => {
    await begin({ mealOrders: orders, visits })
    accepted(await about.join())
  })
  const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id).sort()

  it('hold the records of both for her and her family, and only the old ones for whom she has not let in', async () => {
    const meals = async (openid: string) =>
      ids(accepted<MealOrder[]>(await cloud.as(openid).call('meals.mine')))
    const seen = async (openid: string) =>
      ids(accepted<{ visits: Visit[] }>(await cloud.as(openid).call('visits.mine')).visits)
    expect(await meals('o-wang')).toEqual(ids(orders))
    expect(await meals('o-daughter')).toEqual(ids(orders))
    expect(await seen('o-daughter')).toEqual(['v-1', 'v-2'])
    expect(await meals('o-son')).toEqual([`${DINNER}_e-again`])
    expect(await seen('o-son')).toEqual(['v-2'])
    await grant()
    expect(await meals('o-son')).toEqual(ids(orders))
  })

  it('hold her once: at the counter, and for whoever acts for her', async () => {
    const { elders } = accepted<{ elders: { id: string }[] }>(
      await about.call('o-clerk', 'people.find', { stationId: 'st-one', text: '王' }),
    )
    expect(ids(elders).filter((id) => id !== 'e-far')).toEqual(['e-wang'])
    await grant()
    const me = accepted<{ elders: { id: string }[] }>(await about.call('o-son', 'people.me'))
    expect(ids(me.elders)).toEqual(['e-wang'])
  })

  it('give a copy of both, and her file for either id', async () => {
    const copy = accepted<{ parts: { title: string }[] }>(
      await about.call('o-wang', 'people.copy', { elderId: 'e-wang', part: 'meals' }),
    )
    expect(JSON.stringify(copy)).toContain('晚餐')
    const file = accepted<{ id: string }>(await about.call('o-clerk', 'people.file', { elderId: 'e-again' }))
    expect(file.id).toBe('e-wang')
    const card = accepted<{ elderId: string }>(
      await about.call('o-daughter', 'people.card', { elderId: 'e-again' }),
    )
    expect(card.elderId).toBe('e-wang')
  })

  it('let a visit that was asked for either be asked for once', async () => {
    await begin()
    accepted(await about.join())
    const wish = { urgency: 'hard', reason: '买药', when: 'today' }
    const ask = async (openid: string, elderId: string) =>
      accepted<Visit>(await cloud.as(openid).call('visits.request', { elderId, ...wish }))
    expect((await ask('o-clerk', 'e-again')).id).toBe((await ask('o-daughter', 'e-wang')).id)
    // Whoever may act for the old record alone still gets help to the door they know.
    expect((await ask('o-son', 'e-again')).elderId).toBe('e-again')
  })
})

describe('what becomes of the one that stays', () => {
  beforeEach(async () => {
    await begin({ mealOrders: [anOrder({ id: `${LUNCH}_e-again`, elderId: 'e-again' })], visits: [] })
    accepted(await about.join())
  })

  it('becomes of both: a death ends what was booked under either', async () => {
    accepted(
      await about.call('o-clerk', 'people.recordDeath', {
        elderId: 'e-wang',
        on: TODAY,
        reason: '家人来说的',
      }),
    )
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ diedOn: TODAY })
    expect(await cloud.one('mealOrders', `${LUNCH}_e-again`)).toMatchObject({ state: 'cancelled' })
    accepted(await about.call('o-clerk', 'people.undoDeath', { elderId: 'e-wang', reason: '记成了别人' }))
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ diedOn: null })
  })

  it('erases both, and not before nothing is booked under either', async () => {
    expect(codeOf(await about.call('o-wang', 'people.erase', { elderId: 'e-wang' }))).toBe('STILL_BOOKED')
    accepted(await cloud.as('o-clerk').call('meals.cancel', { orderId: `${LUNCH}_e-again` }))
    expect(await about.call('o-wang', 'people.erase', { elderId: 'e-wang' })).toMatchObject({
      code: 'JOINED_LATELY',
      detail: { until: expect.stringMatching(/^2026-11-22T00:00/), isErasing: true },
    })
    expect((await cloud.stored('elders')).map(({ state }) => state)).not.toContain('erased')
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24.1 * 3_600_000))
    accepted(await about.call('o-wang', 'people.erase', { elderId: 'e-wang' }))
    expect(
      (await cloud.stored('elders'))
        .filter(({ state }) => state === 'erased')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['e-again', 'e-wang'])
    expect((await cloud.one('accounts', 'o-son'))?.relations).toEqual([])
    expect((await cloud.stored('likenesses')).map(({ id }) => id)).toEqual(['e-chen_e-chenagain'])
  })

  it('changes her record by either id, for whoever may change hers', async () => {
    const correct = (openid: string) =>
      about.call(openid, 'people.correct', { elderId: 'e-again', changes: { phone: '13800003333' } })
    expect(codeOf(await correct('o-son'))).toBe('ELDER_JOINED')
    accepted(await correct('o-clerk'))
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ phoneTail: '3333' })
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ phoneTail: again.phoneTail })
    accepted(
      await about.call('o-wang', 'people.reveal', { elderId: 'e-wang', field: 'phone', reason: '看看' }),
    )
  })
})
