import { accountOn } from '../../../cloudfunctions/_domain/access/account-on'
import { grantFor } from '../../../cloudfunctions/_domain/access/grants'
import {
  acceptMembership,
  advanceMembership,
  concernOfOrg,
  directedRoles,
  membershipShown,
  missingCertificates,
  nameAtWork,
  requireDirector,
  type Staffing,
  validUntil,
  withCertificate,
  withMembership,
} from '../../../cloudfunctions/_domain/people/staff/staffing'
import policy from '../../../cloudfunctions/_policies/staffing.json'
import type { Role } from '../../../types/contract'
import type { Certificate } from '../../../types/people/staff'
import { type MembershipState, membershipActs, membershipStates } from '../../../types/states'
import { aMember, aMembership, anAccount, clerk, DISTRICT, NOW, TODAY } from '../builders'

const staffing: Staffing = policy
const manager = { ...clerk, role: 'manager' as const }
const step = { by: manager, openid: 'o-manager', note: null, now: NOW, staffing }
const YESTERDAY = '2026-11-20'
const TOMORROW = '2026-11-22'
const aPaper = (own: Partial<Certificate> = {}): Certificate => ({
  kind: 'health',
  number: '第 9 号',
  issuer: '疾控中心',
  from: '2026-01-01',
  to: '2026-12-31',
  ...own,
})
const aCook = (certificates: Certificate[] = [], state: MembershipState = 'trained') =>
  aMembership({ role: 'kitchen', certificates, state })

describe('directedRoles', () => {
  it.each([
    ['manager', 'station', ['clerk', 'careWorker']],
    ['manager', 'kitchen', ['kitchen']],
    ['manager', 'town', []],
    ['manager', 'district', []],
    ['coordinator', 'town', ['volunteer']],
    ['coordinator', 'station', []],
    ['supervisor', 'station', ['clerk', 'manager', 'careWorker']],
    ['supervisor', 'kitchen', ['kitchen']],
    ['coordinator', 'kitchen', []],
    ['kitchen', 'kitchen', []],
    ['supervisor', 'town', ['volunteer', 'coordinator']],
    ['supervisor', 'district', ['volunteer', 'supervisor']],
    ['clerk', 'station', []],
    ['volunteer', 'district', []],
    ['elder', 'station', []],
    ['family', 'station', []],
  ] as const)('of a %s in a %s are %j', (director, kind, roles) => {
    expect(directedRoles(director, kind, staffing)).toEqual(roles)
  })

  it.each(['clerk', 'manager', 'coordinator', 'volunteer', 'kitchen', 'careWorker'] as const)(
    'never let a %s make a peer or a superior',
    (director: Role) => {
      const made = (['station', 'kitchen', 'town', 'district'] as const).flatMap((kind) =>
        directedRoles(director, kind, staffing),
      )
      expect(made).not.toContain(director)
      expect(made).not.toContain('supervisor')
    },
  )
})

describe('requireDirector', () => {
  it('refuses a step that is somebody else’s', () => {
    expect(() => requireDirector('manager', 'clerk', 'station', staffing)).not.toThrow()
    expect(() => requireDirector('manager', 'manager', 'station', staffing)).toThrow('NOT_YOUR_STEP')
    expect(() => requireDirector('coordinator', 'volunteer', 'station', staffing)).toThrow('NOT_YOUR_STEP')
  })
})

describe('concernOfOrg', () => {
  const directors = {
    manager: aMember('o-manager', 'manager', 'st-one'),
    coordinator: aMember('o-coordinator', 'coordinator', 't-east'),
    supervisor: aMember('o-supervisor', 'supervisor', DISTRICT),
  }
  const who = ['supervisor', 'coordinator', 'manager'] as const

  it.each([
    ['manager', 'station', 'st-one', 'manager'],
    ['manager', 'station', 'st-two', undefined],
    ['manager', 'town', 't-east', undefined],
    ['manager', 'district', DISTRICT, undefined],
    ['coordinator', 'town', 't-east', 'coordinator'],
    ['coordinator', 'town', 't-west', undefined],
    ['coordinator', 'station', 'st-one', undefined],
    ['coordinator', 'district', DISTRICT, undefined],
    ['supervisor', 'station', 'st-one', 'supervisor'],
    ['supervisor', 'kitchen', 'k-one', 'supervisor'],
    ['manager', 'kitchen', 'k-one', undefined],
    ['coordinator', 'kitchen', 'k-one', undefined],
    ['supervisor', 'town', 't-east', 'supervisor'],
    ['supervisor', 'district', DISTRICT, 'supervisor'],
  ] as const)('lets a %s reach the %s %s as %s', (director, kind, orgId, role) => {
    expect(
      grantFor(directors[director], who, concernOfOrg({ kind, id: orgId, district: DISTRICT }))?.role,
    ).toBe(role)
  })

  it.each([
    ['station', 'st-one', { stationId: 'st-one', district: DISTRICT }],
    ['kitchen', 'k-one', { kitchenId: 'k-one', district: DISTRICT }],
    ['town', 't-east', { townId: 't-east', district: DISTRICT }],
    ['district', DISTRICT, { district: DISTRICT }],
  ] as const)('of a %s names it and nothing below', (kind, orgId, concern) => {
    expect(concernOfOrg({ kind, id: orgId, district: DISTRICT })).toEqual(concern)
  })

  it('lets no supervisor reach another district', () => {
    for (const [kind, id] of [
      ['station', 'any'],
      ['kitchen', 'any'],
      ['town', 'any'],
      ['district', 'elsewhere'],
    ] as const)
      expect(
        grantFor(directors.supervisor, who, concernOfOrg({ kind, id, district: 'elsewhere' })),
      ).toBeNull()
  })

  it('lets the manager of the station whose own kitchen it is reach it, and no other', () => {
    const own = (stationId: string | null) =>
      grantFor(
        directors.manager,
        who,
        concernOfOrg({ kind: 'kitchen', id: 'k-one', district: DISTRICT, stationId }),
      )
    expect(own('st-one')?.role).toBe('manager')
    expect(own('st-two')).toBeNull()
    expect(own(null)).toBeNull()
  })
})

describe('missingCertificates', () => {
  it.each([
    ['none at all', [], ['health']],
    ['one that ended yesterday', [aPaper({ to: YESTERDAY })], ['health']],
    ['one on its last day', [aPaper({ to: TODAY })], []],
    ['one on its first day', [aPaper({ from: TODAY })], []],
    ['one that begins tomorrow', [aPaper({ from: TOMORROW })], ['health']],
    ['one of another kind', [aPaper({ kind: 'nursing' })], ['health']],
    ['one that is valid among others', [aPaper({ kind: 'food', to: YESTERDAY }), aPaper()], []],
  ])('of a cook with %s are %j', (_case, certificates, missing) => {
    expect(missingCertificates(aCook(certificates), TODAY, staffing)).toEqual(missing)
  })

  it('of a role that needs no paper are none', () => {
    expect(missingCertificates(aMembership(), TODAY, staffing)).toEqual([])
  })
})

describe('validUntil', () => {
  const strict = { ...staffing, certificates: { ...staffing.certificates, kitchen: ['health', 'food'] } }
  const papers = [aPaper({ to: '2027-05-05' }), aPaper({ kind: 'food', to: '2027-02-02' })]

  it('is the day on which the first of the papers ends that the role needs', () => {
    expect(validUntil(aCook(papers), TODAY, strict)).toBe('2027-02-02')
    expect(validUntil(aCook([...papers].reverse()), TODAY, strict)).toBe('2027-02-02')
    expect(validUntil(aCook(papers), TODAY, staffing)).toBe('2027-05-05')
  })

  it('has no end where the role needs no paper, whatever papers there are', () => {
    expect(validUntil(aMembership({ certificates: papers }), TODAY, staffing)).toBeNull()
  })

  it.each([
    ['the only paper', [], staffing],
    ['one of two papers', [aPaper({ to: '2099-12-31' })], strict],
  ])('does not let work count for which %s is missing', (_case, certificates, needs) => {
    const record = aCook(certificates, 'assignable')
    const account = accountOn(withMembership(anAccount(), record, { on: TODAY, staffing: needs }), NOW)
    expect(account.memberships).toMatchObject([{ state: 'suspended' }])
  })
})

describe('acceptMembership', () => {
  const org = { id: 'st-one', kind: 'station' as const, name: '一号驿站', district: DISTRICT, invented: true }
  const who = { openid: 'o-someone', name: '某人', by: clerk, now: NOW }

  it('begins with nothing but the acceptance', () => {
    expect(acceptMembership('st-one_clerk_someone', { role: 'clerk', helperKind: null, org }, who)).toEqual(
      aMembership({ steps: [{ act: 'accept', at: NOW.toISOString(), by: clerk, note: null }] }),
    )
  })

  it('counts at once only where that is said', () => {
    const place = { role: 'supervisor' as const, helperKind: null, org }
    expect(acceptMembership('m', place, who).state).toBe('accepted')
    expect(acceptMembership('m', place, { ...who, state: 'assignable' }).state).toBe('assignable')
  })
})

describe('advanceMembership', () => {
  /** What each act makes of each state, by hand; `same` is a double tap, `-` is refused. */
  const table = {
    //           vet      train      assign        suspend      reinstate     end
    accepted: ['vetted', '-', '-', '-', '-', 'ended'],
    vetted: ['same', 'trained', '-', '-', '-', 'ended'],
    trained: ['-', 'same', 'assignable', '-', '-', 'ended'],
    assignable: ['-', '-', 'same', 'suspended', 'same', 'ended'],
    suspended: ['-', '-', '-', 'same', 'assignable', 'ended'],
    ended: ['-', '-', '-', '-', '-', 'same'],
  }
  const cells = membershipStates.flatMap((state) =>
    membershipActs.map((act, nth) => ({ state, act, to: table[state][nth] })),
  )

  it.each(cells)('$act from $state: $to', ({ state, act, to }) => {
    const record = aMembership({ state })
    if (to === '-')
      expect(() => advanceMembership(record, act, step)).toThrow(
        expect.objectContaining({ code: 'WRONG_STATE', detail: { state } }),
      )
    else if (to === 'same') expect(advanceMembership(record, act, step)).toBe(record)
    else
      expect(advanceMembership(record, act, { ...step, note: '看过证件' })).toEqual({
        ...record,
        state: to,
        steps: [{ act, at: NOW.toISOString(), by: manager, note: '看过证件' }],
      })
  })

  it.each(cells)('refuses $act from $state to whoever it is about', ({ state, act }) => {
    const own = { ...step, openid: 'o-someone' }
    expect(() => advanceMembership(aMembership({ state }), act, own)).toThrow('NOT_YOUR_STEP')
  })

  it.each([
    ['assign', 'trained'],
    ['reinstate', 'suspended'],
  ] as const)('lets nobody %s a cook without a paper that is valid today', (act, state) => {
    const refused = expect.objectContaining({ code: 'CERTIFICATE_MISSING', detail: { kinds: ['health'] } })
    for (const papers of [[], [aPaper({ to: YESTERDAY })], [aPaper({ from: TOMORROW })]])
      expect(() => advanceMembership(aCook(papers, state), act, step)).toThrow(refused)
    expect(advanceMembership(aCook([aPaper({ to: TODAY })], state), act, step).state).toBe('assignable')
  })

  it('counts the day in Shanghai', () => {
    const cook = aCook([aPaper({ to: TODAY })])
    const at = (now: string) => advanceMembership(cook, 'assign', { ...step, now: new Date(now) })
    expect(at('2026-11-21T15:59:59.999Z').state).toBe('assignable')
    expect(() => at('2026-11-21T16:00:00.000Z')).toThrow('CERTIFICATE_MISSING')
  })

  it('asks for no paper to end or suspend somebody', () => {
    expect(advanceMembership(aCook([], 'assignable'), 'suspend', step).state).toBe('suspended')
    expect(advanceMembership(aCook([], 'assignable'), 'end', step).state).toBe('ended')
  })
})

describe('withCertificate', () => {
  const seen = { by: manager, openid: 'o-manager', now: NOW }

  it('puts a paper in place of an earlier one of its kind, and writes down who saw it', () => {
    const nursing = aPaper({ kind: 'nursing' })
    const later = aPaper({ to: '2027-12-31' })
    const record = withCertificate(aCook([aPaper(), nursing]), later, seen)
    expect(record.certificates).toEqual([nursing, later])
    expect(record.steps).toEqual([{ act: 'certify', at: NOW.toISOString(), by: manager, note: 'health' }])
  })

  it('takes the same paper twice as once', () => {
    const record = aCook([aPaper()])
    expect(withCertificate(record, aPaper(), seen)).toBe(record)
  })

  it.each([
    ['ended yesterday', YESTERDAY, false],
    ['ends today', TODAY, true],
    ['ends tomorrow', TOMORROW, true],
  ])('of one that %s: %s is taken is %s', (_case, to, isTaken) => {
    const add = () => withCertificate(aCook(), aPaper({ to }), seen)
    if (isTaken) expect(add().certificates).toHaveLength(1)
    else expect(add).toThrow(expect.objectContaining({ code: 'DATE_PAST', detail: { date: to } }))
  })

  it('is nobody’s own to add, and of nobody who has left', () => {
    const own = { ...seen, openid: aCook().openid }
    expect(() => withCertificate(aCook(), aPaper(), own)).toThrow('NOT_YOUR_STEP')
    expect(() => withCertificate(aCook([], 'ended'), aPaper(), seen)).toThrow(
      expect.objectContaining({ code: 'WRONG_STATE', detail: { state: 'ended' } }),
    )
  })

  // People renew before the old paper ends: in between, the old one is valid still.
  it('leaves no gap when a paper is renewed ahead of its end', () => {
    const renewed = aPaper({ from: '2027-01-01', to: '2027-12-31' })
    const record = withCertificate(aCook([aPaper()], 'assignable'), renewed, seen)
    expect(missingCertificates(record, TODAY, staffing)).toEqual([])
  })
})

describe('membershipShown', () => {
  it('says what is missing, and nothing of the account', () => {
    const shown = membershipShown({ ...aCook(), openid: 'o-marked' }, NOW, staffing)
    expect(shown).toMatchObject({ role: 'kitchen', missing: ['health'] })
    expect(JSON.stringify(shown)).not.toMatch(/o-marked|quiet/)
  })
})

describe('nameAtWork', () => {
  const called = (state: MembershipState, own: object = {}) => ({
    ...aMember('o-li', 'volunteer', DISTRICT, { state, name: '李敏' }),
    name: '派出所民警李建国',
    ...own,
  })

  it.each(['vetted', 'trained', 'assignable', 'suspended'] as const)(
    'is the one of whoever is %s, whatever they are called now',
    (state) => expect(nameAtWork(called(state), '张静')).toBe('李敏'),
  )

  it('is the account’s while nobody has vetted one, and what is said where there is neither', () => {
    expect(nameAtWork(called('accepted'), '张静')).toBe('派出所民警李建国')
    expect(nameAtWork(called('accepted', { name: '' }), '张静')).toBe('张静')
    expect(nameAtWork(null, '张静')).toBe('张静')
    expect(() => nameAtWork(null, undefined)).toThrow('BAD_INPUT')
  })
})

describe('withMembership', () => {
  const before = {
    ...anAccount(),
    memberships: [
      ...aMember('x', 'clerk', 'st-two').memberships,
      ...aMember('x', 'clerk', 'st-one').memberships,
      ...aMember('x', 'manager', 'st-one').memberships,
    ],
  }
  const held = (record: Parameters<typeof withMembership>[1]) =>
    withMembership(before, record, { on: TODAY, staffing }).memberships.map(
      (m) => `${m.orgId} ${m.role} ${m.state}`,
    )

  it.each(['accepted', 'vetted', 'trained', 'assignable', 'suspended'] as const)(
    'says in the account at once that somebody is %s, of this place alone',
    (state) => {
      expect(held(aMembership({ state }))).toEqual([
        'st-two clerk assignable',
        'st-one manager assignable',
        `st-one clerk ${state}`,
      ])
    },
  )

  it('says the name of the place, whatever the account is called', () => {
    const account = { ...anAccount(), name: '派出所民警李建国' }
    const { name, memberships } = withMembership(account, aMembership({ name: '李敏' }), {
      on: TODAY,
      staffing,
    })
    expect([name, memberships[0]?.name]).toEqual(['派出所民警李建国', '李敏'])
  })

  it('forgets a place that has ended', () => {
    expect(held(aMembership({ state: 'ended' }))).toEqual([
      'st-two clerk assignable',
      'st-one manager assignable',
    ])
  })

  it('says until when the papers are valid', () => {
    const [cook] = withMembership(anAccount(), aCook([aPaper()], 'assignable'), {
      on: TODAY,
      staffing,
    }).memberships
    expect(cook).toMatchObject({ role: 'kitchen', until: '2026-12-31' })
  })
})
