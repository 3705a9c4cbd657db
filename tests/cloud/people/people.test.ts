import type { Home, Me } from '../../../types/people'
import type { FoundElder } from '../../../types/people/found'
import { anElder, LUNCH, NOW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const me = async (openid: string) => accepted<Me>(await cloud.as(openid).call('people.me'))
const home = async (openid: string | null, input: object = {}) =>
  accepted<Home>(await cloud.as(openid).call('people.home', input))

describe('people.me', () => {
  it('tells a relative for whom they may act', async () => {
    expect(await me('o-daughter')).toMatchObject({
      roles: [{ role: 'family' }],
      elders: [
        { id: 'e-wang', relation: 'daughter', scopes: ['view', 'order'], place: { lng: 120.6, lat: 31.3 } },
      ],
    })
  })

  it('lists an elder as her own first', async () => {
    expect((await me('o-wang')).elders).toMatchObject([{ id: 'e-wang', relation: 'self' }])
  })

  it('names a clerk’s station', async () => {
    expect((await me('o-clerk')).roles).toMatchObject([{ role: 'clerk', stationId: 'st-one' }])
  })

  it('answers a suspended volunteer and an unknown openid with no roles', async () => {
    expect((await me('o-suspended')).roles).toEqual([])
    const nobody = await me('o-nobody')
    expect(nobody).toMatchObject({ name: null, roles: [], elders: [] })
    expect(Math.abs(Date.parse(nobody.now) - NOW.getTime())).toBeLessThan(60_000)
  })

  it('needs somebody who is signed in', async () => {
    expect(codeOf(await cloud.as(null).call('people.me'))).toBe('NOT_SIGNED_IN')
  })
})

describe('people.home', () => {
  it('shows the next meal, the visit, the nearest station and whom to ring', async () => {
    await cloud
      .as('o-daughter')
      .call('meals.book', { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' })
    await cloud
      .as('o-daughter')
      .call('visits.request', { elderId: 'e-wang', urgency: 'worry', reason: '闷', when: 'now' })
    for (const openid of ['o-daughter', 'o-wang', 'o-viewer']) {
      expect(await home(openid)).toMatchObject({
        elder: { id: 'e-wang' },
        nextMeal: { sittingId: LUNCH, elderPays: 1300 },
        visit: { state: 'open' },
        station: { id: 'st-one' },
        contact: { name: '张静' },
      })
    }
  })

  it('shows no cancelled meal and no cancelled visit', async () => {
    await cloud
      .as('o-daughter')
      .call('meals.book', { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' })
    await cloud.as('o-daughter').call('meals.cancel', { orderId: `${LUNCH}_e-wang` })
    expect(await home('o-daughter')).toMatchObject({ nextMeal: null, visit: null })
  })

  it('keeps the visit that is due first in sight, whatever was asked later or cancelled', async () => {
    const ask = async (when: string) =>
      accepted<{ id: string }>(
        await cloud
          .as('o-daughter')
          .call('visits.request', { elderId: 'e-wang', urgency: 'hard', reason: '买药', when }),
      )
    const now = await ask('now')
    const later = await ask('2026-11-25')
    expect(await home('o-daughter')).toMatchObject({ visit: { id: now.id } })
    await cloud.as('o-daughter').call('visits.cancel', { visitId: now.id })
    expect(await home('o-daughter')).toMatchObject({ visit: { id: later.id } })
    cloud.emulator.clock.set(new Date('2026-11-25T02:00:00Z'))
    expect(await home('o-daughter')).toMatchObject({ visit: { id: later.id } })
  })

  it.each([null, 'o-nobody', 'o-clerk'])('shows %s what everybody may see', async (openid) => {
    expect(await home(openid, { place: { lng: 120.6, lat: 31.3 } })).toMatchObject({
      elder: null,
      nextMeal: null,
      station: { id: 'st-one' },
    })
  })

  it('is refused for another family’s elder', async () => {
    expect(codeOf(await cloud.as('o-stranger').call('people.home', { elderId: 'e-wang' }))).toBe('FORBIDDEN')
  })
})

describe('people.find', () => {
  const find = async (text: string) =>
    accepted<{ elders: FoundElder[] }>(
      await cloud.as('o-clerk').call('people.find', { stationId: 'st-one', text }),
    ).elders

  it('finds by the beginning of a name and by the last four digits', async () => {
    expect(await find('王')).toMatchObject([{ id: 'e-wang', age: 82, building: '长江路 18 弄 2 号' }])
    expect(await find('0001')).toMatchObject([{ id: 'e-wang', isOwn: true }])
  })

  it('shows no room and no categories', async () => {
    const [found] = await find('王')
    expect(JSON.stringify(found)).not.toMatch(/301|extremePoverty/)
  })

  it('takes signs of a pattern for what they are', async () => {
    expect(await find('.*')).toEqual([])
  })

  it('gives everybody of a name, page after page, each once', async () => {
    const elders = Array.from({ length: 45 }, (_, nth) =>
      anElder({ id: `e-${nth}`, name: nth < 30 ? '王秀英' : `王${nth}` }),
    )
    await cloud.restock(aNeighbourhood({ elders }))
    type Found = { elders: FoundElder[]; next: string | null }
    const ids: string[] = []
    for (let after: string | null = null; ; ) {
      const input: object = { stationId: 'st-one', text: '王', ...(after !== null && { after }) }
      const page: Found = accepted<Found>(await cloud.as('o-clerk').call('people.find', input))
      ids.push(...page.elders.map(({ id }) => id))
      after = page.next
      if (after === null) break
    }
    expect(ids.sort()).toEqual(elders.map(({ id }) => id).sort())
  })
})
