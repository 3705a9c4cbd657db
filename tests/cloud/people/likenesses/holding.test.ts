import { personOf } from '../../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../../types/ids'
import type { Price } from '../../../../types/meals/prices'
import type { Home } from '../../../../types/people'
import type { ElderFile } from '../../../../types/people/elders'
import { anApplication, extremelyPoor, LUNCH, NOW } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../../a-cloud'
import { applicationsOf, CATEGORY, wanting } from '../../eligibility/applications'
import { aNeighbourhood, chen } from '../../neighbourhood'
import { again, registeredTwice } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud()
  about = callsAbout(cloud)
})
afterAll(() => cloud.close())
const { call, photo } = applicationsOf(() => cloud)

const [poor] = extremelyPoor as [(typeof extremelyPoor)[number]]
const ID = `e-again_${CATEGORY}`
const others = { ...again, categories: [], askedOn: null }
/** What her son sent for the registration that he knows, in the coordinator's hands. */
const sent = anApplication({
  ...{ id: ID, elderId: 'e-again', elderName: again.name, applicants: [personOf('o-son')], notify: 'o-son' },
  ...{ state: 'inReview', reviewer: '某人', reviewerPerson: personOf('o-coordinator') },
})
const begin = (own: Stock = {}) =>
  cloud.restock(
    aNeighbourhood({
      ...registeredTwice(),
      elders: [wanting, others, chen],
      applications: [sent],
      ...own,
    }),
  )
beforeEach(() => begin())

const decide = async (verdict: string, own: object = {}) =>
  accepted(await call('o-coordinator', 'decide', { applicationId: ID, verdict, ...own }))
const pays = async () => {
  const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
  return accepted<Price>(await cloud.as('o-daughter').call('meals.quote', meal)).elderPays
}
const grant = async () => {
  const memberId = relationId('e-wang', personOf('o-son'))
  accepted(await about.call('o-wang', 'people.grant', { memberId, scopes: ['view', 'order'] }))
}
const apply = async (openid: string) =>
  call(openid, 'apply', { elderId: 'e-wang', category: CATEGORY, documents: [await photo(openid)] })

describe('what was applied for under the registration that left', () => {
  it.each(['before', 'after'])('counts for the one that stays, approved %s they are joined', async (when) => {
    const full = await pays()
    if (when === 'before') await decide('approve')
    accepted(await about.join())
    if (when === 'after') await decide('approve')
    expect(await pays()).toBe(full - 500)
    const held = (file: ElderFile) => file.categories?.map(({ category }) => category)
    expect(held(accepted(await about.call('o-clerk', 'people.file', { elderId: 'e-wang' })))).toContain(
      CATEGORY,
    )
    const held2 = await call('o-daughter', 'isHeld', { elderId: 'e-wang', category: CATEGORY })
    expect(accepted(held2)).toEqual({ isHeld: true })
    expect(codeOf(await apply('o-daughter'))).toBe('ALREADY_HELD')
    accepted(await about.undo())
    expect(await pays()).toBe(full)
  })

  it('counts against what was known of the one that stays', async () => {
    const notHeld = [{ ...poor, category: sent.category }]
    await begin({ elders: [{ ...wanting, notHeld }, others, chen] })
    const full = await pays()
    accepted(await about.join())
    await decide('approve')
    expect(await pays()).toBe(full - 500)
    expect((await cloud.one('elders', 'e-wang'))?.notHeld).toEqual([])
  })

  it('is not applied for a second time while it is under way, and what is found of her is found of both', async () => {
    accepted(await about.join())
    expect(await apply('o-daughter')).toMatchObject({
      code: 'ALREADY_APPLIED',
      detail: { applicationId: ID },
    })
    const categories = [{ ...poor, category: sent.category }]
    await begin({ elders: [wanting, { ...others, categories }, chen], applications: [] })
    accepted(await about.join())
    const full = await pays()
    const found = { elderId: 'e-wang', categories: [], reason: '看了证件' }
    accepted(await about.call('o-clerk', 'people.verify', found))
    expect((await cloud.one('elders', 'e-again'))?.categories).toEqual(categories) // the two can still be parted
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24.1 * 3_600_000))
    accepted(await about.call('o-clerk', 'people.verify', found))
    expect((await pays()) - full).toBe(500)
    expect((await cloud.one('elders', 'e-again'))?.categories).toEqual([])
  })

  it('is sent again for the one that stays: refused until she has let them in, with what to do', async () => {
    const returned = async () => accepted<Home>(await about.call('o-son', 'people.home')).returned
    accepted(await about.join())
    await decide('return', { missing: ['户口簿'] })
    expect(await returned()).toMatchObject([{ id: ID, elderId: 'e-again' }])
    expect(
      codeOf(await call('o-son', 'apply', { elderId: 'e-again', category: CATEGORY, documents: [] })),
    ).toBe('ELDER_JOINED')
    await grant()
    expect(await returned()).toMatchObject([{ id: ID, elderId: 'e-wang' }])
    accepted(await apply('o-son'))
    expect(await cloud.one('applications', `e-wang_${CATEGORY}`)).toMatchObject({ state: 'submitted' })
    expect(await returned()).toEqual([])
  })

  it('is judged by nobody who is near to another registration of hers', async () => {
    accepted(await about.join())
    const [coordinator] = (await cloud.stored('accounts')).filter(({ id }) => id === 'o-coordinator')
    const [daughter] = (await cloud.stored('accounts')).filter(({ id }) => id === 'o-daughter')
    if (!coordinator || !daughter) throw new Error('both are there')
    const near = { ...coordinator, relations: daughter.relations }
    const { accounts = [] } = registeredTwice()
    await begin({
      elders: [{ ...wanting, joined: ['e-again'] }, { ...others, joinedTo: 'e-wang' }, chen],
      accounts: [...accounts.filter(({ id }) => id !== near.id), near],
    })
    const asked = { applicationId: ID, verdict: 'approve' }
    expect(codeOf(await call('o-coordinator', 'decide', asked))).toBe('OWN_APPLICATION')
  })
})
