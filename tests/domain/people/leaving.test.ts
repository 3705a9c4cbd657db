import {
  leftMembership,
  leftRelation,
  withoutMember,
} from '../../../cloudfunctions/_domain/people/circle/leaving'
import { RelationRecord } from '../../../cloudfunctions/_domain/people/circle/records'
import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import { MembershipRecord } from '../../../cloudfunctions/_domain/people/staff/records'
import { aKnownElder, aMembership, aRelation, NOW } from '../builders'

const elder = aKnownElder()

describe('somebody who leaves', () => {
  it('is nameless where they stood near an elder, who keeps what she said yes to', () => {
    const evidence = { document: '法院判决', number: '2026-8', until: null }
    const relation = aRelation(elder, 'o-kin', { name: '李小敏', words: '我是女儿', evidence })
    const left = leftRelation(relation)
    expect(left).toMatchObject({
      state: 'revoked',
      name: ERASED,
      elderName: elder.name,
      granted: relation.granted,
    })
    expect(JSON.stringify(left)).not.toMatch(/李小敏|我是女儿|法院判决/)
    expect(RelationRecord.parse(left)).toEqual(left)
  })

  it('is nameless where they worked, with nothing of their papers', () => {
    const left = leftMembership(aMembership({ name: '李小敏', state: 'assignable' }), NOW)
    expect(left).toMatchObject({ state: 'ended', name: ERASED, certificates: [] })
    expect(left.steps).toMatchObject([{ act: 'end', at: NOW.toISOString(), by: { name: ERASED } }])
    expect(MembershipRecord.parse(left)).toEqual(left)
  })

  it('is in nobody’s circle', () => {
    expect(withoutMember(elder, 'o-kin').circle).toEqual([])
    expect(withoutMember(elder, 'o-else')).toBe(elder)
  })
})
