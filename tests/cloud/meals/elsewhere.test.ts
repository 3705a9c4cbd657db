import type { MealOrder } from '../../../types/meals/orders'
import { aMealPolicy, anOrder, aSitting, LUNCH, NOW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

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
const everything = () => cloud.emulator.engine.dump()

describe('the same meal of a day at another station', () => {
  it('is refused once, saying where and what, and booked where it is meant', async () => {
    await begin()
    const first = accepted<MealOrder>(await book(LUNCH))
    const before = await everything()
    expect(await book(AT_TWO)).toMatchObject({
      code: 'ALREADY_ELSEWHERE',
      detail: { orderId: first.id, stationName: '一号驿站', setName: '红烧鱼套餐' },
    })
    expect(await everything()).toEqual(before)
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
