import {
  isAnswered,
  isKnownAsker,
  requireAskable,
  requireRoomToAsk,
  withOneAskMore,
} from '../../../cloudfunctions/_domain/people/circle/asking'
import { anAccount, anElder, aRelation, aRelative, NOW, TODAY, TOMORROW } from '../builders'

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
    ['declined', {}, true],
    ['declined', { since: '2026-11-19T15:59:59.000Z' }, false],
    ['revoked', {}, false],
  ] as const)('of one who is %s, with %j, is %s', (state, own, answered) => {
    const scopes = [...(('scopes' in own && own.scopes) || ['view' as const, 'order' as const])]
    const since = NOW.toISOString()
    const relation = aRelation(elder, 'o-kin', { since, ...own, scopes, state })
    expect(isAnswered(relation, wish, TODAY)).toBe(answered)
  })
})

describe('requireRoomToAsk', () => {
  it('lets nobody collect elders, and counts the one who is asked once', () => {
    const account = aRelative('o-me', anElder({ id: 'e-liu' }))
    expect(() => requireRoomToAsk({ account, elderId: 'e-wang' }, 1)).toThrow(
      expect.objectContaining({ code: 'CIRCLE_FULL', detail: { most: 1 } }),
    )
    expect(() => requireRoomToAsk({ account, elderId: 'e-liu' }, 1)).not.toThrow()
    expect(() => requireRoomToAsk({ account: anAccount(), elderId: 'e-wang' }, 1)).not.toThrow()
    expect(() => requireRoomToAsk({ account: null, elderId: 'e-wang' }, 1)).not.toThrow()
  })
})

describe('withOneAskMore', () => {
  const asked = (date: string, count: number) => anElder({ asksOn: { date, count } })

  it.each([
    ['the first of all', anElder(), { date: TODAY, count: 1 }],
    ['one more', asked(TODAY, 1), { date: TODAY, count: 2 }],
    ['the first of a day', asked('2026-11-20', 2), { date: TODAY, count: 1 }],
    ['one too many', asked(TODAY, 2), null],
  ])('counts %s', (_case, elder, after) => {
    expect(withOneAskMore(elder, TODAY, 2)).toEqual(after)
  })

  it('begins anew on the next day', () => {
    expect(withOneAskMore(asked(TODAY, 2), TOMORROW, 2)).toEqual({ date: TOMORROW, count: 1 })
  })
})

describe('isKnownAsker', () => {
  const contact = { name: '李 敏', relation: 'daughter' as const, sealed: 's', masked: '138****0001' }
  const hers = anElder({ contacts: [contact] })
  const nothing = { account: null, earlier: null }
  const earlier = (own: object) => aRelation(elder, 'o-kin', own)
  const kinOf = (own: object) => {
    const account = aRelative('o-kin', anElder({ id: 'e-father' }), ['view'], 'son')
    return { ...account, relations: account.relations.map((one) => ({ ...one, ...own })) }
  }

  it.each([
    ['a contact of hers is called so', '李敏', nothing, true],
    ['nobody is', '李明', nothing, false],
    [
      'she let them in, and they went',
      '李明',
      { ...nothing, earlier: earlier({ state: 'revoked', hasLeft: true }) },
      true,
    ],
    ['she took it back', '李明', { ...nothing, earlier: earlier({ state: 'revoked' }) }, false],
    [
      'they took their asking back',
      '李明',
      { ...nothing, earlier: earlier({ state: 'revoked', hasLeft: true, granted: null }) },
      false,
    ],
    [
      'they say something else while they wait',
      '李明',
      { ...nothing, earlier: earlier({ state: 'asked', isKnown: true }) },
      true,
    ],
    ['they act for somebody who was seen', '李明', { ...nothing, account: kinOf({ isUnseen: false }) }, true],
    [
      'they act for somebody whom nobody saw',
      '李明',
      { ...nothing, account: kinOf({ isUnseen: true }) },
      false,
    ],
    ['they only ask for somebody', '李明', { ...nothing, account: kinOf({ state: 'asked' }) }, false],
  ])('%s', (_case, name, about, isKnown) => {
    expect(isKnownAsker(hers, name, about)).toBe(isKnown)
  })
})
