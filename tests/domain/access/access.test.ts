import fc from 'fast-check'
import {
  accountOn,
  answersFor,
  concernOf,
  concernOfElder,
  eldersOf,
  grantFor,
  helperOf,
  holdsAny,
  visibleElders,
} from '../../../cloudfunctions/_domain/access/access'
import { addDays } from '../../../cloudfunctions/_domain/base/calendar'
import { aMember, anAccount, anElder, anElderAccount, aRelative, DISTRICT } from '../builders'

const elder = anElder({ id: 'e-wang' })
const daughter = aRelative('o-daughter', elder)
const viewer = aRelative('o-viewer', elder, ['view'])
const herself = anElderAccount('o-wang', elder)
const clerk = aMember('o-clerk', 'clerk', 'st-one')
const volunteer = aMember('o-volunteer', 'volunteer', DISTRICT, { helperKind: 'gridWorker' })
const suspended = aMember('o-suspended', 'clerk', 'st-one', { state: 'suspended' })

describe('concernOf', () => {
  it.each([
    [{ elderId: 'e-wang' }, { elderId: 'e-wang' }],
    [{ stationId: 'st-one' }, { stationId: 'st-one' }],
    [{ sittingId: 'st-one_2026-11-22_lunch' }, { stationId: 'st-one' }],
    [{ orderId: 'st-one_2026-11-22_lunch_e-wang' }, { stationId: 'st-one', elderId: 'e-wang' }],
    [
      { sittingId: 'st-one_2026-11-22_lunch', elderId: 'e-chen' },
      { stationId: 'st-one', elderId: 'e-chen' },
    ],
    [{ orderId: 'no-order' }, { stationId: 'no-order', elderId: '' }],
    [{ visitId: 'v-1' }, {}],
  ])('reads off %j that it concerns %j', (input, concern) => {
    expect(concernOf(input)).toEqual(concern)
  })
})

describe('grantFor', () => {
  const about = { elderId: 'e-wang', stationId: 'st-one', townId: 't-east', district: DISTRICT }

  it.each([
    ['the elder', herself, { role: 'elder' }],
    ['her daughter', daughter, { role: 'family' }],
    ['a clerk of the station', clerk, { role: 'clerk' }],
    ['a volunteer of the district', volunteer, { role: 'volunteer' }],
  ])('says in which capacity %s acts', (_case, account, grant) => {
    expect(grantFor(account, ['elder', 'family:order', 'clerk', 'volunteer'], about)).toMatchObject(grant)
  })

  it.each([
    ['a relative without the scope', viewer, about],
    ['a suspended clerk', suspended, about],
    ['a clerk of another station', clerk, { ...about, stationId: 'st-two' }],
    ['a volunteer of another district', volunteer, { ...about, district: 'elsewhere' }],
    ['anybody, when nobody is concerned', daughter, {}],
  ])('grants nothing to %s', (_case, account, concern) => {
    expect(grantFor(account, ['elder', 'family:order', 'clerk', 'volunteer'], concern)).toBeNull()
  })

  it('lets whoever asked act only while they still stand in some relation', () => {
    const asked = { ...about, asker: 'o-daughter' }
    const revoked = {
      ...daughter,
      relations: daughter.relations.map((relation) => ({ ...relation, state: 'revoked' as const })),
    }
    expect(grantFor(daughter, ['asker'], asked)).toMatchObject({ role: 'family' })
    expect(grantFor(revoked, ['asker'], asked)).toBeNull()
  })
})

describe('holdsAny', () => {
  it('tells whether somebody could ever be meant', () => {
    expect(holdsAny(daughter, ['family:order'])).toBe(true)
    expect(holdsAny(viewer, ['family:order'])).toBe(false)
    expect(holdsAny(suspended, ['clerk', 'coordinator'])).toBe(false)
    expect(holdsAny(anAccount(), ['assigned'])).toBe(false)
  })
})

describe('visibleElders', () => {
  it('lists herself first, and refuses one who is not among them', () => {
    const both = { ...herself, relations: aRelative('x', anElder({ id: 'e-liu' })).relations }
    expect(eldersOf(both, 'view').map((one) => one.elderId)).toEqual(['e-wang', 'e-liu'])
    expect(visibleElders(both, 'e-liu')).toHaveLength(1)
    expect(() => visibleElders(daughter, 'e-liu')).toThrow('FORBIDDEN')
    expect(visibleElders(null)).toEqual([])
  })
})

describe('answersFor', () => {
  it('counts a manager as a clerk, and nobody who is suspended', () => {
    expect(answersFor(aMember('m', 'manager', 'st-one'))).toEqual({ stationIds: ['st-one'], townIds: [] })
    expect(answersFor(aMember('c', 'coordinator', 't-east'))).toEqual({ stationIds: [], townIds: ['t-east'] })
    expect(answersFor(suspended)).toEqual({ stationIds: [], townIds: [] })
  })
})

describe('helperOf', () => {
  it('names the kind on the badge, and refuses whose roles do not count', () => {
    expect(helperOf(volunteer)).toEqual({ openid: 'o-volunteer', name: '某人', kind: 'gridWorker' })
    expect(helperOf(clerk).kind).toBe('staff')
    expect(() => helperOf(suspended)).toThrow('NOT_ASSIGNABLE')
  })
})

describe('accountOn', () => {
  const cook = (until: string | null, own: Parameters<typeof aMember>[3] = {}) =>
    aMember('o-cook', 'kitchen', 'st-one', { until, ...own })
  const stateOn = (account: ReturnType<typeof cook>, today: string) =>
    accountOn(account, today).memberships.map(({ state }) => state)

  it.each([
    ['the day before the paper expires', '2026-11-20', 'assignable'],
    ['the last day on which it is valid', '2026-11-21', 'assignable'],
    ['the day after', '2026-11-22', 'suspended'],
    ['the next year', '2027-01-01', 'suspended'],
  ])('counts work on %s', (_case, today, state) => {
    expect(stateOn(cook('2026-11-21'), today)).toEqual([state])
  })

  it('counts work that needs no paper on every day', () => {
    expect(stateOn(cook(null), '2099-01-01')).toEqual(['assignable'])
  })

  it.each(['accepted', 'vetted', 'trained', 'suspended', 'ended'] as const)(
    'leaves whoever is %s as they are',
    (state) => {
      expect(stateOn(cook('2026-11-21', { state }), '2026-11-22')).toEqual([state])
    },
  )

  it('suspends the work whose paper has expired, and nothing else', () => {
    const days = fc.integer({ min: -3, max: 3 }).map((away) => addDays('2026-11-21', away))
    const papers = fc.array(fc.option(days), { maxLength: 5 })
    fc.assert(
      fc.property(papers, days, (untils, today) => {
        const memberships = untils.flatMap((until) => cook(until).memberships)
        const account = { ...daughter, memberships }
        expect(accountOn(account, today)).toEqual({
          ...account,
          memberships: memberships.map((held) =>
            held.until !== null && today > held.until ? { ...held, state: 'suspended' } : held,
          ),
        })
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })

  it('takes away what the work allowed', () => {
    const clerkUntil = aMember('o-clerk', 'clerk', 'st-one', { until: '2026-11-21' })
    const may = (today: string) =>
      grantFor(accountOn(clerkUntil, today), ['clerk'], { stationId: 'st-one' }) !== null
    expect([may('2026-11-21'), may('2026-11-22')]).toEqual([true, false])
  })
})

describe('grantFor, by who is allowed', () => {
  const about = concernOfElder(elder)
  const others = {
    'another elder': { ...about, elderId: 'e-liu' },
    'another station': { ...about, stationId: 'st-two' },
    nobody: {},
  }
  const states = ['asked', 'granted', 'declined', 'revoked'] as const
  const kin = (own: Partial<(typeof daughter.relations)[number]>) => ({
    ...daughter,
    relations: daughter.relations.map((relation) => ({ ...relation, ...own })),
  })
  const guardian = kin({ relation: 'guardian', scopes: ['view'] })

  describe('guardian', () => {
    it.each(states)('who is %s', (state) => {
      const grant = grantFor(kin({ relation: 'guardian', state }), ['guardian'], about)
      if (state === 'granted')
        expect(grant).toMatchObject({ role: 'family', relation: { elderId: 'e-wang' } })
      else expect(grant).toBeNull()
    })

    it.each([
      ['a daughter with every scope', kin({ scopes: ['view', 'order', 'health', 'log'] })],
      ['the elder herself', herself],
      ['a clerk', clerk],
    ])('is not %s', (_case, account) => {
      expect(grantFor(account, ['guardian'], about)).toBeNull()
    })

    it.each(['another elder', 'nobody'] as const)('is nothing to %s', (whom) => {
      expect(grantFor(guardian, ['guardian'], others[whom])).toBeNull()
    })
  })

  describe('relative', () => {
    const mine = { ...about, relative: 'o-daughter' }

    it.each(states)('is the person whom the relation is about, also one who is %s', (state) => {
      expect(grantFor(kin({ state }), ['relative'], mine)).toMatchObject({
        role: 'family',
        relation: { elderId: 'e-wang', state },
      })
    })

    it.each([
      ['a relation of somebody else', daughter, { ...mine, relative: 'o-son' }],
      ['a relation that is not known', daughter, about],
      ['another elder', daughter, { ...mine, elderId: 'e-liu' }],
      ['an account without relations', anAccount({ id: 'o-daughter' }), mine],
      ['the elder herself', herself, mine],
    ])('is nobody for %s', (_case, account, concern) => {
      expect(grantFor(account, ['relative'], concern)).toBeNull()
    })
  })

  describe.each(['view', 'order', 'health', 'log'] as const)('family:%s', (scope) => {
    const who = [`family:${scope}`] as const

    it.each(['view', 'order', 'health', 'log'] as const)('to a relative who may %s', (granted) => {
      const grant = grantFor(kin({ scopes: [granted] }), who, about)
      if (granted === scope) expect(grant).toMatchObject({ role: 'family', relation: { scopes: [scope] } })
      else expect(grant).toBeNull()
    })

    it.each(['asked', 'declined', 'revoked'] as const)('is nothing to a relative who is %s', (state) => {
      expect(grantFor(kin({ state, scopes: [scope] }), who, about)).toBeNull()
    })

    it.each(['another elder', 'nobody'] as const)('is nothing of %s', (whom) => {
      expect(grantFor(kin({ scopes: [scope] }), who, others[whom])).toBeNull()
    })

    it('is not the elder, who has a right of her own', () => {
      expect(grantFor(herself, who, about)).toBeNull()
    })
  })

  describe('doer', () => {
    it('is whoever did it already, and nobody where nobody did', () => {
      const someone = anAccount({ id: 'o-someone' })
      expect(grantFor(someone, ['doer'], { ...about, doer: 'o-someone' })).not.toBeNull()
      for (const doer of ['o-other', null, undefined])
        expect(grantFor(someone, ['doer'], { ...about, doer })).toBeNull()
    })
  })

  describe('manager', () => {
    const manager = aMember('o-manager', 'manager', 'st-one')

    it('is the manager of the station concerned, who is its clerk too', () => {
      expect(grantFor(manager, ['manager'], about)).toEqual({ role: 'manager', relation: null })
      expect(grantFor(manager, ['clerk'], about)).toEqual({ role: 'manager', relation: null })
    })

    it.each([
      ['a clerk', clerk, about],
      ['the manager of another station', manager, others['another station']],
      ['the manager, where no station is concerned', manager, { elderId: 'e-wang' }],
      ['a manager who is suspended', aMember('m', 'manager', 'st-one', { state: 'suspended' }), about],
      ['a supervisor', aMember('s', 'supervisor', DISTRICT), about],
    ])('is not %s', (_case, account, concern) => {
      expect(grantFor(account, ['manager'], concern)).toBeNull()
    })
  })

  describe('holdsAny', () => {
    it.each([
      ['guardian', guardian, true],
      ['guardian', daughter, false],
      ['guardian', kin({ relation: 'guardian', state: 'asked' }), false],
      ['relative', kin({ state: 'revoked' }), true],
      ['relative', herself, false],
      ['family:log', kin({ scopes: ['log'] }), true],
      ['family:log', daughter, false],
      ['manager', aMember('m', 'manager', 'st-one'), true],
      ['manager', clerk, false],
    ] as const)('tells of %s, case %#', (who, account, holds) => {
      expect(holdsAny(account, [who])).toBe(holds)
    })
  })
})

describe('eldersOf', () => {
  it.each(['view', 'order', 'health', 'log'] as const)('lets an elder %s her own', (scope) => {
    expect(eldersOf(herself, scope).map(({ elderId }) => elderId)).toEqual(['e-wang'])
  })
})

describe('a guardianship whose papers end', () => {
  const guardian = aRelative('o-guardian', elder, ['view'], 'guardian')
  const until = '2026-11-21'
  const ending = { ...guardian, relations: guardian.relations.map((one) => ({ ...one, until })) }

  it.each([
    [-1, 'granted'],
    [0, 'granted'],
    [1, 'revoked'],
  ])('counts %i days from that day as %s', (days, state) => {
    expect(accountOn(ending, addDays(until, days)).relations).toMatchObject([{ state }])
  })

  it('never ends by itself where the papers name no end', () => {
    expect(accountOn(guardian, '2099-01-01').relations).toMatchObject([{ state: 'granted' }])
  })
})

describe('a suspension', () => {
  const both = anAccount({
    memberships: [
      ...aMember('o', 'volunteer', 't-east', { state: 'suspended' }).memberships,
      ...aMember('o', 'volunteer', 't-west').memberships,
      ...aMember('o', 'clerk', 'st-one').memberships,
    ],
  })

  it('counts everywhere for the same role, and leaves other work alone', () => {
    expect(accountOn(both, '2026-11-21').memberships.map(({ state }) => state)).toEqual([
      'suspended',
      'suspended',
      'assignable',
    ])
  })
})
