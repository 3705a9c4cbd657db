import type { PolicyRecord } from '../../../cloudfunctions/_domain/policies/records'
import zengcheng from '../../../cloudfunctions/_policies/meal/zengcheng-zhengguo-2020-03.json'
import type { MealOrder } from '../../../types/meals/orders'
import type { Price } from '../../../types/meals/prices'
import type { ElderFile } from '../../../types/people/elders'
import { MealPolicy } from '../../../types/policies/meal'
import { anApplication, aSitting, aStation, DISTRICT, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

/** City 3 yuan, district 3 and town 3 for somebody of 82, as far from home as each goes. */
const zhengguo: PolicyRecord = { ...MealPolicy.parse(zengcheng), district: DISTRICT }
/** The same wherever the household is registered. */
const everybodys = JSON.stringify(zengcheng).replaceAll('"hukou":"town"', '"livesAtHome":true')
const policy: PolicyRecord = { ...MealPolicy.parse(JSON.parse(everybodys)), district: DISTRICT }
const atTwo = { stationId: 'st-two', stationName: '二号驿站', townId: 't-west' }
const sittingOf = (station: object, date: string) =>
  aSitting({
    ...station,
    id: `${'stationId' in station ? station.stationId : 'st-one'}_${date}_lunch`,
    date,
    startsAt: `${date}T03:30:00.000Z`,
    cutoffAt: `${date}T02:00:00.000Z`,
    cancelUntil: `${date}T02:00:00.000Z`,
  })
const dates = [TODAY, '2026-11-22', '2026-11-23']
const elder = { ...wang, categories: [], hukou: 'thisTown' as const }

const begin = (own: Stock = {}, now = NOW) =>
  cloud.restock(
    aNeighbourhood({
      elders: [elder, chen],
      policies: [policy],
      sittings: dates.flatMap((date) => [sittingOf({}, date), sittingOf(atTwo, date)]),
      ...own,
    }),
    now,
  )
const everything = () => cloud.emulator.engine.dump()
const home = { building: '枫桥路 7 号', room: '102 室', place: null }
const move = (openid: string, own: object = {}) =>
  cloud
    .as(openid)
    .call('people.move', { elderId: 'e-wang', stationId: 'st-two', from: TODAY, ...home, ...own })
const meal = (station: string, date: string) => ({
  sittingId: `${station}_${date}_lunch`,
  elderId: 'e-wang',
  mode: 'dineIn',
  setId: 'greens',
})
const pays = async (station: string, date: string) =>
  accepted<Price>(await cloud.as('o-daughter').call('meals.quote', meal(station, date))).elderPays
const her = () => cloud.one('elders', 'e-wang')

describe('people.move', () => {
  it('changes the price of the next meal: home is the other town from that day on', async () => {
    expect([await pays('st-one', '2026-11-22'), await pays('st-two', '2026-11-22')]).toEqual([300, 600])
    cloud.emulator.clock.set(new Date('2026-11-22T00:00:00Z'))
    accepted(await move('o-clerk', { from: '2026-11-22' }))
    expect([await pays('st-one', '2026-11-22'), await pays('st-two', '2026-11-22')]).toEqual([600, 300])
    expect([await pays('st-one', TODAY), await pays('st-two', TODAY)]).toEqual([300, 600])
  })

  it('counts from the day that is said, also when it is written down later', async () => {
    cloud.emulator.clock.set(new Date('2026-11-23T00:00:00Z'))
    accepted(await move('o-clerk', { from: '2026-11-22' }))
    expect([
      await pays('st-one', TODAY),
      await pays('st-one', '2026-11-22'),
      await pays('st-one', '2026-11-23'),
    ]).toEqual([300, 600, 600])
  })

  it('leaves what is booked at its price', async () => {
    const order = accepted<MealOrder>(
      await cloud.as('o-daughter').call('meals.book', meal('st-one', '2026-11-22')),
    )
    accepted(await move('o-clerk'))
    expect(await cloud.one('mealOrders', order.id)).toMatchObject({ elderPays: 300, lines: order.lines })
  })

  it('remembers every home: back again, each day counts from where she lived then', async () => {
    accepted(await move('o-clerk', { from: '2026-11-21' }))
    cloud.emulator.clock.set(new Date('2026-11-23T00:00:00Z'))
    accepted(await move('o-other-clerk', { stationId: 'st-one', from: '2026-11-23' }))
    expect((await her())?.formerHomes.map(({ stationId, until }) => [stationId, until])).toEqual([
      ['st-two', '2026-11-22'],
      ['st-one', '2026-11-20'],
    ])
    expect([await pays('st-one', TODAY), await pays('st-one', '2026-11-23')]).toEqual([600, 300])
  })

  it('sees the household’s place from the new town: what was in the town is in the district', async () => {
    await begin({ policies: [zhengguo] }, new Date('2026-11-21T00:30:00Z'))
    expect(await pays('st-one', '2026-11-22')).toBe(300)
    accepted(await move('o-clerk'))
    expect((await her())?.hukou).toBe('thisDistrict')
    expect(await pays('st-two', '2026-11-22')).toBe(1200)
  })

  it('asks again where that cannot be told: it is not known then, which is no no', async () => {
    await begin(
      { policies: [zhengguo], elders: [{ ...elder, hukou: 'thisDistrict' }, chen] },
      new Date('2026-11-21T00:40:00Z'),
    )
    accepted(await move('o-clerk'))
    expect((await her())?.hukou).toBeNull()
    const quote = await cloud.as('o-daughter').call('meals.quote', meal('st-two', '2026-11-22'))
    const facts = accepted<Price>(quote).undecided.flatMap((one) => one.facts.map(({ fact }) => fact))
    expect(new Set(facts)).toEqual(new Set(['hukou']))
  })

  it.each([
    ['o-wang', 'accepted'],
    ['o-clerk', 'accepted'],
    ['o-manager', 'accepted'],
    ['o-daughter', 'FORBIDDEN'],
    ['o-viewer', 'FORBIDDEN'],
    ['o-other-clerk', 'FORBIDDEN'],
    ['o-coordinator', 'FORBIDDEN'],
    ['o-stranger', 'FORBIDDEN'],
  ])('by %s is %s', async (openid, code) => {
    const before = await her()
    expect(codeOf(await move(openid))).toBe(code)
    if (code !== 'accepted') expect(await her()).toEqual(before)
  })

  it('gives her to the clerks of the new station', async () => {
    accepted(await move('o-clerk'))
    const file = (openid: string) => cloud.as(openid).call('people.file', { elderId: 'e-wang' })
    expect(codeOf(await file('o-clerk'))).toBe('FORBIDDEN')
    expect(accepted<ElderFile>(await file('o-other-clerk'))).toMatchObject({
      stationName: '二号驿站',
      building: '枫桥路 7 号',
    })
  })

  it('takes those who ask to be let in along to the new station', async () => {
    accepted(await move('o-clerk'))
    const near = (await cloud.stored('relations')).filter(({ elderId }) => elderId === 'e-wang')
    expect(near.length).toBeGreaterThan(0)
    expect(new Set(near.map(({ stationId, building }) => `${stationId} ${building}`))).toEqual(
      new Set([`st-two ${home.building}`]),
    )
  })

  it('takes what she applied for along to the coordinator of the new town', async () => {
    await begin({ applications: [anApplication()] })
    accepted(await move('o-clerk'))
    const listed = async (openid: string) =>
      accepted<object[]>(await cloud.as(openid).call('eligibility.reviews', { state: 'submitted' }))
    expect(await listed('o-coordinator')).toEqual([])
    expect(await listed('o-other-coordinator')).toHaveLength(1)
  })

  it('is one move for any number of taps', async () => {
    const key = 'key-of-one-move'
    const replies = await Promise.all([1, 2, 3].map(() => move('o-clerk', { key })))
    expect(replies.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(codeOf(await move('o-clerk', { key }))).toBe('accepted') // though she is another station's now
    expect((await her())?.formerHomes).toHaveLength(1)
  })

  it('brings what accounts keep of her up to date', async () => {
    accepted(await move('o-wang', { place: { lng: 120.65, lat: 31.35 } }))
    const place = { lng: 120.65, lat: 31.35 }
    expect((await cloud.one('accounts', 'o-daughter'))?.relations[0]?.place).toEqual(place)
    expect((await cloud.one('accounts', 'o-wang'))?.self?.place).toEqual(place)
  })

  it.each([
    ['to a day that has not come', { from: '2026-11-22' }, 'DATE_TOO_FAR'],
    ['to a station that is not there', { stationId: 'st-none' }, 'NOT_FOUND'],
    ['to a station of another district', { stationId: 'st-far' }, 'NOT_FOUND'],
  ])('%s is refused', async (_, own, code) => {
    const { stations = [] } = aNeighbourhood()
    await begin({ stations: [...stations, aStation({ id: 'st-far', district: 'noisy' })] })
    const before = await everything()
    expect(codeOf(await move('o-clerk', own))).toBe(code)
    expect(await everything()).toEqual(before)
  })

  it('takes the place of her new home only with her yes to its use; without it the station’s stands for it', async () => {
    await begin({ elders: [{ ...elder, consents: { ...elder.consents, location: null } }, chen] })
    expect(codeOf(await move('o-clerk', { place: { lng: 120.65, lat: 31.35 } }))).toBe('CONSENT_MISSING')
    accepted(await move('o-clerk'))
    expect(await her()).toMatchObject({ place: aStation().place, isPlaceUnknown: true })
  })
})

describe('people.setAbsences', () => {
  const away = { kind: 'away', from: TODAY, to: '2026-11-25' }
  const set = (openid: string, absences: object[] = [away]) =>
    cloud.as(openid).call('people.setAbsences', { elderId: 'e-wang', absences })

  it.each(['o-wang', 'o-daughter', 'o-clerk'])('is written down by %s with who said it', async (openid) => {
    expect(accepted<ElderFile>(await set(openid)).absences).toEqual([expect.objectContaining(away)])
    const account = await cloud.one('accounts', openid)
    expect((await her())?.absences).toEqual([{ ...away, by: account?.name }])
  })

  it('keeps who said the first thing when somebody adds a second', async () => {
    accepted(await set('o-wang'))
    accepted(await set('o-clerk', [away, { kind: 'hospital', from: '2026-12-01', to: null }]))
    expect((await her())?.absences.map(({ by }) => by)).toEqual([wang.name, '某人'])
  })

  it.each(['o-viewer', 'o-stranger', 'o-other-clerk', 'o-volunteer', 'o-coordinator'])(
    'is not for %s',
    async (openid) => {
      expect(codeOf(await set(openid))).toBe('FORBIDDEN')
      expect((await her())?.absences).toEqual([])
    },
  )

  it('refuses one that ends before it begins, and more than ten', async () => {
    expect(codeOf(await set('o-wang', [{ ...away, to: '2026-11-20' }]))).toBe('BAD_INPUT')
    expect(
      codeOf(
        await set(
          'o-wang',
          Array.from({ length: 11 }, () => away),
        ),
      ),
    ).toBe('BAD_INPUT')
  })

  it('cuts nothing off: she is priced and booked as before', async () => {
    accepted(await set('o-wang'))
    const before = await pays('st-one', '2026-11-22')
    const order = accepted<MealOrder>(
      await cloud.as('o-daughter').call('meals.book', meal('st-one', '2026-11-22')),
    )
    expect(order.elderPays).toBe(before)
  })
})

describe('people.recordDeath', () => {
  const record = (openid: string, on = TODAY) =>
    cloud.as(openid).call('people.recordDeath', { elderId: 'e-wang', on, reason: '家人告知' })

  it('is written down by a clerk, and what is booked from that day on ends', async () => {
    const order = accepted<MealOrder>(
      await cloud.as('o-daughter').call('meals.book', meal('st-one', '2026-11-22')),
    )
    accepted(await record('o-clerk'))
    expect((await her())?.diedOn).toBe(TODAY)
    expect((await cloud.one('mealOrders', order.id))?.state).toBe('cancelled')
  })

  it.each([
    ['o-clerk', '2026-11-22', 'BAD_INPUT'],
    ['o-clerk', '1944-03-04', 'BAD_INPUT'],
    ['o-daughter', TODAY, 'FORBIDDEN'],
    ['o-wang', TODAY, 'FORBIDDEN'],
    ['o-other-clerk', TODAY, 'FORBIDDEN'],
    ['o-supervisor', TODAY, 'FORBIDDEN'],
  ])('by %s on %s is %s', async (openid, on, code) => {
    expect(codeOf(await record(openid, on))).toBe(code)
    expect((await her())?.diedOn).toBeNull()
  })

  it('can be put right', async () => {
    accepted(await record('o-clerk', '2026-11-20'))
    accepted(await record('o-clerk', '2026-11-19'))
    expect((await her())?.diedOn).toBe('2026-11-19')
  })
})
