import type { ElderRecord } from '../../../../cloudfunctions/_domain/people/records'
import type { Registered } from '../../../../types/people/elders'
import { aLikeness, anElder, aRelation } from '../../../domain/builders'
import { aCloud, accepted, codeOf, nightly, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { motherAgain } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
let log: jest.SpyInstance
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
  about = callsAbout(cloud)
  log = jest.spyOn(console, 'log').mockImplementation(() => {})
})
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

const night = () => cloud.emulator.timers.fire('scheduler', 'sweep')
const register = (openid: string, building = motherAgain.building) =>
  about.call(openid, 'people.registerKin', {
    ...{ elder: { ...motherAgain, building }, stationId: 'st-one', relation: 'son', name: '王强' },
  })
const leave = (openid: string) => about.call(openid, 'people.leave')

/** Registrations of one name, of which nobody has seen the first ones. */
const alikes = (states: readonly Partial<ElderRecord>[]) =>
  states.map((own, nth) => anElder({ id: `e-n${nth}`, code: String(10_000_000 + nth), ...own }))
const unseen = { seen: null }
const pairOf = (later: string, earlier: string, own: object = {}) =>
  aLikeness({ id: [later, earlier].sort().join('_'), elderId: later, otherId: earlier, ...own })

describe('registrations of strangers', () => {
  it('are two for each account, however often it leaves and comes back', async () => {
    await cloud.restock(aNeighbourhood({ elders: [chen] }))
    const codes: string[] = []
    for (const openid of ['o-one', 'o-two', 'o-three'])
      for (let nth = 0; nth < 5; nth++) {
        codes.push(codeOf(await register(openid, `${nth} 号`)))
        accepted(await leave(openid))
      }
    const each = ['accepted', 'accepted', 'NOT_SEEN_YET', 'NOT_SEEN_YET', 'NOT_SEEN_YET']
    expect(codes).toEqual([...each, ...each, ...each])
    expect(await cloud.stored('elders')).toHaveLength(1 + 6)
  })

  it('leave room again once a station knows one of them, also after their account has left', async () => {
    await cloud.restock(aNeighbourhood({ elders: [chen] }))
    const { code } = accepted<Registered>(await register('o-one'))
    accepted(await register('o-one', '2 号'))
    accepted(await leave('o-one'))
    accepted(await about.call('o-clerk', 'people.find', { stationId: 'st-one', text: code }))
    expect(codeOf(await register('o-one', '3 号'))).toBe('accepted')
    expect(codeOf(await register('o-one', '4 号'))).toBe('NOT_SEEN_YET')
  })

  it('come after all pairs of elders whom somebody has seen, on whatever page, and are counted', async () => {
    const elders = alikes([{}, {}, ...Array(30).fill(unseen)])
    const [known, second, ...strange] = elders
    if (!known || !second) throw new Error('nobody is known')
    const early = { at: '2026-11-01T01:00:00.000Z' }
    const fakes = strange.flatMap(({ id }, nth) => [
      pairOf(id, known.id, { ...early, unseen: 1 }),
      ...strange.slice(0, nth).map((other) => pairOf(id, other.id, { ...early, unseen: 2 })),
    ])
    const older = pairOf('e-again', 'e-wang')
    const real = pairOf(second.id, known.id, { unseen: 0 })
    const likenesses = [...fakes, real, older]
    await cloud.restock(aNeighbourhood({ elders: [wang, chen, ...elders], likenesses }))
    const ids: string[] = []
    for (let after: string | null = null; ; ) {
      const page = await about.alike('o-clerk', after === null ? {} : { after })
      expect(page.waiting).toBe(likenesses.length)
      ids.push(...page.pairs.map(({ id }) => id))
      after = page.next
      if (after === null) break
    }
    expect(ids.slice(0, 2)).toEqual([older.id, real.id])
    expect(ids.slice(2, 32).every((id) => id.includes(known.id))).toBe(true)
    expect([...ids].sort()).toEqual(likenesses.map(({ id }) => id).sort())
  })

  it('move up at once when a clerk has seen her papers', async () => {
    await cloud.restock(aNeighbourhood())
    const { elderId } = accepted<Registered>(await register('o-one'))
    const unseenIn = async () => (await cloud.stored('likenesses')).map((pair) => pair.unseen)
    expect(await unseenIn()).toEqual([1])
    accepted(
      await about.call('o-clerk', 'people.verify', {
        ...{ elderId, identity: { hukou: 'elsewhere' }, reason: '看了户口簿' },
      }),
    )
    expect(await unseenIn()).toEqual([0])
  })
})

describe('in the night', () => {
  it('a registration that was given up unseen keeps no pair waiting, and is found again once she agrees', async () => {
    await cloud.restock(aNeighbourhood())
    const { elderId } = accepted<Registered>(await register('o-one'))
    await night()
    expect((await about.alike()).waiting).toBe(1) // her son still asks
    accepted(await leave('o-one'))
    await night()
    expect(await cloud.stored('likenesses')).toEqual([])
    accepted(
      await about.call('o-clerk', 'people.consent', {
        ...{ elderId, agreed: { purpose: 'service', version: 'service-2026-11' }, isGiven: true },
        paper: { how: 'paper', form: '2026-001', witness: '李站长' },
      }),
    )
    expect((await about.alike()).waiting).toBe(1)
  })

  const pending = { ...unseen, state: 'pending' as const, openid: null, circle: [] }
  it.each([
    ['was seen', { ...pending, seen: { at: '2026-11-20T01:00:00.000Z', how: 'card' as const } }],
    ['has agreed', { ...pending, state: 'active' as const }],
    ['has her own phone', { ...pending, openid: 'o-own' }],
    ['has somebody who may act for her', { ...pending, circle: ['o-kin'] }],
  ])('a pair waits on where she %s', async (_case, own) => {
    const [elder = wang] = alikes([own])
    const likenesses = [pairOf(elder.id, 'e-wang'), aLikeness({ id: 'x', state: 'different' })]
    await cloud.restock(aNeighbourhood({ elders: [wang, chen, elder], likenesses }))
    await night()
    expect((await cloud.stored('likenesses')).map(({ id }) => id).sort()).toEqual([likenesses[0]?.id, 'x'])
  })

  it('it is counted again who was seen, and what somebody said of a pair stays', async () => {
    const [known = wang, strange = wang, gone = wang] = alikes([{}, unseen, pending])
    const asking = aRelation(gone, 'o-kin', { state: 'declined' })
    const likenesses = [
      pairOf(known.id, 'e-wang', { unseen: 1 }),
      pairOf(strange.id, 'e-wang'),
      pairOf(gone.id, strange.id, { unseen: 2, state: 'different', decided: { by: '某人', at: wang.id } }),
      pairOf(gone.id, 'e-wang', { unseen: 1 }),
    ]
    await cloud.restock(
      aNeighbourhood({ elders: [wang, chen, known, strange, gone], likenesses, relations: [asking] }),
    )
    await night()
    const counted = (await cloud.stored('likenesses')).map(({ id, unseen: count }) => [id, count])
    expect(Object.fromEntries(counted)).toEqual({
      [likenesses[0]?.id ?? '']: 0,
      [likenesses[1]?.id ?? '']: 1,
      [likenesses[2]?.id ?? '']: 2,
    })
  })
})
