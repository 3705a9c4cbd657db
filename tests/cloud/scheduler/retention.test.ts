import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import collections from '../../../cloudfunctions/collections.json'
import {
  aConsentLine,
  aMembership,
  anAccount,
  aRelation,
  aRelative,
  membershipsOf,
  NOW,
} from '../../domain/builders'
import { aCloud, nightly, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood, wang } from '../neighbourhood'
import { callsOf as circleCalls, memberOf } from '../people/circle/calls'
import { callsOf, versionOf } from '../people/privacy/calls'

let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
  log = jest.spyOn(console, 'log').mockImplementation(() => {})
})
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

const { say } = callsOf(() => cloud)
const { by, ask } = circleCalls(() => cloud)

const KEPT = collections.consents.retainDays
/** Noon of a day so many days after today. */
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60_000)
const nightOf = async (now: Date) => {
  cloud.emulator.clock.set(now)
  expect(await cloud.emulator.timers.fire('scheduler', 'sweep')).toEqual({ state: 'succeeded' })
}
const ids = async (name: 'consents' | 'relations' | 'memberships') =>
  (await cloud.stored(name)).map(({ id }) => id)
/** The last day on which what ended today is there, and the next. */
const lastDay = inDays(KEPT)
const dayAfter = inDays(KEPT + 1)

it('keeps what has ended for the same three years as people were promised', () => {
  const { consents, relations, memberships } = collections
  expect([consents, relations, memberships].map(({ retainDays }) => retainDays)).toEqual([1095, 1095, 1095])
})

describe('what is in force', () => {
  it('stays, be it twenty years old', async () => {
    const at = '2006-01-01T00:00:00.000Z'
    const given = {
      version: 'first',
      at,
      by: '王秀英',
      capacity: 'elder',
      how: 'app',
      witness: null,
    } as const
    const agreed = { ...wang.consents, health: given }
    await cloud.restock(
      aNeighbourhood({
        elders: [{ ...wang, consents: agreed }],
        consents: [
          aConsentLine({ at }),
          aConsentLine({ id: 'circle', purpose: 'circle', about: '某人:view', at, endsEarlier: true }),
        ],
        memberships: membershipsOf(aNeighbourhood().accounts ?? []),
      }),
    )
    const before = [await ids('consents'), await ids('relations'), await ids('memberships')]
    await nightOf(inDays(1))
    await nightOf(inDays(20 * 366))
    expect([await ids('consents'), await ids('relations'), await ids('memberships')]).toEqual(before)
  })

  it('stays also where a later line says otherwise: of two calls at once the one that was written last counts', async () => {
    const given = wang.consents.service
    if (!given) throw new Error('she agrees to the service')
    const own = { purpose: 'service', version: given.version } as const
    await cloud.restock(
      aNeighbourhood({
        consents: [
          aConsentLine({ ...own, id: 'holds', at: given.at, endsEarlier: true }),
          aConsentLine({ ...own, id: 'no', isGiven: false, at: NOW.toISOString(), endsEarlier: true }),
        ],
      }),
    )
    await nightOf(inDays(1))
    await nightOf(inDays(20 * 366))
    expect(await ids('consents')).toEqual(['holds', 'no'])
  })

  it('stays where somebody of the same name was sent away', async () => {
    const [first, second] = ['2026-01-01T00:00:00.000Z', '2026-02-02T00:00:00.000Z']
    const line = { purpose: 'circle', about: '某人:view' } as const
    const granted = { by: '王秀英', capacity: 'elder', how: 'app', witness: null } as const
    await cloud.restock(
      aNeighbourhood({
        relations: [
          aRelation(wang, 'o-daughter', { granted: { ...granted, at: first } }),
          aRelation(wang, 'o-viewer', { state: 'revoked', granted: { ...granted, at: second } }),
        ],
        consents: [
          aConsentLine({ ...line, id: 'daughter', at: first, endsEarlier: true }),
          aConsentLine({ ...line, id: 'viewer', at: second, endsEarlier: true }),
          aConsentLine({
            ...line,
            id: 'viewer-no',
            about: '某人',
            isGiven: false,
            at: NOW.toISOString(),
            endsEarlier: true,
          }),
        ],
      }),
    )
    await nightOf(inDays(1))
    await nightOf(inDays(KEPT + 3))
    expect(await ids('consents')).toEqual(['daughter', 'viewer-no'])
  })
})

describe('a line of the paper trail', () => {
  it('goes three years after a later one took its place, and not a day before', async () => {
    await cloud.restock(aNeighbourhood(), inDays(-400))
    await say('health', true)
    const first = await ids('consents')
    cloud.emulator.clock.set(NOW)
    await say('health', false)
    const both = await ids('consents')
    await nightOf(inDays(1))
    await nightOf(lastDay)
    expect(await ids('consents')).toEqual(both)
    await nightOf(dayAfter)
    expect(await ids('consents')).toEqual(both.filter((id) => !first.includes(id)))
    expectIntegrity(cloud)
  })

  it('is counted from the line that came next, however late a night looks and in whatever order', async () => {
    const at = (days: number) => inDays(days).toISOString()
    const line = (id: string, days: number, isGiven: boolean) =>
      aConsentLine({ id, isGiven, at: at(days), endsEarlier: true })
    await cloud.restock(
      aNeighbourhood({ consents: [line('c', 1, true), line('b', 2, false), line('a', 3, true)] }),
    )
    await nightOf(inDays(9))
    const ends = Object.fromEntries((await cloud.stored('consents')).map((one) => [one.id, one.endedAt]))
    expect(ends).toEqual({ a: undefined, b: at(3), c: at(2) })
  })

  it('goes three years after her data were deleted, the last one too', async () => {
    await cloud.restock(aNeighbourhood())
    await say('health', true)
    await by('o-wang', 'erase', { elderId: 'e-wang' })
    const all = await ids('consents')
    expect(all).toHaveLength(2)
    await nightOf(NOW)
    await nightOf(lastDay)
    expect(await ids('consents')).toEqual(all)
    await nightOf(dayAfter)
    expect(await ids('consents')).toEqual([])
  })

  it('is looked at once, by the first night', async () => {
    await cloud.restock(aNeighbourhood())
    await say('health', true)
    expect(await cloud.stored('consents')).toMatchObject([
      { version: versionOf('health'), endsEarlier: true },
    ])
    await nightOf(inDays(1))
    expect(await cloud.stored('consents')).toMatchObject([{ endsEarlier: false }])
  })
})

describe('a relation', () => {
  const DAUGHTER = memberOf('e-wang', 'o-daughter')

  it('goes three years after it was revoked, from the account too, and not a day before', async () => {
    await cloud.restock(aNeighbourhood())
    await by('o-wang', 'revoke', { memberId: DAUGHTER })
    await nightOf(NOW)
    await nightOf(lastDay)
    expect(await cloud.one('relations', DAUGHTER)).toMatchObject({ state: 'revoked' })
    expect(await cloud.one('accounts', 'o-daughter')).toMatchObject({ relations: [{ state: 'revoked' }] })
    await nightOf(dayAfter)
    expect(await cloud.one('relations', DAUGHTER)).toBeUndefined()
    expect(await cloud.one('accounts', 'o-daughter')).toMatchObject({ relations: [] })
    expectIntegrity(cloud)
  })

  it('that was declined today stays, and says so', async () => {
    await cloud.restock(aNeighbourhood())
    await ask()
    await by('o-wang', 'decline', { memberId: memberOf('e-wang', 'o-new') })
    await nightOf(NOW)
    expect(await ask()).toMatchObject({ state: 'declined' })
  })

  it('that was taken up again is not over: what was once written down of its end is gone', async () => {
    await cloud.restock(aNeighbourhood())
    await by('o-wang', 'revoke', { memberId: DAUGHTER })
    await nightOf(NOW)
    expect(await cloud.one('relations', DAUGHTER)).toHaveProperty('endedAt')
    await by('o-wang', 'grant', { memberId: DAUGHTER, scopes: ['view'] })
    expect(await cloud.one('relations', DAUGHTER)).not.toHaveProperty('endedAt')
    await nightOf(inDays(20 * 366))
    expect(await cloud.one('relations', DAUGHTER)).toMatchObject({ state: 'granted' })
    expectIntegrity(cloud)
  })

  it('from before its end was written down is counted from the first night that sees it', async () => {
    const old = aRelation(wang, 'o-old', { state: 'declined', since: '2006-01-01T00:00:00.000Z' })
    await cloud.restock(aNeighbourhood({ relations: [old] }))
    await nightOf(NOW)
    await nightOf(lastDay)
    expect(await ids('relations')).toEqual([old.id])
    await nightOf(dayAfter)
    expect(await ids('relations')).toEqual([])
  })

  it('goes with its account or not at all, and the next night goes on; done again it changes nothing', async () => {
    const others = Array.from({ length: 130 }, (_, nth) => `o-kin-${nth}`)
    const endedAt = inDays(-KEPT - 1).toISOString()
    const relations = others.map((openid) => aRelation(wang, openid, { state: 'revoked', endedAt }))
    const accounts = others.map((openid) => {
      const [listed] = aRelative(openid, wang).relations
      return anAccount({ id: openid, relations: listed ? [{ ...listed, state: 'revoked' }] : [] })
    })
    await cloud.restock({ ...aNeighbourhood(), relations, accounts, elders: [wang], memberships: [] })
    const error = jest.spyOn(console, 'error').mockImplementation(() => {})
    cloud.emulator.gateway.faults.set([
      { kind: 'conflict', action: 'database.commitTransaction', nth: 60, times: 36 },
    ])
    await nightOf(NOW)
    cloud.emulator.gateway.faults.set([])
    error.mockRestore()
    const left = await ids('relations')
    const listing = (await cloud.stored('accounts')).filter(({ relations: some }) => some.length > 0)
    expect(left.length).toBeGreaterThan(0)
    expect(listing).toHaveLength(left.length)
    await nightOf(NOW)
    expect(await ids('relations')).toEqual([])
    expect((await cloud.stored('accounts')).flatMap(({ relations: some }) => some)).toEqual([])
    const after = await cloud.emulator.engine.dump()
    await nightOf(NOW)
    expect(await cloud.emulator.engine.dump()).toEqual(after)
  })
})

describe('a membership', () => {
  it('goes three years after it ended, and not a day before', async () => {
    await cloud.restock({
      ...aNeighbourhood(),
      memberships: [aMembership({ id: 'st-one_clerk_x', state: 'ended', name: ERASED }), aMembership()],
    })
    await nightOf(NOW)
    await nightOf(lastDay)
    expect(await ids('memberships')).toHaveLength(2)
    await nightOf(dayAfter)
    expect(await ids('memberships')).toEqual([aMembership().id])
  })
})
