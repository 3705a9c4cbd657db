import terms from '../../../../cloudfunctions/_policies/people.json'
import type { Circle } from '../../../../types/people/circle'
import type { Registered } from '../../../../types/people/elders'
import { aRelation, idNumberOf, NOW } from '../../../domain/builders'
import { aCloud, codeOf, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, wang } from '../../neighbourhood'
import { ASKED, callsOf, meal, memberOf, paper, service, visit, wish } from './calls'

const HOUR = 60 * 60_000
const evidence = { document: '法院判决', number: '民特 17 号', until: null }
const later = (ms: number) => new Date(NOW.getTime() + ms)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, find, me, ask, book, relation } = callsOf(() => cloud)

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
