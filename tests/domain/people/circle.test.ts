import {
  areSameScopes,
  askAtStation,
  askRelation,
  circleMember,
  decisionIn,
  grantRelation,
  invitedRelation,
  moveRelation,
  nameOf,
  newAccount,
  requireRoomInCircle,
  requireUsable,
  withAsk,
  withMember,
  withoutAsk,
  withRelation,
} from '../../../cloudfunctions/_domain/people/circle/circle'
import terms from '../../../cloudfunctions/_policies/people.json'
import { can, type RelationAct, relationMoves, relationStates } from '../../../types/states'
import { anAccount, anElder, anInvitation, aRelation, aRelative, DISTRICT, NOW } from '../builders'

const elder = anElder({ openid: 'o-wang' })
const byElder = {
  by: '王秀英',
  capacity: 'elder' as const,
  how: 'app' as const,
  form: null,
  witness: null,
}
const asker = { elder, openid: 'o-daughter', name: '李敏', now: NOW }
const wish = { relation: 'daughter' as const, scopes: ['view' as const], words: '我是女儿' }

describe('nameOf', () => {
  it.each([
    ['the account’s', anAccount({ name: '李敏' }), '李小敏', '李敏'],
    ['the one given, where the account has none', anAccount({ name: '' }), '李敏', '李敏'],
    ['the one given, where there is no account', null, '李敏', '李敏'],
  ])('is %s', (_case, account, given, name) => {
    expect(nameOf(account, given)).toBe(name)
  })

  it('has to be given once', () => {
    expect(() => nameOf(null, undefined)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', detail: { fields: ['name'] } }),
    )
    expect(() => nameOf(anAccount({ name: '' }), '')).toThrow('BAD_INPUT')
  })
})

describe('newAccount', () => {
  it('may do nothing yet', () => {
    expect(newAccount('o-new', '李敏', { district: DISTRICT, invented: true })).toEqual(
      anAccount({ id: 'o-new', name: '李敏' }),
    )
  })
})

describe('askRelation', () => {
  it('grants nothing', () => {
    expect(askRelation('e-wang_p', wish, asker)).toMatchObject({
      state: 'asked',
      scopes: ['view'],
      words: '我是女儿',
      granted: null,
      evidence: null,
      since: NOW.toISOString(),
    })
  })

  it.each([
    ['an elder with a phone of her own', 'o-wang', true],
    ['an elder without one', null, false],
  ])('goes to %s or to her station', (_case, openid, asksElder) => {
    const asked = askRelation('e-wang_p', wish, { ...asker, elder: anElder({ openid }) })
    expect(asked).toMatchObject({ asksElder, stationId: 'st-one' })
  })
})

describe('moveRelation', () => {
  const acts = Object.keys(relationMoves) as RelationAct[]
  const pairs = relationStates.flatMap((state) => acts.map((act) => ({ state, act })))

  it.each(pairs)('$act from $state', ({ state, act }) => {
    const record = aRelation(elder, 'o-daughter', { state })
    if (can(state, act, relationMoves))
      expect(moveRelation(record, act)).toEqual({ ...record, state: relationMoves[act].to })
    else expect(() => moveRelation(record, act)).toThrow('WRONG_STATE')
  })
})

describe('grantRelation', () => {
  it('writes down who let them in, in which capacity, how and when', () => {
    const asked = aRelation(elder, 'o-daughter', { state: 'asked', granted: null, scopes: ['view'] })
    const decision = { ...byElder, how: 'paper' as const, form: '第 1 号', witness: '陈刚' }
    expect(grantRelation(asked, ['view', 'health'], { decision, evidence: null, now: NOW })).toEqual({
      ...asked,
      state: 'granted',
      scopes: ['view', 'health'],
      since: NOW.toISOString(),
      granted: { by: '王秀英', capacity: 'elder', how: 'paper', witness: '陈刚', at: NOW.toISOString() },
    })
  })

  it.each(relationStates)('lets in, or in for something else, whoever is %s', (state) => {
    const record = aRelation(elder, 'o-daughter', { state, scopes: ['view', 'order'] })
    const granted = grantRelation(record, ['log'], { decision: byElder, evidence: null, now: NOW })
    expect(granted).toMatchObject({ state: 'granted', scopes: ['log'] })
  })

  it('keeps what shows that somebody is a guardian', () => {
    const evidence = { document: '法院判决', number: '第 7 号', until: null }
    const asked = aRelation(elder, 'o-son', { relation: 'guardian', state: 'asked' })
    expect(grantRelation(asked, ['view'], { decision: byElder, evidence, now: NOW }).evidence).toEqual(
      evidence,
    )
  })
})

describe('invitedRelation', () => {
  it('carries the yes of the elder who made the code, for what she chose', () => {
    const invitation = anInvitation({ relation: 'daughter', scopes: ['view', 'log'] })
    const about = { ...asker, decision: byElder }
    expect(invitedRelation('e-wang_p', invitation, about)).toMatchObject({
      relation: 'daughter',
      state: 'granted',
      scopes: ['view', 'log'],
      openid: 'o-daughter',
      granted: { by: '王秀英', capacity: 'elder', how: 'invitation', witness: null },
      evidence: null,
    })
  })

  it('never makes a guardian of one whose relation is not said', () => {
    const about = { ...asker, decision: byElder }
    expect(invitedRelation('e-wang_p', anInvitation({ relation: null }), about).relation).toBe('relative')
  })
})

describe('areSameScopes', () => {
  it.each([
    [['view', 'order'], ['order', 'view'], true],
    [[], [], true],
    [['view'], ['view', 'order'], false],
    [['view', 'order'], ['view'], false],
    [['view'], ['log'], false],
  ] as const)('of %j and %j is %s', (a, b, same) => {
    expect(areSameScopes(a, b)).toBe(same)
  })
})

describe('withRelation', () => {
  const both = {
    ...aRelative('o-daughter', elder),
    relations: [...aRelative('x', anElder({ id: 'e-liu' })).relations, ...aRelative('x', elder).relations],
  }

  it.each(relationStates)(
    'says in the account at once that they are %s, and leaves other elders',
    (state) => {
      const record = aRelation(elder, 'o-daughter', { state, scopes: ['health'] })
      const { relations } = withRelation(both, record, elder)
      expect(relations.map(({ elderId, state: said, scopes }) => [elderId, said, scopes])).toEqual([
        ['e-liu', 'granted', ['view', 'order']],
        ['e-wang', state, ['health']],
      ])
    },
  )
})

describe('withMember', () => {
  const circle = (length: number) => Array.from({ length }, (_, nth) => `o-${nth}`)
  const most = terms.mostInCircle

  it('lets the last one in, and nobody beyond', () => {
    expect(withMember(anElder({ circle: circle(most - 1) }), 'o-new', terms).circle).toHaveLength(most)
    expect(() => withMember(anElder({ circle: circle(most) }), 'o-new', terms)).toThrow(
      expect.objectContaining({ code: 'CIRCLE_FULL', detail: { most } }),
    )
  })

  it('lets somebody who is in it stay, however full it is', () => {
    const full = anElder({ circle: circle(most) })
    expect(withMember(full, 'o-0', terms)).toBe(full)
  })
})

describe('requireRoomInCircle', () => {
  it.each([
    [terms.mostInCircle - 1, false],
    [terms.mostInCircle, true],
  ])('of %i who may act for her already is %s', (length, isFull) => {
    const circle = Array.from({ length }, (_, nth) => `o-${nth}`)
    const ask = () => requireRoomInCircle({ circle }, terms)
    if (isFull) expect(ask).toThrow(expect.objectContaining({ code: 'CIRCLE_FULL' }))
    else expect(ask).not.toThrow()
  })
})

describe('withAsk', () => {
  const ask = (nth: number) => aRelation(elder, `o-${nth}`, { id: `e-wang_${nth}`, state: 'asked' })
  const ids = (nths: number[]) => nths.map((nth) => `e-wang_${nth}`)
  const asked = (nths: number[]) => nths.reduce((account, nth) => withAsk(account, ask(nth)), anAccount())

  it('puts who waits longest first, each once', () => {
    expect(asked([1, 2, 3, 2]).asks.map(({ memberId }) => memberId)).toEqual(ids([1, 3, 2]))
  })

  it('keeps the first hundred; more wait in her circle', () => {
    const account = asked(Array.from({ length: 101 }, (_, nth) => nth))
    expect(account.asks.map(({ memberId }) => memberId)).toEqual(
      ids(Array.from({ length: 100 }, (_, nth) => nth)),
    )
  })

  it('puts known ones first, also where a hundred strangers wait, and says that there are more', () => {
    const many = asked(Array.from({ length: 100 }, (_, nth) => nth))
    expect(many.hasMoreAsks).toBeUndefined()
    const account = withAsk(many, { ...ask(200), isKnown: true })
    expect(account.asks.map(({ memberId }) => memberId)).toEqual(
      ids([200, ...Array.from({ length: 99 }, (_, nth) => nth)]),
    )
    expect(account.hasMoreAsks).toBe(true)
  })

  it('is gone once it is answered', () => {
    expect(withoutAsk(asked([1, 2]), 'e-wang_2').asks.map(({ memberId }) => memberId)).toEqual(ids([1]))
    expect(withoutAsk(asked([1]), 'e-wang_9').asks).toHaveLength(1)
  })
})

describe('circleMember', () => {
  it('tells nothing of the account, and no paper’s number', () => {
    const evidence = { document: '法院判决', number: '第 7 号', until: null }
    const member = circleMember(aRelation(elder, 'o-marked', { evidence, name: '李敏' }))
    expect(member).toMatchObject({ name: '李敏', relation: 'daughter', scopes: ['view', 'order'] })
    expect(JSON.stringify(member)).not.toMatch(/o-marked|第 7 号|长江路/)
  })
})

describe('askAtStation', () => {
  it('shows the elder’s name masked', () => {
    const shown = askAtStation(aRelation(elder, 'o-marked', { state: 'asked' }), null)
    expect(shown).toMatchObject({ elderName: '王*英', building: '长江路 18 弄 2 号' })
    expect(JSON.stringify({ ...shown, member: { ...shown.member, granted: null } })).not.toMatch(
      /王秀英|o-marked/,
    )
  })
})

describe('askAtStation of an elder who moved', () => {
  it('says where she lives and what she is called now', () => {
    const moved = { ...elder, name: '王秀瑛', building: '枫桥弄 7 号' }
    const shown = askAtStation(aRelation(elder, 'o-marked', { state: 'asked' }), moved)
    expect(shown).toMatchObject({ elderName: '王*瑛', building: '枫桥弄 7 号' })
  })
})

describe('requireUsable', () => {
  const expiresAt = '2026-11-21T00:00:00.000Z'
  const at = (ms: number) => new Date(Date.parse(expiresAt) + ms)

  it.each([
    ['a millisecond before it expires', null, at(-1), null],
    ['at the instant at which it expires', null, at(0), 'CODE_EXPIRED'],
    ['after it has expired', null, at(1), 'CODE_EXPIRED'],
    ['used by the caller', 'o-me', at(-1), null],
    ['used by the caller, and expired since', 'o-me', at(1), null],
    ['used by another', 'o-other', at(-1), 'CODE_USED'],
    ['used by another, and expired since', 'o-other', at(1), 'CODE_USED'],
  ])('%s', (_case, usedBy, now, code) => {
    const use = () => requireUsable(anInvitation({ usedBy, expiresAt }), 'o-me', now)
    if (code) expect(use).toThrow(code)
    else expect(use).not.toThrow()
  })
})

describe('decisionIn', () => {
  it('is the elder’s own where she made the code', () => {
    expect(decisionIn(anInvitation(), elder)).toEqual(byElder)
  })

  it('is the guardian’s where a guardian did', () => {
    const by = {
      name: '李强',
      role: 'family' as const,
      relation: 'guardian' as const,
      channel: 'app' as const,
    }
    expect(decisionIn(anInvitation({ by }), elder)).toMatchObject({
      by: '李强',
      capacity: 'guardian',
      how: 'app',
    })
  })

  it('is hers on paper where a clerk wrote it down, and never the clerk’s', () => {
    const by = { name: '张静', role: 'clerk' as const, relation: null, channel: 'app' as const }
    const paper = { how: 'paper' as const, form: '第 3 号', witness: '陈刚' }
    expect(decisionIn(anInvitation({ by, paper }), elder)).toEqual({
      by: '王秀英',
      capacity: 'elder',
      how: 'paper',
      form: '第 3 号',
      witness: '陈刚',
    })
  })
})
