import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { membershipId, relationId } from '../../../types/ids'
import type { MealOrder } from '../../../types/meals/orders'
import type { Me } from '../../../types/people'
import type { LogLine } from '../../../types/people/privacy'
import type { Membership } from '../../../types/people/staff'
import type { Visit } from '../../../types/visits'
import { anApplication, anUpload, aPhoto, idNumberOf, LUNCH, membershipsOf } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { writingCalls } from '../writing-actions'

/** The name that was vetted, and the one that somebody would like to have. */
const VETTED = '林小梅'
const OTHER = '派出所民警李建国'
const paper = { how: 'paper', form: '2026-001', witness: '李站长' }
const agreed = [{ purpose: 'service', version: 'service-2026-11' }]
const anElderCalled = (name: string) => ({
  name,
  idNumber: idNumberOf('1950-02-03', 'female'),
  building: '长江路 20 弄 1 号',
  living: 'alone',
})
const ofOne = { orgKind: 'station', orgId: 'st-one' }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const by = async <T = { id: string }>(openid: string, name: `${string}.${string}`, input: object = {}) =>
  accepted<T>(await cloud.as(openid).call(name, input))
const logOfWang = () => by<LogLine[]>('o-wang', 'people.log', { elderId: 'e-wang' })
const registerSelf = (openid: string) =>
  by<{ elderId: string }>(openid, 'people.registerSelf', {
    elder: anElderCalled(OTHER),
    stationId: 'st-one',
    agreed,
  })

/** The neighbourhood, where everybody at work was vetted as one, and their accounts are called something else. */
function renamed(stock: Stock, accountName: string): Stock {
  const accounts = stock.accounts?.map((account) =>
    account.memberships.length === 0
      ? account
      : {
          ...account,
          name: accountName,
          memberships: account.memberships.map((held) => ({ ...held, name: VETTED })),
        },
  )
  return { ...stock, accounts, memberships: membershipsOf(accounts ?? []) }
}

describe('a volunteer who calls herself a policeman', () => {
  const id = membershipId('t-east', 'volunteer', personOf('o-lin'))
  const join = async (name: string) => {
    const wish = { orgKind: 'town', orgId: 't-east', role: 'volunteer', helperKind: 'neighbour' }
    const { code } = await by<{ code: string }>('o-coordinator', 'people.inviteStaff', wish)
    await by('o-lin', 'people.accept', { code, name })
  }
  let own = ''
  const shown = async () =>
    (await by<{ visits: Visit[] }>('o-daughter', 'visits.mine', { elderId: 'e-wang' })).visits

  beforeEach(async () => {
    await cloud.restock(aNeighbourhood())
    await join(VETTED)
    for (const act of ['vet', 'train', 'assign'])
      await by('o-coordinator', 'people.advance', { membershipId: id, act })
    own = (await registerSelf('o-lin')).elderId
  })

  it('is read by the family under the name that was vetted: in the visit, its history, the log, the message', async () => {
    const wish = { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'now' }
    const { id: visitId } = await by('o-daughter', 'visits.request', wish)
    await by('o-lin', 'visits.claim', { visitId })
    expect(await shown()).toMatchObject([
      { helper: { name: VETTED }, history: [{}, { by: { name: VETTED } }] },
    ])
    await by('o-lin', 'visits.arrive', { visitId })
    await by('o-lin', 'visits.report', { visitId, outcome: 'well', note: '都好' })

    const [visit] = await shown()
    expect(visit?.helper?.name).toBe(VETTED)
    expect(visit?.history.slice(1).map(({ by: who }) => [who.name, who.role])).toEqual(
      ['claimed', 'onSite', 'reported'].map(() => [VETTED, 'volunteer']),
    )
    const lines = (await logOfWang()).filter(({ role }) => role === 'volunteer')
    expect(lines.map(({ action, name }) => [action, name]).sort()).toEqual(
      ['arrive', 'claim', 'report'].map((action) => [`visits.${action}`, VETTED]),
    )
    const told = JSON.stringify([visit, lines, cloud.emulator.gateway.outbox.messages()])
    expect(told).toContain(VETTED)
    expect(told).not.toContain(OTHER)
  })

  it('is listed, suspended and taken on elsewhere under it', async () => {
    const { code } = await by<{ code: string }>('o-manager', 'people.inviteStaff', {
      ...ofOne,
      role: 'clerk',
    })
    await by('o-lin', 'people.accept', { code, name: '张静' })
    const town = { orgKind: 'town', orgId: 't-east' }
    const listed = [
      ...(await by<Membership[]>('o-coordinator', 'people.staff', town)),
      ...(await by<Membership[]>('o-manager', 'people.staff', ofOne)),
    ].filter(({ id: listedId }) => listedId.endsWith(personOf('o-lin')))
    expect(listed.map(({ role, name, steps }) => [role, name, steps[0]?.by.name])).toEqual([
      ['volunteer', VETTED, VETTED],
      ['clerk', VETTED, VETTED],
    ])
  })

  it('knows which name is hers where', async () => {
    expect(await by<Me>('o-lin', 'people.me')).toMatchObject({
      name: OTHER,
      roles: [{ role: 'elder' }, { role: 'volunteer', name: VETTED }],
    })
  })

  it('has the vetted name alone once she is nobody’s elder any more', async () => {
    await by('o-lin', 'people.erase', { elderId: own })
    expect((await by<Me>('o-lin', 'people.me')).name).toBe(VETTED)
    expect(JSON.stringify(await cloud.stored('accounts'))).not.toContain(OTHER)
  })

  it('may have another name only by beginning anew', async () => {
    await by('o-coordinator', 'people.advance', { membershipId: id, act: 'end' })
    await join('谁')
    expect(await cloud.one('memberships', id)).toMatchObject({ state: 'accepted', name: OTHER })
    expect(codeOf(await cloud.as('o-lin').call('visits.queue'))).toBe('FORBIDDEN')
  })
})

describe('a clerk', () => {
  const ownPhone = async () => {
    const { elderId } = await by<{ elderId: string }>('o-manager', 'people.registerAt', {
      elder: anElderCalled(OTHER),
      stationId: 'st-one',
      agreed,
      paper,
      channel: 'counter',
    })
    const wish = { elderId, for: { kind: 'self' }, paper }
    const { code } = await by<{ code: string }>('o-manager', 'people.invite', wish)
    await by('o-clerk', 'people.accept', { code })
  }
  const ask = () =>
    by('o-clerk', 'people.ask', { by: { code: chen.code }, relation: 'son', scopes: ['view'], name: OTHER })

  beforeEach(() => cloud.restock(renamed(aNeighbourhood(), VETTED)))

  it.each<[string, () => Promise<unknown>]>([
    ['registers himself', () => registerSelf('o-clerk')],
    [
      'registers a relative',
      () =>
        by('o-clerk', 'people.registerKin', {
          elder: anElderCalled('赵桂芳'),
          stationId: 'st-one',
          relation: 'son',
          name: OTHER,
        }),
    ],
    ['asks an elder', ask],
    [
      'accepts another code',
      async () => {
        const wish = { orgKind: 'town', orgId: 't-east', role: 'volunteer', helperKind: 'neighbour' }
        const { code } = await by<{ code: string }>('o-coordinator', 'people.inviteStaff', wish)
        await by('o-clerk', 'people.accept', { code, name: OTHER })
      },
    ],
    ['is given the phone of an elder', ownPhone],
    [
      'has his own record corrected',
      async () => {
        const { elderId } = await registerSelf('o-clerk')
        const identity = { name: `${OTHER}同志` }
        await by('o-manager', 'people.verify', { elderId, identity, reason: '看了身份证' })
      },
    ],
    [
      'registers himself, is erased and asks an elder',
      async () => {
        const { elderId } = await registerSelf('o-clerk')
        await by('o-clerk', 'people.erase', { elderId })
        await ask()
      },
    ],
  ])('who %s under a colleague’s name looks at a file under his own', async (_case, rename) => {
    await rename()
    await by('o-clerk', 'people.file', { elderId: 'e-wang' })
    await by('o-clerk', 'people.reveal', { elderId: 'e-wang', field: 'address', reason: '送餐' })
    const lines = (await logOfWang()).filter(({ role }) => role === 'clerk')
    expect(lines.map(({ action, name }) => [action, name]).sort()).toEqual([
      ['people.file', VETTED],
      ['people.reveal', VETTED],
    ])
  })
})

describe('whoever is at work, with an account of another name', () => {
  const ofStaff = writingCalls.filter(({ openid }) =>
    ['o-clerk', 'o-manager', 'o-volunteer', 'o-coordinator', 'o-supervisor'].includes(openid),
  )
  const stored = async () => {
    const { accounts: _, ...rest } = cloud.state()
    return JSON.stringify(rest)
  }

  it('has every act to do', () => {
    const names = ofStaff.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['visits.claim', 'people.verify', 'eligibility.decide']))
  })

  it.each(ofStaff)('does $name under the name that was vetted', async ({ name, openid, input, scene }) => {
    await cloud.restock(renamed(scene, OTHER))
    const reply = accepted(await cloud.as(openid).call(name, input))
    expect(JSON.stringify(reply)).not.toContain(OTHER)
    expect(await stored()).toContain(VETTED)
    expect(await stored()).not.toContain(OTHER)
  })

  it.each<[`${string}.${string}`, string, object]>([
    ['people.find', 'o-clerk', { stationId: 'st-one', text: chen.code }],
    ['people.file', 'o-clerk', { elderId: 'e-wang' }],
    ['people.reveal', 'o-coordinator', { elderId: 'e-wang', field: 'address', reason: '上门' }],
    ['people.roster', 'o-manager', { stationId: 'st-one', reason: '核对' }],
    ['people.copy', 'o-clerk', { elderId: 'e-wang', part: 'person', reason: '她要一份' }],
    ['eligibility.documents', 'o-coordinator', { applicationId: anApplication().id }],
  ])('looks with %s under it', async (name, openid, input) => {
    const scene = aNeighbourhood({
      uploads: [anUpload()],
      photos: [{ path: aPhoto().path, openid: 'o-daughter' }],
      applications: [
        anApplication({ state: 'inReview', reviewer: VETTED, reviewerPerson: personOf('o-coordinator') }),
      ],
    })
    await cloud.restock(renamed(scene, OTHER))
    await by(openid, name, input)
    expect((await cloud.stored('auditLog')).map((line) => line.name)).toEqual([VETTED])
  })
})

describe('a relative', () => {
  const named = () =>
    aNeighbourhood().accounts?.map((one) => (one.id === 'o-daughter' ? { ...one, name: '李敏' } : one))
  const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
  beforeEach(() => cloud.restock(aNeighbourhood({ accounts: named() })))

  it('acts for others under the name by which they know her, and for herself under her own', async () => {
    const { elderId } = await registerSelf('o-daughter')
    const order = await by<MealOrder>('o-daughter', 'meals.book', meal)
    const own = await by<MealOrder>('o-daughter', 'meals.book', { ...meal, elderId })
    expect([order, own].map(({ placedBy }) => [placedBy.role, placedBy.name])).toEqual([
      ['family', '李敏'],
      ['elder', OTHER],
    ])
    expect((await logOfWang()).map(({ name }) => name)).toEqual(['李敏'])
    expect(await by<Me>('o-daughter', 'people.me')).toMatchObject({
      name: '李敏',
      roles: [{ role: 'elder', name: OTHER }, { role: 'family' }],
    })
  })

  it('has no other name for them after she erased herself', async () => {
    const { elderId } = await registerSelf('o-daughter')
    await by('o-daughter', 'people.erase', { elderId })
    const wish = { by: { code: chen.code }, relation: 'relative', scopes: ['view'], name: OTHER }
    await by('o-daughter', 'people.ask', wish)
    const { placedBy } = await by<MealOrder>('o-daughter', 'meals.book', meal)
    expect(placedBy.name).toBe('李敏')
    expect((await cloud.stored('relations')).map(({ name }) => name)).not.toContain(OTHER)
  })

  it('keeps the first of two names that she gives at the same moment', async () => {
    const wishes = [wang, chen].map((elder, i) => ({
      by: { code: elder.code },
      relation: 'relative',
      scopes: ['view'],
      name: `李敏${i}`,
    }))
    await Promise.all(wishes.map((wish) => by('o-new', 'people.ask', wish)))
    const account = await cloud.one('accounts', 'o-new')
    const [first, second] = account?.relations ?? []
    expect(second).toBeDefined()
    const relation = await cloud.one('relations', relationId(first?.elderId ?? '', personOf('o-new')))
    expect(relation?.name).toBe(account?.name)
  })
})
