import type { BookedAlready, MealOrder } from '../../../types/meals/orders'
import { aMealPolicy, anOrder, aSitting, LUNCH, NOW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

const AT_TWO = 'st-two_2026-11-22_lunch'
const atTwo = { id: AT_TWO, stationId: 'st-two', stationName: '二号驿站' }
const sittings = [
  aSitting(),
  aSitting(atTwo),
  aSitting({ ...atTwo, id: 'st-two_2026-11-22_dinner', slot: 'dinner' }),
  aSitting({ ...atTwo, id: 'st-two_2026-11-23_lunch', date: '2026-11-23' }),
]

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const wish = (sittingId: string, own: object = {}) => ({
  ...{ sittingId, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' },
  ...own,
})
const book = (sittingId: string, own: object = {}, openid = 'o-daughter') =>
  cloud.as(openid).call('meals.book', wish(sittingId, own))
const begin = (own: Stock = {}) => cloud.restock(aNeighbourhood({ sittings, ...own }), NOW)

describe('the same meal of a day at another station', () => {
  it('is refused once, saying where and what, and booked where it is meant', async () => {
    await begin()
    const first = accepted<MealOrder>(await book(LUNCH))
    const before = cloud.state()
    expect(await book(AT_TWO)).toMatchObject({
      code: 'ALREADY_ELSEWHERE',
      detail: { orderId: first.id, stationName: '一号驿站', setName: '红烧鱼套餐' },
    })
    expect(cloud.state()).toEqual(before)
    expect(accepted<MealOrder>(await book(AT_TWO, { isMeant: true })).elderPays).toBe(1800)
    expect(codeOf(await book(AT_TWO, { isMeant: true }))).toBe('accepted') // a reply that got lost
    expect(await cloud.stored('mealOrders')).toHaveLength(2)
  })

  it('is asked about where no policy limits anything, too', async () => {
    await cloud.restock(
      aNeighbourhood({ sittings, policies: [aMealPolicy({ layers: [], limits: [] })] }),
      new Date(NOW.getTime() + 120_000), // known ones are trusted for a minute
    )
    accepted(await book(LUNCH))
    expect(codeOf(await book(AT_TWO))).toBe('ALREADY_ELSEWHERE')
  })

  it.each([
    ['another meal of that day', 'st-two_2026-11-22_dinner'],
    ['the same meal of another day', 'st-two_2026-11-23_lunch'],
  ])('is no %s', async (_case, sittingId) => {
    await begin()
    accepted(await book(LUNCH))
    accepted(await book(sittingId))
  })

  it.each([
    ['cancelled', 'o-daughter', 'meals.cancel'],
    ['refused', 'o-clerk', 'meals.refuse'],
  ] as const)('is booked without a question once the first is %s', async (_case, openid, name) => {
    await begin()
    const { id: orderId } = accepted<MealOrder>(await book(LUNCH))
    accepted(await cloud.as(openid).call(name, { orderId }))
    accepted(await book(AT_TWO))
    expect(codeOf(await book(LUNCH))).toBe('ALREADY_ELSEWHERE')
  })

  it('is asked about when the first was eaten', async () => {
    await begin()
    const { id } = accepted<MealOrder>(await book(LUNCH))
    const [record] = await cloud.stored('subsidyUses')
    const served = anOrder({ id, state: 'served' })
    await begin({ mealOrders: [served], subsidyUses: record ? [record] : [] })
    expect(codeOf(await book(AT_TWO))).toBe('ALREADY_ELSEWHERE')
  })

  it('is asked of a clerk, without a word of where it is, and of herself', async () => {
    await begin()
    accepted(await book(LUNCH))
    const byClerk = (own: object = {}) =>
      cloud.as('o-other-clerk').call('meals.bookFor', wish(AT_TWO, { channel: 'phone', ...own }))
    const reply = await byClerk()
    expect(codeOf(reply)).toBe('ALREADY_ELSEWHERE')
    expect(JSON.stringify(reply)).not.toContain('一号驿站')
    expect(codeOf(await book(AT_TWO, {}, 'o-wang'))).toBe('ALREADY_ELSEWHERE')
    accepted(await byClerk({ isMeant: true }))
  })
})

describe('meals.bookedFor', () => {
  const asked = async (openid = 'o-clerk', stationId = 'st-one', own: object = {}) =>
    accepted<BookedAlready[]>(
      await cloud.as(openid).call('meals.bookedFor', {
        ...{ stationId, date: '2026-11-22', elderId: 'e-wang' },
        ...own,
      }),
    )
  const at = (sittingId: string, own: object = {}) =>
    anOrder({ id: `${sittingId}_e-wang`, sittingId, ...own })
  const what = { stationName: '一号驿站', setName: '红烧鱼套餐', mode: 'dineIn' }

  it('says to the counter what she has there, and elsewhere no more than that she has', async () => {
    await begin({ mealOrders: [at(LUNCH)] })
    expect(await asked()).toEqual([{ slot: 'lunch', state: 'placed', isHere: true, what }])
    expect(await asked('o-other-clerk', 'st-two')).toEqual([
      { slot: 'lunch', state: 'placed', isHere: false, what: null },
    ])
    expect(await asked('o-clerk', 'st-one', { date: '2026-11-23' })).toEqual([])
  })

  it.each([
    ['cancelled', [], []],
    ['refused', [], []],
    ['missed', ['missed'], []],
    ['served', ['served'], ['served']],
  ] as const)('tells of one that is %s here %j, elsewhere %j', async (state, here, elsewhere) => {
    await begin({ mealOrders: [at(LUNCH, { state })] })
    expect((await asked()).map((one) => one.state)).toEqual(here)
    expect((await asked('o-other-clerk', 'st-two')).map((one) => one.state)).toEqual(elsewhere)
  })

  it('names the meals in the order of the day', async () => {
    const slots = ['breakfast', 'lunch', 'dinner'] as const
    const orders = slots.map((slot, nth) =>
      at(`st-one_2026-11-22_${slot}`, { slot, startsAt: `2026-11-22T0${nth}:30:00.000Z` }),
    )
    await begin({ mealOrders: orders })
    expect((await asked()).map(({ slot }) => slot)).toEqual(slots)
  })

  it('knows nobody who is not there, no day that is over, and tells nothing of her who uses it no more', async () => {
    await begin({ mealOrders: [at(LUNCH)], elders: [{ ...wang, state: 'pending' }] })
    expect(await asked()).toEqual([])
    const call = (own: object) =>
      cloud.as('o-clerk').call('meals.bookedFor', {
        ...{ stationId: 'st-one', date: '2026-11-22', elderId: 'e-wang' },
        ...own,
      })
    expect(codeOf(await call({ elderId: 'e-nobody' }))).toBe('NOT_FOUND')
    expect(codeOf(await call({ date: '2026-11-20' }))).toBe('DATE_PAST')
  })
})
