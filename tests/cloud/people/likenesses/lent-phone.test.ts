import { personOf } from '../../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../../types/ids'
import type { MealOrder } from '../../../../types/meals/orders'
import type { Home, Me } from '../../../../types/people'
import type { Visit } from '../../../../types/visits'
import {
  aLikeness,
  aMember,
  anElder,
  anElderAccount,
  anOrder,
  aRelation,
  aRelative,
  aVisit,
  LUNCH,
  NOW,
} from '../../../domain/builders'
import { aCloud, accepted, codeOf, nightly, type Stock, type TestCloud } from '../../a-cloud'
import { expectIntegrity } from '../../integrity'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { again, registeredTwice } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
  about = callsAbout(cloud)
})
afterAll(() => cloud.close())

const HOUR = 3_600_000
const later = (hours: number) => cloud.emulator.clock.set(new Date(NOW.getTime() + hours * HOUR))
const phoned = { ...again, openid: 'o-again', room: '808' }
const returned = { id: 'e-wang_extremePoverty', category: 'extremePoverty' as const, label: '特困' }
const phoneless = { ...wang, openid: null, returned: [{ ...returned, told: [], isHers: true }] }
/** Wang has no phone of her own, and a second registration has one; both are said to be one person. */
async function begin(own: Stock = {}): Promise<void> {
  const { accounts = [], ...stock } = registeredTwice(own)
  const others = accounts.filter(({ id }) => id !== 'o-wang')
  await cloud.restock(
    aNeighbourhood({
      ...stock,
      elders: [phoneless, phoned, chen],
      accounts: [...others, anElderAccount('o-again', phoned)],
    }),
  )
  accepted(await about.join())
}
const ask = (name: `${string}.${string}`, input: object) => cloud.as('o-again').call(name, input)
const fell = { urgency: 'urgent', reason: '我摔倒了', when: 'now' }
const member = relationId('e-wang', personOf('o-son'))
const agreed = { purpose: 'health', version: 'health-2026-11' }
const refused = {
  erase: ['people.erase', { elderId: 'e-wang' }],
  'erase by the other id': ['people.erase', { elderId: 'e-again' }],
  reveal: ['people.reveal', { elderId: 'e-wang', field: 'phone', reason: '看看' }],
  file: ['people.file', { elderId: 'e-wang' }],
  copy: ['people.copy', { elderId: 'e-wang', part: 'person' }],
  log: ['people.log', { elderId: 'e-wang' }],
  card: ['people.card', { elderId: 'e-wang' }],
  circle: ['people.circle', { elderId: 'e-wang' }],
  invite: [
    'people.invite',
    { elderId: 'e-wang', for: { kind: 'family', relation: 'son', scopes: ['view'] } },
  ],
  grant: ['people.grant', { memberId: member, scopes: ['view', 'order', 'health', 'log'] }],
  decline: ['people.decline', { memberId: member }],
  revoke: ['people.revoke', { memberId: relationId('e-wang', personOf('o-daughter')) }],
  consent: ['people.consent', { elderId: 'e-wang', agreed, isGiven: false }],
  correct: ['people.correct', { elderId: 'e-wang', changes: { phone: '13800003333' } }],
  move: [
    'people.move',
    { elderId: 'e-wang', stationId: 'st-two', from: '2026-11-21', building: '别处', room: null, place: null },
  ],
} satisfies Record<string, [`people.${string}`, object]>

describe('a phone that became hers by a joining, as long as that can be taken back', () => {
  beforeEach(() => begin())

  it.each(Object.entries(refused))(
    'is refused to %s, and told until when and whom to ring',
    async (_, [name, input]) => {
      const before = cloud.state()
      expect(await ask(name, input)).toMatchObject({
        code: 'JOINED_LATELY',
        detail: {
          ...{ until: (await cloud.one('elders', 'e-wang'))?.phoneLentUntil },
          ...{ stationName: '一号驿站', stationPhone: '000-0001' },
        },
      })
      expect(cloud.state()).toEqual(before)
    },
  )

  it('books, cancels, sees the meals and asks for a visit', async () => {
    const order = accepted<MealOrder>(await about.book('o-again'))
    expect(order.elderId).toBe('e-wang')
    expect(accepted<MealOrder[]>(await ask('meals.mine', {}))).toHaveLength(1)
    accepted(await ask('meals.cancel', { orderId: order.id }))
    const wish = { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }
    const visit = accepted<Visit>(await ask('visits.request', wish))
    expect(accepted<{ visits: Visit[] }>(await ask('visits.mine', {})).visits).toHaveLength(1)
    accepted(await ask('visits.show', { visitId: visit.id }))
    accepted(await ask('visits.cancel', { visitId: visit.id }))
  })

  it('is hers once nobody can take it back', async () => {
    later(24.1)
    expect(codeOf(await about.undo())).toBe('UNDO_CLOSED')
    accepted(await ask('people.file', { elderId: 'e-wang' }))
    accepted(await ask('people.grant', { memberId: member, scopes: ['view'] }))
    expect(accepted<Home>(await ask('people.home', {})).returned).toHaveLength(1)
  })
})

describe('what others asked for and found', () => {
  it('is not told to such a phone', async () => {
    const visits = [
      aVisit({ id: 'v-calm' }),
      aVisit({ id: 'v-alarming', state: 'escalated', alarm: 'emergency' }),
    ]
    await begin({ visits, mealOrders: [anOrder()] })
    expect(accepted<{ visits: Visit[] }>(await ask('visits.mine', {})).visits).toEqual([])
    expect(codeOf(await ask('visits.show', { visitId: 'v-calm' }))).toBe('JOINED_LATELY')
    const home = accepted<Home>(await ask('people.home', {}))
    expect(home).toMatchObject({ alarms: [], visit: null, returned: [], me: { asks: [], asking: 0 } })
    expect(accepted<MealOrder[]>(await ask('meals.mine', {}))).toHaveLength(1)
  })

  it.each(['hard', 'urgent'])('reaches such a phone with no message either: %s', async (urgency) => {
    const wish = { elderId: 'e-wang', urgency, reason: '买药', when: 'today', channel: 'counter' }
    const told = async () =>
      (await cloud.stored('messages')).filter((one) => JSON.stringify(one).includes('o-again')).length
    await begin()
    accepted(await cloud.as('o-clerk').call('visits.request', wish))
    expect(await told()).toBe(0)
    later(24.1)
    accepted(await cloud.as('o-clerk').call('visits.request', wish))
    expect(await told()).toBeGreaterThan(0)
  })

  it('is told to it for whom its owner acts beside', async () => {
    const husband = anElder({ id: 'e-husband', circle: ['o-again'], code: '78901234' })
    const { accounts = [], relations = [], ...stock } = registeredTwice()
    const kin = aRelative('o-again', husband, ['view'])
    await cloud.restock(
      aNeighbourhood({
        ...stock,
        elders: [phoneless, phoned, chen, husband],
        relations: [...relations, aRelation(husband, 'o-again')],
        accounts: [
          ...accounts.filter(({ id }) => id !== 'o-wang'),
          { ...kin, self: anElderAccount('o-again', phoned).self },
        ],
        visits: [aVisit({ id: 'v-hers' }), aVisit({ id: 'v-his', elderId: 'e-husband' })],
      }),
    )
    accepted(await about.join())
    const mine = accepted<{ visits: Visit[] }>(await ask('visits.mine', {})).visits
    expect(mine.map(({ id }) => id)).toEqual(['v-his'])
  })
})

describe('whoever asks her meanwhile', () => {
  it('is answered at her station, and on the phone once it is hers', async () => {
    await begin()
    const waiting = async () =>
      accepted<{ asks: { id: string }[] }>(
        await about.call('o-clerk', 'people.asked', { stationId: 'st-one' }),
      ).asks
    expect(await waiting()).toMatchObject([{ id: member }])
    later(24.1)
    const me = accepted<Me>(await ask('people.me', {}))
    expect(me.asks).toMatchObject([{ memberId: member }])
  })
})

describe('people.undoJoin', () => {
  const invite = {
    elderId: 'e-wang',
    for: { kind: 'self' },
    paper: { how: 'paper', form: '1', witness: '李' },
  }
  const code = async () =>
    accepted<{ code: string }>(await about.call('o-clerk', 'people.invite', invite)).code

  it('leaves nobody whom such a phone let in, and gives it back', async () => {
    await begin()
    const circle = (await cloud.one('elders', 'e-wang'))?.circle
    for (const [name, input] of [refused.grant, refused.invite])
      expect(codeOf(await ask(name, input))).toBe('JOINED_LATELY')
    accepted(await about.undo())
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: null, circle })
    expect(await cloud.one('elders', 'e-wang')).not.toHaveProperty('phoneLentUntil')
    expect(await cloud.one('accounts', 'o-again')).toMatchObject({ self: { elderId: 'e-again' }, asks: [] })
    expect((await cloud.one('accounts', 'o-again'))?.self).not.toHaveProperty('phoneLentUntil')
    accepted(await ask('people.file', { elderId: 'e-again' }))
    expect(await cloud.stored('invitations')).toEqual([])
  })

  it('leaves a phone lent that another registration has lent', async () => {
    await begin()
    const pairId = 'e-third_e-wang'
    const third = anElder({ id: 'e-third', code: '67890123' })
    const pair = aLikeness({ id: pairId, elderId: 'e-third' })
    await cloud.emulator.engine.seed('elders', [{ ...third, _id: third.id }])
    await cloud.emulator.engine.seed('likenesses', [{ ...pair, _id: pair.id }])
    accepted(await about.join({ pairId }))
    accepted(await about.undo({ pairId }))
    expect(codeOf(await ask(...refused.file))).toBe('JOINED_LATELY')
    accepted(await about.undo())
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: null })
    expect(await cloud.one('elders', 'e-wang')).not.toHaveProperty('phoneLentUntil')
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ openid: 'o-again' })
  })

  it('leaves the phone to her to whom a clerk has given it since', async () => {
    await begin()
    accepted(await ask('people.accept', { code: await code() }))
    accepted(await ask('people.file', { elderId: 'e-wang' }))
    accepted(await about.undo())
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: 'o-again' })
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ openid: null })
    expect(await cloud.one('accounts', 'o-again')).toMatchObject({ self: { elderId: 'e-wang' } })
  })

  it('gives the phone back where she has another one by now', async () => {
    await begin()
    accepted(await about.call('o-new', 'people.accept', { code: await code() }))
    expect((await cloud.one('accounts', 'o-again'))?.self).toBeNull()
    accepted(await about.undo())
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ openid: 'o-new' })
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ openid: 'o-again' })
    expect(await cloud.one('accounts', 'o-again')).toMatchObject({ self: { elderId: 'e-again' } })
  })

  it('keeps what was booked with it', async () => {
    await begin()
    accepted(await about.book('o-again'))
    accepted(await about.undo())
    expect(await cloud.one('mealOrders', `${LUNCH}_e-wang`)).toMatchObject({ elderId: 'e-wang' })
  })
})

describe('visits.request with a phone that is lent', () => {
  const request = (openid: string, own: object = {}) =>
    cloud.as(openid).call('visits.request', { elderId: 'e-wang', ...fell, ...own })
  const asked = async (openid: string, own: object = {}) => accepted<Visit>(await request(openid, own))
  const mine = async () =>
    accepted<{ visits: Visit[] }>(await ask('visits.mine', {})).visits.map(({ id }) => id)
  const told = async (kind: string) =>
    (await cloud.stored('messages'))
      .filter((one) => one.kind === kind)
      .flatMap(({ to }) => to.map(({ openid }) => openid))

  it('brings somebody to the door of whoever calls, and stays so whatever becomes of the joining', async () => {
    await begin()
    const { id } = await asked('o-again')
    const hers = { elderId: 'e-again', elderName: phoned.name, room: '808', state: 'open' }
    expect(await cloud.one('visits', id)).toMatchObject(hers)
    expect(await mine()).toEqual([id])
    expect(accepted<Home>(await ask('people.home', {})).alarms).toMatchObject([{ id }])
    accepted(await about.undo())
    expect(await cloud.one('visits', id)).toMatchObject(hers)
    expect(await mine()).toEqual([id])
    accepted(await ask('visits.cancel', { visitId: id }))
    expectIntegrity(cloud)
  })

  it('is told to the families of both', async () => {
    await begin()
    await asked('o-again')
    expect(await told('visitUrgent')).toEqual(
      expect.arrayContaining(['o-clerk', 'o-coordinator', 'o-daughter', 'o-son']),
    )
  })

  const byHelper = (visitId: string, act: string, input: object = {}) =>
    cloud.as('o-volunteer').call(`visits.${act}`, { visitId, ...input })
  it.each([
    ['asked for', []],
    ['raised since, and asked for before', []],
    ['found', [['claim'], ['arrive'], ['report', { outcome: 'emergency', ambulanceCalled: true }]]],
    ['calm, and found', [['claim'], ['arrive'], ['report', { outcome: 'noAnswer' }]]],
  ] as const)(
    'is no alarm of the other one: her family is told once they are parted: %s',
    async (how, acts) => {
      const calm = { urgency: 'hard', when: 'now' } as const
      const isEarlier = how.startsWith('raised')
      await begin(
        isEarlier
          ? { visits: [aVisit({ ...calm, id: 'v-calm', elderId: 'e-again', asker: 'o-again' })] }
          : {},
      )
      const { id } = await asked('o-again', how.startsWith('calm') ? calm : {})
      for (const [act, input] of acts) accepted(await byHelper(id, act, input))
      expect([...(await told('visitUrgent')), ...(await told('visitAlarm'))]).toContain('o-daughter')
      accepted(await about.undo())
      const heard = await told('visitMistaken')
      expect(heard).toContain('o-daughter')
      for (const openid of ['o-son', 'o-again', 'o-clerk', 'o-volunteer']) expect(heard).not.toContain(openid)
      expect(new Set(heard).size).toBe(heard.length)
    },
  )

  it.each([
    ['o-again', 'o-daughter'],
    ['o-daughter', 'o-again'],
  ] as const)('mixes nothing of what two say who may be two: %s first', async (first, second) => {
    await begin()
    const words = { 'o-again': '我摔倒了', 'o-daughter': '妈妈的药断了' }
    const calm = { urgency: 'hard', when: 'today' }
    const wish = (openid: keyof typeof words) => ({
      reason: words[openid],
      ...(openid === 'o-daughter' && calm),
    })
    await asked(first, wish(first))
    await asked(second, wish(second))
    const visits = (await cloud.stored('visits')).map(({ elderId, reason, urgency, asker }) => [
      elderId,
      reason,
      urgency,
      asker,
    ])
    expect(visits.sort()).toEqual([
      ['e-again', words['o-again'], 'urgent', 'o-again'],
      ['e-wang', words['o-daughter'], 'hard', 'o-daughter'],
    ])
    expect(JSON.stringify(await ask('visits.mine', {}))).not.toContain(words['o-daughter'])
  })

  it('is taken back by nobody who knows her under the other registration alone, as long as they can be parted', async () => {
    await begin()
    const { id } = await asked('o-again')
    const cancel = (openid: string) => cloud.as(openid).call('visits.cancel', { visitId: id })
    const before = cloud.state()
    expect(codeOf(await cancel('o-daughter'))).toBe('STILL_ALARMING')
    expect(cloud.state()).toEqual(before)
    const me = accepted<Me>(await cloud.as('o-daughter').call('people.me'))
    expect(me.elders).toMatchObject([{ id: 'e-wang', joined: ['e-again'] }])
    later(24.1)
    accepted(await cancel('o-daughter'))
  })

  it.each([phoned, { ...again, openid: 'o-again', seen: null }])(
    'is taken back on no phone of the other one either, seen or not',
    async (leaves) => {
      await cloud.restock(
        aNeighbourhood({
          ...registeredTwice(),
          elders: [wang, leaves, chen],
          accounts: [...(registeredTwice().accounts ?? []), anElderAccount('o-again', leaves)],
        }),
      )
      accepted(await about.join())
      const { id } = await asked('o-again', { elderId: 'e-again' })
      expect(await cloud.one('visits', id)).toMatchObject({ elderId: 'e-again' })
      const cancel = { visitId: id }
      expect(codeOf(await cloud.as('o-wang').call('visits.cancel', cancel))).toBe('STILL_ALARMING')
      accepted(await ask('visits.cancel', cancel))
    },
  )

  it('is taken back by staff, and whoever called hears of it', async () => {
    await begin()
    const { id } = await asked('o-again')
    accepted(await cloud.as('o-clerk').call('visits.cancel', { visitId: id }))
    expect(await told('visitCalledOff')).toContain('o-again')
  })

  it('is refused by no consent that the other one took back', async () => {
    await begin()
    const service = { purpose: 'service', version: 'service-2026-11' }
    const paper = { how: 'paper', form: '1', witness: '李' }
    const no = { elderId: 'e-wang', agreed: service, isGiven: false, paper }
    accepted(await about.call('o-clerk', 'people.consent', no))
    expect(await asked('o-again')).toMatchObject({ elderId: 'e-again' })
  })

  it('is hers from a page that was opened before they were parted', async () => {
    await begin()
    accepted(await about.undo())
    expect(await asked('o-again')).toMatchObject({ elderId: 'e-again' })
    expect(codeOf(await cloud.as('o-chen').call('visits.request', { elderId: 'e-wang', ...fell }))).toBe(
      'FORBIDDEN',
    )
  })

  it('is hers from no page that is older', async () => {
    await begin()
    accepted(await about.undo())
    later(24.1)
    expect(codeOf(await request('o-again'))).toBe('FORBIDDEN')
  })

  it('goes where it is sent by whoever may send it there, whose own registration was once taken for hers', async () => {
    const clerk = { ...aMember('o-again', 'clerk', 'st-one'), self: anElderAccount('o-again', phoned).self }
    const parted = aLikeness({ decided: { by: '某人', at: NOW.toISOString() } })
    const { accounts = [], ...scene } = registeredTwice()
    await cloud.restock(
      aNeighbourhood({
        ...scene,
        elders: [wang, phoned, chen],
        accounts: [...accounts, clerk],
        likenesses: [parted],
      }),
    )
    expect(await asked('o-again')).toMatchObject({ elderId: 'e-wang' })
  })

  it('is for the one that stays once nobody can take it back', async () => {
    await begin()
    later(24.1)
    expect(await asked('o-again')).toMatchObject({ elderId: 'e-wang' })
  })
})

describe('what staff do for her', () => {
  it('is told to no phone that is lent, and not after it is given back', async () => {
    await begin()
    const wish = { elderId: 'e-wang', urgency: 'hard', when: 'today', channel: 'counter' }
    const { id } = accepted<Visit>(await cloud.as('o-clerk').call('visits.request', wish))
    const order = accepted<MealOrder>(await about.bookFor())
    accepted(await about.undo())
    expect(await cloud.one('visits', id)).toMatchObject({ notify: null })
    expect(await cloud.one('mealOrders', order.id)).toMatchObject({ notify: null })
  })
})
