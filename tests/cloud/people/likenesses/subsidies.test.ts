import type { MealOrder, Quote } from '../../../../types/meals/orders'
import { aSitting, LUNCH } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { again, registeredTwice } from '../../registered-twice'
import { callsAbout, meanwhile } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud()
  about = callsAbout(cloud)
})
afterAll(() => cloud.close())

const DINNER = LUNCH.replace('lunch', 'dinner')
/** A second dinner of that day, at the other station. */
const ELSEWHERE = DINNER.replace('st-one', 'st-two')
const second = { sittingId: ELSEWHERE, isMeant: true }
const sittings = [
  aSitting(),
  aSitting({ id: ELSEWHERE, slot: 'dinner', stationId: 'st-two', stationName: '二号驿站' }),
  aSitting({ id: DINNER, slot: 'dinner' }),
]
/** Five yuan once a day are hers in either registration. */
const stocked = (own: object = {}) =>
  cloud.restock(
    aNeighbourhood({
      ...registeredTwice({ sittings }),
      elders: [wang, { ...again, categories: wang.categories, ...own }, chen],
    }),
  )
beforeEach(() => stocked())

const FULL = 1800
const LESS = 1300
const hers = { elderId: 'e-wang' }
const book = async (openid: string, own: object = {}) =>
  accepted<MealOrder>(await about.book(openid, own)).elderPays
const cancel = async (id: string) =>
  accepted(await cloud.as('o-clerk').call('meals.cancel', { orderId: id, channel: 'counter' }))
const pays = async (id: string) => (await cloud.one('mealOrders', id))?.elderPays

describe('the subsidy of a day, once two are joined', () => {
  it('goes on to a meal of the one that stays when one of the other is cancelled', async () => {
    expect(await book('o-son')).toBe(LESS)
    accepted(await about.join())
    expect(await book('o-wang', { ...hers, sittingId: DINNER })).toBe(FULL)
    await cancel(`${LUNCH}_e-again`)
    expect(await pays(`${DINNER}_e-wang`)).toBe(LESS)
    expect(await book('o-wang', hers)).toBe(FULL)
  })

  it('goes on to the next meal of either, once', async () => {
    expect(await book('o-son', { sittingId: DINNER })).toBe(LESS)
    expect(await book('o-son', second)).toBe(FULL)
    accepted(await about.join())
    expect(await book('o-wang', hers)).toBe(FULL)
    await cancel(`${DINNER}_e-again`)
    expect([await pays(`${LUNCH}_e-wang`), await pays(`${ELSEWHERE}_e-again`)]).toEqual([LESS, FULL])
    await cancel(`${LUNCH}_e-wang`)
    expect(await pays(`${ELSEWHERE}_e-again`)).toBe(LESS)
  })

  it('is not given a second time for a day on which the other registration has it', async () => {
    expect(await book('o-wang', hers)).toBe(LESS)
    expect(await book('o-son', { sittingId: DINNER })).toBe(LESS)
    expect(await book('o-son', second)).toBe(FULL)
    accepted(await about.join())
    await cancel(`${DINNER}_e-again`)
    expect(await pays(`${ELSEWHERE}_e-again`)).toBe(FULL)
    await cancel(`${LUNCH}_e-wang`)
    expect(await pays(`${ELSEWHERE}_e-again`)).toBe(LESS)
  })

  it('counts over all of them when a meal of either is changed', async () => {
    expect(await book('o-son')).toBe(LESS)
    accepted(await about.join())
    expect(await book('o-wang', { ...hers, sittingId: DINNER })).toBe(FULL)
    const change = (openid: string, orderId: string) =>
      cloud.as(openid).call('meals.changeSet', { orderId, setId: 'greens' })
    const dinner = accepted<MealOrder>(await change('o-wang', `${DINNER}_e-wang`))
    expect(dinner.lines.map(({ kind }) => kind)).not.toContain('subsidy')
    const lunch = accepted<MealOrder>(await change('o-wang', `${LUNCH}_e-again`))
    expect(lunch.lines.map(({ kind }) => kind)).toContain('subsidy')
    expect(codeOf(await change('o-son', `${LUNCH}_e-again`))).toBe('ELDER_JOINED')
  })

  it('is hers by what either of them holds', async () => {
    await cloud.restock(
      aNeighbourhood({
        ...registeredTwice({ sittings }),
        elders: [{ ...wang, categories: [] }, { ...again, categories: wang.categories }, chen],
      }),
    )
    const quoted = async () =>
      accepted<Quote>(
        await cloud
          .as('o-wang')
          .call('meals.quote', { ...hers, sittingId: LUNCH, mode: 'dineIn', setId: 'fish' }),
      ).elderPays
    expect(await quoted()).toBe(FULL)
    accepted(await about.join())
    expect(await quoted()).toBe(LESS)
    expect(await book('o-wang', hers)).toBe(LESS)
    accepted(await about.undo())
    expect(await quoted()).toBe(FULL)
  })
})

describe('cancelling under one registration while a meal is booked under the other', () => {
  it('leaves nobody without what has become free', async () => {
    expect(await book('o-son')).toBe(LESS)
    accepted(await about.join())
    const dinner = () => book('o-wang', { ...hers, sittingId: DINNER })
    await meanwhile(cloud, { openid: 'o-clerk', ask: () => cancel(`${LUNCH}_e-again`) }, dinner)
    expect(await pays(`${DINNER}_e-wang`)).toBe(LESS)
  })
})
