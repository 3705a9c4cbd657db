import { letIn } from '../../../cloudfunctions/_domain/people/circle/granting'
import type { RelationRecord } from '../../../cloudfunctions/_domain/people/circle/records'
import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import terms from '../../../cloudfunctions/_policies/people.json'
import { aMember, anElder, anElderAccount, aRelation, NOW } from '../builders'

const elder = anElder({ openid: 'o-wang' })
const paper = { how: 'paper' as const, form: '第 1 号', witness: '陈刚' }
const evidence = { document: '法院判决', number: '第 7 号', until: '2027-01-01' }
const about = { terms, now: NOW }
const herself = {
  ...about,
  account: anElderAccount('o-wang', elder),
  grant: { role: 'elder' as const, relation: null, name: '王秀英' },
}
const clerk = {
  ...about,
  account: aMember('o-clerk', 'clerk', 'st-one'),
  grant: { role: 'clerk' as const, relation: null, name: '张静' },
}
const wish = { scopes: ['view' as const], paper: undefined, evidence: null }
const asked = (own: Partial<RelationRecord> = {}) =>
  aRelation(elder, 'o-kin', { name: '李敏', state: 'asked', granted: null, ...own })

describe('letIn', () => {
  it('grants what the elder chose, by her own decision', () => {
    const after = letIn(asked(), elder, wish, herself)
    expect(after.relation).toMatchObject({ state: 'granted', scopes: ['view'], granted: { by: '王秀英' } })
    expect(after.elder.circle).toEqual(['o-kin'])
    expect(after.decision).toMatchObject({ by: '王秀英', capacity: 'elder', how: 'app' })
  })

  it('changes nothing for whoever is in for the same', () => {
    const before = asked({ state: 'granted', scopes: ['view'] })
    expect(letIn(before, elder, wish, herself)).toEqual({ relation: before, elder, decision: null })
  })

  it('lets a clerk do nothing without a paper, also where nothing changes', () => {
    const before = asked({ state: 'granted', scopes: ['view'] })
    for (const relation of [before, asked()])
      expect(() => letIn(relation, elder, wish, clerk)).toThrow('EVIDENCE_MISSING')
    expect(letIn(asked(), elder, { ...wish, paper }, clerk).decision).toMatchObject({
      by: '王秀英',
      ...paper,
    })
  })

  it('refuses one who has left for good', () => {
    expect(() => letIn(asked({ name: ERASED }), elder, wish, herself)).toThrow('WRONG_STATE')
  })

  it('refuses one who took their asking back, until they ask again', () => {
    const left = asked({ state: 'revoked', hasLeft: true })
    expect(() => letIn(left, elder, wish, herself)).toThrow('WRONG_STATE')
    expect(letIn(asked({ state: 'revoked' }), elder, wish, herself).relation.state).toBe('granted')
  })

  it('waits until she has agreed to the service', () => {
    expect(() => letIn(asked(), anElder({ state: 'pending' }), wish, herself)).toThrow('CONSENT_MISSING')
  })

  it('lets nobody into a full circle', () => {
    const circle = Array.from({ length: terms.mostInCircle }, (_, nth) => `o-${nth}`)
    expect(() => letIn(asked(), { ...elder, circle }, wish, herself)).toThrow('CIRCLE_FULL')
  })

  describe('of a guardian', () => {
    const guardian = (own: Partial<RelationRecord> = {}) => asked({ relation: 'guardian', ...own })
    const onPapers = { ...wish, paper, evidence }

    it('is the guardian’s decision, on papers, also before she has agreed', () => {
      const { relation, decision } = letIn(guardian(), anElder({ state: 'pending' }), onPapers, clerk)
      expect(relation).toMatchObject({ state: 'granted', evidence })
      expect(decision).toMatchObject({ by: '李敏', capacity: 'guardian', how: 'paper' })
    })

    it.each([
      ['without papers', { ...onPapers, evidence: null }, clerk],
      ['on papers that have ended', { ...onPapers, evidence: { ...evidence, until: '2026-11-20' } }, clerk],
      ['by the elder’s own tap', onPapers, herself],
    ])('is refused %s', (_case, letting, by) => {
      expect(() => letIn(guardian(), elder, letting, by)).toThrow(
        expect.objectContaining({ code: 'EVIDENCE_MISSING', detail: { fields: ['evidence'] } }),
      )
    })

    it('may see other things by her tap, on the papers that were seen', () => {
      const before = guardian({ state: 'granted', evidence, scopes: ['view'] })
      const { relation } = letIn(before, elder, { ...wish, scopes: ['view', 'order'] }, herself)
      expect(relation).toMatchObject({ scopes: ['view', 'order'], evidence })
    })

    it('is news with other papers, and none with the same', () => {
      const before = guardian({ state: 'granted', evidence, scopes: ['view'] })
      expect(letIn(before, elder, onPapers, clerk).relation).toBe(before)
      const longer = { ...evidence, until: '2028-01-01' }
      expect(letIn(before, elder, { ...onPapers, evidence: longer }, clerk).relation.evidence).toEqual(longer)
    })
  })

  it('keeps papers for guardians alone', () => {
    expect(letIn(asked(), elder, { ...wish, evidence }, herself).relation.evidence).toBeNull()
  })
})
