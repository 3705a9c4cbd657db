import { becomeOwnPhone } from '../../../cloudfunctions/_domain/people/circle/own-phone'
import { aMember, anAccount, anElder, anElderAccount, anInvitation, aRelation, aRelative } from '../builders'

const elder = anElder()
const clerk = aMember('o-clerk', 'clerk', 'st-one')
const paper = { how: 'paper' as const, form: '第 1 号', witness: '陈刚' }
const code = anInvitation({ kind: 'self', byOpenid: 'o-clerk', paper })
const account = anAccount({ id: 'o-new', name: '' })
const around = { maker: clerk, account, former: null, asks: [] }

describe('becomeOwnPhone', () => {
  it('makes the account hers', () => {
    const own = becomeOwnPhone(elder, code, around)
    expect(own.elder).toEqual({ ...elder, openid: 'o-new' })
    expect(own.account).toMatchObject({ id: 'o-new', name: '王秀英', self: { elderId: 'e-wang' } })
    expect(own).toMatchObject({ former: null, relations: [] })
  })

  it('leaves the phone she had before to nobody', () => {
    const before = {
      ...anElderAccount('o-old', elder),
      asks: [{ memberId: 'm', name: '李敏', relation: 'son' as const }],
    }
    const { former } = becomeOwnPhone({ ...elder, openid: 'o-old' }, code, { ...around, former: before })
    expect(former).toEqual({ ...before, self: null, asks: [], name: '' })
  })

  it('leaves on it the name under which somebody acts for others or works', () => {
    const kin = { ...aRelative('o-old', anElder({ id: 'e-chen' })), name: '小英' }
    const member = aMember('o-old', 'volunteer', 'd', { name: '王志愿' })
    for (const [somebody, name] of [[kin, '小英'] as const, [member, '王志愿'] as const]) {
      const before = { ...somebody, self: anElderAccount('o-old', elder).self }
      const { former } = becomeOwnPhone({ ...elder, openid: 'o-old' }, code, { ...around, former: before })
      expect(former).toEqual({ ...before, name, self: null, asks: [] })
    }
  })

  it('brings to it what waits at her station or on the phone before, the latest first', () => {
    const atStation = aRelation(elder, 'o-1', { id: 'm-1', state: 'asked' })
    const onPhone = aRelation(elder, 'o-2', { id: 'm-2', state: 'asked', asksElder: true })
    const answered = aRelation(elder, 'o-3', { id: 'm-3', state: 'declined' })
    const own = becomeOwnPhone(elder, code, { ...around, asks: [atStation, onPhone, answered] })
    expect(own.account.asks.map(({ memberId }) => memberId)).toEqual(['m-1', 'm-2'])
    expect(own.relations).toEqual([{ ...atStation, asksElder: true }])
  })

  it.each([
    ['NOT_FOUND', 'an elder whose data are gone', { ...elder, state: 'erased' as const }, around],
    ['CODE_EXPIRED', 'a code whose maker left', elder, { ...around, maker: null }],
    ['FORBIDDEN', 'whoever made the code', elder, { ...around, account: clerk }],
    [
      'OWN_ELDER',
      'another elder',
      elder,
      { ...around, account: anElderAccount('o-liu', anElder({ id: 'e-liu' })) },
    ],
    ['FORBIDDEN', 'a relative of hers', elder, { ...around, account: aRelative('o-kin', elder) }],
  ])('refuses with %s %s', (code_, _case, whom, about) => {
    expect(() => becomeOwnPhone(whom, code, about)).toThrow(code_)
  })

  it('takes one who was her relative once, and her own phone again', () => {
    const kin = aRelative('o-kin', elder)
    const once = { ...kin, relations: kin.relations.map((one) => ({ ...one, state: 'revoked' as const })) }
    expect(becomeOwnPhone(elder, code, { ...around, account: once }).elder.openid).toBe('o-kin')
    const hers = anElderAccount('o-wang', elder)
    const again = { ...elder, openid: 'o-wang' }
    expect(becomeOwnPhone(again, code, { ...around, account: hers }).elder).toEqual(again)
  })
})
