import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import { answerDays } from '../../../cloudfunctions/_policies/asks.json'
import { keptDays } from '../../../cloudfunctions/_policies/unconfirmed.json'
import type { Me } from '../../../types/people'
import type { Registered } from '../../../types/people/elders'
import { anElder, aVisit, idNumberOf, NOW } from '../../domain/builders'
import { aCloud, accepted, nightly, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood, wang } from '../neighbourhood'
import { callsOf, memberOf, paper, service } from '../people/circle/calls'

let cloud: TestCloud
let log: jest.SpyInstance
let error: jest.SpyInstance
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
  log = jest.spyOn(console, 'log').mockImplementation(() => {})
  error = jest.spyOn(console, 'error').mockImplementation(() => {})
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(async () => {
  error.mockRestore()
  log.mockRestore()
  await cloud.close()
})

const { by } = callsOf(() => cloud)
const NUMBER = idNumberOf('1950-02-03', 'female')
const newElder = { name: '赵桂芳', building: '长江路 20 弄', living: 'alone', idNumber: NUMBER, phone: null }
const kin = { elder: newElder, stationId: 'st-one', relation: 'son', name: '赵明' }
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60_000)
const nightOf = async (now: Date) => {
  cloud.emulator.clock.set(now)
  expect(await cloud.emulator.timers.fire('scheduler', 'sweep')).toEqual({ state: 'succeeded' })
}
/** Somebody whom her son has registered, today. */
const register = async () => (await by<Registered>('o-new', 'registerKin', kin)).elderId
const stateOf = async (elderId: string) => (await cloud.one('elders', elderId))?.state
const lastDay = inDays(keptDays)
const dayAfter = inDays(keptDays + 1)

describe('a registration by others that she never confirms', () => {
  it('stays for its days, and is erased on the next: card, number, relation and what accounts say of it', async () => {
    const elderId = await register()
    await nightOf(lastDay)
    expect(await stateOf(elderId)).toBe('pending')
    await nightOf(dayAfter)
    const elder = await cloud.one('elders', elderId)
    expect(elder).toMatchObject({ state: 'erased', name: ERASED, idNumber: null, building: ERASED })
    expect(elder).not.toHaveProperty('unconfirmedSince')
    expect(await cloud.stored('identities')).toEqual([])
    expect((await cloud.stored('cards')).filter((card) => card.elderId === elderId)).toEqual([])
    expect(await cloud.one('relations', memberOf(elderId, 'o-new'))).toMatchObject({
      state: 'revoked',
      name: ERASED,
      elderName: ERASED,
    })
    expect(await cloud.one('accounts', 'o-new')).toMatchObject({ relations: [], registered: [] })
    expect(JSON.stringify([await cloud.stored('accounts'), await cloud.stored('messages')])).not.toMatch(
      /桂芳|长江路 20/,
    )
    expectIntegrity(cloud)
  })

  it('is told to whoever registered her, on their own page, and not to the station', async () => {
    const elderId = await register()
    cloud.emulator.gateway.grants.refuseFor(['o-new'])
    const before = (await by<Me>('o-clerk', 'me')).notices
    await nightOf(inDays(answerDays + 1)) // who waits for her first yes waits as long as the registration
    expect(await cloud.one('relations', memberOf(elderId, 'o-new'))).toMatchObject({ state: 'asked' })
    await nightOf(dayAfter)
    const me = await by<Me>('o-new', 'me')
    expect(me).toMatchObject({
      asked: [],
      notices: [{ kind: 'registrationLapsed', elderId: null, ref: 'st-one' }],
    })
    expect((await by<Me>('o-clerk', 'me')).notices).toEqual(before)
  })

  it('can be made anew, as if it had never been', async () => {
    const elderId = await register()
    await nightOf(dayAfter)
    const again = await register()
    expect(again).not.toBe(elderId)
    expect(await cloud.one('elders', again)).toMatchObject({ state: 'pending' })
    expect(await cloud.one('elders', again)).not.toHaveProperty('isIdPending')
    expectIntegrity(cloud)
  })

  it('takes pairs in which it is like another along, and leaves a number to whoever claims it too', async () => {
    const elderId = await register()
    const other = (await by<Registered>('o-next', 'registerKin', { ...kin, name: '赵强' })).elderId
    const alike = { ...newElder, idNumber: undefined, birthDate: '1950-02-03', sex: 'female' }
    await by('o-third', 'registerKin', { ...kin, elder: alike, name: '赵勇' })
    expect((await cloud.stored('likenesses')).length).toBeGreaterThan(0)
    await by('o-clerk', 'consent', { elderId: other, agreed: service, isGiven: true, paper })
    await nightOf(dayAfter)
    expect([await stateOf(elderId), await stateOf(other)]).toEqual(['erased', 'active'])
    const left = (await cloud.stored('likenesses')).flatMap((pair) => [pair.elderId, pair.otherId])
    expect(left).not.toContain(elderId)
    expect(await cloud.stored('identities')).toMatchObject([{ elderId: null, claims: [{ elderId: other }] }])
    expectIntegrity(cloud)
  })

  it('stays while somebody is on the way to her, and goes in the night after', async () => {
    const elderId = await register()
    const open = aVisit({ elderId, elderName: newElder.name, state: 'open', dueAt: dayAfter.toISOString() })
    await cloud.emulator.engine.seed('visits', [{ ...open, _id: open.id }])
    await nightOf(dayAfter)
    expect(await stateOf(elderId)).toBe('pending')
    expect(await cloud.one('accounts', 'o-new')).toMatchObject({ relations: [{ elderId }] })
    accepted(await cloud.as('o-clerk').call('visits.cancel', { visitId: open.id }))
    await nightOf(inDays(keptDays + 2))
    expect(await stateOf(elderId)).toBe('erased')
  })

  it('that was broken off is finished by the next night, and told once', async () => {
    const elderId = await register()
    cloud.emulator.gateway.faults.set([
      { kind: 'http500', when: 'after', action: 'database.commitTransaction' },
      { kind: 'http500', action: 'database.deleteDocument', times: 100 },
    ])
    await nightOf(dayAfter)
    cloud.emulator.gateway.faults.set([])
    expect(await stateOf(elderId)).toBe('erased')
    await nightOf(inDays(keptDays + 2))
    await nightOf(inDays(keptDays + 3))
    expect(await cloud.one('relations', memberOf(elderId, 'o-new'))).toMatchObject({ name: ERASED })
    expect((await cloud.stored('messages')).filter(({ kind }) => kind === 'registrationLapsed')).toHaveLength(
      1,
    )
    expectIntegrity(cloud)
  })
})

describe('what never lapses', () => {
  it('is whoever agreed once, also where she withdrew it since', async () => {
    const elderId = await register()
    const say = (isGiven: boolean) => by('o-clerk', 'consent', { elderId, agreed: service, isGiven, paper })
    await say(true)
    expect(await cloud.one('elders', elderId)).not.toHaveProperty('unconfirmedSince')
    await nightOf(dayAfter)
    expect(await stateOf(elderId)).toBe('active')
    await say(false)
    await nightOf(inDays(20 * 366))
    expect(await stateOf(elderId)).toBe('pending')
  })

  it.each([
    ['a registration from before its beginning was kept', {}],
    [
      'one that was joined with another',
      { unconfirmedSince: '2006-01-01T00:00:00.000Z', joinedTo: 'e-wang' },
    ],
    ['one to which another was joined', { unconfirmedSince: '2006-01-01T00:00:00.000Z', joined: ['e-chen'] }],
  ])('is %s', async (_case, own) => {
    const elder = anElder({
      id: 'e-old',
      state: 'pending',
      consents: { ...wang.consents, service: null },
      ...own,
    })
    await cloud.restock(aNeighbourhood({ elders: [elder] }))
    await nightOf(inDays(20 * 366))
    expect(await stateOf('e-old')).toBe('pending')
  })

  it('is whoever says yes while the night has begun with her', async () => {
    const elderId = await register()
    cloud.emulator.clock.set(dayAfter)
    const [night, yes] = await Promise.all([
      cloud.emulator.timers.fire('scheduler', 'sweep'),
      cloud.as('o-clerk').call('people.consent', { elderId, agreed: service, isGiven: true, paper }),
    ])
    expect(night).toEqual({ state: 'succeeded' })
    expect(await stateOf(elderId)).toBe(yes.ok ? 'active' : 'erased')
    expectIntegrity(cloud)
  })
})
