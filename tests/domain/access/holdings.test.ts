import {
  answersFor,
  eldersOf,
  helperOf,
  visibleElders,
} from '../../../cloudfunctions/_domain/access/holdings'
import { aMember, anElder, anElderAccount, aRelative, DISTRICT } from '../builders'

const elder = anElder({ id: 'e-wang' })
const daughter = aRelative('o-daughter', elder)
const herself = anElderAccount('o-wang', elder)
const clerk = aMember('o-clerk', 'clerk', 'st-one')
const volunteer = aMember('o-volunteer', 'volunteer', DISTRICT, { helperKind: 'gridWorker' })
const suspended = aMember('o-suspended', 'clerk', 'st-one', { state: 'suspended' })

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
    expect(helperOf({ ...volunteer, name: '派出所民警李建国' }).name).toBe('某人')
    expect(helperOf(clerk).kind).toBe('staff')
    expect(() => helperOf(suspended)).toThrow('NOT_ASSIGNABLE')
  })
})

describe('eldersOf', () => {
  it.each(['view', 'order', 'health', 'log'] as const)('lets an elder %s her own', (scope) => {
    expect(eldersOf(herself, scope).map(({ elderId }) => elderId)).toEqual(['e-wang'])
  })
})
