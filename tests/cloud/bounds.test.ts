import { mostADay } from '../../cloudfunctions/_policies/bounds.json'
import type { Action, Who } from '../../types/contract'
import { addDays } from '../../types/days'
import type { Visit } from '../../types/visits'
import { NOW, TODAY } from '../domain/builders'
import { everyAction } from '../every-action'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'
import { versionOf } from './people/privacy/calls'
import { twin } from './twins'
import { writingCalls } from './writing-actions'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ functions: { twin } })
})
afterAll(() => cloud.close())

const actions = new Map<string, Action>(everyAction)

/** Actions of people at home that nobody counts, and why. */
const unbounded: Record<string, string> = {
  'meals.book': 'one meal for each sitting; whoever books again has cancelled first, which is counted',
  'people.seen': 'takes off what is there',
  'people.granted': 'one for each tap at which WeChat asked, and it counts for the caller alone',
  'people.grant': 'a yes of hers is never refused',
  'people.decline': 'one for each ask, and asks are counted',
  'people.declineRest': 'one for each ask, and asks are counted',
  'people.revoke': 'taking back what somebody may do is never refused',
  'people.uninvite': 'one for each invitation, and these are counted',
  'people.accept': 'ten tries an hour',
  'people.erase': 'never refused',
  'people.leave': 'never refused',
  'eligibility.withdraw': 'one for each application, and these are counted',
  'visits.close': 'one for each report',
}
const atHome: readonly Who[] = ['signedIn', 'elder', 'guardian', 'relative', 'asker', 'doer']
const isAtHome = ({ who }: Action) => who.some((one) => atHome.includes(one) || one.startsWith('family:'))

/** How often `openid` has done `what` today. */
const already = (openid: string, what: string, count: number): Stock['dayCounts'] => [
  { id: `${openid}_${TODAY}_${what}`, date: TODAY, count },
]
const full = (openid: string, what: keyof typeof mostADay) => already(openid, what, mostADay[what])

const hard = { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }
const ask = (own: object = {}, openid = 'o-daughter') =>
  cloud.as(openid).call('visits.request', { ...hard, ...own })

it('is decided for every action by which people at home change something', () => {
  const writing = everyAction.filter(([, action]) => action.writes && isAtHome(action))
  const open = writing.flatMap(([name, { daily }]) => (daily ? [] : [name]))
  expect(open.sort()).toEqual(Object.keys(unbounded).sort())
  const counted = new Set(everyAction.flatMap(([, { daily }]) => daily ?? []))
  expect([...counted].sort()).toEqual(Object.keys(mostADay).sort())
})

describe('once an account has done so much of a kind today,', () => {
  const isUncounted = (input: object, { uncounted = {} }: Pick<Action, 'uncounted'>) =>
    Object.entries(uncounted).some(([field, values]) => values.includes(Reflect.get(input, field)))
  const calls = writingCalls.filter(({ name, input }) => {
    const action = actions.get(name)
    return action?.daily && !isUncounted(input, action)
  })
  it.each(calls)('$title is refused with the station’s telephone, and stores nothing', async (call) => {
    const { openid, scene } = call
    const daily = actions.get(call.name)?.daily ?? 'requests'
    const input = daily === 'requests' ? { ...call.input, urgency: 'hard' } : call.input
    await cloud.restock({ ...scene, dayCounts: full(openid, daily) })
    const { tries: _, uploads: _sent, ...before } = cloud.state() // a photo that was looked at stays sealed, as it was sent
    const reply = await cloud.as(openid).call(call.name, input)
    const { tries: __, uploads: __sent, ...after } = cloud.state()
    expect(reply).toMatchObject({
      code: 'TOO_MANY_TODAY',
      detail: { what: daily, stationPhone: '000-0001' },
    })
    expect(after).toEqual(before)

    await cloud.restock({ ...scene, dayCounts: already(openid, daily, mostADay[daily] - 1) })
    expect(codeOf(await cloud.as(openid).call(call.name, input))).toBe('accepted')
    expect((await cloud.stored('dayCounts'))[0]?.count).toBe(mostADay[daily])
  })
  it('has a call for every kind', () => {
    const kinds = new Set(calls.map(({ name }) => actions.get(name)?.daily))
    expect([...kinds].sort()).toEqual(Object.keys(mostADay).sort())
  })
})

describe('an account that has asked for many visits today', () => {
  const scene = aNeighbourhood({ dayCounts: full('o-daughter', 'requests') })
  beforeEach(() => cloud.restock(scene))

  it('is heard when it is urgent, and makes one urgent that waits', async () => {
    expect(codeOf(await ask())).toBe('TOO_MANY_TODAY')
    expect(codeOf(await ask({ urgency: 'urgent', when: 'now' }))).toBe('accepted')
    await ask({}, 'o-wang')
    expect(accepted<Visit>(await ask({ urgency: 'urgent' }))).toMatchObject({ urgency: 'urgent' })
  })

  it('still gets what it got, asked for again', async () => {
    const dayCounts = already('o-daughter', 'requests', mostADay.requests - 1)
    await cloud.restock(aNeighbourhood({ dayCounts }))
    const first = accepted<Visit>(await ask({ key: 'one-wish' }))
    expect(accepted<Visit>(await ask({ key: 'one-wish' }))).toEqual(first)
    expect(accepted<Visit>(await ask())).toEqual(first)
    expect(codeOf(await ask({ reason: '还要买菜' }))).toBe('TOO_MANY_TODAY')
  })

  it('leaves others as they were, also those at the counter, and asks again tomorrow', async () => {
    expect(codeOf(await ask({}, 'o-wang'))).toBe('accepted')
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24 * 60 * 60_000))
    expect(codeOf(await ask())).toBe('accepted')
  })
})

describe('a consent that is given and withdrawn again and again', () => {
  const say = (isGiven: boolean) =>
    cloud.as('o-wang').call('people.consent', {
      elderId: 'e-wang',
      agreed: { purpose: 'category', version: versionOf('category') },
      isGiven,
    })

  it('is withdrawn whenever she wants, and given no more once she has given so many today', async () => {
    await cloud.restock(aNeighbourhood({ dayCounts: already('o-wang', 'consents', mostADay.consents - 1) }))
    expect(codeOf(await say(false))).toBe('accepted')
    expect(codeOf(await say(true))).toBe('accepted')
    expect(codeOf(await say(true))).toBe('accepted') // it changes nothing
    expect(codeOf(await say(false))).toBe('accepted')
    const lines = await cloud.stored('consents')
    expect(codeOf(await say(true))).toBe('TOO_MANY_TODAY')
    expect(codeOf(await say(false))).toBe('accepted')
    expect(await cloud.stored('consents')).toEqual(lines)
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24 * 60 * 60_000))
    expect(codeOf(await say(true))).toBe('accepted')
  })

  it('is given on paper however often: a clerk is asked by somebody else each time', async () => {
    await cloud.restock(aNeighbourhood({ dayCounts: already('o-clerk', 'consents', mostADay.consents) }))
    expect(codeOf(await say(false))).toBe('accepted')
    const reply = await cloud.as('o-clerk').call('people.consent', {
      elderId: 'e-wang',
      agreed: { purpose: 'category', version: versionOf('category') },
      isGiven: true,
      paper: { how: 'paper', form: '2026-009', witness: '李站长' },
    })
    expect(codeOf(reply)).toBe('accepted')
  })
})

it('counts nothing that staff do as staff', async () => {
  await cloud.restock(aNeighbourhood({ dayCounts: full('o-clerk', 'requests') }))
  expect(codeOf(await ask({ channel: 'phone' }, 'o-clerk'))).toBe('accepted')
  expect(await cloud.stored('dayCounts')).toEqual(full('o-clerk', 'requests'))
})

it('costs one call, two for the first of the day', async () => {
  const callsOf = async (own: object) => {
    cloud.emulator.gateway.counts.reset()
    accepted(await ask(own))
    return cloud.emulator.gateway.counts.total('database.')
  }
  await cloud.restock(aNeighbourhood())
  accepted(await ask({ channel: 'phone' }, 'o-clerk')) // what is trusted for a minute is read by now
  const uncounted = await callsOf({ urgency: 'worry', when: addDays(TODAY, 1) }).then((calls) => calls - 2)
  expect(await callsOf({ when: addDays(TODAY, 2) })).toBe(uncounted + 1)
})

describe('thirty requests at once, where there is room for five,', () => {
  const room = 5
  const days = Array.from({ length: 30 }, (_, nth) => addDays(TODAY, nth + 1))
  const scene = aNeighbourhood({
    dayCounts: already('o-daughter', 'requests', mostADay.requests - room),
  })
  const count = (replies: readonly string[], code: string) => replies.filter((one) => one === code).length

  it('are five and no more; the twin that looks first and counts then lets more pass', async () => {
    await cloud.restock(scene)
    const codes = (await Promise.all(days.map((when) => ask({ when })))).map(codeOf)
    expect([count(codes, 'accepted'), count(codes, 'TOO_MANY_TODAY')]).toEqual([room, days.length - room])
    expect(await cloud.stored('visits')).toHaveLength(room)

    await cloud.restock(scene)
    const id = `o-daughter_${TODAY}_requests`
    const passed = await Promise.all(
      days.map(() => cloud.as('o-daughter').call('twin.count', { id, most: mostADay.requests })),
    )
    expect(passed.filter((reply) => accepted<{ isGiven: boolean }>(reply).isGiven).length).toBeGreaterThan(
      room,
    )
  })

  it('are thirty where it is the first of the day: each of them is counted', async () => {
    await cloud.restock(aNeighbourhood())
    const codes = (await Promise.all(days.map((when) => ask({ when })))).map(codeOf)
    expect(count(codes, 'accepted')).toBe(days.length)
    expect((await cloud.stored('dayCounts'))[0]?.count).toBe(days.length)
  })
})
