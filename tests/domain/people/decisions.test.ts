import { decisionBy, tapped } from '../../../cloudfunctions/_domain/people/privacy/decisions'
import { aMember, anElder, anElderAccount, aRelative } from '../builders'

const elder = anElder()
const paper = { how: 'paper' as const, form: '第 1 号', witness: '陈刚' }
const clerk = aMember('o-clerk', 'clerk', 'st-one')
const atWork = { role: 'clerk' as const, name: '张静' }

describe('decisionBy', () => {
  it('is the elder’s own by her tap', () => {
    const hers = anElderAccount('o-wang', elder)
    expect(decisionBy(hers, { role: 'elder', name: '王秀英' }, elder, undefined)).toEqual(
      tapped('王秀英', 'elder'),
    )
  })

  it('is her guardian’s by theirs', () => {
    const guardian = aRelative('o-son', elder, ['view'], 'guardian')
    const near = { role: 'family' as const, name: '王强' }
    expect(decisionBy(guardian, near, elder, paper)).toEqual(tapped('王强', 'guardian'))
  })

  it('is hers on paper, which a clerk writes down', () => {
    const written = decisionBy(clerk, atWork, elder, paper)
    expect(written).toEqual({ by: '王秀英', capacity: 'elder', ...paper })
  })

  it('is none by a clerk’s tap alone', () => {
    expect(() => decisionBy(clerk, atWork, elder, undefined)).toThrow('EVIDENCE_MISSING')
  })

  it('is not for her own relative to write down, with or without a paper', () => {
    const kin = { ...clerk, relations: aRelative('o-clerk', elder).relations }
    for (const written of [paper, undefined])
      expect(() => decisionBy(kin, atWork, elder, written)).toThrow('NOT_YOUR_STEP')
  })
})
