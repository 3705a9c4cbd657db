import { ERASED } from '../../../../cloudfunctions/_domain/people/elders/forgetting'
import type { Erased } from '../../../../types/people/privacy'
import { anOrder, aStation, aVisit, LUNCH, NOW, TODAY, TOMORROW } from '../../../domain/builders'
import { aCloud, accepted, codeOf, nightly, type Stock, type TestCloud } from '../../a-cloud'
import { aMarkedNeighbourhood, marked, marks } from '../../marked-elder'
import { wang } from '../../neighbourhood'
import { again } from '../../registered-twice'
import { WANGS_NUMBER } from '../../writing-actions'
import { callsOf, meal, paper, versionOf } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
  cloud = await aCloud({ triggers: nightly })
})
beforeEach(() => cloud.restock(aMarkedNeighbourhood()))
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const { say, hers, everything } = callsOf(() => cloud)

describe('people.erase', () => {
  const erase = (openid = 'o-wang', own: object = {}) =>
    cloud.as(openid).call('people.erase', { elderId: 'e-wang', ...own })

  const live: [string, Stock][] = [
    ['a meal today that is not confirmed yet', { mealOrders: [anOrder({ date: TODAY })] }],
    ['a confirmed meal today', { mealOrders: [anOrder({ date: TODAY, state: 'confirmed' })] }],
    ['a meal tomorrow', { mealOrders: [anOrder({ date: TOMORROW })] }],
    ['a visit that nobody took on', { visits: [aVisit()] }],
    ['a helper on the way', { visits: [aVisit({ state: 'claimed' })] }],
    ['a helper at the door', { visits: [aVisit({ state: 'onSite' })] }],
    ['a visit that is overdue', { visits: [aVisit({ state: 'escalated' })] }],
  ]
  it.each(live)('is refused with %s, and nothing is gone', async (_case, own) => {
    await cloud.restock(aMarkedNeighbourhood(own))
    const before = await everything()
    expect(codeOf(await erase())).toBe('STILL_BOOKED')
    expect(await everything()).toEqual(before)
  })

  it.each(['emergency', 'noAnswer', 'needsFound'] as const)(
    'is refused to whoever may, while %s was found and nobody has dealt with it',
    async (outcome) => {
      const found = (elderId: string) => aVisit({ elderId, state: 'reported', report: { outcome } })
      for (const [openid, elderId, by] of [
        ['o-wang', 'e-wang', {}],
        ['o-clerk', 'e-wang', { paper }],
        ['o-guardian', 'e-chen', {}],
      ] as const) {
        await cloud.restock(aMarkedNeighbourhood({ visits: [found(elderId)] }))
        const before = await everything()
        expect(codeOf(await erase(openid, { elderId, ...by }))).toBe('VISIT_UNSETTLED')
        expect(await everything()).toEqual(before)
      }
    },
  )

  const over: [string, Stock][] = [
    ['a meal eaten today', { mealOrders: [anOrder({ date: TODAY, state: 'served' })] }],
    ['a cancelled meal tomorrow', { mealOrders: [anOrder({ state: 'cancelled' })] }],
    ['a meal of yesterday that nobody confirmed', { mealOrders: [anOrder({ date: '2026-11-20' })] }],
    ['a visit that was reported', { visits: [aVisit({ state: 'reported' })] }],
    ['a visit that was taken back', { visits: [aVisit({ state: 'cancelled' })] }],
    ['somebody else’s meal', { mealOrders: [anOrder({ elderId: 'e-chen' })] }],
  ]
  it.each(over)('is carried out with %s', async (_case, own) => {
    await cloud.restock(aMarkedNeighbourhood(own))
    expect(codeOf(await erase())).toBe('accepted')
  })

  it('is hers, her guardian’s, and on paper the station’s', async () => {
    for (const openid of [
      'o-daughter',
      'o-health',
      'o-stranger',
      'o-other-clerk',
      'o-coordinator',
      'o-supervisor',
    ]) {
      expect(codeOf(await erase(openid, { paper }))).toBe('FORBIDDEN')
    }
    expect(codeOf(await erase('o-clerk'))).toBe('EVIDENCE_MISSING')
    expect(codeOf(await cloud.as('o-guardian').call('people.erase', { elderId: 'e-chen' }))).toBe('accepted')
    expect(codeOf(await erase('o-clerk', { paper }))).toBe('accepted')
  })

  /** Words and names that others leave behind about her. */
  const said = {
    cancelled: '牙疼不吃了',
    asked: '爱忘事请来看看',
    found: '血压药吃完了',
    done: '女儿把药送来了',
    corrected: '搬到楼下去了',
    words: '我是她侄女小芳',
    asker: '陈小芳',
    invited: '2026-邀请',
  }
  /** What stays, in which collections: the law asks who did what, and how each step was agreed to. */
  const lawful: Record<string, readonly string[]> = {
    name: ['auditLog', 'consents'],
    asker: ['auditLog', 'accounts'], // the second is their own
  }

  /** A life here: meals, visits, relatives, invitations, looks, all through the product itself. */
  async function lived() {
    const as = (openid: string, name: `${string}.${string}`, input: object) =>
      cloud
        .as(openid)
        .call(name, input)
        .then((reply) => accepted<{ id: string }>(reply))
    await as('o-daughter', 'meals.book', meal)
    await as('o-daughter', 'meals.cancel', { orderId: `${LUNCH}_e-wang`, reason: said.cancelled })
    const wish = { elderId: 'e-wang', urgency: 'hard', reason: said.asked, when: 'now' }
    const { id: visitId } = await as('o-wang', 'visits.request', wish)
    await as('o-volunteer', 'visits.claim', { visitId })
    await as('o-volunteer', 'visits.report', { visitId, outcome: 'needsFound', note: said.found })
    const seen = (await cloud.one('visits', visitId))?.report?.at
    await as('o-clerk', 'visits.close', { visitId, seen, done: said.done })
    await as('o-clerk', 'people.correct', {
      elderId: 'e-wang',
      changes: { living: 'couple' },
      reason: said.corrected,
    })
    await as('o-asker', 'people.ask', {
      by: { code: wang.code },
      relation: 'relative',
      scopes: ['view'],
      words: said.words,
      name: said.asker,
    })
    const invited = { kind: 'family', relation: 'son', scopes: ['view'] }
    await as('o-clerk', 'people.invite', {
      elderId: 'e-wang',
      for: invited,
      paper: { ...paper, form: said.invited },
    })
    await as('o-clerk', 'people.reveal', { elderId: 'e-wang', field: 'address', reason: '送餐' })
    await as('o-manager', 'people.roster', { stationId: 'st-one', reason: '核对' })
    await say('health', true, 'o-clerk', { paper })
    await as('o-clerk', 'people.recordDeath', { elderId: 'e-wang', on: marks.diedOn, reason: '家属来说的' })
  }

  async function found() {
    const { idNumber, ...rest } = marks
    const words = {
      ...rest,
      ...said,
      idNumber,
      digest: marked.idNumber?.digest ?? '',
      name: '王秀英',
      politeName: '王奶奶',
      building: marked.building,
      phoneTail: '"2222"', // as a value by itself: digests have all digits
      birthDate: '1944-03-05',
    }
    const dump = await everything()
    const known = Object.entries(words).flatMap(([mark, word]) =>
      Object.entries(dump)
        .filter(([, documents]) => JSON.stringify(documents).includes(word))
        .map(([collection]) => `${mark} in ${collection}`),
    )
    return (await toldOf('e-wang')).length > 0 ? [...known, 'notice in accounts'] : known
  }

  const atWork = ['o-clerk', 'o-manager', 'o-coordinator', 'o-volunteer']
  /** What those who work here could not be sent waits on their home pages: of her, of somebody else, of nobody, of her again. */
  function toldAtWork({ accounts = [], ...stock }: Stock): Stock {
    const notices = ['e-wang', 'e-chen', null, 'e-again'].map((elderId, nth) => ({
      ...{ id: `m-${nth + 1}`, kind: 'visitAlarm' as const, elderId, ref: 'v-1', at: NOW.toISOString() },
    }))
    const told = accounts.map((account) => (atWork.includes(account.id) ? { ...account, notices } : account))
    return { ...stock, accounts: told }
  }

  /** Whose home page tells of her. */
  const toldOf = async (id: string) =>
    (await cloud.stored('accounts'))
      .filter(({ notices }) => notices.some(({ elderId }) => elderId === id))
      .map((account) => account.id)
  const stays = Object.entries(lawful).flatMap(([mark, names]) => names.map((name) => `${mark} in ${name}`))

  it('leaves no trace of who she was but what the law makes us keep', async () => {
    await cloud.restock(toldAtWork(aMarkedNeighbourhood()))
    await lived()
    const before = (await found()).map((line) => line.split(' ')[0])
    const sealed = ['idNumber', 'phone', 'contactPhone']
    const known = [
      ...Object.keys(marks),
      ...Object.keys(said),
      'name',
      'politeName',
      'building',
      'notice',
    ].sort()
    expect([...new Set([...before, ...sealed])].sort()).toEqual(expect.arrayContaining(known))

    accepted(await erase())
    expect((await found()).filter((line) => !stays.includes(line))).toEqual([])
    const [visit] = await cloud.stored('visits')
    expect(visit).toMatchObject({ elderName: ERASED, room: null, place: aStation().place })
    expect(visit?.report).toMatchObject({ outcome: 'needsFound', note: null })
    expect(await hers()).toMatchObject({ state: 'erased', name: ERASED, birthDate: '1944-01-01' })
  })

  it('takes what tells of her from the home pages of those who work here, and leaves what tells of others', async () => {
    const elders = [
      { ...marked, joined: [again.id] },
      { ...again, joinedTo: marked.id },
    ]
    await cloud.restock(toldAtWork(aMarkedNeighbourhood({ elders })))
    expect((await toldOf('e-again')).sort()).toEqual([...atWork].sort())
    accepted(await erase())
    for (const openid of atWork)
      expect((await cloud.one('accounts', openid))?.notices.map(({ id }) => id)).toEqual(['m-2', 'm-3'])
  })

  it('says what is kept, why and how long', async () => {
    const { kept } = accepted<Erased>(await erase())
    expect(kept.length).toBeGreaterThan(0)
    for (const { what, why, until } of kept) expect([what, why, until]).not.toContain('')
  })

  it('keeps what was eaten and paid', async () => {
    const [order] = [anOrder({ date: '2026-11-01', state: 'served', elderPays: 1300 })]
    await cloud.restock(aMarkedNeighbourhood({ mealOrders: [order] }))
    accepted(await erase())
    const { elderPays, date, state, lines } = order
    expect(await cloud.stored('mealOrders')).toMatchObject([{ elderPays, date, state, lines }])
  })

  it('leaves nobody’s account with her', async () => {
    await lived()
    accepted(await erase())
    for (const { self, relations, asks } of await cloud.stored('accounts')) {
      expect([self?.elderId, ...relations.map(({ elderId }) => elderId)]).not.toContain('e-wang')
      expect(asks).toEqual([])
    }
    for (const openid of ['o-daughter', 'o-wang', 'o-log']) {
      expect(codeOf(await cloud.as(openid).call('people.file', { elderId: 'e-wang' }))).toBe('FORBIDDEN')
    }
  })

  it('makes her card, her number and her name find nobody', async () => {
    accepted(await erase())
    const find = async (text: string) =>
      accepted(await cloud.as('o-clerk').call('people.find', { stationId: 'st-one', text }))
    for (const text of [wang.code, '王', 'wxy', '2222', ERASED, 'yzx'])
      expect(await find(text)).toEqual({ elders: [], next: null })
    const ask = { relation: 'son', scopes: ['view'], name: '某人' }
    for (const by of [{ code: wang.code }, { idNumber: WANGS_NUMBER, elderName: '王秀英' }]) {
      expect(codeOf(await cloud.as('o-asker').call('people.ask', { ...ask, by }))).toBe('NOT_FOUND_BY_THIS')
    }
    expect(await cloud.stored('identities')).toEqual([])
  })

  it('lets the same person be registered again, as somebody new', async () => {
    accepted(await erase())
    const again = accepted<{ elderId: string }>(
      await cloud.as('o-clerk').call('people.registerAt', {
        elder: { name: '王秀英', idNumber: WANGS_NUMBER, building: '长江路 20 号', living: 'alone' },
        stationId: 'st-one',
        agreed: [{ purpose: 'service', version: versionOf('service') }],
        paper,
        channel: 'counter',
      }),
    )
    expect(again.elderId).not.toBe('e-wang')
    const ask = {
      by: { idNumber: WANGS_NUMBER, elderName: '王秀英' },
      relation: 'son',
      scopes: ['view'],
      name: '某人',
    }
    accepted(await cloud.as('o-asker').call('people.ask', ask))
    expect((await cloud.stored('relations')).find(({ openid }) => openid === 'o-asker')?.elderId).toBe(
      again.elderId,
    )
  })

  it.each([
    ['o-wang', {}],
    ['o-wang', { key: 'one-intention' }],
    ['o-clerk', { paper }],
  ])('answers %s the same again, and changes nothing more', async (openid, own) => {
    const first = accepted(await erase(openid, own))
    const after = await everything()
    expect(accepted(await erase(openid, own))).toEqual(first)
    expect(await everything()).toEqual(after)
  })

  /** What is done after the transaction, from the last on: by which call of the database. */
  const settling = [
    ['what those who work here were told', 'database.modifyDocument', 1],
    ['the words in the log', 'database.modifyDocument', 2],
    ['the visits', 'database.modifyDocument', 3],
    ['the notes of helpers', 'database.modifyDocument', 4],
    ['the meals', 'database.modifyDocument', 5],
    ['the invitations', 'database.removeDocument', 1],
  ] as const
  it.each(settling)(
    'is finished by the night when it was broken off at %s',
    async (_case, action, fromEnd) => {
      await cloud.restock(toldAtWork(aMarkedNeighbourhood()))
      await lived()
      cloud.emulator.gateway.counts.reset()
      accepted(await erase())
      const calls = cloud.emulator.gateway.counts.all()[action] ?? 0

      await cloud.restock(toldAtWork(aMarkedNeighbourhood()))
      await lived()
      const nth = calls - fromEnd + 1
      cloud.emulator.gateway.faults.set([{ kind: 'http500', action, nth, times: 1000 }])
      expect(codeOf(await erase())).toBe('BUSY')
      cloud.emulator.gateway.faults.set([])
      expect(await hers()).toMatchObject({ state: 'erased' })
      expect((await found()).filter((line) => !stays.includes(line))).not.toEqual([])
      await cloud.emulator.timers.fire('scheduler', 'sweep')
      expect((await found()).filter((line) => !stays.includes(line))).toEqual([])
    },
  )
})
