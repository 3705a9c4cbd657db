import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../types/ids'
import type { Home } from '../../../types/people'
import { anApplication, aRelative } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const elderId = 'e-wang'
const { id: applicationId, category } = anApplication()
const inReview = { state: 'inReview' as const, reviewer: '某人', reviewerPerson: personOf('o-coordinator') }
const seekers = aNeighbourhood({ elders: [{ ...wang, categories: [] }, chen] })

const call = (openid: string, name: `${string}.${string}`, input: object) =>
  cloud.as(openid).call(name, input)
const act = async (openid: string, action: string, own: object = {}) =>
  accepted(await call(openid, `eligibility.${action}`, { applicationId, ...own }))
/** In the hands of the coordinator, who sends it back. */
async function sentBack(
  own: Partial<ReturnType<typeof anApplication>> = {},
  stock: Stock = {},
): Promise<void> {
  const application = anApplication({ ...inReview, ...own })
  await cloud.restock({ ...seekers, applications: [application], ...stock })
  await act('o-coordinator', 'decide', { verdict: 'return', missing: ['户口簿'] })
}
const apply = (openid: string) => call(openid, 'eligibility.apply', { elderId, category, documents: [] })

const asking = { relation: 'daughter', scopes: ['view', 'order'], words: '我是小敏', name: '李敏' }
const everybody = ['o-wang', 'o-daughter', 'o-viewer', 'o-health', 'o-stranger', 'o-clerk', 'o-coordinator']
async function whoSee(): Promise<string[]> {
  const seen: string[] = []
  for (const openid of everybody) {
    const { returned } = accepted<Home>(await call(openid, 'people.home', {}))
    if (returned.length > 0) seen.push(openid)
  }
  return seen
}

describe('an application that was sent back', () => {
  it('stands on the home page of whoever sent it, until it is sent again', async () => {
    await sentBack()
    const { returned } = accepted<Home>(await call('o-daughter', 'people.home', {}))
    expect(returned).toEqual([{ id: applicationId, elderId, category, label: null }])
    expect(await whoSee()).toEqual(['o-daughter'])
    accepted(await apply('o-daughter'))
    expect(await whoSee()).toEqual([])
  })

  it('comes back a second time', async () => {
    await sentBack()
    accepted(await apply('o-daughter'))
    await act('o-coordinator', 'take')
    await act('o-coordinator', 'decide', { verdict: 'return', missing: ['照片'] })
    expect(await whoSee()).toEqual(['o-daughter'])
  })

  it('is gone once it is withdrawn', async () => {
    await sentBack()
    await act('o-wang', 'withdraw')
    expect(await whoSee()).toEqual([])
  })

  it('is gone from every account with her yes to the use of her categories', async () => {
    await sentBack()
    const agreed = { purpose: 'category', version: 'category-2026-11' }
    accepted(await call('o-wang', 'people.consent', { elderId, agreed, isGiven: false }))
    expect(await whoSee()).toEqual([])
    expect(JSON.stringify(await cloud.stored('accounts'))).not.toContain(applicationId)
    expect((await cloud.one('elders', elderId))?.returned).toEqual([])
  })

  it('is gone where a clerk has seen meanwhile that she holds it', async () => {
    await sentBack()
    const held = { category, from: '2026-01-01', to: null, evidence: '认定书', verifiedBy: '张静' }
    accepted(await call('o-clerk', 'people.verify', { elderId, categories: [held], reason: '看过认定书' }))
    expect(await whoSee()).toEqual([])
  })

  it('is not there while she uses the service no more, and there again when she does', async () => {
    await sentBack()
    const agreed = { purpose: 'service', version: 'service-2026-11' }
    accepted(await call('o-wang', 'people.consent', { elderId, agreed, isGiven: false }))
    expect(await whoSee()).toEqual([])
    accepted(await call('o-wang', 'people.consent', { elderId, agreed, isGiven: true }))
    expect(await whoSee()).toEqual(['o-daughter'])
  })

  it('stands on no account of somebody who only asks to be let in, or was sent away', async () => {
    await sentBack()
    accepted(await call('o-new', 'people.ask', { by: { code: wang.code }, ...asking }))
    accepted(await call('o-wang', 'people.revoke', { memberId: relationId(elderId, personOf('o-daughter')) }))
    for (const openid of ['o-new', 'o-daughter'])
      expect(JSON.stringify(await cloud.one('accounts', openid))).not.toContain(applicationId)
  })

  it('stands on the home page of a guardian, who may send it whatever else they may', async () => {
    const others = seekers.accounts?.filter(({ id }) => id !== 'o-daughter') ?? []
    await sentBack({}, { accounts: [...others, aRelative('o-daughter', wang, ['view'], 'guardian')] })
    expect(await whoSee()).toEqual(['o-daughter'])
  })

  it('stands on hers also where she has another phone since', async () => {
    await sentBack({ by: { ...anApplication().by, role: 'elder' }, applicants: ['p-old'], notify: 'o-old' })
    expect(await whoSee()).toEqual(['o-wang'])
  })

  it('is sent again by a relative who had no hand in it only with a paper of their own', async () => {
    const accounts = [...(seekers.accounts ?? []), aRelative('o-son', wang, ['view', 'order'], 'son')]
    await sentBack({}, { accounts })
    expect(codeOf(await apply('o-son'))).toBe('DOCUMENT_MISSING')
    expect(codeOf(await call('o-son', 'eligibility.application', { applicationId }))).toBe('FORBIDDEN')
    expect(await whoSee()).toEqual(['o-daughter'])
  })

  it('stands on hers where a clerk wrote it down for her', async () => {
    await sentBack({ applicants: ['p-clerk'], notify: 'o-wang' })
    expect(await whoSee()).toEqual(['o-wang'])
  })

  it.each([
    ['who may not send it again', aRelative('o-daughter', wang, ['view'])],
    ['once she has died', aRelative('o-daughter', { ...wang, diedOn: '2026-11-20' })],
  ])('stands on nobody’s %s', async (_why, daughter) => {
    const others = seekers.accounts?.filter(({ id }) => id !== 'o-daughter') ?? []
    const diedOn = daughter.relations[0]?.diedOn ?? null
    const elders = [{ ...wang, categories: [], diedOn }, chen]
    await sentBack({}, { elders, accounts: [...others, daughter] })
    expect(await whoSee()).toEqual([])
  })
})
