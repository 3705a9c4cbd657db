import type { Circle, Offer } from '../../../../types/people/circle'
import { anElderAccount, anInvitation, LUNCH } from '../../../domain/builders'
import { aCloud, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { race } from '../../racing'
import { ASKED, callsOf, memberOf, paper } from './calls'

const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1)
const later = (ms: number, from: string) => new Date(Date.parse(from) + ms)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, me, ask, book, relation, messages } = callsOf(() => cloud)

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
      const { came: codes } = await race(cloud, { seed, openids: ['o-new', 'o-guest'] }, (openid) =>
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
