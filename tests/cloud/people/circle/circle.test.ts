import terms from '../../../../cloudfunctions/_policies/people.json'
import type { MealOrder } from '../../../../types/meals/orders'
import type { AskAtStation, Circle } from '../../../../types/people/circle'
import type { Card, Registered } from '../../../../types/people/elders'
import type { LogLine } from '../../../../types/people/privacy'
import { anInvitation, aRelation, aRelative, LUNCH, NOW, TODAY } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { ASKED, callsOf, meal, memberOf, paper, service, visit } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, find, me, ask, book, relation, messages } = callsOf(() => cloud)

describe('a care circle from ask to revoke', () => {
  it('is asked for by a daughter, granted by her mother, used, read in the log and taken back', async () => {
    expect(await ask()).toEqual({ name: '王*英', relation: 'daughter', state: 'asked' })
    expect(await me('o-wang')).toMatchObject({
      asks: [{ memberId: ASKED, name: '李敏', relation: 'daughter' }],
    })
    expect(await me('o-new')).toMatchObject({
      roles: [],
      elders: [],
      asked: [{ elderId: 'e-wang', name: '王*英', state: 'asked' }],
    })
    expect(await book('o-new', 'e-wang')).toBe('FORBIDDEN')
    expect(await cloud.stored('mealOrders')).toEqual([])

    await by('o-wang', 'grant', { memberId: ASKED, scopes: ['view', 'order'] })
    expect((await me('o-wang')).asks).toEqual([])
    expect((await me('o-new')).elders).toMatchObject([{ id: 'e-wang', scopes: ['view', 'order'] }])
    expect(await book('o-new', 'e-wang')).toBe('accepted')
    expect(await codeBy('o-new', 'log', { elderId: 'e-wang' })).toBe('FORBIDDEN')

    const lines = await by<LogLine[]>('o-wang', 'log', { elderId: 'e-wang' })
    expect(lines.map(({ action }) => action)).toEqual(['meals.book', 'people.grant', 'people.ask'])
    expect(lines[0]).toMatchObject({
      name: '李敏',
      role: 'family',
      relation: 'daughter',
      ref: 'st-one_2026-11-22_lunch_e-wang',
      isMine: false,
    })
    expect(lines[1]).toMatchObject({ isMine: true })
    expect(JSON.stringify(lines)).not.toContain('o-new')

    await by('o-wang', 'revoke', { memberId: ASKED })
    expect(await relation(ASKED)).toMatchObject({ state: 'revoked' })
    expect((await cloud.one('elders', 'e-wang'))?.circle).not.toContain('o-new')
  })

  it('is over at the relative’s very next call of every kind', async () => {
    await ask()
    await by('o-wang', 'grant', { memberId: ASKED, scopes: ['view', 'order', 'health', 'log'] })
    expect(await book('o-new', 'e-wang')).toBe('accepted')
    const calls: [`${string}.${string}`, object][] = [
      ['meals.book', { ...meal('e-wang'), setId: 'greens' }],
      ['meals.quote', meal('e-wang')],
      ['meals.mine', { elderId: 'e-wang' }],
      ['meals.cancel', { orderId: `${LUNCH}_e-wang` }],
      ['visits.request', visit('e-wang')],
      ['visits.mine', { elderId: 'e-wang' }],
      ['people.home', { elderId: 'e-wang' }],
      ['people.file', { elderId: 'e-wang' }],
      ['people.card', { elderId: 'e-wang' }],
      ['people.log', { elderId: 'e-wang' }],
      ['people.correct', { elderId: 'e-wang', changes: { room: null } }],
    ]
    await by('o-wang', 'revoke', { memberId: ASKED })
    const before = await cloud.emulator.engine.dump()
    for (const [name, input] of calls) {
      expect([name, codeOf(await cloud.as('o-new').call(name, input))]).toEqual([name, 'FORBIDDEN'])
    }
    expect(accepted(await cloud.as('o-new').call('meals.mine'))).toEqual([])
    expect(accepted(await cloud.as('o-new').call('visits.mine'))).toEqual({ visits: [], next: null })
    expect((await me('o-new')).elders).toEqual([])
    expect(await cloud.emulator.engine.dump()).toEqual(before)
  })

  it('sends a relative no news once they are out, of meals or of visits', async () => {
    const outOf = async (isRevoked: boolean) => {
      await cloud.restock(aNeighbourhood())
      await book('o-daughter', 'e-wang')
      const asked = accepted<{ id: string }>(
        await cloud.as('o-daughter').call('visits.request', visit('e-wang')),
      )
      if (isRevoked) await by('o-wang', 'revoke', { memberId: memberOf('e-wang', 'o-daughter') })
      accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: `${LUNCH}_e-wang` }))
      accepted(await cloud.as('o-volunteer').call('visits.claim', { visitId: asked.id }))
      return messages()
        .map(({ touser }) => touser)
        .filter((one) => one !== 'o-wang') // she is told who comes in any case
    }
    expect(await outOf(false)).toEqual(['o-daughter', 'o-daughter'])
    expect(await outOf(true)).toEqual([])
  })

  it('does not open again to a relative who sends an old code', async () => {
    const { code } = await by<{ code: string }>('o-wang', 'invite', {
      elderId: 'e-wang',
      for: { kind: 'family', relation: 'son', scopes: ['view'] },
    })
    await by('o-new', 'accept', { code, name: '王强' })
    await by('o-wang', 'revoke', { memberId: ASKED })
    expect(await codeBy('o-new', 'accept', { code, name: '王强' })).toBe('CODE_USED')
    expect(await relation(ASKED)).toMatchObject({ state: 'revoked' })
    expect((await me('o-new')).elders).toEqual([])
  })

  it('lets a relative leave of their own accord, and nobody else take them out', async () => {
    const memberId = memberOf('e-wang', 'o-daughter')
    expect(await codeBy('o-viewer', 'revoke', { memberId })).toBe('FORBIDDEN')
    expect(await codeBy('o-stranger', 'revoke', { memberId })).toBe('FORBIDDEN')
    expect(await codeBy('o-other-clerk', 'revoke', { memberId, paper })).toBe('FORBIDDEN')
    expect(await relation(memberId)).toMatchObject({ state: 'granted' })
    expect(await by('o-daughter', 'revoke', { memberId })).toEqual({ memberId, state: 'revoked' })
    expect(await book('o-daughter', 'e-wang')).toBe('FORBIDDEN')
  })

  it('counts what the elder narrows from the next call on', async () => {
    await by('o-wang', 'grant', { memberId: memberOf('e-wang', 'o-daughter'), scopes: ['view'] })
    expect(await book('o-daughter', 'e-wang')).toBe('FORBIDDEN')
    expect(await codeBy('o-daughter', 'file', { elderId: 'e-wang' })).toBe('accepted')
  })

  it('is taken back by whoever asked, before anybody has answered', async () => {
    await ask()
    const [waiting] = (await me('o-new')).asked
    expect(waiting).toMatchObject({ memberId: ASKED, since: expect.stringContaining(TODAY) })
    expect(await by('o-new', 'revoke', { memberId: ASKED })).toEqual({ memberId: ASKED, state: 'revoked' })
    expect((await me('o-new')).asked).toEqual([])
    expect((await me('o-wang')).asks).toEqual([])
    expect(await codeBy('o-wang', 'decline', { memberId: ASKED })).toBe('WRONG_STATE')
  })

  it('is answered like the first when taking back is repeated, whatever became of the first answer', async () => {
    await ask()
    const key = 'taking-it-back'
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => cloud.as('o-new').call('people.revoke', { memberId: ASKED, key })),
    )
    for (const input of [{ memberId: ASKED, key }, { memberId: ASKED }])
      replies.push(await cloud.as('o-new').call('people.revoke', input))
    for (const reply of replies) expect(accepted(reply)).toEqual({ memberId: ASKED, state: 'revoked' })
    expect(await codeBy('o-stranger', 'revoke', { memberId: ASKED })).toBe('FORBIDDEN')
    expect(await codeBy('o-guest', 'revoke', { memberId: ASKED })).toBe('FORBIDDEN')
  })

  it('lets nobody in who took their asking back, until they ask again', async () => {
    await ask()
    await by('o-new', 'revoke', { memberId: ASKED })
    const grant = { memberId: ASKED, scopes: ['view', 'order', 'health', 'log'] }
    for (const [openid, input] of [['o-wang', grant] as const, ['o-clerk', { ...grant, paper }] as const])
      expect(await cloud.as(openid).call('people.grant', input)).toMatchObject({
        code: 'WRONG_STATE',
        detail: { state: 'revoked', hasLeft: true },
      })
    expect((await me('o-new')).elders).toEqual([])
    expect((await by<Circle>('o-wang', 'circle', { elderId: 'e-wang' })).members).toContainEqual(
      expect.objectContaining({ id: ASKED, hasLeft: true }),
    )

    await ask()
    await by('o-wang', 'grant', { memberId: ASKED, scopes: ['view'] })
    expect((await me('o-new')).elders).toMatchObject([{ id: 'e-wang', scopes: ['view'] }])
    await by('o-wang', 'revoke', { memberId: ASKED })
    await by('o-wang', 'grant', { memberId: ASKED, scopes: ['view'] })
    expect((await relation(ASKED))?.state).toBe('granted')
  })

  it('can be asked for again the day after a no', async () => {
    await ask()
    await by('o-wang', 'decline', { memberId: ASKED })
    expect(await me('o-new')).toMatchObject({ elders: [], asked: [{ state: 'declined' }] })
    expect((await me('o-wang')).asks).toEqual([])
    expect((await ask('o-new', { words: '求您了' })).state).toBe('declined')
    expect(await me('o-wang')).toMatchObject({ asks: [], asking: 0 })
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24 * 60 * 60_000))
    expect((await ask()).state).toBe('asked')
    expect(await me('o-wang')).toMatchObject({ asks: [{ memberId: ASKED }], asking: 1 })
  })
})

describe('an elder without a phone', () => {
  const member = memberOf('e-chen', 'o-new')
  const askChen = (own: object = {}) => ask('o-new', { by: { code: chen.code }, ...own })

  it('is asked at her own station, under a masked name', async () => {
    await askChen()
    const { asks } = await by<{ asks: AskAtStation[] }>('o-other-clerk', 'asked', { stationId: 'st-two' })
    expect(asks).toMatchObject([
      { elderId: 'e-chen', elderName: '陈*国', member: { id: member, name: '李敏', state: 'asked' } },
    ])
    expect(await by('o-clerk', 'asked', { stationId: 'st-one' })).toEqual({
      asks: [],
      next: null,
      waiting: 0,
    })
    expect(await codeBy('o-clerk', 'asked', { stationId: 'st-two' })).toBe('FORBIDDEN')
  })

  it('says yes on paper, with a witness, and never by a clerk’s tap alone', async () => {
    await askChen()
    const grant = { memberId: member, scopes: ['view', 'order'] }
    for (const action of ['grant', 'revoke']) {
      const input = action === 'grant' ? grant : { memberId: member }
      expect([action, await codeBy('o-other-clerk', action, input)]).toEqual([action, 'EVIDENCE_MISSING'])
    }
    expect(await codeBy('o-clerk', 'grant', { ...grant, paper })).toBe('FORBIDDEN')
    expect(await cloud.stored('consents')).toEqual([])
    expect(await relation(member)).toMatchObject({ state: 'asked' })

    await by('o-other-clerk', 'grant', { ...grant, paper })
    expect(await cloud.stored('consents')).toMatchObject([
      {
        elderId: 'e-chen',
        purpose: 'circle',
        version: 'circle-2026-12',
        isGiven: true,
        by: '陈建国',
        capacity: 'elder',
        how: 'paper',
        form: '2026-017',
        witness: '李站长',
        actor: { role: 'clerk' },
        about: '李敏:view,order',
      },
    ])
    expect(await relation(member)).toMatchObject({ granted: { how: 'paper', witness: '李站长' } })
    expect(await by('o-other-clerk', 'asked', { stationId: 'st-two' })).toMatchObject({ asks: [] })
    expect(await book('o-new', 'e-chen')).toBe('accepted')

    expect(await codeBy('o-other-clerk', 'revoke', { memberId: member })).toBe('EVIDENCE_MISSING')
    await by('o-other-clerk', 'revoke', { memberId: member, paper: { ...paper, how: 'spoken' } })
    expect((await cloud.stored('consents')).map(({ isGiven, how }) => [isGiven, how])).toContainEqual([
      false,
      'spoken',
    ])
    expect(await book('o-new', 'e-chen')).toBe('FORBIDDEN')
  })
})

describe('people.grant for something else', () => {
  it.each([
    ['may order, and no longer look', ['order'], ['o-daughter']],
    ['may only read who did what', ['log'], []],
  ])('tells a relative who %s what becomes of a meal: as they may know it', async (_who, scopes, told) => {
    expect(await book('o-daughter', 'e-wang')).toBe('accepted')
    await by('o-wang', 'grant', { memberId: memberOf('e-wang', 'o-daughter'), scopes })
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: `${LUNCH}_e-wang` }))
    expect(messages().map(({ touser }) => touser)).toEqual(told)
  })
})

describe('circles', () => {
  it('hold twenty; the next has to wait until somebody leaves', async () => {
    const full = Array.from({ length: terms.mostInCircle }, (_, i) => `o-kin-${i}`)
    const elder = { ...wang, circle: full }
    const first = aRelation(elder, 'o-kin-0')
    const { accounts = [] } = aNeighbourhood()
    await cloud.restock(
      aNeighbourhood({
        elders: [elder, chen],
        accounts: [...accounts, aRelative('o-kin-0', elder)],
        relations: [first],
        invitations: [anInvitation()],
      }),
    )
    await ask()
    const grant = { memberId: ASKED, scopes: ['view'] }
    const invite = { elderId: 'e-wang', for: { kind: 'family', relation: 'son', scopes: ['view'] } }
    expect(await cloud.as('o-wang').call('people.grant', grant)).toMatchObject({
      code: 'CIRCLE_FULL',
      detail: { most: 20 },
    })
    expect(await codeBy('o-wang', 'invite', invite)).toBe('CIRCLE_FULL')
    expect(await codeBy('o-guest', 'accept', { code: '55550001', name: '王强' })).toBe('CIRCLE_FULL')
    expect(await cloud.one('invitations', '55550001')).toMatchObject({ usedBy: null })
    expect((await cloud.one('elders', 'e-wang'))?.circle).toEqual(full)
    expect(await cloud.stored('consents')).toEqual([])

    await by('o-wang', 'revoke', { memberId: first.id })
    await by('o-wang', 'grant', grant)
    expect((await cloud.one('elders', 'e-wang'))?.circle).toEqual([...full.slice(1), 'o-new'])
  })

  it('join many relatives to one elder, each for what she chose', async () => {
    const scopesOf = { 'o-kin-1': ['view'], 'o-kin-2': ['view', 'order'], 'o-kin-3': ['view', 'log'] }
    for (const [openid, scopes] of Object.entries(scopesOf)) {
      await ask(openid, { name: openid, relation: 'grandchild' })
      await by('o-wang', 'grant', { memberId: memberOf('e-wang', openid), scopes })
    }
    for (const [openid, scopes] of Object.entries(scopesOf)) {
      expect((await me(openid)).elders).toMatchObject([{ id: 'e-wang', scopes }])
      expect(await codeBy(openid, 'log', { elderId: 'e-wang' })).toBe(
        scopes.includes('log') ? 'accepted' : 'FORBIDDEN',
      )
    }
  })

  it('join many elders to one relative, each by herself', async () => {
    await ask('o-daughter', { by: { code: chen.code }, relation: 'neighbour' })
    expect((await me('o-daughter')).elders.map(({ id }) => id)).toEqual(['e-wang'])
    await by('o-other-clerk', 'grant', {
      memberId: memberOf('e-chen', 'o-daughter'),
      scopes: ['view', 'order'],
      paper,
    })
    expect((await me('o-daughter')).elders.map(({ id, relation: kin }) => [id, kin])).toEqual([
      ['e-wang', 'daughter'],
      ['e-chen', 'neighbour'],
    ])
    expect(await book('o-daughter', 'e-wang')).toBe('accepted')
    expect(await book('o-daughter', 'e-chen')).toBe('accepted')
    await by('o-wang', 'revoke', { memberId: memberOf('e-wang', 'o-daughter') })
    const mine = accepted<MealOrder[]>(await cloud.as('o-daughter').call('meals.mine'))
    expect(mine.map(({ elderId }) => elderId)).toEqual(['e-chen'])
  })

  it('tell a couple that shares a telephone apart', async () => {
    const register = (name: string, birthDate: string, sex: string) =>
      by<Registered>('o-clerk', 'registerAt', {
        elder: { name, birthDate, sex, building: '长江路 20 弄', living: 'couple', phone: '13800007788' },
        stationId: 'st-one',
        agreed: [service],
        paper,
        channel: 'counter',
      })
    const wife = await register('赵桂芳', '1950-02-03', 'female')
    const husband = await register('孙德福', '1948-05-06', 'male')
    expect(wife.code).not.toBe(husband.code)
    const found = await find('7788')
    expect(found.map(({ id }) => id).sort()).toEqual([wife.elderId, husband.elderId].sort())

    await ask('o-new', { by: { code: wife.code } })
    const memberId = memberOf(wife.elderId, 'o-new')
    await by('o-clerk', 'grant', { memberId, scopes: ['view', 'order'], paper })
    expect(await book('o-new', wife.elderId)).toBe('accepted')
    expect(await book('o-new', husband.elderId)).toBe('FORBIDDEN')

    const self = { elderId: wife.elderId, for: { kind: 'self' }, paper }
    const { code } = await by<Card>('o-clerk', 'invite', self)
    await by('o-shared', 'accept', { code })
    const his = await by<Card>('o-clerk', 'invite', { ...self, elderId: husband.elderId })
    expect(await codeBy('o-shared', 'accept', { code: his.code })).toBe('OWN_ELDER')
    expect(await cloud.one('elders', husband.elderId)).toMatchObject({ openid: null })
  })
})

describe('people.circle', () => {
  it('shows who asks first, then who may act, to those who decide', async () => {
    await ask()
    for (const openid of ['o-wang', 'o-clerk']) {
      const { members } = await by<Circle>(openid, 'circle', { elderId: 'e-wang' })
      expect(members[0]).toMatchObject({ id: ASKED, state: 'asked', words: '我是小敏', granted: null })
      expect(members.slice(1).map(({ state }) => state)).toEqual(['granted', 'granted', 'granted', 'granted'])
      expect(JSON.stringify(members)).not.toMatch(/o-daughter|o-new/)
    }
    for (const openid of ['o-daughter', 'o-stranger', 'o-other-clerk', 'o-volunteer', 'o-coordinator']) {
      expect(await codeBy(openid, 'circle', { elderId: 'e-wang' })).toBe('FORBIDDEN')
    }
  })
})
