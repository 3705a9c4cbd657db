import type { MealOrderRecord } from '../../../cloudfunctions/_domain/meals/records'
import type { AccountRecord } from '../../../cloudfunctions/_domain/people/records'
import type { Notice } from '../../../types/notices'
import type { Home, Me } from '../../../types/people'
import type { Visit } from '../../../types/visits'
import { anOrder, aVisit, membershipsOf } from '../../domain/builders'
import { aCloud, accepted, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ needsYes: true }) // nobody has tapped: nothing can be sent
})
afterAll(() => cloud.close())
beforeEach(async () => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
  await cloud.restock(scene())
})

/** The volunteer starts from the elder's door. @param ended somebody who works here no more */
function scene(ended?: string): Stock {
  const { accounts = [] } = aNeighbourhood()
  const as = (one: AccountRecord): AccountRecord => {
    if (one.id === 'o-volunteer') return { ...one, place: wang.place }
    if (one.id !== ended) return one
    return {
      ...one,
      memberships: one.memberships.map((held) => ({ ...held, state: 'ended' })),
      notices: [news],
    }
  }
  const all = accounts.map(as)
  return aNeighbourhood({ accounts: all, memberships: membershipsOf(all) })
}
const news: Notice = {
  id: 'v-1-news',
  kind: 'visitNeeds',
  elderId: 'e-wang',
  ref: 'v-1',
  at: '2026-11-20T01:00:00.000Z',
}

const newsOf = async (openid: string) => {
  const { me } = accepted<Home>(await cloud.as(openid).call('people.home', {}))
  const same = accepted<Me>(await cloud.as(openid).call('people.me'))
  expect(same.notices).toEqual(me.notices)
  return me.notices.map(({ kind }) => kind)
}
const fell = { elderId: 'e-wang', urgency: 'urgent', reason: '摔倒了', when: 'now' }
const ask = async () => accepted<Visit>(await cloud.as('o-daughter').call('visits.request', fell)).id
const by = async (openid: string, act: string, input: object) =>
  accepted<Visit>(await cloud.as(openid).call(`visits.${act}`, input))

describe('what could not be sent', () => {
  it('is on home pages only as long as it is so', async () => {
    const visitId = await ask()
    const called = ['o-volunteer', 'o-clerk', 'o-coordinator', 'o-wang']
    for (const openid of called) expect(await newsOf(openid)).toEqual(['visitUrgent'])

    await by('o-volunteer', 'claim', { visitId })
    expect(await newsOf('o-clerk')).toEqual(['visitUrgent'])
    expect(await newsOf('o-wang')).toEqual(['visitClaimed'])

    await by('o-volunteer', 'arrive', { visitId })
    expect(await newsOf('o-daughter')).toEqual(['visitArrived'])
    await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    for (const openid of ['o-clerk', 'o-coordinator', 'o-wang', 'o-daughter'])
      expect(await newsOf(openid)).toEqual(['visitEased'])
    expect(await newsOf('o-volunteer')).toEqual([])
  })

  it('says after a visit was called off nothing else of it, to anybody', async () => {
    const visitId = await ask()
    await by('o-daughter', 'cancel', { visitId })
    for (const openid of ['o-volunteer', 'o-clerk', 'o-coordinator', 'o-wang'])
      expect(await newsOf(openid)).toEqual(['visitCalledOff'])
  })

  it('is of no concern to somebody who works here no more', async () => {
    await cloud.restock(scene('o-clerk'))
    expect((await cloud.one('accounts', 'o-clerk'))?.notices).toHaveLength(1)
    expect(await newsOf('o-clerk')).toEqual([])
  })

  it('is of no concern to somebody who works here as something else', async () => {
    const { accounts = [], ...rest } = scene()
    const told = accounts.map((one) =>
      one.id === 'o-volunteer' ? { ...one, notices: [{ ...news, kind: 'registeredByKin' as const }] } : one,
    )
    await cloud.restock({ ...rest, accounts: told })
    expect(await newsOf('o-volunteer')).toEqual([])
  })

  it('is of concern to whoever goes to the door, whatever they work as', async () => {
    const going = { openid: 'o-supervisor', name: '某人', kind: 'staff' as const }
    const { accounts = [], ...rest } = scene()
    const told = accounts.map((one) =>
      one.id === 'o-supervisor' ? { ...one, notices: [{ ...news, kind: 'visitMoved' as const }] } : one,
    )
    await cloud.restock({ ...rest, accounts: told, visits: [aVisit({ state: 'claimed', helper: going })] })
    expect(await newsOf('o-supervisor')).toEqual(['visitMoved'])
  })

  it('says no longer that something is to be arranged once it is', async () => {
    const visitId = await ask()
    await by('o-volunteer', 'claim', { visitId })
    await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    const needs = { visitId, outcome: 'needsFound', note: '没有药了' }
    const { report } = await by('o-volunteer', 'report', needs)
    for (const openid of ['o-clerk', 'o-coordinator']) expect(await newsOf(openid)).toEqual(['visitNeeds'])
    await by('o-clerk', 'close', { visitId, done: '药送到了', seen: report?.at })
    for (const openid of ['o-clerk', 'o-coordinator']) expect(await newsOf(openid)).toEqual([])
  })

  it('says no longer that a meal was confirmed once it is not, be it that she has died', async () => {
    const confirmed = anOrder({ state: 'confirmed' })
    const told: Notice = { ...news, kind: 'orderConfirmed', ref: confirmed.id }
    const standing = async (order: MealOrderRecord) => {
      const { accounts = [], ...rest } = scene()
      const kin = accounts.map((one) => (one.id === 'o-daughter' ? { ...one, notices: [told] } : one))
      await cloud.restock({ ...rest, accounts: kin, mealOrders: [order] })
      return newsOf('o-daughter')
    }
    expect(await standing(confirmed)).toEqual(['orderConfirmed'])
    expect(await standing({ ...confirmed, state: 'cancelled' })).toEqual([])
  })
})
