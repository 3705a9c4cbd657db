import {
  answersFor,
  concernOf,
  eldersOf,
  grantFor,
  helperOf,
  holdsAny,
  visibleElders,
} from '../../cloudfunctions/_domain/access'
import { aMember, anAccount, anElder, anElderAccount, aRelative, DISTRICT } from './builders'

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
