import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import type { PolicyRecord } from '../../../cloudfunctions/_domain/policies/records'
import highTech from '../../../cloudfunctions/_policies/care/high-tech-2021.json'
import beijing from '../../../cloudfunctions/_policies/meal/beijing-2022-03.json'
import guangzhou from '../../../cloudfunctions/_policies/meal/guangzhou-2025-02.json'
import shenzhen from '../../../cloudfunctions/_policies/meal/shenzhen-2025-01.json'
import zengcheng from '../../../cloudfunctions/_policies/meal/zengcheng-zhengguo-2020-03.json'
import zhushan from '../../../cloudfunctions/_policies/meal/zhushan-2025-06.json'
import type { PolicyReading, PolicyRow } from '../../../types/eligibility'
import type { Entitlements, RuleAnswer } from '../../../types/eligibility/entitlements'
import type { MealOrder } from '../../../types/meals/orders'
import { CarePolicy } from '../../../types/policies/care'
import { MealPolicy } from '../../../types/policies/meal'
import {
  aLunchOn,
  aMealPolicy,
  aMember,
  anElder,
  anElderAccount,
  aRelative,
  DISTRICT,
  extremelyPoor,
  LUNCH,
  NOW,
} from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

let nth = 0
/** Two minutes after the test before: what there is of policies is trusted for a minute. */
async function begin(own: Stock = {}): Promise<void> {
  nth++
  await cloud.restock(aNeighbourhood(own), new Date(NOW.getTime() + nth * 120_000 - 3_600_000 * 6))
}
const minutesLater = (minutes: number) =>
  cloud.emulator.clock.set(new Date(cloud.emulator.clock.now().getTime() + minutes * 60_000))
const everything = () => cloud.emulator.engine.dump()

const meal = (document: object): PolicyRecord => ({ ...MealPolicy.parse(document), district: DISTRICT })
const care = (document: object): PolicyRecord => ({ ...CarePolicy.parse(document), district: DISTRICT })
const withElder = (own: Partial<ElderRecord>, policies: PolicyRecord[]): Stock => ({
  elders: [{ ...wang, ...own }, chen],
  policies,
})

const ask = (said: object = {}, openid: string | null = null) =>
  cloud.as(openid).call('eligibility.ask', { district: DISTRICT, ...said })
const answersTo = async (said: object) => accepted<Entitlements>(await ask(said)).answers
const best = (answers: RuleAnswer[]) =>
  (['yes', 'unknown'] as const).find((one) => answers.some(({ answer }) => answer === one)) ?? 'no'
const entitlements = (openid: string, elderId = 'e-wang') =>
  cloud.as(openid).call('eligibility.entitlements', { elderId })
const answersFor = async (openid: string, elderId = 'e-wang') =>
  accepted<Entitlements>(await entitlements(openid, elderId)).answers
const reasonOf = (answers: RuleAnswer[], rule: string, fact: string) =>
  answers.find((one) => one.rule === rule)?.reasons.find((one) => one.fact === fact)

describe('eligibility.districts', () => {
  it('tells anybody where there is something to ask', async () => {
    expect(accepted(await cloud.as(null).call('eligibility.districts'))).toEqual({
      districts: [{ id: DISTRICT, name: '安静区' }],
      next: null,
    })
  })
})

describe('eligibility.ask', () => {
  it('says of nobody in particular that nothing is known yet', async () => {
    const answers = await answersTo({})
    expect(answers.map(({ answer }) => answer)).toEqual(['unknown'])
    expect(answers[0]?.bring.length).toBeGreaterThan(0)
  })

  it.each([
    ['has said that none applies', { categories: [] }, 'no'],
    ['holds one', { categories: ['extremePoverty'] }, 'yes'],
    ['holds another one', { categories: ['leftBehind'] }, 'no'],
  ])('answers somebody who %s', async (_, said, answer) => {
    expect((await answersTo(said)).map((one) => one.answer)).toEqual([answer])
  })

  const complete: [string, PolicyRecord, object][] = [
    ['Beijing', meal(beijing), { categories: ['basicCareRecipient'] }],
    ['Guangzhou', meal(guangzhou), { age: 60, hukou: 'thisCity', living: 'alone' }],
    [
      'Shenzhen',
      meal(shenzhen),
      { age: 72, hukou: 'thisCity', categories: ['entitledGroup'], ability: 'severe' },
    ],
    [
      'Zengcheng',
      meal(zengcheng),
      { age: 82, hukou: 'thisTown', living: 'alone', categories: ['lowIncome'] },
    ],
    ['Zhushan', meal(zhushan), { age: 65, categories: ['own-special-hardship'] }],
    ['a high-tech zone', care(highTech), { age: 70, living: 'alone', categories: ['extremePoverty'] }],
  ]

  it.each(complete)('never says no for what was left out: %s', async (_, policy, said) => {
    await begin({ policies: [policy] })
    expect(best(await answersTo(said))).toBe('yes')
    const facts = Object.entries(said)
    for (let left = 0; left < 2 ** facts.length - 1; left++) {
      const some = Object.fromEntries(facts.filter((_fact, place) => left & (1 << place)))
      const full = await answersTo(said)
      const partial = await answersTo(some)
      const turned = full.filter(
        ({ answer, rule }) => answer === 'yes' && partial.find((one) => one.rule === rule)?.answer === 'no',
      )
      expect({ some, turned: turned.map(({ rule }) => rule) }).toEqual({ some, turned: [] })
    }
  })

  it('keeps nothing, not even that somebody asked', async () => {
    const before = await everything()
    await answersTo({ age: 80, categories: ['extremePoverty'], hukou: 'thisCity', living: 'alone' })
    accepted(await ask({ age: 80 }, 'o-daughter'))
    expect(await everything()).toEqual(before)
  })

  it('refuses a district without policies, and what it did not ask', async () => {
    expect(codeOf(await ask({ district: 'nowhere' }))).toBe('NOT_FOUND')
    expect(codeOf(await ask({ name: '王秀英' }))).toBe('BAD_INPUT')
    expect(codeOf(await ask({ age: 126 }))).toBe('BAD_INPUT')
  })

  it('names what to bring, and what can be applied for', async () => {
    const { applicable } = accepted<Entitlements>(await ask())
    expect(applicable.map(({ category }) => category)).toEqual(['basicCareRecipient', 'extremePoverty'])
    expect(applicable.every(({ bring, held }) => bring.length > 0 && held === null)).toBe(true)
  })

  it('calls a group that the district made up by its name', async () => {
    await begin({ policies: [meal(zhushan)] })
    const asked = accepted<Entitlements>(await ask({ age: 65 }))
    expect(asked.applicable).toEqual([
      expect.objectContaining({ category: 'own-special-hardship', label: '特殊困难老人' }),
    ])
    expect(reasonOf(asked.answers, 'special-hardship-4', 'category')?.names).toEqual({
      'own-special-hardship': '特殊困难老人',
    })
  })
})

describe('eligibility.entitlements', () => {
  it.each(['o-wang', 'o-daughter', 'o-clerk', 'o-manager'])(
    'tells %s what she has a right to',
    async (openid) => {
      const answers = await answersFor(openid)
      expect(answers).toEqual([
        expect.objectContaining({
          policyId: 'beijing-meal-2022-03',
          rule: 'basic-care-recipient-5-a-day',
          payer: 'district',
          answer: 'yes',
          isTaken: true,
          until: null,
        }),
      ])
      expect(reasonOf(answers, 'basic-care-recipient-5-a-day', 'category')).toMatchObject({
        answer: 'yes',
        has: openid === 'o-daughter' ? null : 'extremePoverty', // which one it is stays hers to tell
        wants: ['basicCareRecipient', 'extremePoverty'],
      })
    },
  )

  it.each([
    'o-viewer',
    'o-log',
    'o-health',
    'o-stranger',
    'o-other-clerk',
    'o-volunteer',
    'o-coordinator',
    'o-supervisor',
  ])('is not for %s', async (openid) => {
    expect(codeOf(await entitlements(openid))).toBe('FORBIDDEN')
  })

  it('is told to a guardian', async () => {
    expect(codeOf(await entitlements('o-guardian', 'e-chen'))).toBe('accepted')
  })

  it('needs her yes to the use of her categories', async () => {
    await begin({ elders: [{ ...wang, consents: { ...wang.consents, category: null } }, chen] })
    for (const openid of ['o-wang', 'o-daughter', 'o-clerk'])
      expect(await entitlements(openid)).toMatchObject({
        code: 'CONSENT_MISSING',
        detail: { purposes: ['category'] },
      })
  })

  it('needs a registration that counts', async () => {
    await begin({ elders: [{ ...wang, state: 'pending' }, chen] })
    expect(codeOf(await entitlements('o-clerk'))).toBe('CONSENT_MISSING')
    await begin({ elders: [{ ...wang, state: 'erased' }, chen] })
    expect(codeOf(await entitlements('o-clerk'))).toBe('NOT_FOUND')
    expect(codeOf(await entitlements('o-clerk', 'e-none'))).toBe('NOT_FOUND')
  })

  it('says no with the reason that would have to change', async () => {
    await begin(withElder({ categories: [] }, [aMealPolicy()]))
    const [answer] = await answersFor('o-wang')
    expect(answer).toMatchObject({
      answer: 'no',
      reasons: [
        { fact: 'category', answer: 'no', wants: ['basicCareRecipient', 'extremePoverty'], has: null },
      ],
    })
  })

  it('says unknown, not no, while nobody has asked her', async () => {
    await begin(withElder({ categories: [], askedOn: null }, [aMealPolicy()]))
    expect((await answersFor('o-wang'))[0]).toMatchObject({
      answer: 'unknown',
      reasons: [{ fact: 'category', answer: 'unknown' }],
    })
  })

  it('says unknown for what she only said herself, and that a paper is all that is missing', async () => {
    const own: Partial<ElderRecord> = { verifiedBy: null, hukou: 'thisCity', categories: [] }
    await begin(withElder(own, [meal(guangzhou)]))
    const [answer] = await answersFor('o-wang')
    expect(answer?.answer).toBe('unknown')
    expect(answer?.reasons).toEqual([
      expect.objectContaining({ fact: 'age', answer: 'unknown', isDeclared: true }),
      expect.objectContaining({ fact: 'hukou', answer: 'unknown', isDeclared: true }),
      expect.objectContaining({ fact: 'livesAtHome', answer: 'unknown', isDeclared: true }),
    ])
  })

  it('tells the birthday from which it will be a yes', async () => {
    const own = { birthDate: '1966-11-22', hukou: 'thisCity' } as const
    await begin(withElder(own, [meal(guangzhou)]))
    const answers = await answersFor('o-wang')
    expect(answers[0]?.answer).toBe('no')
    expect(reasonOf(answers, 'quarter-up-to-3', 'age')).toMatchObject({
      answer: 'no',
      wants: ['60', ''],
      has: '59',
      from: '2026-11-22',
    })
    cloud.emulator.clock.set(new Date('2026-11-21T15:58:00Z'))
    expect((await answersFor('o-wang'))[0]?.answer).toBe('no')
    cloud.emulator.clock.set(new Date('2026-11-21T16:00:00Z'))
    expect((await answersFor('o-wang'))[0]?.answer).toBe('yes')
  })

  describe('of an assessed ability', () => {
    const own: Partial<ElderRecord> = {
      birthDate: '1950-01-01',
      hukou: 'thisCity',
      categories: [],
      ability: { grade: 2, assessor: '孙评估', on: '2026-01-01' },
    }
    const accounts = () => [
      ...(aNeighbourhood().accounts ?? []),
      aRelative('o-near', wang, ['view', 'order', 'health']),
    ]
    beforeEach(() => begin({ ...withElder(own, [meal(shenzhen)]), accounts: accounts() }))

    it('tells a relative without the scope health neither the grade nor what follows from it', async () => {
      const answers = await answersFor('o-daughter')
      expect(reasonOf(answers, 'delivery-2', 'ability')).toMatchObject({ answer: 'unknown', has: null })
      expect(reasonOf(answers, 'from-70-5', 'age')).toMatchObject({ has: '76' })
    })

    it.each(['o-near', 'o-wang', 'o-clerk'])('tells %s the grade too', async (openid) => {
      const answers = await answersFor(openid)
      expect(reasonOf(answers, 'delivery-2', 'ability')).toMatchObject({ answer: 'yes', has: 'moderate' })
    })
  })

  it('knows what is held, until when, and that it should be renewed within thirty days of its end', async () => {
    const held = (to: string | null) => extremelyPoor.map((one) => ({ ...one, to }))
    const applicable = async (to: string | null) => {
      await begin(withElder({ categories: held(to) }, [aMealPolicy()]))
      const found = accepted<Entitlements>(await entitlements('o-wang')).applicable
      return found.find(({ category }) => category === 'extremePoverty')
    }
    expect(await applicable(null)).toMatchObject({ held: { from: '2020-01-01', to: null }, isEnding: false })
    expect(await applicable('2026-12-22')).toMatchObject({ held: { to: '2026-12-22' }, isEnding: false })
    expect(await applicable('2026-12-21')).toMatchObject({ isEnding: true })
    expect(await applicable('2026-11-21')).toMatchObject({ isEnding: true })
    expect(await applicable('2026-11-20')).toMatchObject({ held: null, isEnding: false })
  })
})

const meals = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const bookOn = async (date: string, own: object = {}) =>
  accepted<MealOrder>(
    await cloud
      .as('o-clerk')
      .call('meals.bookFor', { ...meals, sittingId: `st-one_${date}_lunch`, channel: 'phone', ...own }),
  )
const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map(aLunchOn)

describe('the day of eating', () => {
  it('counts for a category that ends between booking and eating', async () => {
    const categories = extremelyPoor.map((one) => ({ ...one, to: '2026-11-22' }))
    await begin({ ...withElder({ categories }, [aMealPolicy()]), sittings: days })
    expect((await bookOn('2026-11-22')).elderPays).toBe(1300)
    expect((await bookOn('2026-11-23')).elderPays).toBe(1800)
  })

  it('counts for a category that begins between booking and eating', async () => {
    const categories = extremelyPoor.map((one) => ({ ...one, from: '2026-11-23' }))
    await begin({ ...withElder({ categories }, [aMealPolicy()]), sittings: days })
    expect((await bookOn('2026-11-22')).elderPays).toBe(1800)
    expect((await bookOn('2026-11-23')).elderPays).toBe(1300)
  })

  it('counts for an age: the birthday itself is enough', async () => {
    const own = { birthDate: '1966-11-22', hukou: 'thisCity' } as const
    await begin({ ...withElder(own, [meal(guangzhou)]), sittings: days })
    expect((await bookOn('2026-11-21')).elderPays).toBe(1800)
    expect((await bookOn('2026-11-22')).elderPays).toBe(1500)
  })

  it('decides between a policy that ends and the next one', async () => {
    const next = aMealPolicy({ id: 'next', effectiveFrom: '2026-11-23', layers: tenYuan })
    await begin({ policies: [aMealPolicy({ effectiveTo: '2026-11-22' }), next], sittings: days })
    expect(await bookOn('2026-11-22')).toMatchObject({ elderPays: 1300 })
    expect(await bookOn('2026-11-23')).toMatchObject({ elderPays: 800 })
    const orders = await cloud.stored('mealOrders')
    expect(orders.map(({ date, policyId }) => [date, policyId])).toEqual([
      ['2026-11-22', 'beijing-meal-2022-03'],
      ['2026-11-23', 'next'],
    ])
  })

  it('gives nothing where the last policy has ended', async () => {
    await begin({ policies: [aMealPolicy({ effectiveTo: '2026-11-22' })], sittings: days })
    expect((await bookOn('2026-11-22')).elderPays).toBe(1300)
    expect((await bookOn('2026-11-23')).elderPays).toBe(1800)
  })
})

/** Beijing's rule with ten yuan. */
const tenYuan = MealPolicy.parse(beijing).layers.map((layer) => ({
  ...layer,
  rules: layer.rules.map((rule) => ({ ...rule, amount: 1000 })),
}))

describe('two people of one household', () => {
  it('have each their own right, price and use of the day', async () => {
    const home = {
      building: wang.building,
      room: wang.room,
      place: wang.place,
      stationId: 'st-one',
      townId: 't-east',
    }
    const husband = anElder({
      id: 'e-zhao',
      name: '赵国强',
      openid: 'o-zhao',
      categories: [],
      living: 'couple',
      ...home,
    })
    const wife = { ...wang, living: 'couple' as const }
    const accounts = [...(aNeighbourhood().accounts ?? []), anElderAccount('o-zhao', husband)]
    await begin({
      elders: [wife, husband, chen],
      accounts,
      policies: [aMealPolicy(), care(highTech)],
      sittings: days,
    })

    const kinds = async (openid: string, elderId: string) =>
      (await answersFor(openid, elderId)).map(({ kind, answer }) => [kind, answer])
    expect(await kinds('o-clerk', 'e-wang')).toEqual([
      ['meal', 'yes'],
      ['care', 'yes'],
    ])
    expect(await kinds('o-zhao', 'e-zhao')).toEqual([
      ['meal', 'no'],
      ['care', 'no'],
    ])
    expect((await bookOn('2026-11-22')).elderPays).toBe(1300)
    expect((await bookOn('2026-11-22', { elderId: 'e-zhao' })).elderPays).toBe(1800)
    const used = (await cloud.stored('subsidyUses')).map(({ elderId, uses }) => [elderId, uses.length])
    expect(used.sort()).toEqual([
      ['e-wang', 1],
      ['e-zhao', 0],
    ])
  })
})

describe('eligibility.readPolicy and savePolicy', () => {
  const document = (own: object = {}) => ({ ...beijing, effectiveFrom: '2026-11-22', ...own })
  const textOf = (written: object | string) =>
    typeof written === 'string' ? written : JSON.stringify(written)
  const read = (written: object | string, openid = 'o-supervisor') =>
    cloud.as(openid).call('eligibility.readPolicy', { district: DISTRICT, text: textOf(written) })
  const betweenOf = ({ before, next }: PolicyReading) => ({
    between: { before: before?.id ?? null, next: next?.id ?? null },
  })
  /** As it was read, unless said: after the policy that there is. */
  const save = (written: object | string, openid = 'o-supervisor', own: object = {}) =>
    cloud.as(openid).call('eligibility.savePolicy', {
      district: DISTRICT,
      text: textOf(written),
      between: { before: 'beijing-meal-2022-03', next: null },
      ...own,
    })
  const policies = async () =>
    accepted<PolicyRow[]>(await cloud.as('o-supervisor').call('eligibility.policies', { district: DISTRICT }))

  it('adds a policy, and the one before ends the day before', async () => {
    const row = accepted<PolicyRow>(await save(document({ name: '新政策' })))
    expect(row).toMatchObject({ id: `${DISTRICT}_meal_2026-11-22`, name: '新政策', lastDay: null })
    expect((await policies()).map(({ effectiveFrom, lastDay }) => [effectiveFrom, lastDay])).toEqual([
      ['2026-11-22', null],
      ['2022-03-01', '2026-11-21'],
    ])
    expect((await cloud.stored('auditLog')).map(({ action, elderId }) => [action, elderId])).toEqual([
      ['eligibility.savePolicy', null],
    ])
  })

  it('is read in words before it is stored: what it follows, until when, and what it says', async () => {
    const before = await everything()
    const reading = accepted<PolicyReading>(
      await read(document({ name: '新政策', effectiveTo: '2027-12-31', layers: tenYuan })),
    )
    expect(await everything()).toEqual(before)
    expect(reading.policy).toMatchObject({ name: '新政策', kind: 'meal', lastDay: '2027-12-31' })
    expect(reading.before).toMatchObject({
      id: 'beijing-meal-2022-03',
      lastDay: '2026-11-21',
      lastDayNow: null,
    })
    expect(reading.next).toBeNull()
    expect(reading.said).toContainEqual({
      line: '补贴“基本养老服务对象补贴”：区里出',
      rows: [expect.stringMatching(/^基本养老服务对象，.*每天 1 次：10\.00 元$/)],
    })
    expect(JSON.stringify(reading.said)).not.toContain('basic-care') // what things are called in the document
    const saved = await save(
      document({ name: '新政策', effectiveTo: '2027-12-31', layers: tenYuan }),
      'o-supervisor',
      betweenOf(reading),
    )
    expect(accepted(saved)).toEqual(reading.policy)
  })

  it('says which one is stored for later, and that it ends the day before', async () => {
    accepted(await save(document({ effectiveFrom: '2027-06-01', name: '夏天的' })))
    const reading = accepted<PolicyReading>(await read(document({ effectiveFrom: '2027-01-01' })))
    expect(reading.policy.lastDay).toBe('2027-05-31')
    expect(reading.next).toEqual({
      id: `${DISTRICT}_meal_2027-06-01`,
      name: '夏天的',
      effectiveFrom: '2027-06-01',
    })
    expect(codeOf(await save(document({ effectiveFrom: '2027-01-01' })))).toBe('POLICIES_CHANGED')
    accepted(await save(document({ effectiveFrom: '2027-01-01' }), 'o-supervisor', betweenOf(reading)))
  })

  it('is not stored where another one has come between meanwhile, and is once it was read again', async () => {
    const wanted = document({ effectiveFrom: '2027-06-01' })
    const reading = accepted<PolicyReading>(await read(wanted))
    accepted(await save(document({ effectiveFrom: '2027-01-01', name: '抢先的' })))
    const before = await everything()
    expect(codeOf(await save(wanted, 'o-supervisor', betweenOf(reading)))).toBe('POLICIES_CHANGED')
    expect(await everything()).toEqual(before)

    const again = accepted<PolicyReading>(await read(wanted))
    expect(again.before).toMatchObject({ name: '抢先的', lastDay: '2027-05-31', lastDayNow: null })
    accepted(await save(wanted, 'o-supervisor', betweenOf(again)))
  })

  it('is stored once when two that were read alike come at the same moment', async () => {
    const second = aMember('o-second-supervisor', 'supervisor', DISTRICT)
    await begin({ accounts: [...(aNeighbourhood().accounts ?? []), second] })
    const replies = await Promise.all([
      save(document({ effectiveFrom: '2027-01-01' })),
      save(document({ effectiveFrom: '2027-06-01' }), 'o-second-supervisor'),
    ])
    expect(replies.map(codeOf).sort()).toEqual(['POLICIES_CHANGED', 'accepted'])
    expect(await cloud.stored('policies')).toHaveLength(2)
  })

  it('saves one of two that exclude each other and come at the same moment', async () => {
    const year = document({ effectiveFrom: '2027-01-01', effectiveTo: '2027-12-31' })
    const summer = document({ effectiveFrom: '2027-06-01' })
    const second = aMember('o-second-supervisor', 'supervisor', DISTRICT)
    await begin({ accounts: [...(aNeighbourhood().accounts ?? []), second] })
    const replies = await Promise.all([save(year), save(summer, 'o-second-supervisor')])
    expect(replies.map(codeOf).sort()).toEqual(['POLICY_REFUSED', 'accepted'])
    expect(await cloud.stored('policies')).toHaveLength(2)
  })

  it('leaves every order as it was booked, and prices the next ones anew', async () => {
    await begin({ sittings: days })
    const old = await bookOn('2026-11-22')
    const before = await cloud.one('mealOrders', old.id)
    accepted(await save(document({ layers: tenYuan })))
    minutesLater(2)
    expect(await cloud.one('mealOrders', old.id)).toEqual(before)
    expect((await bookOn('2026-11-23')).elderPays).toBe(800)

    cloud.emulator.clock.set(new Date('2026-11-22T04:00:00Z'))
    accepted(await cloud.as('o-clerk').call('meals.serve', { orderId: old.id }))
    expect(await cloud.stored('settlementEntries')).toEqual([
      expect.objectContaining({
        policyId: 'beijing-meal-2022-03',
        elderPaid: 1300,
        owed: expect.arrayContaining([expect.objectContaining({ to: 'elder', amount: 500 })]),
      }),
    ])
  })

  it.each([
    ['without a key', {}],
    ['with a key', { key: 'key-of-one-policy' }],
  ])('saves the same text once, however often it is sent, %s', async (_, own) => {
    const first = accepted(await save(document(), 'o-supervisor', own))
    expect(accepted(await save(document(), 'o-supervisor', own))).toEqual(first)
    expect(await cloud.stored('policies')).toHaveLength(2)
  })

  it('keeps what was saved: another text of the same kind and day is refused', async () => {
    accepted(await save(document()))
    const before = await cloud.stored('policies')
    expect(codeOf(await save(document({ name: '另一份' })))).toBe('POLICY_REFUSED')
    expect(await cloud.stored('policies')).toEqual(before)
  })

  const rule = beijing.layers[0]?.rules[0]
  const layer = (own: object) => [{ ...beijing.layers[0], ...own }]
  const refused: [string, object | string, string][] = [
    ['a text that is no JSON', '{"kind": "meal",', '整份'],
    ['a text without a kind', { name: '没有种类' }, 'kind'],
    [
      'an amount in words',
      document({ layers: layer({ rules: [{ ...rule, amount: '5 元' }] }) }),
      'layers.0.rules.0.amount',
    ],
    [
      'a negative amount',
      document({ layers: layer({ rules: [{ ...rule, amount: -500 }] }) }),
      'layers.0.rules.0.amount',
    ],
    ['a field that nobody knows', document({ tiers: [] }), '整份'],
    ['a payer who is the elder', document({ layers: layer({ payer: 'elder' }) }), 'layers.0.payer'],
    [
      'a group that is not there',
      document({ layers: layer({ rules: [{ ...rule, who: { group: ['none'] } }] }) }),
      'layers.0.rules.0.who',
    ],
    [
      'a choice under a name that the database reads otherwise',
      document({ settings: { $date: '2026-01-01' } }),
      'settings',
    ],
    [
      'a choice under a name with a sign nobody sees',
      document({ settings: { 'a\u0000b': '写' } }),
      'settings',
    ],
    ['a policy that ends before it begins', document({ effectiveTo: '2026-11-21' }), 'effectiveTo'],
    [
      'one that pays people to eat',
      document({ layers: layer({ rules: [{ ...rule, amount: 50_000 }] }) }),
      'amount',
    ],
  ]
  it.each(refused)('refuses %s and names the field', async (_, written, field) => {
    const before = await everything()
    const reply = await save(written)
    expect(reply).toMatchObject({ ok: false, code: 'POLICY_REFUSED' })
    const faults = reply.ok ? [] : ((reply.detail?.faults ?? []) as string[])
    expect(faults.some((fault) => fault.includes(field))).toBe(true)
    expect(faults.filter((fault) => !/^[^：]+：.*。$/.test(fault))).toEqual([])
    expect(await read(written)).toEqual({ ...reply, requestId: expect.any(String) })
    expect(await everything()).toEqual(before)
  })

  it('refuses one that overlaps with the one before', async () => {
    await begin({ policies: [aMealPolicy({ effectiveTo: '2026-12-31' })] })
    expect(await save(document({ effectiveFrom: '2026-12-31' }))).toMatchObject({
      code: 'POLICY_REFUSED',
      detail: { faults: [expect.stringContaining('重叠')] },
    })
    expect(codeOf(await save(document({ effectiveFrom: '2027-01-01' })))).toBe('accepted')
  })

  it('refuses one that leaves days without a policy', async () => {
    await begin({ policies: [aMealPolicy({ effectiveTo: '2026-12-31' })] })
    expect(await save(document({ effectiveFrom: '2027-01-02' }))).toMatchObject({
      code: 'POLICY_REFUSED',
      detail: { faults: [expect.stringContaining('2027-01-01')] },
    })
    expect(await cloud.stored('policies')).toHaveLength(1)
  })

  it('takes care policies beside the meal policies, each kind in a chain of its own', async () => {
    const first = { between: { before: null, next: null } }
    accepted(await save({ ...highTech, effectiveFrom: '2027-01-01' }, 'o-supervisor', first))
    expect((await policies()).map(({ kind, lastDay }) => [kind, lastDay])).toEqual([
      ['care', null],
      ['meal', null],
    ])
  })

  it.each([
    ['yesterday', '2026-11-20', 'DATE_PAST'],
    ['today', '2026-11-21', 'DATE_PAST'],
    ['tomorrow', '2026-11-22', 'accepted'],
  ])('answers a policy that begins %s (%s) with %s', async (_, effectiveFrom, code) => {
    expect(codeOf(await read(document({ effectiveFrom })))).toBe(code)
    expect(codeOf(await save(document({ effectiveFrom })))).toBe(code)
    expect(await cloud.stored('policies')).toHaveLength(code === 'accepted' ? 2 : 1)
  })

  it('is for supervisors of that district', async () => {
    const elsewhere = aMember('o-elsewhere', 'supervisor', 'noisy', { orgKind: 'district' })
    await begin({ accounts: [...(aNeighbourhood().accounts ?? []), elsewhere] })
    for (const openid of ['o-elsewhere', 'o-coordinator', 'o-manager', 'o-daughter']) {
      expect(codeOf(await save(document(), openid))).toBe('FORBIDDEN')
      expect(codeOf(await read(document(), openid))).toBe('FORBIDDEN')
      expect(codeOf(await cloud.as(openid).call('eligibility.policies', { district: DISTRICT }))).toBe(
        'FORBIDDEN',
      )
    }
    expect(await cloud.stored('policies')).toHaveLength(1)
  })

  it('belongs to the supervisor’s district, whatever the text says', async () => {
    const theirs = document({ district: 'noisy', id: 'somebody-elses' })
    expect(accepted<PolicyReading>(await read(theirs)).policy.id).toBe(`${DISTRICT}_meal_2026-11-22`)
    const row = accepted<PolicyRow>(await save(theirs))
    expect(await cloud.one('policies', row.id)).toMatchObject({ district: DISTRICT })
  })

  it('takes a text of 18,000 bytes at most, as it is sent', async () => {
    const text = JSON.stringify(document())
    const sent = Buffer.byteLength(JSON.stringify(text)) - 2
    const longest = text.padEnd(text.length + 18_000 - sent)
    expect(codeOf(await save(`${longest} `))).toBe('BAD_INPUT')
    expect(codeOf(await save(longest))).toBe('accepted')
  })

  it.each([
    ['18,000 letters', 'x'.repeat(18_000), 'POLICY_REFUSED'],
    ['18,001 letters', 'x'.repeat(18_001), 'BAD_INPUT'],
    ['6,000 Chinese characters', '一'.repeat(6000), 'POLICY_REFUSED'],
    ['6,001 Chinese characters', '一'.repeat(6001), 'BAD_INPUT'],
    ['7,000 Chinese characters', '一'.repeat(7000), 'BAD_INPUT'],
    ['9,001 quotation marks', '"'.repeat(9001), 'BAD_INPUT'],
  ])('measures bytes: %s', async (_, text, code) => {
    expect(codeOf(await save(text))).toBe(code)
  })
})
