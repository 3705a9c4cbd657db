import type { Action, Who } from '../../types/contract'
import { meals } from '../../types/meals'
import { people } from '../../types/people'
import { stations } from '../../types/stations'
import { visits } from '../../types/visits'
import { anOrder, aSitting, aVisit, LUNCH, TOMORROW } from '../domain/builders'
import { aCloud, codeOf, type Stock, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'

/** Whom a call is about, as the test knows it; nothing here is computed by the code under test. */
interface About {
  elder?: 'e-wang' | 'e-chen'
  station?: 'st-one' | 'st-two'
  town?: 't-east' | 't-west'
  helper?: string
  asker?: string
}

const actions: Record<string, Action> = Object.fromEntries(
  Object.entries({ people, stations, meals, visits }).flatMap(([area, contract]) =>
    Object.entries(contract).map(([name, action]) => [`${area}.${name}`, action as Action]),
  ),
)

/** What each person is, towards whom. */
const persons: Record<string, (about: About) => Who[]> = {
  nobody: () => ['signedIn'],
  'o-wang': ({ elder }) => ['signedIn', ...when(elder === 'e-wang', 'elder')],
  'o-daughter': ({ elder, asker }) => [
    'signedIn',
    ...when(elder === 'e-wang', 'family:view', 'family:order'),
    ...when(asker === 'o-daughter', 'asker'),
  ],
  'o-viewer': ({ elder }) => ['signedIn', ...when(elder === 'e-wang', 'family:view')],
  'o-stranger': ({ elder, asker }) => [
    'signedIn',
    ...when(elder === 'e-chen', 'family:view', 'family:order'),
    ...when(asker === 'o-stranger', 'asker'),
  ],
  'o-clerk': ({ station }) => ['signedIn', ...when(station === 'st-one', 'clerk')],
  'o-manager': ({ station }) => ['signedIn', ...when(station === 'st-one', 'clerk')],
  'o-other-clerk': ({ station }) => ['signedIn', ...when(station === 'st-two', 'clerk')],
  'o-volunteer': ({ helper }) => ['signedIn', 'volunteer', ...when(helper === 'o-volunteer', 'assigned')],
  'o-second': ({ helper }) => ['signedIn', 'volunteer', ...when(helper === 'o-second', 'assigned')],
  'o-suspended': () => ['signedIn'],
  'o-coordinator': ({ town }) => ['signedIn', ...when(town === 't-east', 'coordinator')],
  'o-other-coordinator': ({ town }) => ['signedIn', ...when(town === 't-west', 'coordinator')],
  'o-supervisor': () => ['signedIn', 'supervisor'],
}

/** The rows: for each action a good call about Wang at station one, and what it turns into with an id swapped. */
interface Row {
  input: object
  about: About
  /** A second side, where the call names nobody and either side will do. */
  orAbout?: About
  scene?: Stock
  /** Input with one id swapped, and whom the call is about then. */
  swaps?: [input: object, about: About][]
  /** Where the list is open to all but names somebody: who may then. */
  who?: Who[]
}

const order = { id: `${LUNCH}_e-wang` }
const otherSitting = 'st-two_2026-11-22_lunch'
const scene: Stock = {
  sittings: [aSitting(), aSitting({ id: otherSitting, stationId: 'st-two' })],
  mealOrders: [
    anOrder(),
    anOrder({
      id: `${otherSitting}_e-chen`,
      sittingId: otherSitting,
      stationId: 'st-two',
      elderId: 'e-chen',
    }),
  ],
}
const empty: Stock = { mealOrders: [] }
const wangs: About = { elder: 'e-wang', station: 'st-one', town: 't-east' }
const chens: About = { elder: 'e-chen', station: 'st-two', town: 't-west' }
const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const mealSwaps: Row['swaps'] = [
  [
    { ...meal, elderId: 'e-chen' },
    { ...wangs, elder: 'e-chen' },
  ],
  [
    { ...meal, sittingId: otherSitting },
    { ...wangs, station: 'st-two' },
  ],
]
const orderSwap = (extra: object = {}): Row['swaps'] => [
  [{ orderId: `${otherSitting}_e-chen`, ...extra }, chens],
]

type VisitState = 'open' | 'claimed' | 'reported'
const visitPair = (state: VisitState): Stock => {
  const helper = (openid: string) =>
    state === 'open' ? null : { openid, name: '某人', kind: 'partyMember' as const }
  return {
    visits: [
      aVisit({ id: 'v-1', state, helper: helper('o-volunteer') }),
      aVisit({
        id: 'v-2',
        state,
        helper: helper('o-second'),
        elderId: 'e-chen',
        stationId: 'st-two',
        townId: 't-west',
        asker: 'o-stranger',
      }),
    ],
  }
}
const visitRow = (state: VisitState, extra: object = {}): Row => ({
  input: { visitId: 'v-1', ...extra },
  about: { ...wangs, asker: 'o-daughter', ...(state !== 'open' && { helper: 'o-volunteer' }) },
  scene: visitPair(state),
  swaps: [
    [
      { visitId: 'v-2', ...extra },
      { ...chens, asker: 'o-stranger', ...(state !== 'open' && { helper: 'o-second' }) },
    ],
  ],
})
const view: Who[] = ['elder', 'family:view']
const wish = { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }
const here = { lng: 120.6, lat: 31.3 }

const rows: Record<string, Row[]> = {
  'people.me': [{ input: {}, about: {} }],
  'people.home': [
    { input: {}, about: {} },
    { input: { elderId: 'e-wang' }, about: wangs, who: view, swaps: [[{ elderId: 'e-chen' }, chens]] },
  ],
  'people.find': [
    {
      input: { stationId: 'st-one', text: '王' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two', text: '王' }, { station: 'st-two' }]],
    },
  ],
  'stations.nearby': [{ input: here, about: {} }],
  'stations.show': [{ input: { stationId: 'st-one' }, about: {} }],
  'meals.sittings': [{ input: { stationId: 'st-one', date: TOMORROW }, about: {} }],
  'meals.quote': [{ input: meal, about: wangs, swaps: mealSwaps }],
  'meals.book': [{ input: meal, about: wangs, scene: empty, swaps: mealSwaps }],
  'meals.bookFor': [
    {
      input: { ...meal, channel: 'phone' },
      about: wangs,
      scene: empty,
      swaps: mealSwaps?.map(([input, about]) => [{ ...input, channel: 'phone' }, about]),
    },
  ],
  'meals.cancel': [{ input: { orderId: order.id }, about: wangs, swaps: orderSwap() }],
  'meals.confirm': [{ input: { orderId: order.id }, about: wangs, swaps: orderSwap() }],
  'meals.refuse': [
    { input: { orderId: order.id, reason: '停电' }, about: wangs, swaps: orderSwap({ reason: '停电' }) },
  ],
  'meals.mine': [
    { input: {}, about: {} },
    { input: { elderId: 'e-wang' }, about: wangs, who: view, swaps: [[{ elderId: 'e-chen' }, chens]] },
  ],
  'meals.queue': [
    {
      input: { stationId: 'st-one', date: TOMORROW },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two', date: TOMORROW }, { station: 'st-two' }]],
    },
  ],
  'meals.waiting': [
    {
      input: { stationId: 'st-one' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two' }, { station: 'st-two' }]],
    },
  ],
  'visits.request': [{ input: wish, about: wangs, swaps: [[{ ...wish, elderId: 'e-chen' }, chens]] }],
  'visits.cancel': [visitRow('open')],
  'visits.mine': [
    { input: {}, about: {} },
    { input: { elderId: 'e-wang' }, about: wangs, who: view, swaps: [[{ elderId: 'e-chen' }, chens]] },
  ],
  // The queue names nobody: every clerk and coordinator of the district has one.
  'visits.queue': [{ input: {}, about: wangs, orAbout: chens }],
  'visits.claim': [visitRow('open')],
  'visits.arrive': [visitRow('claimed')],
  'visits.release': [visitRow('claimed')],
  'visits.report': [visitRow('claimed', { outcome: 'well' })],
  'visits.close': [visitRow('reported')],
}

const cells = Object.entries(rows).flatMap(([name, list]) =>
  list.flatMap(({ input, about, orAbout = {}, swaps = [], who, scene: own }) =>
    [[input, about] as const, ...swaps].map(([sent, then]) => ({
      name,
      sent,
      then,
      orAbout,
      who,
      own,
    })),
  ),
)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

it('has a row for every action of every contract', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(actions).sort())
})

describe.each(cells)('$name with $sent', ({ name, sent, then, orAbout, who, own }) => {
  const allowedTo = who ?? actions[name]?.who ?? []

  it.each(Object.keys(persons))('answers %s as its contract says', async (person) => {
    await cloud.restock(aNeighbourhood({ ...scene, ...own }))
    const before = await everything()
    const tokens = persons[person] ?? (() => [])
    const is: Who[] = ['anyone', ...tokens(then), ...tokens(orAbout)]
    const code = codeOf(await cloud.as(person).call(name as `${string}.${string}`, sent))

    if (allowedTo.some((one) => is.includes(one))) {
      expect(code).toBe('accepted')
    } else {
      expect(code).toBe('FORBIDDEN')
      expect(await everything()).toEqual(before)
    }
  })

  it('answers somebody who is not signed in as its contract says', async () => {
    await cloud.restock(aNeighbourhood({ ...scene, ...own }))
    const code = codeOf(await cloud.as(null).call(name as `${string}.${string}`, sent))
    const isOpen = actions[name]?.who.includes('anyone')
    expect(code).toBe(isOpen ? (who ? 'FORBIDDEN' : 'accepted') : 'NOT_SIGNED_IN')
  })
})

const everything = () => cloud.emulator.engine.dump()

function when(is: boolean, ...who: Who[]): Who[] {
  return is ? who : []
}
