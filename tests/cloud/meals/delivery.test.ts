import type { CounterOrder, MealOrder, Quote } from '../../../types/meals/orders'
import { anOrder, aSitting, LUNCH, TODAY, TOMORROW } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

const phone = { sealed: 'sealed', masked: '138****3606' }
const DOOR = { building: wang.building, room: '402', phone: phone.masked }
const orderId = `${LUNCH}_e-wang`
const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'delivery', setId: 'fish' }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())
beforeEach(() =>
  cloud.restock(
    aNeighbourhood({
      elders: [
        { ...wang, room: '402', phone, phoneTail: '3606' },
        ...(aNeighbourhood().elders ?? []).slice(1),
      ],
      sittings: [aSitting({ modes: ['dineIn', 'takeAway', 'delivery'] })],
    }),
  ),
)

const by = async <T = MealOrder>(openid: string, name: `${string}.${string}`, input: object) =>
  accepted<T>(await cloud.as(openid).call(name, input))
const book = (own: object = {}) => by('o-daughter', 'meals.book', { ...wish, ...own })
const stored = async () => (await cloud.one('mealOrders', orderId))?.deliverTo

describe('the door of a delivery', () => {
  it('is shown to her, her family and her station with the price, and to no other station that only asks', async () => {
    for (const openid of ['o-wang', 'o-daughter', 'o-clerk'])
      expect((await by<Quote>(openid, 'meals.quote', wish)).deliverTo).toEqual(DOOR)
    const ofAnother = { ...wish, elderId: 'e-chen' }
    expect((await by<Quote>('o-clerk', 'meals.quote', ofAnother)).deliverTo).toBeNull()
    expect((await by<Quote>('o-daughter', 'meals.quote', { ...wish, mode: 'dineIn' })).deliverTo).toBeNull()
  })

  it('stands on the order, and on the counter’s list', async () => {
    expect((await book()).deliverTo).toEqual(DOOR)
    const [order] = await by<CounterOrder[]>('o-clerk', 'meals.queue', {
      stationId: 'st-one',
      date: TOMORROW,
    })
    expect(order?.deliverTo).toEqual(DOOR)
  })

  it('comes and goes with the way of eating', async () => {
    expect((await book({ mode: 'dineIn' })).deliverTo).toBeNull()
    for (const [mode, door] of [
      ['delivery', DOOR],
      ['takeAway', null],
    ] as const)
      expect((await by('o-daughter', 'meals.switchMode', { orderId, mode })).deliverTo).toEqual(door)
  })

  it('follows when it is corrected, and when she moves', async () => {
    await book()
    const correct = (changes: object) =>
      by('o-clerk', 'people.correct', { elderId: 'e-wang', changes, channel: 'counter' })
    await correct({ room: '403' })
    expect(await stored()).toEqual({ ...DOOR, room: '403' })
    await correct({ phone: null })
    expect(await stored()).toEqual({ ...DOOR, room: '403', phone: null })
    const there = { stationId: 'st-two', from: TODAY, building: '枫桥路 7 号', room: null, place: null }
    await by('o-wang', 'people.move', { elderId: 'e-wang', ...there })
    expect(await stored()).toEqual({ building: '枫桥路 7 号', room: null, phone: null })
  })

  it('says since when it is another one, where the station had confirmed it', async () => {
    await book()
    const correct = (room: string) =>
      by('o-daughter', 'people.correct', { elderId: 'e-wang', changes: { room } })
    await correct('403')
    expect(await cloud.one('mealOrders', orderId)).not.toHaveProperty('doorChangedAt')
    await by('o-clerk', 'meals.confirm', { orderId })
    await correct('403')
    expect(await cloud.one('mealOrders', orderId)).not.toHaveProperty('doorChangedAt')
    await correct('404')
    expect(await cloud.one('mealOrders', orderId)).toMatchObject({
      deliverTo: { room: '404' },
      doorChangedAt: expect.stringMatching(/^2026-11-21T/),
    })
    await by('o-daughter', 'meals.switchMode', { orderId, mode: 'takeAway' })
    expect(await cloud.one('mealOrders', orderId)).not.toHaveProperty('doorChangedAt')
  })

  it('says nothing any more once it is the very door that was confirmed', async () => {
    await book()
    await by('o-clerk', 'meals.confirm', { orderId })
    const order = () => cloud.one('mealOrders', orderId)
    const correct = (room: string) =>
      by('o-daughter', 'people.correct', { elderId: 'e-wang', changes: { room } })
    const eat = (mode: string) => by('o-daughter', 'meals.switchMode', { orderId, mode })
    const confirmed = (await stored())?.room ?? ''
    await correct('404')
    await correct('405')
    expect(await order()).toHaveProperty('doorChangedAt')
    await correct(confirmed)
    expect(await order()).not.toHaveProperty('doorChangedAt')

    await eat('dineIn')
    await correct('404')
    await eat('delivery')
    expect(await order()).toHaveProperty('doorChangedAt')
    await eat('takeAway')
    await correct(confirmed)
    expect(await eat('delivery')).not.toHaveProperty('doorChangedAt')
    await correct('404')
    expect(await order()).toHaveProperty('doorChangedAt')
  })

  it('is confirmed as the clerk saw it: a door that became another one meanwhile is looked at first', async () => {
    const { setId, mode, deliverTo } = await book()
    await by('o-daughter', 'people.correct', { elderId: 'e-wang', changes: { room: '404' } })
    const confirm = (seen: object) => cloud.as('o-clerk').call('meals.confirm', { orderId, seen })
    expect(await confirm({ setId, mode, deliverTo })).toMatchObject({
      ...{ ok: false, code: 'ORDER_CHANGED', detail: { isOtherMeal: false } },
    })
    expect((await cloud.one('mealOrders', orderId))?.state).toBe('placed')
    accepted(await confirm({ setId, mode, deliverTo: { ...DOOR, room: '404' } }))
  })

  it('says so again once it is brought again, and tells nobody of the door meanwhile', async () => {
    await book()
    await by('o-clerk', 'meals.confirm', { orderId })
    const there = await by('o-daughter', 'meals.switchMode', { orderId, mode: 'dineIn' })
    expect(JSON.stringify(there)).not.toContain('402')
    await by('o-daughter', 'people.correct', { elderId: 'e-wang', changes: { room: '404' } })
    expect(await by('o-daughter', 'meals.switchMode', { orderId, mode: 'delivery' })).toMatchObject({
      deliverTo: { room: '404' },
      doorChangedAt: expect.stringMatching(/^2026-11-21T/),
    })
  })

  it('stays what it was of a meal whose day is over, whatever nobody wrote down of it', async () => {
    const past = { date: '2026-11-20', sittingId: 'st-one_2026-11-20_lunch', mode: 'delivery' } as const
    const orders = (['placed', 'confirmed'] as const).map((state) =>
      anOrder({ ...past, id: `past-${state}`, state, deliverTo: DOOR }),
    )
    await cloud.restock(aNeighbourhood({ mealOrders: orders }))
    await by('o-clerk', 'people.correct', { elderId: 'e-wang', changes: { room: '404' }, channel: 'counter' })
    for (const { id } of orders) expect((await cloud.one('mealOrders', id))?.deliverTo).toEqual(DOOR)
  })

  it.each([
    ['cancelled', 'o-daughter', 'cancel'],
    ['refused', 'o-clerk', 'refuse'],
  ])('goes once the meal is %s', async (state, openid, act) => {
    await book()
    expect(await by(openid, `meals.${act}`, { orderId })).toMatchObject({ state, deliverTo: null })
    expect(await stored()).toBeNull()
  })

  it('stays none where she eats at the station', async () => {
    await book({ mode: 'dineIn' })
    await by('o-clerk', 'people.correct', { elderId: 'e-wang', changes: { room: '403' }, channel: 'counter' })
    expect(await stored()).toBeNull()
  })

  it('is forgotten with her', async () => {
    const eaten = anOrder({ state: 'served', mode: 'delivery', deliverTo: DOOR })
    await cloud.restock(aNeighbourhood({ mealOrders: [eaten] }))
    await by('o-wang', 'people.erase', { elderId: 'e-wang' })
    expect(await stored()).toBeNull()
  })
})
