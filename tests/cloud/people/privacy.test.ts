import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import type { AuditRecord } from '../../../cloudfunctions/_domain/people/records'
import { consentTexts } from '../../../cloudfunctions/_shell/policies'
import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { triggers } from '../../../cloudfunctions/scheduler/config.json'
import { membershipId } from '../../../types/ids'
import type { MealOrder } from '../../../types/meals/orders'
import type { Price } from '../../../types/meals/prices'
import { pageSize } from '../../../types/paging'
import type { Home } from '../../../types/people'
import { type ConsentState, type ElderFile, type Purpose, purposes } from '../../../types/people/elders'
import type { CopyPart, Erased, LogLine, Roster } from '../../../types/people/privacy'
import {
  aConsentLine,
  anAuditLine,
  anElder,
  anOrder,
  aRelation,
  aStation,
  aVisit,
  LUNCH,
  NOW,
  TODAY,
  TOMORROW,
} from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aMarkedNeighbourhood, marked, marks } from '../marked-elder'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { WANGS_NUMBER } from '../writing-actions'

let cloud: TestCloud
beforeAll(async () => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
  cloud = await aCloud({
    triggers: triggers.map(({ name, config }) => ({ functionName: 'scheduler', name, config })),
  })
})
beforeEach(() => cloud.restock(aMarkedNeighbourhood()))
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const everything = () => cloud.emulator.engine.dump()
const paper = { how: 'paper', form: '2026-009', witness: '李站长' }
const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const versionOf = (purpose: Purpose) =>
  consentTexts.texts.find((text) => text.purpose === purpose)?.version ?? ''

const say = (purpose: Purpose, isGiven: boolean, openid = 'o-wang', own: object = {}) =>
  cloud.as(openid).call('people.consent', {
    elderId: 'e-wang',
    agreed: { purpose, version: versionOf(purpose) },
    isGiven,
    ...own,
  })
const hers = async () => (await cloud.one('elders', 'e-wang')) ?? wang

describe('people.consents', () => {
  it('tells the texts in force to anybody, before anything is agreed to', async () => {
    const texts = accepted<ConsentState[]>(await cloud.as(null).call('people.consents'))
    expect(texts).toEqual(
      purposes.map((purpose) => ({
        ...consentTexts.texts.find((text) => text.purpose === purpose),
        given: null,
      })),
    )
    expect(texts.every(({ text }) => /不同意|注销/.test(text))).toBe(true)
  })
})

describe('people.consentsOf', () => {
  it('tells who said yes to what, when and how', async () => {
    await say('health', false)
    await say('health', true, 'o-clerk', { paper })
    const states = accepted<ConsentState[]>(
      await cloud.as('o-wang').call('people.consentsOf', { elderId: 'e-wang' }),
    )
    expect(states.map(({ purpose, given }) => [purpose, given !== null])).toEqual(
      purposes.map((purpose) => [purpose, true]),
    )
    expect(states.find(({ purpose }) => purpose === 'health')?.given).toMatchObject({
      version: versionOf('health'),
      by: '王秀英',
      capacity: 'elder',
      how: 'paper',
      witness: '李站长',
    })
  })
})

describe('people.consent', () => {
  it('deletes diet, allergies and ability with the consent to health', async () => {
    expect(JSON.stringify(await everything())).toContain(marks.allergy)
    accepted(await say('health', false))
    expect(await hers()).toMatchObject({ ability: null, diet: [], allergies: [], consents: { health: null } })
    expect(JSON.stringify(await everything())).not.toContain(marks.allergy)
  })

  it('deletes categories with the consent to them, and the next meal costs the full price', async () => {
    const quoted = async () =>
      accepted<Price>(await cloud.as('o-daughter').call('meals.quote', meal)).elderPays
    expect(await quoted()).toBe(1300)
    accepted(await say('category', false))
    expect((await hers()).categories).toEqual([])
    expect(JSON.stringify(await everything())).not.toContain(marks.evidence)
    expect(await quoted()).toBe(1800)
    const order = accepted<MealOrder>(await cloud.as('o-daughter').call('meals.book', meal))
    expect(order.elderPays).toBe(1800)
    expect(order.lines.map(({ kind }) => kind)).not.toContain('subsidy')
  })

  it('puts the station’s place for hers with the consent to it, wherever it was kept', async () => {
    const place = aStation().place
    await cloud.restock(
      aMarkedNeighbourhood({
        visits: [
          aVisit({ place: marked.place }),
          aVisit({ id: 'v-2', state: 'closed', place: marked.place }),
        ],
      }),
    )
    accepted(await say('location', false))
    const stands = { place, isPlaceUnknown: true }
    expect(await hers()).toMatchObject(stands)
    expect(await cloud.stored('visits')).toMatchObject([stands, stands])
    const accounts = await cloud.stored('accounts')
    expect(accounts.find(({ id }) => id === 'o-wang')?.self).toMatchObject(stands)
    expect(accounts.find(({ id }) => id === 'o-daughter')?.relations[0]).toMatchObject(stands)
    const home = accepted<Home>(await cloud.as('o-daughter').call('people.home', { elderId: 'e-wang' }))
    expect(home.elder).toMatchObject(stands)
    const file = accepted<ElderFile>(await cloud.as('o-daughter').call('people.file', { elderId: 'e-wang' }))
    expect(file.isPlaceUnknown).toBe(true)
  })

  it('does nothing more for her without the consent to her registration, until she gives it again', async () => {
    accepted(await say('service', false))
    const wish = { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', meal))).toBe('CONSENT_MISSING')
    expect(codeOf(await cloud.as('o-daughter').call('visits.request', wish))).toBe('CONSENT_MISSING')
    accepted(await say('service', true))
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', meal))).toBe('accepted')
  })

  it.each(purposes)('brings back nothing of what was deleted when %s is agreed to again', async (purpose) => {
    await say(purpose, false)
    const after = await hers()
    accepted(await say(purpose, true))
    const { consents: _, state: __, ...rest } = after
    expect(await hers()).toMatchObject(rest)
  })

  it('refuses a yes to a text that is no longer in force, and stores nothing', async () => {
    await say('health', false)
    const before = await everything()
    const agreed = { purpose: 'health', version: 'health-2019-01' }
    const reply = await cloud
      .as('o-wang')
      .call('people.consent', { elderId: 'e-wang', agreed, isGiven: true })
    expect(reply).toMatchObject({ code: 'CONSENT_OUTDATED', detail: { purpose: 'health' } })
    expect(await everything()).toEqual(before)
  })

  it('is no relative’s to give, and on paper only a clerk’s to write down', async () => {
    const before = await everything()
    expect(codeOf(await say('health', false, 'o-daughter'))).toBe('FORBIDDEN')
    expect(codeOf(await say('health', false, 'o-daughter', { paper }))).toBe('FORBIDDEN')
    expect(codeOf(await say('health', false, 'o-clerk'))).toBe('EVIDENCE_MISSING')
    expect(await everything()).toEqual(before)
  })

  it('writes down in what capacity a guardian said it', async () => {
    const agreed = { purpose: 'health', version: versionOf('health') }
    const input = { elderId: 'e-chen', agreed, isGiven: true }
    accepted(await cloud.as('o-guardian').call('people.consent', input))
    expect(await cloud.stored('consents')).toMatchObject([
      { elderId: 'e-chen', capacity: 'guardian', by: '某人', isGiven: true },
    ])
  })

  it('only ever adds to the paper trail, one line for each change of mind', async () => {
    let lines = await cloud.stored('consents')
    const said: [Purpose, boolean, number][] = [
      ['health', false, 1],
      ['health', false, 0],
      ['category', false, 1],
      ['health', true, 1],
      ['health', true, 0],
      ['health', false, 1],
      ['service', false, 1],
      ['service', true, 1],
    ]
    for (const [purpose, isGiven, more] of said) {
      accepted(await say(purpose, isGiven))
      const after = await cloud.stored('consents')
      expect(after).toEqual(expect.arrayContaining(lines))
      expect(after).toHaveLength(lines.length + more)
      lines = after
    }
    accepted(await cloud.as('o-wang').call('people.erase', { elderId: 'e-wang' }))
    const last = await cloud.stored('consents')
    expect(last).toEqual(expect.arrayContaining(lines))
    expect(last.filter(({ id }) => lines.every((line) => line.id !== id))).toMatchObject([
      { purpose: 'service', isGiven: false },
    ])
  })
})

type Part = 'person' | 'consents' | 'meals' | 'visits' | 'log'

describe('people.copy', () => {
  const pages = async (part: Part, openid = 'o-wang') => {
    const read: CopyPart[][] = []
    let after: string | undefined
    do {
      const input = { elderId: 'e-wang', part, ...(after && { after }) }
      const page = accepted<{ parts: CopyPart[]; next: string | null }>(
        await cloud.as(openid).call('people.copy', input),
      )
      read.push(page.parts)
      after = page.next ?? undefined
      if (read.length > 50) throw new Error('the pages never end')
    } while (after)
    return read
  }
  const valuesOf = (read: CopyPart[][], row: string) =>
    read.flat().flatMap(({ rows }) => rows.filter(({ name }) => name === row).map(({ value }) => value))

  it('tells everything of her as a person in full', async () => {
    const { elders } = aMarkedNeighbourhood()
    const died = elders?.map((one) => (one.id === 'e-wang' ? { ...one, diedOn: marks.diedOn } : one))
    await cloud.restock(aMarkedNeighbourhood({ ...(died && { elders: died }) }))
    const [[...parts] = []] = await pages('person')
    const text = JSON.stringify(parts)
    for (const mark of Object.values(marks)) expect(text).toContain(mark)
    expect(text).toContain(marked.building)
  })

  /** Dates of 120 orders: three on most days, 45 on one, which is more than two pages. */
  const dates = Array.from({ length: 120 }, (_, i) =>
    i < 45 ? '2026-10-10' : `2026-09-${String(1 + Math.floor((i - 45) / 3)).padStart(2, '0')}`,
  )

  it('tells each of 120 meals once, however many are of one day', async () => {
    const mealOrders = dates.map((date, i) =>
      anOrder({ id: `st-${i}_${date}_lunch_e-wang`, date, setName: `第${i}餐` }),
    )
    await cloud.restock(aMarkedNeighbourhood({ mealOrders }))
    const read = await pages('meals')
    expect(valuesOf(read, '餐').sort()).toEqual(mealOrders.map(({ setName }) => setName).sort())
    expect(read.length).toBeGreaterThan(3)
  })

  it('tells each visit once, however many were asked for at one instant', async () => {
    const visits = dates.map((date, i) =>
      aVisit({ id: `v-${i}`, askedAt: `${date}T00:00:00.000Z`, reason: `第${i}件` }),
    )
    await cloud.restock(aMarkedNeighbourhood({ visits }))
    expect(valuesOf(await pages('visits'), '为什么').sort()).toEqual(
      visits.map(({ reason }) => reason).sort(),
    )
  })

  it('tells each line of the log once, however many are of one instant', async () => {
    const auditLog = dates.map((date, i) =>
      anAuditLine({ id: `r-${i}`, at: `${date}T00:00:00.000Z`, reason: `第${i}行` }),
    )
    await cloud.restock(aMarkedNeighbourhood({ auditLog }))
    const told = valuesOf(await pages('log'), '为什么').filter((reason) => reason.startsWith('第'))
    expect(told.sort()).toEqual(auditLog.map(({ reason }) => reason).sort())
  })

  it('tells each line of the paper trail once', async () => {
    const consents = dates.map((date, i) =>
      aConsentLine({ id: `e-wang_health_r-${i}`, at: `${date}T00:00:00.000Z`, form: `第${i}号` }),
    )
    await cloud.restock(aMarkedNeighbourhood({ consents }))
    const forms = valuesOf(await pages('consents'), '纸的编号或原话')
    expect(forms.sort()).toEqual(consents.map(({ form }) => form).sort())
  })

  it('tells nothing of anybody else', async () => {
    await cloud.restock(
      aMarkedNeighbourhood({
        mealOrders: [anOrder({ id: `${LUNCH}_e-chen`, elderId: 'e-chen' })],
        visits: [aVisit({ elderId: 'e-chen' })],
        auditLog: [anAuditLine({ elderId: 'e-chen' })],
        consents: [aConsentLine({ elderId: 'e-chen' })],
      }),
    )
    for (const part of ['log', 'consents', 'meals', 'visits'] as const)
      expect(await pages(part)).toEqual([[]])
  })

  it.each(['person', 'consents', 'meals', 'visits', 'log'] as const)(
    'writes down that a clerk took the part %s, for the elder to read',
    async (part) => {
      const input = { elderId: 'e-wang', part, reason: '老人要一份' }
      accepted(await cloud.as('o-clerk').call('people.copy', input))
      const log = accepted<LogLine[]>(await cloud.as('o-wang').call('people.log', { elderId: 'e-wang' }))
      expect(log).toMatchObject([
        { action: 'people.copy', role: 'clerk', reason: '老人要一份', isMine: false },
      ])
    },
  )
})

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
    await as('o-clerk', 'visits.close', { visitId })
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
    return Object.entries(words).flatMap(([mark, word]) =>
      Object.entries(dump)
        .filter(([, documents]) => JSON.stringify(documents).includes(word))
        .map(([collection]) => `${mark} in ${collection}`),
    )
  }
  const stays = Object.entries(lawful).flatMap(([mark, names]) => names.map((name) => `${mark} in ${name}`))

  it('leaves no trace of who she was but what the law makes us keep', async () => {
    await cloud.restock(aMarkedNeighbourhood())
    await lived()
    const before = (await found()).map((line) => line.split(' ')[0])
    const sealed = ['idNumber', 'phone', 'contactPhone']
    const known = [...Object.keys(marks), ...Object.keys(said), 'name', 'politeName', 'building'].sort()
    expect([...new Set([...before, ...sealed])].sort()).toEqual(expect.arrayContaining(known))

    accepted(await erase())
    expect((await found()).filter((line) => !stays.includes(line))).toEqual([])
    const [visit] = await cloud.stored('visits')
    expect(visit).toMatchObject({ elderName: ERASED, room: null, place: aStation().place })
    expect(visit?.report).toMatchObject({ outcome: 'needsFound', note: null })
    expect(await hers()).toMatchObject({ state: 'erased', name: ERASED, birthDate: '1944-01-01' })
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
    for (const text of [wang.code, '王', '2222', ERASED])
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
    ['the words in the log', 'database.modifyDocument', 1],
    ['the visits', 'database.modifyDocument', 2],
    ['the notes of helpers', 'database.modifyDocument', 3],
    ['the meals', 'database.modifyDocument', 4],
    ['the invitations', 'database.removeDocument', 1],
  ] as const
  it.each(settling)(
    'is finished by the night when it was broken off at %s',
    async (_case, action, fromEnd) => {
      await lived()
      cloud.emulator.gateway.counts.reset()
      accepted(await erase())
      const calls = cloud.emulator.gateway.counts.all()[action] ?? 0

      await cloud.restock(aMarkedNeighbourhood())
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

describe('people.leave', () => {
  const leave = (openid = 'o-daughter') => cloud.as(openid).call('people.leave')
  const NAME = '李小敏'
  const named = () =>
    aMarkedNeighbourhood().accounts?.map((one) => (one.id === 'o-daughter' ? { ...one, name: NAME } : one))
  const scene = (own: Stock = {}): Stock =>
    aMarkedNeighbourhood({
      accounts: named(),
      relations: [aRelation(wang, 'o-daughter', { name: NAME, words: '我是女儿', evidence: null })],
      ...own,
    })

  it('forgets a relative: name, words, what they may do', async () => {
    await cloud.restock(scene())
    await cloud.as('o-daughter').call('people.ask', {
      by: { code: chen.code },
      relation: 'relative',
      scopes: ['view'],
      words: '我是侄女',
    })
    accepted(await leave())
    const { auditLog: _, ...rest } = await everything()
    expect(JSON.stringify(rest)).not.toMatch(/李小敏|我是女儿|我是侄女/)
    expect(await cloud.one('accounts', 'o-daughter')).toMatchObject({
      name: '',
      relations: [],
      memberships: [],
    })
    expect((await hers()).circle).not.toContain('o-daughter')
    expect((await cloud.stored('relations')).map(({ state }) => state)).toEqual(['revoked', 'revoked'])
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', meal))).toBe('FORBIDDEN')
  })

  it('takes an unanswered ask off the elder’s phone', async () => {
    await cloud.restock(scene({ relations: [] }))
    const input = { by: { code: wang.code }, relation: 'relative', scopes: ['view'], name: '陈小芳' }
    accepted(await cloud.as('o-asker').call('people.ask', input))
    expect((await cloud.one('accounts', 'o-wang'))?.asks).toHaveLength(1)
    accepted(await leave('o-asker'))
    expect((await cloud.one('accounts', 'o-wang'))?.asks).toEqual([])
  })

  it('tells them no more of what they booked', async () => {
    await cloud.restock(scene())
    accepted(await cloud.as('o-daughter').call('meals.book', meal))
    accepted(await leave())
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: `${LUNCH}_e-wang` }))
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([])
  })

  it('ends what a helper does here', async () => {
    accepted(await leave('o-volunteer'))
    const id = membershipId('quiet', 'volunteer', personOf('o-volunteer'))
    expect(await cloud.one('memberships', id)).toMatchObject({
      state: 'ended',
      name: ERASED,
      certificates: [],
    })
    expect(codeOf(await cloud.as('o-volunteer').call('visits.queue'))).toBe('FORBIDDEN')
  })

  it('gives back what a helper has taken on, so that somebody else goes', async () => {
    const helper = { openid: 'o-volunteer', name: '李志愿', kind: 'partyMember' as const }
    const report = { outcome: 'well' as const, note: null, at: NOW.toISOString() }
    await cloud.restock(
      aMarkedNeighbourhood({
        visits: [
          aVisit({ state: 'claimed', helper }),
          aVisit({ id: 'v-2', state: 'onSite', helper }),
          aVisit({ id: 'v-3', state: 'reported', helper, report }),
          aVisit({ id: 'v-4', state: 'claimed', helper: { ...helper, openid: 'o-second' } }),
        ],
      }),
    )
    accepted(await leave('o-volunteer'))
    const visits = await cloud.stored('visits')
    expect(visits.map(({ state, helper }) => [state, helper?.openid ?? null])).toEqual([
      ['open', null],
      ['open', null],
      ['reported', 'o-volunteer'],
      ['claimed', 'o-second'],
    ])
    expect(JSON.stringify(visits[0])).not.toContain('李志愿')
    expect(codeOf(await cloud.as('o-second').call('visits.claim', { visitId: 'v-1' }))).toBe('accepted')
  })

  it('answers the same again, and somebody whom nobody knows', async () => {
    const first = accepted(await leave())
    const after = await everything()
    expect(accepted(await leave())).toEqual(first)
    expect(accepted(await leave('o-nobody'))).toEqual(first)
    expect(await everything()).toEqual(after)
  })

  it('is not for elders, who are refused with everything as it was', async () => {
    const accounts = aNeighbourhood().accounts?.map((one) =>
      one.id === 'o-wang'
        ? {
            ...one,
            relations: aNeighbourhood().accounts?.find(({ id }) => id === 'o-stranger')?.relations ?? [],
          }
        : one,
    )
    const mealOrders = [anOrder({ id: `${LUNCH}_e-chen`, elderId: 'e-chen', notify: 'o-wang' })]
    await cloud.restock(aNeighbourhood({ accounts, mealOrders }))
    const before = await everything()
    expect(codeOf(await leave('o-wang'))).toBe('OWN_ELDER')
    expect(await everything()).toEqual(before)
  })
})

describe('people.roster', () => {
  const roster = (own: object = {}, openid = 'o-manager') =>
    cloud.as(openid).call('people.roster', { stationId: 'st-one', reason: '民政核对', ...own })

  it('needs a reason', async () => {
    for (const reason of [undefined, '', '  ']) expect(codeOf(await roster({ reason }))).toBe('BAD_INPUT')
    expect(await cloud.stored('auditLog')).toEqual([])
  })

  it('tells who belongs to the station, and no number that reaches or identifies anybody', async () => {
    const { rows } = accepted<Roster>(await roster())
    expect(rows).toEqual([
      {
        id: 'e-wang',
        name: '王秀英',
        birthYear: 1944,
        sex: 'female',
        building: marked.building,
        phoneTail: '2222',
        living: 'alone',
        categories: ['extremePoverty'],
        diedOn: null,
      },
    ])
    for (const mark of Object.values(marks)) expect(JSON.stringify(rows)).not.toContain(mark)
  })

  it('is a file as well, with every code in words and no more than that', async () => {
    const { csv } = accepted<Roster>(await roster())
    expect(csv).toBe(
      `\uFEFF姓名,出生年,性别,住址,电话尾号,和谁住,身份类别,去世日期\n王秀英,1944,女,${marked.building},2222,一个人住,特困人员,\n`,
    )
    for (const mark of Object.values(marks)) expect(csv).not.toContain(mark)
  })

  it('tells no categories of those who did not agree to their use', async () => {
    accepted(await say('category', false))
    expect(accepted<Roster>(await roster()).rows).toMatchObject([{ categories: [] }])
  })

  it('is a manager’s of the station and the supervisor’s', async () => {
    expect(codeOf(await roster({}, 'o-supervisor'))).toBe('accepted')
    for (const openid of ['o-clerk', 'o-other-clerk', 'o-coordinator', 'o-daughter']) {
      expect(codeOf(await roster({}, openid))).toBe('FORBIDDEN')
    }
    expect(codeOf(await roster({ stationId: 'st-two' }))).toBe('FORBIDDEN')
  })

  it('is read page by page, and every elder in it reads that it was', async () => {
    const ids = Array.from({ length: 120 }, (_, i) => `e-${String(i).padStart(3, '0')}`)
    const elders = [
      ...ids.map((id) => anElder({ id })),
      anElder({ id: 'e-pending', state: 'pending' }),
      anElder({ id: 'e-erased', state: 'erased', name: ERASED }),
      chen,
    ]
    await cloud.restock(aNeighbourhood({ elders }))
    const read: string[] = []
    let file = ''
    for (let after: string | undefined; ; after = read.at(-1)) {
      const { rows, csv } = accepted<Roster>(await roster({ ...(after && { after }) }))
      read.push(...rows.map(({ id }) => id))
      file += csv
      if (rows.length < pageSize.roster) break
    }
    expect(read).toEqual(ids)
    expect(file.match(/姓名|\uFEFF/g)).toHaveLength(2)
    expect(file.trimEnd().split('\n')).toHaveLength(ids.length + 1)
    const lines = await cloud.stored('auditLog')
    expect(lines.map(({ elderId }) => elderId).sort()).toEqual(ids)
    for (const line of lines) {
      expect(line).toMatchObject({
        action: 'people.roster',
        openid: 'o-manager',
        reason: '民政核对',
        changed: true,
      })
    }
  })
})

describe('people.log', () => {
  const log = (openid: string, own: object = {}) =>
    cloud.as(openid).call('people.log', { elderId: 'e-wang', ...own })

  it('is read by the elder, her guardian and whoever she let read it', async () => {
    for (const openid of ['o-wang', 'o-log']) expect(codeOf(await log(openid))).toBe('accepted')
    expect(codeOf(await log('o-guardian', { elderId: 'e-chen' }))).toBe('accepted')
    const others = [
      'o-daughter',
      'o-viewer',
      'o-health',
      'o-stranger',
      'o-clerk',
      'o-manager',
      'o-supervisor',
    ]
    for (const openid of others) expect(codeOf(await log(openid))).toBe('FORBIDDEN')
  })

  it('tells who did what for her and who looked, the latest first', async () => {
    await cloud.as('o-daughter').call('meals.book', meal)
    cloud.emulator.clock.set(new Date(NOW.getTime() + 60_000))
    await cloud
      .as('o-clerk')
      .call('people.reveal', { elderId: 'e-wang', field: 'phone', reason: '打电话问问' })
    const lines = accepted<LogLine[]>(await log('o-wang'))
    expect(lines).toMatchObject([
      { action: 'people.reveal', about: 'phone', role: 'clerk', reason: '打电话问问', isMine: false },
      { action: 'meals.book', role: 'family', relation: 'daughter', isMine: false },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/o-clerk|o-daughter|13911112222/)
    expect(accepted<LogLine[]>(await log('o-log')).map(({ isMine }) => isMine)).toEqual([false, false])
  })

  it('tells whoever acted which acts were theirs', async () => {
    const mine: AuditRecord[] = [anAuditLine({ openid: 'o-log' })]
    await cloud.restock(aMarkedNeighbourhood({ auditLog: mine }))
    expect(accepted<LogLine[]>(await log('o-log'))).toMatchObject([{ isMine: true }])
    expect(accepted<LogLine[]>(await log('o-wang'))).toMatchObject([{ isMine: false }])
  })

  it('is read page by page, each line once, however many are of one instant', async () => {
    const auditLog = Array.from({ length: 100 }, (_, i) =>
      anAuditLine({
        id: `r-${i}`,
        requestId: `r-${i}`,
        at: new Date(NOW.getTime() - Math.floor(i / 7) * 1000).toISOString(),
      }),
    )
    await cloud.restock(aMarkedNeighbourhood({ auditLog }))
    const read: LogLine[] = []
    for (let before: string | undefined; ; before = read.at(-1)?.at) {
      const lines = accepted<LogLine[]>(await log('o-wang', { ...(before && { before }) }))
      read.push(...lines)
      if (lines.length < pageSize.log) break
    }
    expect(new Set(read.map(({ id }) => id)).size).toBe(100)
    expect(read).toHaveLength(100)
    expect(read.map(({ at }) => at)).toEqual(
      read
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
  })

  it('tells nothing of calls that changed nothing', async () => {
    await cloud.restock(aMarkedNeighbourhood({ auditLog: [anAuditLine({ changed: false })] }))
    expect(accepted(await log('o-wang'))).toEqual([])
  })
})
