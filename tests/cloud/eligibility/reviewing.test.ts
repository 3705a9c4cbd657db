import type { Application, ReviewRow } from '../../../types/eligibility/applications'
import { applicationMoves } from '../../../types/states'
import { aMember, anApplication, aRelative } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'
import { APPLICATION, applicationsOf, JPEG, wish } from './applications'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

const { begin, call, by, codeBy, apply, take, decide, inReview, stored, minutesLater, everything } =
  applicationsOf(() => cloud)

describe('eligibility.reviews', () => {
  const listed = async (openid: string, own: object = {}) =>
    (await by<ReviewRow[]>(openid, 'reviews', { state: 'submitted', ...own })).map(({ id }) => id)

  it('lists the towns of a coordinator and the district of a supervisor, the first due first', async () => {
    await begin({
      applications: [
        anApplication({ id: 'late', dueOn: '2026-12-09' }),
        anApplication({ id: 'early', dueOn: '2026-12-01' }),
        anApplication({ id: 'west', townId: 't-west', dueOn: '2026-12-04' }),
        anApplication({ id: 'taken', state: 'inReview' }),
        anApplication({ id: 'noisy', district: 'noisy', townId: 't-noisy' }),
      ],
    })
    expect(await listed('o-coordinator')).toEqual(['early', 'late'])
    expect(await listed('o-other-coordinator')).toEqual(['west'])
    expect(await listed('o-supervisor')).toEqual(['early', 'west', 'late'])
    expect(await listed('o-supervisor', { state: 'inReview' })).toEqual(['taken'])
    for (const openid of ['o-clerk', 'o-manager', 'o-daughter', 'o-volunteer'])
      expect(await codeBy(openid, 'reviews', { state: 'submitted' })).toBe('FORBIDDEN')
  })
})

describe('eligibility.application', () => {
  it('tells its reviewer which papers asked for are not there', async () => {
    await apply('o-daughter', {})
    for (const openid of ['o-coordinator', 'o-daughter'])
      expect(await by<Application>(openid, 'application', wish())).toMatchObject({
        documents: [{ label: '身份证' }],
        lacking: ['街道或者区里发的认定书'],
      })
    expect(accepted<Application>(await take()).lacking).toEqual(['街道或者区里发的认定书'])
  })
})

describe('eligibility.take', () => {
  const colleague = () => ({
    accounts: [...(aNeighbourhood().accounts ?? []), aMember('o-colleague', 'coordinator', 't-east')],
  })

  it('gives it to one of two coordinators, who may tap twice', async () => {
    await begin(colleague())
    await apply()
    const replies = await Promise.all([
      take('o-coordinator'),
      take('o-colleague'),
      take('o-coordinator'),
      take('o-colleague'),
    ])
    expect(replies.map(codeOf).sort()).toEqual(['WRONG_STATE', 'WRONG_STATE', 'accepted', 'accepted'])
    expect((await stored())?.history.map(({ state }) => state)).toEqual(['submitted', 'inReview'])
  })

  it('lets the supervisor go on in place of a coordinator, who cannot decide any more then', async () => {
    await inReview()
    accepted(await take('o-supervisor'))
    expect(codeOf(await decide('approve'))).toBe('WRONG_STATE')
    expect(await codeBy('o-coordinator', 'documents', wish())).toBe('WRONG_STATE')
    expect(codeOf(await take('o-coordinator'))).toBe('WRONG_STATE')
    expect(codeOf(await decide('approve', {}, 'o-supervisor'))).toBe('accepted')
  })

  it('lets a colleague go on with what is overdue', async () => {
    await begin(colleague())
    await inReview()
    cloud.emulator.clock.set(new Date('2026-12-04T15:50:00Z'))
    expect(codeOf(await take('o-colleague'))).toBe('WRONG_STATE')
    cloud.emulator.clock.set(new Date('2026-12-04T16:00:00Z'))
    expect(codeOf(await take('o-colleague'))).toBe('accepted')
  })

  it.each(['o-other-coordinator', 'o-clerk', 'o-manager', 'o-daughter', 'o-volunteer'])(
    'is not for %s',
    async (openid) => {
      await apply()
      expect(codeOf(await take(openid))).toBe('FORBIDDEN')
      expect((await stored())?.state).toBe('submitted')
    },
  )

  describe('by somebody who is near', () => {
    const coordinator = aMember('o-near', 'coordinator', 't-east').memberships
    const near: [string, () => Stock['accounts']][] = [
      [
        'a relative, who may only look',
        () => [{ ...aRelative('o-near', wang, ['view']), memberships: coordinator }],
      ],
      [
        'the elder herself',
        () => [
          {
            ...aMember('o-near', 'coordinator', 't-east'),
            self: {
              elderId: 'e-wang',
              name: wang.name,
              politeName: '王奶奶',
              place: wang.place,
              stationId: wang.stationId,
              diedOn: null,
            },
          },
        ],
      ],
    ]
    it.each(near)('is refused: %s', async (_, own) => {
      await begin({ accounts: [...(aNeighbourhood().accounts ?? []), ...(own() ?? [])] })
      await apply()
      expect(codeOf(await take('o-near'))).toBe('OWN_APPLICATION')
      accepted(await take())
      expect(await codeBy('o-near', 'documents', wish())).toBe('OWN_APPLICATION')
      expect(codeOf(await decide('approve', {}, 'o-near'))).toBe('OWN_APPLICATION')
      expect((await stored())?.state).toBe('inReview')
    })

    it('is refused to the clerk who sent it in and coordinates the town too', async () => {
      const clerk = aMember('o-near', 'clerk', 'st-one')
      clerk.memberships.push(...coordinator)
      await begin({ accounts: [...(aNeighbourhood().accounts ?? []), clerk] })
      await apply('o-near', { channel: 'counter' })
      expect(codeOf(await take('o-near'))).toBe('OWN_APPLICATION')
      expect(codeOf(await take())).toBe('accepted')
    })
  })
})

describe('eligibility.documents', () => {
  interface Shown {
    label: string
    link: string | null
  }
  const look = (openid = 'o-coordinator') => by<Shown[]>(openid, 'documents', wish())

  it('shows the photos to the reviewer who took it, for five minutes, and writes that down', async () => {
    await inReview()
    const [shown] = await look()
    expect(shown?.label).toBe('身份证')
    const opened = await fetch(shown?.link ?? '')
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(JPEG)
    const looks = (await cloud.stored('auditLog')).filter(({ action }) => action === 'eligibility.documents')
    expect(looks).toEqual([
      expect.objectContaining({ openid: 'o-coordinator', elderId: 'e-wang', ref: APPLICATION }),
    ])

    minutesLater(4.5)
    expect((await fetch(shown?.link ?? '')).status).toBe(200)
    minutesLater(1)
    expect((await fetch(shown?.link ?? '')).status).toBe(403)
  })

  it('shows nothing any more once it is decided', async () => {
    await inReview()
    accepted(await decide('approve'))
    expect(await codeBy('o-coordinator', 'documents', wish())).toBe('WRONG_STATE')
  })

  it('shows nothing to anybody before it is taken, and to no other reviewer after', async () => {
    await apply()
    for (const openid of ['o-coordinator', 'o-supervisor'])
      expect(await codeBy(openid, 'documents', wish())).toBe('WRONG_STATE')
    accepted(await take())
    expect(await codeBy('o-supervisor', 'documents', wish())).toBe('WRONG_STATE')
    for (const openid of ['o-daughter', 'o-wang', 'o-clerk', 'o-other-coordinator'])
      expect(await codeBy(openid, 'documents', wish())).toBe('FORBIDDEN')
  })
})

describe('an act that the table of states does not name', () => {
  const acts = {
    take: () => take(),
    decide: () => decide('approve'),
    withdraw: () => call('o-daughter', 'withdraw', wish()),
  }
  const allowed = {
    take: applicationMoves.take.from,
    decide: applicationMoves.approve.from,
    withdraw: applicationMoves.withdraw.from,
  }
  const states = ['submitted', 'inReview', 'returned', 'approved', 'refused', 'withdrawn'] as const
  const pairs = states.flatMap((state) =>
    (['take', 'decide', 'withdraw'] as const).map((act) => [act, state] as const),
  )

  it.each(pairs)('%s of one that is %s', async (act, state) => {
    await inReview()
    const one = await stored()
    if (!one) throw new Error('it was sent')
    const isDone = { take: 'inReview', decide: 'approved', withdraw: 'withdrawn' }[act] === state
    await begin({ applications: [{ ...one, state, from: state === 'approved' ? '2026-11-21' : null }] })
    const before = await everything()
    const reply = await acts[act]()
    const isAllowed = isDone || (allowed[act] as readonly string[]).includes(state)
    expect(codeOf(reply)).toBe(isAllowed ? 'accepted' : 'WRONG_STATE')
    if (!isAllowed || isDone) expect(await everything()).toEqual(before)
  })
})
