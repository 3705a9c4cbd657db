import { answerDays } from '../../../../cloudfunctions/_policies/asks.json'
import bounds from '../../../../cloudfunctions/_policies/bounds.json'
import { addDays } from '../../../../types/days'
import { most } from '../../../../types/limits'
import { pageSize } from '../../../../types/paging'
import type { AskAtStation, Circle } from '../../../../types/people/circle'
import { anInvitation, aRelation, NOW, TODAY } from '../../../domain/builders'
import { aCloud, nightly, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { ASKED, callsOf, memberOf, paper } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, me, ask, relation } = callsOf(() => cloud)
const since = (nth: number) => new Date(Date.UTC(2026, 10, 20) + nth * 1000).toISOString()
/** So many strangers who ask for the same elder under one name. */
const strangers = (count: number, elder = wang) =>
  Array.from({ length: count }, (_, nth) =>
    aRelation(elder, `o-junk-${nth}`, {
      state: 'asked',
      name: '李敏',
      granted: null,
      since: since(nth),
      asksElder: elder.openid !== null,
    }),
  )

describe('an elder whom thirty strangers ask', () => {
  beforeEach(() => cloud.restock(aNeighbourhood({ relations: strangers(pageSize.asked) })))

  it('is asked by her grandchild all the same, and finds all of them, the grandchild on the next page', async () => {
    expect((await ask()).state).toBe('asked')
    const first = await by<Circle>('o-wang', 'circle', { elderId: 'e-wang' })
    expect([first.waiting, first.members.length]).toEqual([pageSize.asked + 1, pageSize.asked])
    const second = await by<Circle>('o-wang', 'circle', { elderId: 'e-wang', after: first.next })
    expect(second).toMatchObject({ waiting: pageSize.asked + 1, next: null })
    expect(second.members).toMatchObject([{ id: ASKED, state: 'asked' }])
    await by('o-wang', 'grant', { memberId: ASKED, scopes: ['view'] })
    expect((await me('o-new')).elders).toMatchObject([{ id: 'e-wang' }])
  })

  it('says no to each by one call, and the next one moves up', async () => {
    await ask()
    const declined = await by<Circle>('o-wang', 'decline', { memberId: memberOf('e-wang', 'o-junk-0') })
    expect(declined).toMatchObject({ waiting: pageSize.asked, next: null })
    expect(declined.members).toContainEqual(expect.objectContaining({ id: ASKED, state: 'asked' }))
  })
})

it('keeps the one who asked first on her home page, and counts the others', async () => {
  await ask()
  for (let nth = 0; nth < 12; nth++) await ask(`o-junk-${nth}`, { name: '李敏' })
  const { asks, asking } = await me('o-wang')
  expect(asks[0]?.memberId).toBe(ASKED)
  expect([asks.length, asking]).toEqual([10, 13])
})

it('keeps whom she once let in above those whom she never did', async () => {
  const once = aRelation(wang, 'o-once', { state: 'revoked', since: '2026-01-01T00:00:00.000Z' })
  const junk = strangers(40).map((one) => ({ ...one, state: 'declined' as const }))
  await cloud.restock(aNeighbourhood({ relations: [once, ...junk] }))
  const { members } = await by<Circle>('o-wang', 'circle', { elderId: 'e-wang' })
  expect(members.map(({ state }) => state)).toEqual([
    'revoked',
    ...Array.from({ length: pageSize.declined }, () => 'declined'),
  ])
  expect(members[0]?.id).toBe(once.id)
})

it('shows an invitation that works, however many have expired', async () => {
  const old = Array.from({ length: pageSize.circle }, (_, nth) =>
    anInvitation({ id: String(10_000_000 + nth), expiresAt: '2026-11-01T00:00:00.000Z', byOpenid: 'o-wang' }),
  )
  await cloud.restock(
    aNeighbourhood({ invitations: [...old, anInvitation({ id: '99999990', byOpenid: 'o-wang' })] }),
  )
  const { invitations } = await by<Circle>('o-wang', 'circle', { elderId: 'e-wang' })
  expect(invitations.map(({ code }) => code)).toEqual(['99999990'])
})

describe('an elder for whom too many have asked today', () => {
  const full = { date: TODAY, count: bounds.asksOfOneElderADay }
  beforeEach(() => cloud.restock(aNeighbourhood({ elders: [{ ...wang, asksOn: full }, chen] })))

  it('is not asked again until tomorrow, and the station’s telephone is told', async () => {
    expect(await cloud.as('o-new').call('people.ask', askOf())).toMatchObject({
      code: 'TOO_MANY_TODAY',
      detail: { what: 'asks', isOfHer: true, stationPhone: '000-0001' },
    })
    expect(await relation(ASKED)).toBeUndefined()
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24 * 60 * 60_000))
    expect((await ask()).state).toBe('asked')
  })

  it('lets a relative in at the counter at any time, without an ask', async () => {
    const wanted = { kind: 'family', relation: 'grandchild', scopes: ['view', 'order'] }
    const { code } = await by<{ code: string }>('o-clerk', 'invite', {
      elderId: 'e-wang',
      for: wanted,
      paper,
    })
    await by('o-new', 'accept', { code, name: '王小强' })
    expect((await me('o-new')).elders).toMatchObject([{ id: 'e-wang' }])
  })

  const askOf = () => ({
    by: { code: wang.code },
    relation: 'grandchild',
    scopes: ['view'],
    name: '王小强',
  })
})

describe('at a station', () => {
  const junk = strangers(3, chen)
  beforeEach(() => cloud.restock(aNeighbourhood({ relations: junk })))
  const asked = () =>
    by<{ asks: AskAtStation[]; waiting: number }>('o-other-clerk', 'asked', { stationId: 'st-two' })

  it('a no needs no paper, and a yes still does', async () => {
    const [first] = junk
    await by('o-other-clerk', 'decline', { memberId: first?.id })
    expect((await asked()).waiting).toBe(2)
    expect(await codeBy('o-other-clerk', 'grant', { memberId: first?.id, scopes: ['view'] })).toBe(
      'EVIDENCE_MISSING',
    )
    const grant = { memberId: first?.id, scopes: ['view'], paper }
    expect(await codeBy('o-other-clerk', 'grant', grant)).toBe('accepted')
  })

  it('a no is said by nobody for their own kin', async () => {
    const accounts = (aNeighbourhood().accounts ?? []).map((one) =>
      one.id === 'o-other-clerk'
        ? {
            ...one,
            relations:
              (aNeighbourhood().accounts ?? []).find(({ id }) => id === 'o-stranger')?.relations ?? [],
          }
        : one,
    )
    await cloud.restock(aNeighbourhood({ accounts, relations: junk }))
    expect(await codeBy('o-other-clerk', 'decline', { memberId: junk[0]?.id })).toBe('NOT_YOUR_STEP')
  })

  it('news of strangers push no other news off a home page', async () => {
    const real = Array.from({ length: most.notices }, (_, nth) => ({
      ...{
        id: `m-${nth}`,
        kind: 'visitNeeds' as const,
        elderId: 'e-chen',
        ref: `v-${nth}`,
        at: NOW.toISOString(),
      },
    }))
    const accounts = (aNeighbourhood().accounts ?? []).map((one) =>
      one.id === 'o-other-clerk' ? { ...one, notices: real } : one,
    )
    await cloud.restock(aNeighbourhood({ accounts }))
    cloud.emulator.gateway.grants.refuseFor(['o-other-clerk'])
    await ask('o-new', { by: { code: chen.code } })
    expect((await cloud.one('accounts', 'o-other-clerk'))?.notices).toEqual(real)
  })
})

it('asks that waited at the station beyond a page are hers too, once she has a phone of her own', async () => {
  const elder = { ...wang, openid: null }
  const invitations = [
    anInvitation({
      id: '55550009',
      kind: 'self',
      relation: null,
      scopes: [],
      byOpenid: 'o-clerk',
      paper: { how: 'paper' as const, form: '1', witness: '李站长' },
    }),
  ]
  const accounts = (aNeighbourhood().accounts ?? []).filter(({ id }) => id !== 'o-wang')
  await cloud.restock(
    aNeighbourhood({ elders: [elder, chen], accounts, invitations, relations: strangers(40, elder) }),
  )
  await by('o-own', 'accept', { code: '55550009' })
  const left = (await cloud.stored('relations')).filter(({ asksElder }) => !asksElder)
  expect(left).toEqual([])
  expect((await by<Circle>('o-own', 'circle', { elderId: 'e-wang' })).waiting).toBe(40)
})

describe('an elder whom more strangers ask than her account keeps', () => {
  const CONTACT = { name: '王 小强', relation: 'grandchild' as const, sealed: 's', masked: '138****0001' }
  const daughters = { ...wang, contacts: [CONTACT] }
  const many = strangers(130)
  const keeping = (aNeighbourhood().accounts ?? []).map((one) =>
    one.id === 'o-wang'
      ? {
          ...one,
          asks: many
            .slice(0, 100)
            .map(({ id, name, relation: kind }) => ({ memberId: id, name, relation: kind })),
        }
      : one,
  )
  const scene = aNeighbourhood({ elders: [daughters, chen], accounts: keeping, relations: many })
  const circle = (after?: string | null) =>
    by<Circle>('o-wang', 'circle', { elderId: 'e-wang', ...(after && { after }) })
  const declineRest = (own: object = {}, openid = 'o-wang') =>
    by<Circle>(openid, 'declineRest', { elderId: 'e-wang', until: NOW.toISOString(), ...own })
  beforeEach(() => cloud.restock(scene))

  it('reads how many ask, also once all are answered whom it keeps', async () => {
    await ask('o-new', { name: '赵芳' })
    expect((await me('o-wang')).asking).toBe(131)
    for (const { id } of many.slice(0, 100)) await by('o-wang', 'decline', { memberId: id })
    const { asks, asking } = await me('o-wang')
    expect([asks.length, asking]).toEqual([10, 31])
    const home = await by<{ me: { asking: number } }>('o-wang', 'home', {})
    expect(home.me.asking).toBe(31)
  })

  it('finds first whom her contacts name, on her home page and in her circle, and everybody else once', async () => {
    await ask('o-new', { name: '王小强' })
    expect((await me('o-wang')).asks[0]?.memberId).toBe(ASKED)
    const ids: string[] = []
    for (let after: string | null = null; ; ) {
      const page: Circle = await circle(after)
      expect(page).toMatchObject({ waiting: 131, strangers: 130 })
      ids.push(...page.members.flatMap(({ id, state }) => (state === 'asked' ? [id] : [])))
      after = page.next
      if (after === null) break
    }
    expect(ids).toEqual([ASKED, ...many.map(({ id }) => id)])
  })

  it('says no to all the rest, ten by one call, and not to whom her contacts name nor to who asks since', async () => {
    await ask('o-new', { name: '王小强' })
    let left = await declineRest()
    expect(left).toMatchObject({ waiting: 121, strangers: 120 })
    cloud.emulator.clock.set(new Date(NOW.getTime() + 60_000))
    await ask('o-late', { name: '赵芳' })
    for (let calls = 0; (left.strangers ?? 0) > 1 && calls < 20; calls++) left = await declineRest()
    expect(left).toMatchObject({ waiting: 2, strangers: 1 })
    expect(await relation(ASKED)).toMatchObject({ state: 'asked', isKnown: true })
    expect(await relation(memberOf('e-wang', 'o-late'))).toMatchObject({ state: 'asked' })
    expect((await me('o-wang')).asking).toBe(2)
    const said = (await cloud.stored('auditLog')).filter(({ action }) => action === 'people.declineRest')
    expect(said).toHaveLength(130)
  })

  it('says no by nobody else’s tap', async () => {
    expect(await codeBy('o-stranger', 'declineRest', { elderId: 'e-wang', until: NOW.toISOString() })).toBe(
      'FORBIDDEN',
    )
  })
})

describe('an ask that nobody answers', () => {
  const kept = addDays(TODAY, -answerDays)
  const at = (date: string) => `${date}T04:00:00.000Z`
  const night = () => cloud.emulator.timers.fire('scheduler', 'sweep')
  let log: jest.SpyInstance
  beforeAll(() => {
    log = jest.spyOn(console, 'log').mockImplementation(() => {})
  })
  afterAll(() => log.mockRestore())

  it('lapses in the night after its time; its asker reads so and may ask again', async () => {
    await ask()
    const [asked] = (await cloud.stored('relations')).filter(({ id }) => id === ASKED)
    if (!asked) throw new Error('nobody has asked')
    const accounts = await cloud.stored('accounts')
    const aged = (since: string) =>
      cloud.restock(aNeighbourhood({ accounts, relations: [{ ...asked, since }] }))
    await aged(at(kept))
    await night()
    expect((await relation(ASKED))?.state).toBe('asked')
    await aged(at(addDays(kept, -1)))
    await night()
    expect((await relation(ASKED))?.state).toBe('lapsed')
    expect((await me('o-wang')).asking).toBe(0)
    expect((await by<Circle>('o-wang', 'circle', { elderId: 'e-wang' })).members).toEqual([])
    expect((await me('o-new')).asked).toMatchObject([{ state: 'lapsed', elderId: 'e-wang' }])
    expect((await ask()).state).toBe('asked')
    expect((await me('o-wang')).asking).toBe(1)
  })

  it('is left as it was answered', async () => {
    const old = at(addDays(kept, -1))
    const answered = (['granted', 'declined', 'revoked'] as const).map((state) =>
      aRelation(wang, `o-${state}`, { state, since: old }),
    )
    await cloud.restock(aNeighbourhood({ relations: answered }))
    await night()
    const states = (await cloud.stored('relations')).map(({ state }) => state)
    expect(states.sort()).toEqual(['declined', 'granted', 'revoked'])
  })
})
