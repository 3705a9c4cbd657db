import {
  isAnswered,
  requireAskable,
  requireRoomToAsk,
} from '../../../cloudfunctions/_domain/people/circle/asking'
import { anAccount, anElder, aRelation, aRelative } from '../builders'

const elder = anElder({ openid: 'o-wang' })

describe('requireAskable', () => {
  it('knows nobody whose data are gone, and is for others', () => {
    expect(() => requireAskable(anElder({ state: 'erased' }), 'o-kin')).toThrow('NOT_FOUND_BY_THIS')
    expect(() => requireAskable(elder, 'o-wang')).toThrow('OWN_ELDER')
    expect(() => requireAskable(elder, 'o-kin')).not.toThrow()
    expect(() => requireAskable(anElder({ state: 'pending' }), 'o-kin')).not.toThrow()
  })
})

describe('isAnswered', () => {
  const wish = { relation: 'daughter' as const, scopes: ['order' as const, 'view' as const] }

  it.each([
    ['asked', {}, true],
    ['asked', { relation: 'son' as const }, false],
    ['asked', { scopes: ['view' as const] }, false],
    ['granted', { scopes: ['view' as const] }, true],
    ['declined', {}, false],
    ['revoked', {}, false],
  ] as const)('of one who is %s, with %j, is %s', (state, own, answered) => {
    const scopes = [...(('scopes' in own && own.scopes) || ['view' as const, 'order' as const])]
    expect(isAnswered(aRelation(elder, 'o-kin', { ...own, scopes, state }), wish)).toBe(answered)
  })
})

describe('requireRoomToAsk', () => {
  const asking = (...openids: string[]) =>
    openids.map((openid) => aRelation(elder, openid, { state: 'asked' }))
  const caller = { account: anAccount(), openid: 'o-me', elderId: 'e-wang' }

  it('lets so many ask one elder, and whoever asks already ask again', () => {
    expect(() => requireRoomToAsk(caller, asking('o-1'), 2)).not.toThrow()
    expect(() => requireRoomToAsk(caller, asking('o-1', 'o-2'), 2)).toThrow(
      expect.objectContaining({ code: 'CIRCLE_FULL', detail: { most: 2 } }),
    )
    expect(() => requireRoomToAsk(caller, asking('o-1', 'o-me'), 2)).not.toThrow()
  })

  it('lets nobody collect elders, and counts the one who is asked once', () => {
    const one = aRelative('o-me', anElder({ id: 'e-liu' }))
    expect(() => requireRoomToAsk({ ...caller, account: one }, [], 1)).toThrow('CIRCLE_FULL')
    expect(() => requireRoomToAsk({ ...caller, account: one, elderId: 'e-liu' }, [], 1)).not.toThrow()
    expect(() => requireRoomToAsk({ ...caller, account: null }, [], 1)).not.toThrow()
  })
})
