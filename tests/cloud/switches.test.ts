import type { SwitchesRecord } from '../../cloudfunctions/_domain/access/switches'
import { aStation, NOW } from '../domain/builders'
import { everyAction } from '../every-action'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {})
  cloud = await aCloud()
})
afterEach(() => cloud.emulator.gateway.faults.set([]))
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

let minutes = 0
/** Some minutes later, so that what was read before is not trusted any more. */
const later = () => new Date(NOW.getTime() + ++minutes * 120_000)
const off = (names: readonly string[], own: Stock = {}) =>
  cloud.restock(
    aNeighbourhood({
      switches: [{ id: 'all', off: Object.fromEntries(names.map((name) => [name, '到今晚八点'])) }],
      ...own,
    }),
    later(),
  )
const meal = { sittingId: 'st-one_2026-11-22_lunch', elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const book = (openid = 'o-daughter') => cloud.as(openid).call('meals.book', meal)
const wish = (urgency: string) => ({ elderId: 'e-wang', urgency, reason: '电话没人接', when: 'now' })
const request = (urgency: string) => cloud.as('o-daughter').call('visits.request', wish(urgency))

/** What nobody can switch off: where somebody may be in danger, with the way there, and what gives back or takes back. */
const NEVER_OFF = [
  'eligibility.withdraw',
  'meals.cancel',
  'meals.unserve',
  'people.consent',
  'people.decline',
  'people.declineRest',
  'people.erase',
  'people.home',
  'people.leave',
  'people.me',
  'people.renewCard',
  'people.revoke',
  'people.undoDeath',
  'people.undoJoin',
  'people.undoSettling',
  'people.uninvite',
  'visits.arrive',
  'visits.callable',
  'visits.cancel',
  'visits.claim',
  'visits.close',
  'visits.emergencyFromAfar',
  'visits.queue',
  'visits.release',
  'visits.report',
  'visits.request',
  'visits.ring',
  'visits.show',
]

describe('an action that is switched off', () => {
  it('says why, and whom to ring instead', async () => {
    await off(['meals.book'], {
      stations: [aStation({ phone: '000-0001' }), aStation({ id: 'st-two', name: '二号驿站', phone: null })],
    })
    for (const openid of ['o-daughter', 'o-wang'])
      expect(await book(openid)).toMatchObject({
        ok: false,
        code: 'SWITCHED_OFF',
        detail: { why: '到今晚八点', phone: '000-0001' },
      })
    const other = await cloud.as('o-stranger').call('meals.book', { ...meal, elderId: 'e-chen' })
    expect(other).toMatchObject({ code: 'SWITCHED_OFF', detail: { phone: '000-0009' } })
    expect(await cloud.stored('mealOrders')).toEqual([])
  })

  it('is on again a minute after it was switched on, and so is everything where nothing was ever written', async () => {
    await off(['meals.book'])
    expect(codeOf(await book())).toBe('SWITCHED_OFF')
    await cloud.restock(aNeighbourhood(), new Date(cloud.emulator.clock.now().getTime() + 30_000))
    expect(codeOf(await book())).toBe('SWITCHED_OFF')
    cloud.emulator.clock.set(new Date(cloud.emulator.clock.now().getTime() + 31_000))
    expect(codeOf(await book())).toBe('accepted')
  })

  it('is read once a minute, however many call', async () => {
    await off([])
    const quote = () => cloud.as('o-daughter').call('meals.quote', meal)
    accepted(await quote())
    const counts = cloud.emulator.gateway.counts
    counts.reset()
    accepted(await quote())
    const once = counts.total('database.')
    cloud.emulator.clock.set(later())
    counts.reset()
    accepted(await quote())
    expect(counts.total('database.')).toBeGreaterThan(once)
    counts.reset()
    accepted(await quote())
    expect(counts.total('database.')).toBe(once)
  })

  it('stops nobody where it cannot be read', async () => {
    await cloud.restock(aNeighbourhood(), later())
    cloud.emulator.gateway.faults.set([
      { kind: 'http500', action: 'database.queryDocument', nth: 1, times: 1 },
    ])
    expect(codeOf(await book())).toBe('accepted')
  })

  it.each([
    ['nothing of what is off', {}],
    ['nothing in its place', { off: null }],
    ['a list', { off: ['meals.book'] }],
    ['no words', { off: { 'meals.book': true } }],
  ])('stops nobody where somebody wrote %s', async (_, wrong) => {
    const switches = [{ id: 'all', ...wrong } as unknown as SwitchesRecord] // what no code of ours writes
    await cloud.restock({ ...aNeighbourhood(), switches }, later())
    expect(codeOf(await request('urgent'))).toBe('accepted')
    expect(codeOf(await book())).toBe('accepted')
  })

  it('is no urgent request, nor one that takes something back, though it is named', async () => {
    await off(NEVER_OFF)
    expect(codeOf(await request('hard'))).toBe('SWITCHED_OFF')
    expect(codeOf(await request('urgent'))).toBe('accepted')
    const consent = (isGiven: boolean) =>
      cloud.as('o-wang').call('people.consent', {
        elderId: 'e-wang',
        agreed: { purpose: 'health', version: 'health-2026-12' },
        isGiven,
      })
    expect(codeOf(await consent(false))).toBe('accepted')
    expect(codeOf(await consent(true))).toBe('SWITCHED_OFF')
    accepted(await book())
    expect(
      codeOf(await cloud.as('o-daughter').call('meals.cancel', { orderId: `${meal.sittingId}_e-wang` })),
    ).toBe('accepted')
  })

  it('may be any but those that nobody can switch off', () => {
    const never = everyAction.flatMap(([name, action]) => ('neverOff' in action ? [name] : []))
    expect(never.sort()).toEqual(NEVER_OFF)
    const letsGo = /\.(cancel|withdraw|revoke|erase|leave|report|decline|uninvite|release)$/
    expect(
      everyAction.map(([name]) => name).filter((name) => letsGo.test(name) && !never.includes(name)),
    ).toEqual([])
  })
})
