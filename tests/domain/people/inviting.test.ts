import { newInvitation, requireInvitable } from '../../../cloudfunctions/_domain/people/circle/inviting'
import type { InvitationRecord } from '../../../cloudfunctions/_domain/people/circle/records'
import terms from '../../../cloudfunctions/_policies/people.json'
import { clerk as aClerk, aMember, anElder, anElderAccount, NOW } from '../builders'

const elder = anElder({ openid: 'o-wang' })
const paper = { how: 'paper' as const, form: '第 1 号', witness: '陈刚' }
const herself = {
  account: anElderAccount('o-wang', elder),
  grant: { role: 'elder' as const, relation: null, name: '王秀英' },
  paper: undefined,
  terms,
}
const clerk = {
  account: aMember('o-clerk', 'clerk', 'st-one'),
  grant: { role: 'clerk' as const, relation: null, name: '张静' },
  paper,
  terms,
}
const son = { kind: 'family' as const, relation: 'son' as const, scopes: ['view' as const] }
const phone = { kind: 'self' as const }
const full = Array.from({ length: terms.mostInCircle }, (_, nth) => `o-${nth}`)

describe('requireInvitable', () => {
  it('lets an elder invite a relative, and a clerk with her yes on paper', () => {
    for (const maker of [herself, clerk]) expect(() => requireInvitable(elder, son, maker)).not.toThrow()
    expect(() => requireInvitable(elder, son, { ...clerk, paper: undefined })).toThrow('EVIDENCE_MISSING')
  })

  it('binds a phone at her station alone, also before she has agreed, and however full her circle is', () => {
    expect(() => requireInvitable(elder, phone, herself)).toThrow('FORBIDDEN')
    const pending = anElder({ state: 'pending', circle: full })
    expect(() => requireInvitable(pending, phone, clerk)).not.toThrow()
  })

  it.each([
    ['whose data are gone', { state: 'erased' as const }, son, 'NOT_FOUND'],
    ['who has not agreed to the service', { state: 'pending' as const }, son, 'CONSENT_MISSING'],
    ['for a guardian', {}, { ...son, relation: 'guardian' as const }, 'EVIDENCE_MISSING'],
    ['whose circle is full', { circle: full }, son, 'CIRCLE_FULL'],
  ])('refuses a code for an elder %s', (_who, own, wanted, code) => {
    for (const maker of [herself, clerk])
      expect(() => requireInvitable(anElder(own), wanted, maker)).toThrow(code)
  })
})

describe('newInvitation', () => {
  const about = { elder, by: aClerk, body: 'digest', now: NOW }

  it('is for what was wanted, as long as its kind is good', () => {
    expect(newInvitation('55550001', { ...about, wanted: son }, herself)).toMatchObject<
      Partial<InvitationRecord>
    >({
      kind: 'family',
      from: '王奶奶',
      relation: 'son',
      scopes: ['view'],
      byOpenid: 'o-wang',
      paper: null,
      expiresAt: '2026-11-28T00:00:00.000Z',
    })
    expect(newInvitation('55550001', { ...about, wanted: phone }, clerk)).toMatchObject({
      kind: 'self',
      relation: null,
      scopes: [],
      paper,
      expiresAt: '2026-11-22T00:00:00.000Z',
    })
  })

  it('keeps no paper of whoever decides herself', () => {
    expect(newInvitation('55550001', { ...about, wanted: son }, { ...herself, paper }).paper).toBeNull()
  })
})
