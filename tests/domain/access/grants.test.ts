import { concernOfElder } from '../../../cloudfunctions/_domain/access/concerns'
import { grantFor, holdsAny } from '../../../cloudfunctions/_domain/access/grants'
import { helperOf } from '../../../cloudfunctions/_domain/access/holdings'
import { summaryOf } from '../../../cloudfunctions/_domain/people/elders/summary'
import { aMember, anAccount, anElder, anElderAccount, aRelative, DISTRICT } from '../builders'

const elder = anElder({ id: 'e-wang' })
const daughter = aRelative('o-daughter', elder)
const viewer = aRelative('o-viewer', elder, ['view'])
const herself = anElderAccount('o-wang', elder)
const clerk = aMember('o-clerk', 'clerk', 'st-one')
const volunteer = aMember('o-volunteer', 'volunteer', DISTRICT, { helperKind: 'gridWorker' })
const suspended = aMember('o-suspended', 'clerk', 'st-one', { state: 'suspended' })

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

  it('says under which name: her own, the one given among relatives, the one vetted at each place of work', () => {
    const everything = {
      ...aRelative('o-li', anElder({ id: 'e-liu' })),
      name: '小敏',
      self: { ...summaryOf(elder), name: '李敏' },
      memberships: [
        ...aMember('', 'clerk', 'st-one', { name: '李小敏' }).memberships,
        ...aMember('', 'volunteer', DISTRICT, { name: '李大敏' }).memberships,
      ],
    }
    const nameAs = (who: Parameters<typeof grantFor>[1], concern: object) =>
      grantFor(everything, who, concern)?.name
    expect(nameAs(['elder'], about)).toBe('李敏')
    expect(nameAs(['family:order'], { elderId: 'e-liu' })).toBe('小敏')
    expect(nameAs(['relative'], { elderId: 'e-liu', relative: 'o-li' })).toBe('小敏')
    expect(nameAs(['clerk'], about)).toBe('李小敏')
    expect(nameAs(['volunteer'], about)).toBe('李大敏')
    expect(nameAs(['asker'], { ...about, elderId: 'e-chen', asker: 'o-li' })).toBe('李小敏')
  })

  it('goes to a door in the role in which a visit is taken on', () => {
    const both = {
      ...clerk,
      memberships: [
        ...aMember('', 'kitchen', 'st-one', { name: '厨师李' }).memberships,
        ...aMember('', 'volunteer', DISTRICT, { name: '李敏' }).memberships,
      ],
    }
    const helper = { role: 'volunteer', name: '李敏' }
    expect(grantFor(both, ['assigned'], { ...about, helper: 'o-clerk' })).toMatchObject(helper)
    expect(helperOf(both)).toMatchObject({ name: '李敏' })
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
      const grant = { role: 'manager', relation: null, name: '某人' }
      expect(grantFor(manager, ['manager'], about)).toEqual(grant)
      expect(grantFor(manager, ['clerk'], about)).toEqual(grant)
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
