import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { membershipId } from '../../../types/ids'
import type { Me } from '../../../types/people'
import type { Offer } from '../../../types/people/circle'
import type { Membership, Org } from '../../../types/people/staff'
import type { MembershipAct } from '../../../types/states'
import type { VisitQueue } from '../../../types/visits'
import {
  aMember,
  anAccount,
  anInvitation,
  aVisit,
  DISTRICT,
  LUNCH,
  membershipsOf,
  NOW,
  TOMORROW,
} from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

const FIRST_CODE = 'Quiet-District-2026'
const steps: MembershipAct[] = ['vet', 'train', 'assign']
const memberOf = (orgId: string, role: string, openid: string) => membershipId(orgId, role, personOf(openid))
const aCertificate = (own: object = {}) => ({
  kind: 'health',
  number: '健 2026-88',
  issuer: '区疾控中心',
  from: '2026-01-01',
  to: '2026-12-31',
  ...own,
})
const ofOne = { orgKind: 'station', orgId: 'st-one' }
const ofTwo = { orgKind: 'station', orgId: 'st-two' }
const ofMany = { orgKind: 'kitchen', orgId: 'k-one' }
const ofOwn = { orgKind: 'kitchen', orgId: 'k-own' }
const ofEast = { orgKind: 'town', orgId: 't-east' }
const ofWest = { orgKind: 'town', orgId: 't-west' }
const ofDistrict = { orgKind: 'district', orgId: DISTRICT }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ variables: { FIRST_SUPERVISOR: FIRST_CODE, DISTRICT } })
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const by = async <T = Record<string, unknown>>(openid: string, action: string, input: object = {}) =>
  accepted<T>(await cloud.as(openid).call(`people.${action}`, input))
const codeBy = async (openid: string, action: string, input: object = {}) =>
  codeOf(await cloud.as(openid).call(`people.${action}`, input))
const me = (openid: string) => by<Me>(openid, 'me')
const advance = (openid: string, id: string, act: MembershipAct) =>
  by<Membership>(openid, 'advance', { membershipId: id, act })
const join = async (director: string, openid: string, invited: { orgId: string; role: string } & object) => {
  const { code } = await by<{ code: string }>(director, 'inviteStaff', invited)
  await by(openid, 'accept', { code, name: openid })
  return memberOf(invited.orgId, invited.role, openid)
}

/** What a clerk of a station does all day; every call is accepted from one who may. */
const workAt = (stationId: string): [`${string}.${string}`, object][] => [
  ['people.find', { stationId, text: '王' }],
  ['people.asked', { stationId }],
  ['meals.queue', { stationId, date: TOMORROW }],
  ['meals.orderDays', { stationId }],
  ['meals.findEaters', { stationId, date: TOMORROW, text: 'wang' }],
  ['visits.queue', {}],
]
const codesOfWork = async (openid: string, stationId: string) => [
  ...new Set(
    await Promise.all(
      workAt(stationId).map(async ([name, input]) => codeOf(await cloud.as(openid).call(name, input))),
    ),
  ),
]

/** A district on its first day: places, and nobody who works there. */
const aFreshDistrict = (own: Stock = {}) => aNeighbourhood({ accounts: [], memberships: [], ...own })

/** A neighbourhood with other people in it. */
const withMembers = (accounts: ReturnType<typeof anAccount>[], own: Stock = {}) =>
  aNeighbourhood({ accounts, memberships: membershipsOf(accounts), ...own })

describe('the first supervisor of a fresh district', () => {
  const acceptFirst = (openid: string) => codeBy(openid, 'accept', { code: FIRST_CODE, name: '许督导' })
  beforeEach(() => cloud.restock(aFreshDistrict()))

  it('is made by the code of the environment, once', async () => {
    expect(await by<Offer>('o-first', 'invitation', { code: FIRST_CODE })).toMatchObject({
      kind: 'staff',
      role: 'supervisor',
      from: '安静区',
    })
    expect(await acceptFirst('o-first')).toBe('accepted')
    expect(await me('o-first')).toMatchObject({
      name: '许督导',
      roles: [{ role: 'supervisor', orgName: '安静区' }],
    })
    expect(await acceptFirst('o-first')).toBe('accepted')
    expect(await acceptFirst('o-second')).toBe('CODE_USED')
    expect(await codeBy('o-second', 'invitation', { code: FIRST_CODE })).toBe('CODE_USED')
    expect(await cloud.stored('memberships')).toHaveLength(1)
    expect(await cloud.one('accounts', 'o-second')).toBeUndefined()
  })

  it('is one of two who race for it', async () => {
    const codes = await Promise.all(['o-first', 'o-second', 'o-third'].map(acceptFirst))
    expect(codes.sort()).toEqual(['CODE_USED', 'CODE_USED', 'accepted'])
    expect(await cloud.stored('memberships')).toHaveLength(1)
  })

  it('stays the only one after old invitations were taken away', async () => {
    await acceptFirst('o-first')
    cloud.emulator.clock.set(new Date('2027-11-21T00:00:00Z'))
    const log = jest.spyOn(console, 'log').mockImplementation(() => {})
    await cloud.emulator.runner.invoke('scheduler', {}, { source: 'wx_trigger' })
    log.mockRestore()
    expect(await cloud.stored('tries')).toEqual([])
    expect(await acceptFirst('o-second')).toBe('CODE_USED')
  })

  it('stays the only one when the environment has another code later', async () => {
    const used = anInvitation({ id: 'first-supervisor', kind: 'staff', elderId: null, usedBy: 'o-before' })
    await cloud.restock(aFreshDistrict({ invitations: [used] }))
    expect(await acceptFirst('o-first')).toBe('CODE_USED')
  })

  it.each(['Quiet-District-2025', 'quiet-district-2026', 'Quiet-District-202', 'first-supervisor'])(
    'is not made by %s',
    async (code) => {
      expect(await codeBy('o-first', 'accept', { code, name: '许督导' })).toBe('NOT_FOUND_BY_THIS')
      expect(await cloud.stored('memberships')).toEqual([])
    },
  )

  let other: TestCloud | null = null
  afterEach(async () => {
    await other?.close()
    other = null
  })

  it.each([
    ['a code of fewer than twelve signs', { FIRST_SUPERVISOR: 'Quiet-2026x', DISTRICT }, 'NOT_FOUND_BY_THIS'],
    ['no code', { DISTRICT }, 'NOT_FOUND_BY_THIS'],
    ['no district', { FIRST_SUPERVISOR: FIRST_CODE }, 'NOT_FOUND'],
    ['an unknown district', { FIRST_SUPERVISOR: FIRST_CODE, DISTRICT: 'loud' }, 'NOT_FOUND'],
  ])('is not made where the environment has %s', async (_case, variables, refusal) => {
    other = await aCloud({ variables })
    await other.restock(aFreshDistrict())
    const code = (variables as { FIRST_SUPERVISOR?: string }).FIRST_SUPERVISOR ?? FIRST_CODE
    expect(codeOf(await other.as('o-first').call('people.accept', { code, name: '许督导' }))).toBe(refusal)
    expect(await other.stored('memberships')).toEqual([])
  })
})

describe('staff from invitation to work', () => {
  it('begins with the first supervisor, who brings managers, who bring clerks', async () => {
    await cloud.restock(aFreshDistrict())
    await by('o-first', 'accept', { code: FIRST_CODE, name: '许督导' })
    const chain: [director: string, openid: string, role: string][] = [
      ['o-first', 'o-m', 'manager'],
      ['o-m', 'o-c', 'clerk'],
    ]
    for (const [director, openid, role] of chain) {
      const id = await join(director, openid, { ...ofOne, role })
      expect(await me(openid)).toMatchObject({ roles: [], joining: [{ role, state: 'accepted' }] })
      for (const act of steps) {
        expect([role, act, await codesOfWork(openid, 'st-one')]).toEqual([role, act, ['FORBIDDEN']])
        expect(await codeBy(openid, 'staff', ofOne)).toBe('FORBIDDEN')
        await advance(director, id, act)
      }
      expect(await codesOfWork(openid, 'st-one')).toEqual(['accepted'])
      expect(await codesOfWork(openid, 'st-two')).toContain('FORBIDDEN')
      expect(await me(openid)).toMatchObject({ roles: [{ role, stationId: 'st-one' }], joining: [] })
    }
    const shown = await by<Membership[]>('o-m', 'staff', ofOne)
    expect(shown.map(({ name, state }) => [name, state])).toEqual([['o-c', 'assignable']])
    expect(shown[0]?.steps.map(({ act, by: who }) => [act, who.name])).toEqual([
      ['accept', 'o-c'],
      ['vet', 'o-m'],
      ['train', 'o-m'],
      ['assign', 'o-m'],
    ])
    expect(JSON.stringify(shown)).not.toContain('openid')
  })

  it('leaves out no step, and counts a double tap once', async () => {
    const id = await join('o-manager', 'o-new', { ...ofOne, role: 'clerk' })
    for (const act of ['train', 'assign', 'suspend', 'reinstate']) {
      const input = { membershipId: id, act }
      expect([act, await codeBy('o-manager', 'advance', input)]).toEqual([act, 'WRONG_STATE'])
    }
    const once = await advance('o-manager', id, 'vet')
    expect(await advance('o-manager', id, 'vet')).toEqual(once)
    expect(once.steps.map(({ act }) => act)).toEqual(['accept', 'vet'])
    expect(await codeBy('o-manager', 'advance', { membershipId: id, act: 'assign' })).toBe('WRONG_STATE')
    expect((await me('o-new')).roles).toEqual([])
  })

  it('is nothing that people do for themselves', async () => {
    const both = anAccount({
      id: 'o-both',
      memberships: [
        ...aMember('', 'manager', 'st-one').memberships,
        ...aMember('', 'clerk', 'st-one', { state: 'suspended' }).memberships,
        ...aMember('', 'supervisor', DISTRICT).memberships,
      ],
    })
    await cloud.restock(withMembers([both]))
    const before = await cloud.stored('memberships')
    for (const { id } of before) {
      for (const act of ['vet', 'suspend', 'reinstate', 'end']) {
        expect(await codeBy('o-both', 'advance', { membershipId: id, act })).toBe('NOT_YOUR_STEP')
      }
      expect(await codeBy('o-both', 'certify', { membershipId: id, certificate: aCertificate() })).toBe(
        'NOT_YOUR_STEP',
      )
    }
    expect(await cloud.stored('memberships')).toEqual(before)
  })

  it('is no clerk’s, no volunteer’s and no elder’s', async () => {
    const id = memberOf('st-one', 'clerk', 'o-clerk')
    for (const openid of ['o-clerk', 'o-volunteer', 'o-wang', 'o-daughter', 'o-nobody']) {
      expect(await codeBy(openid, 'staff', ofOne)).toBe('FORBIDDEN')
      expect(await codeBy(openid, 'inviteStaff', { ...ofOne, role: 'clerk' })).toBe('FORBIDDEN')
      expect(await codeBy(openid, 'advance', { membershipId: id, act: 'suspend' })).toBe('FORBIDDEN')
      expect(await codeBy(openid, 'orgs')).toBe('FORBIDDEN')
    }
    expect(await cloud.one('memberships', id)).toMatchObject({ state: 'assignable' })
  })

  it('begins anew for somebody whose work has ended', async () => {
    const id = memberOf('st-one', 'clerk', 'o-clerk')
    await advance('o-manager', id, 'end')
    expect(await codesOfWork('o-clerk', 'st-one')).toEqual(['FORBIDDEN'])
    expect(await me('o-clerk')).toMatchObject({ roles: [], joining: [] })
    await join('o-manager', 'o-clerk', { ...ofOne, role: 'clerk' })
    expect(await cloud.one('memberships', id)).toMatchObject({ state: 'accepted' })
    expect(await codesOfWork('o-clerk', 'st-one')).toEqual(['FORBIDDEN'])
  })

  it('cannot be begun anew by somebody who is suspended', async () => {
    const id = memberOf('st-one', 'clerk', 'o-clerk')
    await advance('o-manager', id, 'suspend')
    await join('o-manager', 'o-clerk', { ...ofOne, role: 'clerk' })
    expect(await cloud.one('memberships', id)).toMatchObject({ state: 'suspended' })
    expect(await codesOfWork('o-clerk', 'st-one')).toEqual(['FORBIDDEN'])
    await advance('o-manager', id, 'reinstate')
    expect(await codesOfWork('o-clerk', 'st-one')).toEqual(['accepted'])
  })
})

describe('people.inviteStaff', () => {
  const forClerk = { ...ofOne, role: 'clerk' }

  it('gives one code for one wish until it is used, then another', async () => {
    const first = await by<{ code: string }>('o-manager', 'inviteStaff', forClerk)
    expect(await by('o-manager', 'inviteStaff', forClerk)).toEqual(first)
    const noted = await by<{ code: string }>('o-manager', 'inviteStaff', { ...forClerk, note: '小林' })
    await by('o-new', 'accept', { code: first.code, name: '小周' })
    const second = await by<{ code: string }>('o-manager', 'inviteStaff', forClerk)
    expect(new Set([first.code, noted.code, second.code]).size).toBe(3)
    expect(await codeBy('o-next', 'accept', { code: first.code, name: '小吴' })).toBe('CODE_USED')
    expect(await cloud.one('accounts', 'o-next')).toBeUndefined()
  })

  it('is good for a week', async () => {
    const { code } = await by<{ code: string }>('o-manager', 'inviteStaff', forClerk)
    cloud.emulator.clock.set(new Date(NOW.getTime() + 7 * 24 * 60 * 60_000 + 60_000))
    expect(await codeBy('o-new', 'accept', { code, name: '小周' })).toBe('CODE_EXPIRED')
    expect(await cloud.one('memberships', memberOf('st-one', 'clerk', 'o-new'))).toBeUndefined()
  })

  it.each([
    ['a manager', 'o-manager', { ...ofOne, role: 'manager' }, 'NOT_YOUR_STEP'],
    ['a manager', 'o-manager', { ...ofOne, role: 'volunteer' }, 'NOT_YOUR_STEP'],
    ['a manager', 'o-manager', { ...ofTwo, role: 'clerk' }, 'FORBIDDEN'],
    ['a manager', 'o-manager', { ...ofOne, role: 'kitchen' }, 'NOT_YOUR_STEP'],
    ['a manager', 'o-manager', { ...ofMany, role: 'kitchen' }, 'FORBIDDEN'],
    ['a manager', 'o-manager', { ...ofOwn, role: 'clerk' }, 'NOT_YOUR_STEP'],
    ['a kitchen', 'o-kitchen', { ...ofMany, role: 'kitchen' }, 'FORBIDDEN'],
    ['a supervisor', 'o-supervisor', { orgKind: 'kitchen', orgId: 'k-none', role: 'kitchen' }, 'NOT_FOUND'],
    ['a manager', 'o-manager', { ...ofEast, role: 'volunteer' }, 'FORBIDDEN'],
    ['a coordinator', 'o-coordinator', { ...ofEast, role: 'coordinator' }, 'NOT_YOUR_STEP'],
    ['a coordinator', 'o-coordinator', { ...ofWest, role: 'volunteer' }, 'FORBIDDEN'],
    ['a coordinator', 'o-coordinator', { ...ofDistrict, role: 'volunteer' }, 'FORBIDDEN'],
    ['a coordinator', 'o-coordinator', { ...ofOne, role: 'clerk' }, 'FORBIDDEN'],
    ['a supervisor', 'o-supervisor', { ...ofDistrict, role: 'clerk' }, 'NOT_YOUR_STEP'],
    ['a supervisor', 'o-supervisor', { orgKind: 'district', orgId: 'loud', role: 'supervisor' }, 'NOT_FOUND'],
    ['a supervisor', 'o-supervisor', { orgKind: 'town', orgId: 'st-one', role: 'volunteer' }, 'NOT_FOUND'],
  ])('does not let %s (%s) invite with %j', async (_case, openid, input, code) => {
    expect(await codeBy(openid, 'inviteStaff', input)).toBe(code)
    expect(await cloud.stored('invitations')).toEqual([])
  })
})

describe('people.orgs', () => {
  it('names the places and roles that each director answers for', async () => {
    const of = async (openid: string) =>
      (await by<{ orgs: Org[] }>(openid, 'orgs')).orgs.map(({ id, roles }) => [id, roles.join(' ')])
    expect(await of('o-manager')).toEqual([
      ['st-one', 'clerk careWorker'],
      ['k-own', 'kitchen'],
    ])
    expect(await of('o-coordinator')).toEqual([['t-east', 'volunteer']])
    expect((await of('o-supervisor')).map(([id]) => id)).toEqual([
      DISTRICT,
      't-east',
      't-west',
      'st-one',
      'st-two',
      'k-one',
      'k-own',
    ])
  })
})

describe('directors of one place', () => {
  const elsewhere = [
    aMember('o-manager', 'manager', 'st-one'),
    aMember('o-two', 'clerk', 'st-two'),
    aMember('o-coordinator', 'coordinator', 't-east'),
    aMember('o-west', 'volunteer', 't-west'),
    aMember('o-all', 'volunteer', DISTRICT),
  ]

  it.each([
    ['a manager', 'o-manager', ofTwo, memberOf('st-two', 'clerk', 'o-two')],
    ['a coordinator', 'o-coordinator', ofWest, memberOf('t-west', 'volunteer', 'o-west')],
    ['a coordinator', 'o-coordinator', ofDistrict, memberOf(DISTRICT, 'volunteer', 'o-all')],
    ['a coordinator', 'o-coordinator', ofOne, memberOf('st-one', 'manager', 'o-manager')],
  ])('touch nobody elsewhere: %s (%s, %j)', async (_case, openid, org, id) => {
    await cloud.restock(withMembers(elsewhere))
    const before = await cloud.emulator.engine.dump()
    expect(await codeBy(openid, 'staff', org)).toBe('FORBIDDEN')
    expect(await codeBy(openid, 'advance', { membershipId: id, act: 'suspend' })).toBe('FORBIDDEN')
    expect(await codeBy(openid, 'certify', { membershipId: id, certificate: aCertificate() })).toBe(
      'FORBIDDEN',
    )
    expect(await cloud.emulator.engine.dump()).toEqual(before)
  })

  it('leave other managers of their own station alone', async () => {
    const managers = [aMember('o-manager', 'manager', 'st-one'), aMember('o-peer', 'manager', 'st-one')]
    await cloud.restock(withMembers(managers))
    const id = memberOf('st-one', 'manager', 'o-peer')
    expect(await codeBy('o-manager', 'advance', { membershipId: id, act: 'suspend' })).toBe('NOT_YOUR_STEP')
    expect(await by('o-manager', 'staff', ofOne)).toEqual([])
    expect(await cloud.one('memberships', id)).toMatchObject({ state: 'assignable' })
  })
})

describe('a suspended volunteer', () => {
  const people = [
    aMember('o-east', 'volunteer', 't-east', { helperKind: 'neighbour' }),
    aMember('o-next', 'volunteer', 't-east', { helperKind: 'partyMember' }),
    aMember('o-coordinator', 'coordinator', 't-east'),
  ]
  const id = memberOf('t-east', 'volunteer', 'o-east')
  const queue = () => cloud.as('o-east').call('visits.queue')

  beforeEach(async () => {
    const visits = [aVisit(), aVisit({ id: 'v-2', elderId: 'e-chen', room: '502 室' })]
    await cloud.restock(withMembers(people, { visits }))
    accepted(await cloud.as('o-east').call('visits.claim', { visitId: 'v-1' }))
  })

  it('is refused at the very next call, and sees no address of what they had claimed', async () => {
    expect(JSON.stringify(accepted(await queue()))).toContain('301 室')
    expect(await advance('o-coordinator', id, 'suspend')).toMatchObject({ state: 'suspended' })
    const visits = await cloud.stored('visits')
    expect(codeOf(await queue())).toBe('FORBIDDEN')
    for (const [action, input] of [
      ['claim', { visitId: 'v-2' }],
      ['arrive', { visitId: 'v-1' }],
      ['report', { visitId: 'v-1', outcome: 'well' }],
      ['release', { visitId: 'v-1' }],
    ] as const) {
      expect([action, codeOf(await cloud.as('o-east').call(`visits.${action}`, input))]).toEqual([
        action,
        'FORBIDDEN',
      ])
    }
    expect(accepted(await cloud.as('o-east').call('visits.mine'))).toEqual({ visits: [], next: null })
    expect(await me('o-east')).toMatchObject({ roles: [], joining: [{ state: 'suspended' }] })
    expect(await cloud.stored('visits')).toEqual(visits)
  })

  it('leaves the door to the next at once', async () => {
    expect(codeOf(await cloud.as('o-next').call('visits.claim', { visitId: 'v-1' }))).toBe('VISIT_TAKEN')
    await advance('o-coordinator', id, 'suspend')
    accepted(await cloud.as('o-next').call('visits.claim', { visitId: 'v-1' }))
    const { mine } = accepted<VisitQueue>(await cloud.as('o-next').call('visits.queue'))
    expect(mine).toMatchObject([{ id: 'v-1', isMine: true }])
  })

  it('helps again as soon as they are reinstated', async () => {
    await advance('o-coordinator', id, 'suspend')
    await advance('o-coordinator', id, 'reinstate')
    accepted(await cloud.as('o-east').call('visits.claim', { visitId: 'v-2' }))
  })

  it('keeps the door that they go to in another role', async () => {
    const both = withMembers(
      [
        {
          ...aMember('o-east', 'kitchen', 'k-own'),
          memberships: [
            ...aMember('o-east', 'kitchen', 'k-own').memberships,
            ...aMember('o-east', 'volunteer', 't-east', { helperKind: 'neighbour' }).memberships,
          ],
        },
        aMember('o-manager', 'manager', 'st-one'),
      ],
      { visits: [aVisit()] },
    )
    await cloud.restock(both)
    accepted(await cloud.as('o-east').call('visits.claim', { visitId: 'v-1' }))
    await advance('o-manager', memberOf('k-own', 'kitchen', 'o-east'), 'end')
    accepted(await cloud.as('o-east').call('visits.arrive', { visitId: 'v-1' }))
  })
})

describe('certificates', () => {
  const cook = () => join('o-manager', 'o-cook', { ...ofOwn, role: 'kitchen' })
  const certify = (id: string, own: object = {}) =>
    by<Membership>('o-manager', 'certify', { membershipId: id, certificate: aCertificate(own) })
  const at = (instant: string) => cloud.emulator.clock.set(new Date(instant))

  it('are needed in a kitchen before anybody is assigned', async () => {
    const id = await cook()
    await advance('o-manager', id, 'vet')
    await advance('o-manager', id, 'train')
    const assign = { membershipId: id, act: 'assign' }
    const refused = { code: 'CERTIFICATE_MISSING', detail: { kinds: ['health'] } }
    expect(await cloud.as('o-manager').call('people.advance', assign)).toMatchObject(refused)
    await certify(id, { kind: 'food' })
    expect(await cloud.as('o-manager').call('people.advance', assign)).toMatchObject(refused)
    const expired = { membershipId: id, certificate: aCertificate({ to: '2026-11-20' }) }
    expect(await codeBy('o-manager', 'certify', expired)).toBe('DATE_PAST')
    await certify(id, { from: '2026-11-22' })
    expect(await cloud.as('o-manager').call('people.advance', assign)).toMatchObject(refused)
    expect(await cloud.one('memberships', id)).toMatchObject({ state: 'trained' })
    expect((await me('o-cook')).roles).toEqual([])

    expect(await certify(id)).toMatchObject({ missing: [] })
    await advance('o-manager', id, 'assign')
    expect((await me('o-cook')).roles).toEqual([
      { role: 'kitchen', kitchenId: 'k-own', orgName: '一号驿站厨房' },
    ])
  })

  it('stop counting on the day after they end, and count again with a new one, by themselves', async () => {
    const id = await cook()
    await certify(id)
    for (const act of steps) await advance('o-manager', id, act)
    const kept = [await cloud.one('memberships', id), await cloud.one('accounts', 'o-cook')]

    at('2026-12-31T15:59:00Z') // a minute before midnight in Shanghai
    expect((await me('o-cook')).roles).toMatchObject([{ role: 'kitchen' }])
    at('2026-12-31T16:00:00Z')
    expect(await me('o-cook')).toMatchObject({
      roles: [],
      joining: [{ role: 'kitchen', state: 'suspended' }],
    })
    expect(
      (await by<Membership[]>('o-manager', 'staff', ofOwn)).map(({ missing }) => missing),
    ).toContainEqual(['health'])
    expect([await cloud.one('memberships', id), await cloud.one('accounts', 'o-cook')]).toEqual(kept)

    await certify(id, { from: '2027-01-01', to: '2027-12-31', number: '健 2027-3' })
    expect((await me('o-cook')).roles).toMatchObject([{ role: 'kitchen' }])
  })

  it('that end stop their holder at the next call', async () => {
    const until = { until: '2026-11-21', helperKind: 'socialWorker' as const }
    await cloud.restock(
      withMembers([aMember('o-east', 'volunteer', 't-east', until)], { visits: [aVisit()] }),
    )
    accepted(await cloud.as('o-east').call('visits.claim', { visitId: 'v-1' }))
    at('2026-11-21T16:00:00Z')
    expect(codeOf(await cloud.as('o-east').call('visits.queue'))).toBe('FORBIDDEN')
    expect(codeOf(await cloud.as('o-east').call('visits.arrive', { visitId: 'v-1' }))).toBe('FORBIDDEN')
  })

  it('renewed in good time leave no day out', async () => {
    const id = await cook()
    await certify(id)
    for (const act of steps) await advance('o-manager', id, act)
    await certify(id, { from: '2027-01-01', to: '2027-12-31', number: '健 2027-3' })
    for (const instant of ['2026-11-21T00:00:00Z', '2026-12-31T16:00:00Z', '2027-12-31T15:59:00Z']) {
      at(instant)
      expect((await me('o-cook')).roles).toMatchObject([{ role: 'kitchen' }])
    }
    at('2027-12-31T16:00:00Z')
    expect((await me('o-cook')).roles).toEqual([])
  })

  it('take the place of one for the same time, and are not for those who have left', async () => {
    const id = await cook()
    await certify(id)
    await certify(id, { number: '健 2026-99', to: '2027-06-30' })
    expect(await cloud.one('memberships', id)).toMatchObject({
      certificates: [{ kind: 'health', number: '健 2026-99', to: '2027-06-30' }],
    })
    await advance('o-manager', id, 'end')
    expect(await codeBy('o-manager', 'certify', { membershipId: id, certificate: aCertificate() })).toBe(
      'WRONG_STATE',
    )
  })
})

describe('one person with two roles at two stations', () => {
  const asClerk = memberOf('st-one', 'clerk', 'o-both')
  const asManager = memberOf('st-two', 'manager', 'o-both')
  beforeEach(async () => {
    await join('o-manager', 'o-both', { ...ofOne, role: 'clerk' })
    await join('o-supervisor', 'o-both', { ...ofTwo, role: 'manager' })
    for (const act of steps) {
      await advance('o-manager', asClerk, act)
      await advance('o-supervisor', asManager, act)
    }
  })

  it('does the work of each where it is theirs, and no more', async () => {
    expect((await me('o-both')).roles.map(({ role, stationId }) => [role, stationId]).sort()).toEqual([
      ['clerk', 'st-one'],
      ['manager', 'st-two'],
    ])
    expect(await codesOfWork('o-both', 'st-one')).toEqual(['accepted'])
    expect(await codesOfWork('o-both', 'st-two')).toEqual(['accepted'])
    expect(await codeBy('o-both', 'staff', ofTwo)).toBe('accepted')
    expect(await codeBy('o-both', 'staff', ofOne)).toBe('FORBIDDEN')
    const order = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish', channel: 'phone' }
    accepted(await cloud.as('o-both').call('meals.bookFor', order))
    const [line] = await cloud
      .stored('auditLog')
      .then((lines) => lines.filter((l) => l.action === 'meals.bookFor'))
    expect(line).toMatchObject({ role: 'clerk' })
  })

  it('keeps the one when the other is suspended', async () => {
    await advance('o-manager', asClerk, 'suspend')
    expect(codeOf(await cloud.as('o-both').call('meals.orderDays', { stationId: 'st-one' }))).toBe(
      'FORBIDDEN',
    )
    expect(await codesOfWork('o-both', 'st-two')).toEqual(['accepted'])
    expect(await me('o-both')).toMatchObject({ joining: [{ role: 'clerk', state: 'suspended' }] })
  })
})
