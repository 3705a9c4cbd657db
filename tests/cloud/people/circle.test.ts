import terms from '../../../cloudfunctions/_policies/people.json'
import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../types/ids'
import type { MealOrder } from '../../../types/meals/orders'
import type { FoundElder, Me } from '../../../types/people'
import type { AskAtStation, Asked, Circle, Offer } from '../../../types/people/circle'
import type { Card, Registered } from '../../../types/people/elders'
import type { LogLine } from '../../../types/people/privacy'
import {
  anElderAccount,
  anInvitation,
  aRelation,
  aRelative,
  idNumberOf,
  LUNCH,
  NOW,
} from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { seededGate } from '../seeded-gate'

const HOUR = 60 * 60_000
const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1)
const paper = { how: 'paper', form: '2026-017', witness: '李站长' }
const service = { purpose: 'service', version: 'service-2026-11' }
const evidence = { document: '法院判决', number: '民特 17 号', until: null }
const meal = (elderId: string) => ({ sittingId: LUNCH, elderId, mode: 'dineIn', setId: 'fish' })
const visit = (elderId: string) => ({ elderId, urgency: 'hard', reason: '买药', when: 'today' })
const wish = { relation: 'daughter', scopes: ['view', 'order', 'log'], words: '我是小敏', name: '李敏' }
const memberOf = (elderId: string, openid: string) => relationId(elderId, personOf(openid))
const ASKED = memberOf('e-wang', 'o-new')
const later = (ms: number, from: Date | string = NOW) => new Date(new Date(from).getTime() + ms)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const by = async <T = Record<string, unknown>>(openid: string, action: string, input: object = {}) =>
  accepted<T>(await cloud.as(openid).call(`people.${action}`, input))
const find = async (text: string) =>
  (await by<{ elders: FoundElder[] }>('o-clerk', 'find', { stationId: 'st-one', text })).elders
const codeBy = async (openid: string, action: string, input: object = {}) =>
  codeOf(await cloud.as(openid).call(`people.${action}`, input))
const me = (openid: string) => by<Me>(openid, 'me')
const ask = (openid = 'o-new', own: object = {}) =>
  by<Asked>(openid, 'ask', { by: { code: wang.code }, ...wish, ...own })
const book = async (openid: string, elderId: string) =>
  codeOf(await cloud.as(openid).call('meals.book', meal(elderId)))
const relation = (id: string) => cloud.one('relations', id)
const messages = () => cloud.emulator.gateway.outbox.messages()

/** Everybody calls at once; the seed decides whose request goes through when. */
async function race(seed: number, openids: string[], call: (openid: string) => Promise<string>) {
  const { invocations } = cloud.emulator.runnerParts
  const schedule = seededGate(seed, openids.length, (token) => invocations.callerOf(token)?.openid ?? '')
  cloud.emulator.gateway.setGate(schedule.gate)
  const codes = await Promise.all(
    openids.map(async (openid) => {
      const code = await call(openid)
      schedule.finished()
      return code
    }),
  )
  cloud.emulator.gateway.setGate(undefined)
  return codes
}

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

  it('can be asked for again after a no', async () => {
    await ask()
    await by('o-wang', 'decline', { memberId: ASKED })
    expect(await me('o-new')).toMatchObject({ elders: [], asked: [{ state: 'declined' }] })
    expect((await me('o-wang')).asks).toEqual([])
    expect((await ask()).state).toBe('asked')
    expect((await me('o-wang')).asks).toHaveLength(1)
  })
})

describe('people.ask', () => {
  const ID_NUMBER = idNumberOf('1950-02-03', 'female')
  const registered = () =>
    by<Registered>('o-clerk', 'registerAt', {
      elder: { name: '赵桂芳', idNumber: ID_NUMBER, building: '长江路 20 弄 1 号', living: 'couple' },
      stationId: 'st-one',
      agreed: [service],
      paper,
      channel: 'counter',
    })

  it('finds an elder by her id number and name, however the number is written', async () => {
    const { elderId } = await registered()
    const spaced = `${ID_NUMBER.slice(0, 6)} ${ID_NUMBER.slice(6)}`
    const asked = await ask('o-new', { by: { idNumber: spaced, elderName: '赵桂芳' } })
    expect(asked).toMatchObject({ name: '赵*芳', state: 'asked' })
    expect(await relation(memberOf(elderId, 'o-new'))).toMatchObject({ state: 'asked', granted: null })
  })

  it('answers whatever is wrong in the same words, and stores nothing', async () => {
    const { code } = await registered()
    await by('o-clerk', 'renewCard', {
      elderId: (await find('赵'))[0]?.id,
      code,
    })
    const before = await cloud.stored('relations')
    const wrong = [
      { code: '99999999' },
      { code },
      { idNumber: ID_NUMBER, elderName: '赵桂花' },
      { idNumber: idNumberOf('1950-02-03', 'male'), elderName: '赵桂芳' },
      { idNumber: idNumberOf('1951-02-03', 'female'), elderName: '赵桂芳' },
      { idNumber: '123', elderName: '赵桂芳' },
    ]
    const replies = []
    for (const found of wrong) {
      const reply = await cloud.as('o-new').call('people.ask', { by: found, ...wish })
      replies.push({ ...reply, requestId: '' })
    }
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]).toEqual({ ok: false, code: 'NOT_FOUND_BY_THIS', requestId: '' })
    expect(await cloud.stored('relations')).toEqual(before)
    expect(await cloud.one('accounts', 'o-new')).toBeUndefined()
  })

  it('refuses the eleventh try in an hour, also with the right code, and hears again after it', async () => {
    const wrong = { by: { code: '99999999' }, ...wish }
    for (let nth = 0; nth < terms.triesPerHour; nth++) {
      expect(await codeBy('o-new', 'ask', wrong)).toBe('NOT_FOUND_BY_THIS')
    }
    const reply = await cloud.as('o-new').call('people.ask', { by: { code: wang.code }, ...wish })
    expect(reply).toMatchObject({
      code: 'TOO_MANY_TRIES',
      detail: { until: expect.stringMatching(/^2026-11-21T01:00:0/) },
    })
    expect(await relation(ASKED)).toBeUndefined()
    expect((await ask('o-second')).state).toBe('asked')

    cloud.emulator.clock.set(later(HOUR - 5_000))
    expect(await codeBy('o-new', 'ask', wrong)).toBe('TOO_MANY_TRIES')
    cloud.emulator.clock.set(later(HOUR + 60_000))
    expect((await ask()).state).toBe('asked')
  })

  it('counts tries at cards, codes and id numbers together', async () => {
    const elder = { name: '赵桂芳', idNumber: ID_NUMBER, building: '长江路 20 弄', living: 'couple' }
    const self = { elder: { ...elder, idNumber: '123' }, stationId: 'st-one', agreed: [service] }
    const tries: [string, object][] = [
      ['ask', { by: { code: '99999999' }, ...wish }],
      ['invitation', { code: '99999999' }],
      ['accept', { code: '99999999', name: '李敏' }],
      ['registerSelf', self],
      ['registerKin', { elder: self.elder, stationId: 'st-one', relation: 'son', name: '李强' }],
    ]
    for (const [action, input] of [...tries, ...tries]) {
      expect(await codeBy('o-new', action, input)).toMatch(/^(NOT_FOUND_BY_THIS|BAD_ID_NUMBER)$/)
    }
    for (const [action, input] of tries) expect(await codeBy('o-new', action, input)).toBe('TOO_MANY_TRIES')
  })

  it('looks at ten of a hundred guesses that are sent at once', async () => {
    const guesses = Array.from({ length: 100 }, (_, i) =>
      codeBy('o-new', 'ask', { by: { code: String(90_000_000 + i) }, ...wish }),
    )
    const codes = await Promise.all(guesses)
    const looked = codes.filter((code) => code === 'NOT_FOUND_BY_THIS').length
    expect(looked).toBeLessThanOrEqual(terms.triesPerHour)
    expect(looked).toBeGreaterThan(0)
    expect(codes.filter((code) => !/^(NOT_FOUND_BY_THIS|TOO_MANY_TRIES|BUSY)$/.test(code))).toEqual([])
    const [tries] = await cloud.stored('tries')
    expect(tries?.count).toBeGreaterThanOrEqual(looked)
    expect(tries?.count).toBeLessThanOrEqual(terms.triesPerHour)
  })

  it('is not for one’s own card', async () => {
    expect(await codeBy('o-wang', 'ask', { by: { code: wang.code }, ...wish })).toBe('OWN_ELDER')
  })

  it('changes nothing for somebody who is in already', async () => {
    const more = { scopes: ['view', 'order', 'health', 'log'], relation: 'guardian' }
    expect(await ask('o-daughter', more)).toMatchObject({ relation: 'daughter', state: 'granted' })
    expect(await relation(memberOf('e-wang', 'o-daughter'))).toEqual(aRelation(wang, 'o-daughter'))
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
    for (const action of ['grant', 'decline', 'revoke']) {
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
        version: 'circle-2026-11',
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

describe('a guardian', () => {
  const scopes = ['view', 'order', 'health', 'log']
  const askAsGuardian = (elder: { code: string } = wang) =>
    ask('o-new', { by: { code: elder.code }, relation: 'guardian', scopes })

  it('is let in by nobody without the papers, nor by the elder herself with them', async () => {
    await askAsGuardian()
    const grant = { memberId: ASKED, scopes }
    const refused: [string, object][] = [
      ['o-wang', grant],
      ['o-wang', { ...grant, evidence }],
      ['o-clerk', { ...grant, paper }],
      ['o-clerk', { ...grant, evidence }],
      ['o-clerk', { ...grant, paper, evidence: { ...evidence, until: '2026-11-20' } }],
    ]
    for (const [openid, input] of refused) {
      expect(await codeBy(openid, 'grant', input)).toBe('EVIDENCE_MISSING')
    }
    const forGuardian = { elderId: 'e-wang', for: { kind: 'family', relation: 'guardian', scopes } }
    expect(await codeBy('o-wang', 'invite', forGuardian)).toBe('EVIDENCE_MISSING')
    expect(await relation(ASKED)).toMatchObject({ state: 'asked', evidence: null })
    expect(await cloud.stored('consents')).toEqual([])
    expect((await me('o-new')).elders).toEqual([])
  })

  it('decides for the elder once the station has seen the papers; a daughter does not', async () => {
    await askAsGuardian()
    await by('o-clerk', 'grant', {
      memberId: ASKED,
      scopes,
      paper,
      evidence: { ...evidence, until: '2026-11-21' },
    })
    expect(await relation(ASKED)).toMatchObject({ evidence: { number: '民特 17 号' } })

    await ask('o-second', { relation: 'son', scopes: ['view'], name: '王强' })
    const grant = { memberId: memberOf('e-wang', 'o-second'), scopes: ['view'] }
    expect(await codeBy('o-daughter', 'grant', grant)).toBe('FORBIDDEN')
    expect(await codeBy('o-daughter', 'circle', { elderId: 'e-wang' })).toBe('FORBIDDEN')
    expect(await relation(grant.memberId)).toMatchObject({ state: 'asked' })

    const circle = await by<Circle>('o-new', 'grant', grant)
    expect(circle.members.find(({ id }) => id === grant.memberId)).toMatchObject({
      state: 'granted',
      granted: { by: '李敏', capacity: 'guardian', how: 'app' },
    })
    expect(JSON.stringify(circle)).not.toContain('民特')
    expect(await cloud.stored('consents')).toContainEqual(
      expect.objectContaining({ by: '李敏', capacity: 'guardian', about: '某人:view' }),
    )
  })

  it('decides until the day on which the papers end, and again with new ones', async () => {
    await askAsGuardian()
    const grant = { memberId: ASKED, scopes, paper }
    await by('o-clerk', 'grant', { ...grant, evidence: { ...evidence, until: '2026-11-22' } })
    cloud.emulator.clock.set(new Date('2026-11-22T15:59:00Z'))
    expect(await codeBy('o-new', 'circle', { elderId: 'e-wang' })).toBe('accepted')
    cloud.emulator.clock.set(new Date('2026-11-22T16:00:00Z'))
    expect(await codeBy('o-new', 'circle', { elderId: 'e-wang' })).toBe('FORBIDDEN')
    expect(await codeBy('o-new', 'file', { elderId: 'e-wang' })).toBe('FORBIDDEN')
    await by('o-clerk', 'grant', { ...grant, evidence: { ...evidence, until: '2027-11-22' } })
    expect(await codeBy('o-new', 'circle', { elderId: 'e-wang' })).toBe('accepted')
  })

  it('is no guardian any more once revoked, and needs the papers again', async () => {
    const memberId = memberOf('e-chen', 'o-guardian')
    await by('o-other-clerk', 'revoke', { memberId, paper })
    expect(await codeBy('o-guardian', 'circle', { elderId: 'e-chen' })).toBe('FORBIDDEN')
    const grant = { memberId, scopes, paper }
    expect(await codeBy('o-other-clerk', 'grant', grant)).toBe('EVIDENCE_MISSING')
    expect(await codeBy('o-other-clerk', 'grant', { ...grant, evidence })).toBe('accepted')
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

describe('people.invite and people.accept', () => {
  const forSon = {
    elderId: 'e-wang',
    for: { kind: 'family', relation: 'son', scopes: ['view', 'order'] },
  }
  const invite = (openid = 'o-wang', input: object = forSon) =>
    by<{ code: string; expiresAt: string }>(openid, 'invite', input)

  it('let one person in for what the elder chose, and write down that it was her yes', async () => {
    const { code } = await invite()
    expect(await by<Offer>('o-new', 'invitation', { code })).toMatchObject({
      kind: 'family',
      from: '王奶奶',
      relation: 'son',
      scopes: ['view', 'order'],
    })
    await by('o-new', 'accept', { code, name: '王强' })
    expect(await relation(ASKED)).toMatchObject({
      name: '王强',
      state: 'granted',
      scopes: ['view', 'order'],
      granted: { by: '王秀英', capacity: 'elder', how: 'invitation' },
    })
    expect(await cloud.stored('consents')).toMatchObject([{ purpose: 'circle', how: 'invitation' }])
    expect(await book('o-new', 'e-wang')).toBe('accepted')
    expect((await by<Circle>('o-wang', 'circle', { elderId: 'e-wang' })).invitations).toEqual([])
  })

  it('work once', async () => {
    const { code } = await invite()
    await by('o-new', 'accept', { code, name: '王强' })
    for (const action of ['invitation', 'accept']) {
      expect(await codeBy('o-second', action, { code, ...(action === 'accept' && { name: '王刚' }) })).toBe(
        'CODE_USED',
      )
    }
    expect(await relation(memberOf('e-wang', 'o-second'))).toBeUndefined()
  })

  it.each([
    ['still work a minute before they expire', -60_000, 'accepted'],
    ['are over at the instant at which they expire', 0, 'CODE_EXPIRED'],
  ])('%s', async (_case, ms, code) => {
    const made = await invite()
    expect(made.expiresAt).toMatch(/^2026-11-28T00:00:/)
    cloud.emulator.clock.set(later(ms, made.expiresAt))
    expect(await codeBy('o-new', 'accept', { code: made.code, name: '王强' })).toBe(code)
    expect((await relation(ASKED))?.state).toBe(code === 'accepted' ? 'granted' : undefined)
  })

  it('let one of two in who race for a code', async () => {
    const outcomes = new Set<string>()
    for (const seed of SEEDS) {
      await cloud.restock(aNeighbourhood({ invitations: [anInvitation()] }))
      const codes = await race(seed, ['o-new', 'o-guest'], (openid) =>
        codeBy(openid, 'accept', { code: '55550001', name: '王强' }),
      )
      expect({ seed, codes: [...codes].sort() }).toEqual({ seed, codes: ['CODE_USED', 'accepted'] })
      const winner = codes[0] === 'accepted' ? 'o-new' : 'o-guest'
      outcomes.add(winner)
      expect((await cloud.one('elders', 'e-wang'))?.circle).toEqual([...wang.circle, winner])
      expect(await cloud.stored('relations')).toHaveLength(7)
      expect(await cloud.one('invitations', '55550001')).toMatchObject({ usedBy: winner })
    }
    expect([...outcomes].sort()).toEqual(['o-guest', 'o-new'])
  })

  it('are made on paper by a clerk, never by a relative', async () => {
    expect(await codeBy('o-clerk', 'invite', forSon)).toBe('EVIDENCE_MISSING')
    expect(await codeBy('o-daughter', 'invite', forSon)).toBe('FORBIDDEN')
    expect(await cloud.stored('invitations')).toEqual([])
    const { code } = await invite('o-clerk', { ...forSon, paper })
    await by('o-new', 'accept', { code, name: '王强' })
    expect(await relation(ASKED)).toMatchObject({ granted: { by: '王秀英', witness: '李站长' } })
  })

  it('are worth nothing once their maker no longer decides', async () => {
    const memberId = memberOf('e-chen', 'o-guardian')
    const ofGuardian = await invite('o-guardian', { ...forSon, elderId: 'e-chen' })
    await by('o-other-clerk', 'revoke', { memberId, paper })
    const ofLostPhone = await invite()
    const binding = await invite('o-clerk', { elderId: 'e-wang', for: { kind: 'self' }, paper })
    await by('o-own', 'accept', { code: binding.code })
    for (const { code } of [ofGuardian, ofLostPhone]) {
      expect(await codeBy('o-new', 'accept', { code, name: '王强' })).toBe('CODE_EXPIRED')
      expect(await cloud.one('invitations', code)).toMatchObject({ usedBy: null })
    }
    expect((await me('o-new')).elders).toEqual([])
    const fresh = await invite('o-own')
    expect(await codeBy('o-new', 'accept', { code: fresh.code, name: '王强' })).toBe('accepted')
  })

  it('are worth nothing once they are taken back, which a used one cannot be', async () => {
    const { code } = await invite()
    const after = await by<{ invitations: unknown[] }>('o-wang', 'uninvite', { elderId: 'e-wang', code })
    expect(after.invitations).toEqual([])
    expect(await codeBy('o-new', 'accept', { code, name: '王强' })).toBe('CODE_EXPIRED')
    const fresh = await invite()
    expect(fresh.code).not.toBe(code)
    await by('o-new', 'accept', { code: fresh.code, name: '王强' })
    expect(await codeBy('o-wang', 'uninvite', { elderId: 'e-wang', code: fresh.code })).toBe('CODE_USED')
    expect(await codeBy('o-wang', 'uninvite', { elderId: 'e-chen', code })).toBe('FORBIDDEN')
  })

  it('make nobody a relative of themselves', async () => {
    const { code } = await invite()
    expect(await codeBy('o-wang', 'accept', { code })).toBe('OWN_ELDER')
    expect(await cloud.one('invitations', code)).toMatchObject({ usedBy: null })
  })

  it('say what is missing: a name, of somebody who has none yet', async () => {
    const { code } = await invite()
    expect(await cloud.as('o-new').call('people.accept', { code })).toMatchObject({
      code: 'BAD_INPUT',
      detail: { fields: ['name'] },
    })
    expect(await cloud.one('invitations', code)).toMatchObject({ usedBy: null })
  })
})

describe('an elder’s own phone', () => {
  const forHer = (elderId: string) => ({ elderId, for: { kind: 'self' }, paper })
  const bindingCode = async (openid: string, elderId: string) =>
    (await by<{ code: string }>(openid, 'invite', forHer(elderId))).code

  it('is bound by a clerk’s code, and then decides', async () => {
    const code = await bindingCode('o-other-clerk', 'e-chen')
    await by('o-own', 'accept', { code })
    expect(await me('o-own')).toMatchObject({ name: '陈建国', roles: [{ role: 'elder' }] })
    expect(await cloud.one('elders', 'e-chen')).toMatchObject({ openid: 'o-own' })
    await by('o-own', 'revoke', { memberId: memberOf('e-chen', 'o-stranger') })
    expect(await book('o-stranger', 'e-chen')).toBe('FORBIDDEN')
  })

  it('hears from then on of asks that waited at the station', async () => {
    await ask('o-new', { by: { code: chen.code } })
    const code = await bindingCode('o-other-clerk', 'e-chen')
    await by('o-own', 'accept', { code })
    const memberId = memberOf('e-chen', 'o-new')
    expect(await me('o-own')).toMatchObject({ asks: [{ memberId, name: '李敏' }] })
    expect(await by('o-other-clerk', 'asked', { stationId: 'st-two' })).toMatchObject({ asks: [] })
    await by('o-own', 'grant', { memberId, scopes: ['view', 'order'] })
    expect(await book('o-new', 'e-chen')).toBe('accepted')
  })

  it('takes the place of an earlier one, which is nobody’s and hears nothing more', async () => {
    await ask()
    await book('o-wang', 'e-wang')
    const code = await bindingCode('o-clerk', 'e-wang')
    await by('o-own', 'accept', { code })
    expect(await me('o-wang')).toMatchObject({ roles: [], elders: [], asks: [] })
    expect(await codeBy('o-wang', 'file', { elderId: 'e-wang' })).toBe('FORBIDDEN')
    expect(await me('o-own')).toMatchObject({ asks: [{ memberId: ASKED }] })
    await cloud.as('o-clerk').call('meals.confirm', { orderId: `${LUNCH}_e-wang` })
    expect(messages().map(({ touser }) => touser)).toEqual(['o-wang', 'o-own']) // of the ask, before; of the meal
  })

  it('stays hers when the earlier phone sends its old code again', async () => {
    const first = await bindingCode('o-clerk', 'e-wang')
    await by('o-old', 'accept', { code: first })
    await book('o-old', 'e-wang')
    await by('o-own', 'accept', { code: await bindingCode('o-clerk', 'e-wang') })
    expect(await codeBy('o-old', 'accept', { code: first })).toBe('CODE_USED')
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: 'o-own' })
    expect(await cloud.one('mealOrders', `${LUNCH}_e-wang`)).toMatchObject({ notify: 'o-own' })
    expect(await codeBy('o-old', 'file', { elderId: 'e-wang' })).toBe('FORBIDDEN')
  })

  it.each([
    ['a relative’s', 'o-daughter', 'FORBIDDEN'],
    ['the phone of somebody who asks her', 'o-new', 'FORBIDDEN'],
    ['the phone of the clerk who made the code', 'o-clerk', 'FORBIDDEN'],
    ['another elder’s', 'o-chen', 'OWN_ELDER'],
  ])('is never %s', async (_case, openid, code) => {
    const { accounts = [], ...rest } = aNeighbourhood()
    await cloud.restock({ ...rest, accounts: [...accounts, anElderAccount('o-chen', chen)] })
    await ask()
    const binding = await bindingCode('o-clerk', 'e-wang')
    expect(await codeBy(openid, 'accept', { code: binding })).toBe(code)
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: 'o-wang' })
    expect(await cloud.one('invitations', binding)).toMatchObject({ usedBy: null })
  })

  it('gets its code from a clerk of her station, on the same day', async () => {
    expect(await codeBy('o-wang', 'invite', forHer('e-wang'))).toBe('FORBIDDEN')
    expect(await codeBy('o-guardian', 'invite', forHer('e-chen'))).toBe('FORBIDDEN')
    expect(await codeBy('o-other-clerk', 'invite', forHer('e-wang'))).toBe('FORBIDDEN')
    const made = await by<{ expiresAt: string }>('o-clerk', 'invite', forHer('e-wang'))
    expect(made.expiresAt).toMatch(/^2026-11-22T00:00:/)
  })
})

describe('an elder whom her daughter registered', () => {
  const mother = {
    name: '赵桂芳',
    birthDate: '1950-02-03',
    sex: 'female',
    building: '长江路',
    living: 'alone',
  }
  let elderId = ''
  let memberId = ''
  beforeEach(async () => {
    const input = { elder: mother, stationId: 'st-one', relation: 'daughter', name: '李敏' }
    const registered = await by<Registered>('o-new', 'registerKin', input)
    expect(registered.state).toBe('pending')
    elderId = registered.elderId
    memberId = memberOf(elderId, 'o-new')
  })
  const bookFor = async () =>
    codeOf(await cloud.as('o-clerk').call('meals.bookFor', { ...meal(elderId), channel: 'counter' }))

  it('can be booked for by nobody, however they ask, until she agrees', async () => {
    expect(await book('o-new', elderId)).toBe('FORBIDDEN')
    expect(await bookFor()).toBe('CONSENT_MISSING')
    expect(codeOf(await cloud.as('o-clerk').call('visits.request', visit(elderId)))).toBe('CONSENT_MISSING')
    const grant = { memberId, scopes: ['view', 'order'], paper }
    expect(await codeBy('o-clerk', 'grant', grant)).toBe('CONSENT_MISSING')
    const agreed = { elderId, agreed: service, isGiven: true }
    expect(await codeBy('o-new', 'consent', agreed)).toBe('FORBIDDEN')
    expect(await codeBy('o-clerk', 'consent', agreed)).toBe('EVIDENCE_MISSING')
    expect(await cloud.stored('consents')).toEqual([])
    expect(await cloud.stored('mealOrders')).toEqual([])
    expect(await cloud.stored('visits')).toEqual([])
    expect(await cloud.one('elders', elderId)).toMatchObject({ state: 'pending', circle: [] })
  })

  it('counts once she agreed on paper, and her daughter once she let her in', async () => {
    await by('o-clerk', 'consent', { elderId, agreed: service, isGiven: true, paper })
    expect(await cloud.one('elders', elderId)).toMatchObject({
      state: 'active',
      consents: {
        service: { by: '赵桂芳', capacity: 'elder', how: 'paper', witness: '李站长' },
        health: null,
      },
    })
    expect(await bookFor()).toBe('accepted')
    expect(await book('o-new', elderId)).toBe('FORBIDDEN')
    await by('o-clerk', 'grant', { memberId, scopes: ['view'], paper })
    expect((await me('o-new')).elders).toMatchObject([{ id: elderId, scopes: ['view'] }])
  })

  it('agrees and lets her daughter in on her own phone', async () => {
    const { code } = await by<{ code: string }>('o-clerk', 'invite', {
      elderId,
      for: { kind: 'self' },
      paper,
    })
    await by('o-own', 'accept', { code })
    expect(await bookFor()).toBe('CONSENT_MISSING')
    await by('o-own', 'consent', { elderId, agreed: service, isGiven: true })
    expect((await me('o-own')).asks).toMatchObject([{ memberId, name: '李敏' }])
    await by('o-own', 'grant', { memberId, scopes: ['view', 'order'] })
    expect(await book('o-new', elderId)).toBe('accepted')
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
