import {
  type Findings,
  verifiedParts,
  verifyElder,
} from '../../../cloudfunctions/_domain/people/elders/verifying'
import { noConsents } from '../../../cloudfunctions/_domain/people/privacy/consents'
import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { aMember, anElder, aRelative, extremelyPoor, idNumberOf, NOW, TODAY } from '../builders'

const clerk = aMember('o-clerk', 'clerk', 'st-one')
const by = { account: clerk, name: '陈刚', decided: [], now: NOW }
const held = {
  category: 'lowIncome' as const,
  from: '2025-01-01',
  to: null,
  evidence: '低保证',
  verifiedBy: '',
}
const ability = { grade: 2, assessor: '区评估中心', on: '2026-10-01' }
const stored = { sealed: 'sealed', tail: '0028', digest: 'digest' }

describe('verifyElder', () => {
  it('says who has seen the papers, and leaves what was not said', () => {
    const elder = anElder({ categories: extremelyPoor })
    expect(verifyElder(elder, {}, by)).toEqual({
      elder: { ...elder, verifiedBy: '陈刚' },
      idNumber: undefined,
    })
  })

  it('keeps who saw a paper before, and names the clerk on a new one', () => {
    const elder = anElder({ categories: extremelyPoor })
    const categories = [...extremelyPoor.map((one) => ({ ...one, verifiedBy: '谁' })), held]
    const seen = verifyElder(elder, { categories }, by).elder.categories
    expect(seen.map(({ category, verifiedBy }) => [category, verifiedBy])).toEqual([
      ['extremePoverty', '张静'],
      ['lowIncome', '陈刚'],
    ])
  })

  it('writes down the day on which all categories were gone through, and an ability that is taken away', () => {
    const { elder } = verifyElder(anElder({ askedOn: null, ability }), { isAsked: true, ability: null }, by)
    expect(elder).toMatchObject({ askedOn: TODAY, ability: null })
  })

  it.each<[string, Findings]>([
    ['categories', { categories: [] }],
    ['ability', { ability: null }],
    ['that all was asked', { isAsked: true }],
  ])('lets nobody say of their own %s', (_case, findings) => {
    const kin = { ...clerk, relations: aRelative('o-clerk', anElder(), ['view']).relations }
    expect(() => verifyElder(anElder(), findings, { ...by, account: kin })).toThrow('FORBIDDEN')
    expect(() => verifyElder(anElder(), {}, { ...by, account: kin })).not.toThrow()
  })

  it.each<[string, Findings, boolean]>([
    ['categories', { categories: [held] }, true],
    ['that all was asked', { isAsked: true }, true],
    ['an ability', { ability }, true],
    ['that there are no categories', { categories: [] }, false],
    ['that there is no ability', { ability: null }, false],
  ])('of %s needs her consent or not', (_case, findings, needs) => {
    const verify = () => verifyElder(anElder({ consents: noConsents }), findings, by)
    if (needs) expect(verify).toThrow('CONSENT_MISSING')
    else expect(verify).not.toThrow()
  })

  describe('with an identity', () => {
    const identified = (own: Partial<ElderRecord>, identity: Findings['identity']) =>
      verifyElder(anElder(own), { identity }, by)

    it('keeps of the rest what was not said', () => {
      const { elder, idNumber } = identified({}, { name: '王秀瑛' })
      expect(elder).toEqual({ ...anElder(), name: '王秀瑛', verifiedBy: '陈刚' })
      expect(idNumber).toBeUndefined()
    })

    it('reads birth date and sex off a number, which is to be kept', () => {
      const number = idNumberOf('1940-02-03', 'male')
      const { elder, idNumber } = identified({}, { idNumber: number })
      expect(elder).toMatchObject({ birthDate: '1940-02-03', sex: 'male' })
      expect(idNumber).toBe(number)
    })

    it('takes a number away, and another birth date with it', () => {
      const { elder, idNumber } = identified(
        { idNumber: stored },
        { idNumber: null, birthDate: '1940-02-03' },
      )
      expect(elder.birthDate).toBe('1940-02-03')
      expect(idNumber).toBeNull()
    })

    it('refuses another birth date beside the number that is kept', () => {
      expect(() => identified({ idNumber: stored }, { birthDate: '1940-02-03' })).toThrow('BAD_ID_NUMBER')
      expect(() => identified({}, { birthDate: '1940-02-03' })).not.toThrow()
    })
  })
})

describe('verifiedParts', () => {
  it.each<[Findings, string]>([
    [{}, ''],
    [{ identity: {} }, 'identity'],
    [{ isAsked: true }, 'categories'],
    [{ identity: {}, categories: [], ability: null }, 'identity,categories,ability'],
  ])('of %j are %s', (findings, parts) => {
    expect(verifiedParts(findings)).toBe(parts)
  })
})
