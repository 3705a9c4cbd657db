import { runCareCase } from '../../../../cloudfunctions/_domain/policies/cases/care'
import { careFaults } from '../../../../cloudfunctions/_domain/policies/checks/care'
import cases from '../../../../cloudfunctions/_policies/care/high-tech-2021.cases.json'
import written from '../../../../cloudfunctions/_policies/care/high-tech-2021.json'
import { CarePolicy } from '../../../../types/policies/care'
import { CareCase } from '../../../../types/policies/care-cases'

const policy = CarePolicy.parse(written)

describe('the high-tech zone of 2021', () => {
  it('has six groups, six classes and 12 + 16 + 2 items', () => {
    expect(Object.keys(policy.groups)).toHaveLength(6)
    expect(Object.keys(policy.classes)).toHaveLength(6)
    const count = (kind: string) => policy.catalogue.filter((item) => item.kind === kind).length
    expect([count('regular'), count('appointment'), count('monthly')]).toEqual([12, 16, 2])
  })

  it('has no faults', () => {
    expect(careFaults(policy)).toEqual([])
  })

  it.each(cases.cases.map((one) => CareCase.parse(one)).map((one) => [one.id, one.note, one] as const))(
    '%s: %s',
    (_id, _note, one) => {
      expect(runCareCase(policy, one)).toEqual(shown(one.expect))
    },
  )

  it('tells a case with a wrong expectation from a right one', () => {
    const one = CareCase.parse(cases.cases[0])
    const wrong = { ...one, expect: { ...one.expect, paid: 16001 } }
    expect(runCareCase(policy, wrong)).not.toEqual(shown(wrong.expect))
  })
})

/** Without the keys that zod leaves undefined. */
const shown = (expected: object): unknown => JSON.parse(JSON.stringify(expected))
