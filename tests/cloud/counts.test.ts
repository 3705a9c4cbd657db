import type { EntitlementsPage } from '../../types/eligibility/entitlements'
import { longest, most } from '../../types/limits'
import { allergens } from '../../types/meals/allergens'
import { HISTORY_STEPS, LATER_CHANGES, leastOnPage, pageSize } from '../../types/paging'
import type { Home } from '../../types/people'
import { diets } from '../../types/people/diets'
import type { CopyPart } from '../../types/people/privacy'
import { MOST_LISTED } from '../../types/supervision/mismatches'
import {
  aConsentLine,
  aFlag,
  aMealPolicy,
  aMismatchNight,
  anAccount,
  anApplication,
  anAuditLine,
  anElder,
  anEntry,
  anInvitation,
  anOrder,
  aPhoto,
  aRelation,
  aRelative,
  aSitting,
  aStation,
  aVisit,
  aVisitReport,
  clerk,
  daughter,
  LUNCH,
  NOW,
  TODAY,
  TOMORROW,
} from '../domain/builders'
import { aMenu, aPlan } from '../domain/meals/planning/a-plan'
import { everyAction } from '../every-action'
import { aCloud, accepted, type TestCloud } from './a-cloud'
import { openTables } from './meals/three-tables'
import { aNeighbourhood } from './neighbourhood'
import { roundsOf } from './rounds'

/** As long as the photo of a dish may be called. */
const DISH_PHOTO = `cloud://${'x'.repeat(88)}/dishes/${'x'.repeat(40)}/${'x'.repeat(21)}.jpg`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const here = { lng: 120.6, lat: 31.3 }

/** Database calls of one action, its policies known already. */
async function callsOf(openid: string, name: `${string}.${string}`, input: object): Promise<number> {
  const { counts } = cloud.emulator.gateway
  counts.reset()
  accepted(await cloud.as(openid).call(name, input))
  return Object.entries(counts.all())
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0)
}

describe('database calls, warm', () => {
  beforeEach(async () => {
    await cloud.restock(aNeighbourhood())
    await cloud.as('o-daughter').call('meals.quote', meal)
    await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date: TOMORROW })
  })

  it('of the home page are at most 5', async () => {
    expect(await callsOf('o-daughter', 'people.home', {})).toBeLessThanOrEqual(5)
  })

  it('of the home page are 4, and one more where a meal is booked, whatever could not be sent of it and of a visit', async () => {
    const of = { elderId: 'e-wang', at: NOW.toISOString() }
    const notices = [
      { ...of, id: 'm-1', kind: 'orderConfirmed' as const, ref: `${LUNCH}_e-wang` },
      { ...of, id: 'm-2', kind: 'visitClaimed' as const, ref: 'v-one' },
    ]
    const { accounts = [] } = aNeighbourhood()
    const told = accounts.map((one) => (one.id === 'o-daughter' ? { ...one, notices } : one))
    await cloud.restock(
      aNeighbourhood({ accounts: told, visits: [aVisit({ id: 'v-one', state: 'claimed' })] }),
    )
    await cloud.as('o-daughter').call('meals.quote', meal)
    expect(await callsOf('o-daughter', 'people.home', {})).toBe(4)
    accepted(await cloud.as('o-clerk').call('meals.bookFor', { ...meal, channel: 'phone' }))
    const home = accepted<Home>(await cloud.as('o-daughter').call('people.home', {}))
    expect(home.me.notices.map(({ id }) => id)).toEqual(['m-1', 'm-2'])
    expect(await callsOf('o-daughter', 'people.home', {})).toBe(5)
  })

  it('of meals.mine are at most 4: one of them whether what is booked still fits', async () => {
    await cloud.as('o-daughter').call('meals.book', meal)
    expect(await callsOf('o-daughter', 'meals.mine', {})).toBeLessThanOrEqual(4)
  })

  it('are at most 4 more for a day on which something does not fit: station, plans, menu, and who else has booked', async () => {
    await cloud.restock(
      aNeighbourhood({
        ...{ stations: [aStation({ kitchenId: 'k-one' })], plans: [aPlan({ weekdays: [1] })] },
        ...{
          menus: [aMenu('2026-11-16')],
          sittings: [aSitting({ state: 'closed' })],
          mealOrders: [anOrder()],
        },
      }),
    )
    expect(await callsOf('o-daughter', 'meals.mine', {})).toBeLessThanOrEqual(4 + 4)
    expect(await callsOf('o-daughter', 'people.home', {})).toBeLessThanOrEqual(5 + 4)
  })

  it('of stations.nearby is 1', async () => {
    expect(await callsOf('o-daughter', 'stations.nearby', here)).toBe(1)
  })

  it('of meals.book are at most 11, with a subsidy that is given once a day', async () => {
    expect(await callsOf('o-daughter', 'meals.book', meal)).toBeLessThanOrEqual(11)
  })

  it('of meals.book are made in at most 8 rounds: whoever books waits for no more', async () => {
    let calls = 0
    const rounds = await roundsOf(cloud, async () => {
      calls = await callsOf('o-daughter', 'meals.book', meal)
    })
    expect({ rounds, isMeasured: rounds < calls }).toEqual({ rounds: expect.any(Number), isMeasured: true })
    expect(rounds).toBeLessThanOrEqual(8)
  })

  it.each([
    ['without dishes of which there are only so many', null, 22],
    ['with some, of which other tables have a share', 30, 26],
  ] as const)(
    'of the first meals.book of a sitting, %s: what is planned is read once more after it is written',
    async (_, limit, most) => {
      const menu = aMenu('2026-11-23')
      const menus = [
        { ...menu, dishes: menu.dishes.map((dish) => ({ ...dish, limit: dish.limit && limit })) },
      ]
      const planned = { sittings: [], plans: [aPlan()], menus }
      await cloud.restock(aNeighbourhood({ stations: [aStation({ kitchenId: 'k-one' })], ...planned }))
      const first = { ...meal, sittingId: 'st-one_2026-11-24_lunch', setId: 'fish-set' }
      await cloud.as('o-daughter').call('meals.quote', first)
      expect(await callsOf('o-daughter', 'meals.book', first)).toBeLessThanOrEqual(most)
    },
  )

  it('of meals.book are at most 6 more where a dish is gone at the table: look, look after it, look at others, take there, add here, say so', async () => {
    const stock = openTables(2, { 'st-one': { has: 0 }, 'st-two': { has: 2 }, 'st-three': { has: 0 } })
    const sittings = stock.sittings?.map((one) => ({ ...one, checkedAt: NOW.toISOString() })) ?? []
    await cloud.restock({ ...stock, sittings })
    const fish = { sittingId: LUNCH, elderId: 'e-0', mode: 'dineIn', setId: 'fish-set' }
    await cloud.as('o-0').call('meals.quote', fish)
    await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date: TOMORROW })
    expect(await callsOf('o-0', 'meals.book', fish)).toBeLessThanOrEqual(11 + 6)
  })

  it('of meals.confirm are at most 12: whether it fits, whether she lives, whether whoever booked may still be told, and one yes less', async () => {
    await cloud.as('o-daughter').call('meals.book', meal)
    expect(await callsOf('o-clerk', 'meals.confirm', { orderId: `${LUNCH}_e-wang` })).toBeLessThanOrEqual(12)
  })

  it('of meals.confirmMany are at most 10 for each order, and 2', async () => {
    const chens = anOrder({ id: `${LUNCH}_e-chen`, elderId: 'e-chen', notify: 'o-stranger' })
    await cloud.restock(aNeighbourhood({ mealOrders: [anOrder(), chens] }))
    const orderIds = [anOrder().id, chens.id]
    expect(await callsOf('o-clerk', 'meals.confirmMany', { orderIds })).toBeLessThanOrEqual(2 * 10 + 2)
  })

  it('of meals.book are at most 11, with limits of a day, a month and a year', async () => {
    const [layer] = aMealPolicy().layers
    const limits = (['day', 'month', 'year'] as const).map((per) => ({ per, times: 300 }))
    const policies = [aMealPolicy({ limits, layers: layer ? [{ ...layer, limits }] : [] })]
    await cloud.restock(aNeighbourhood({ policies }), new Date(NOW.getTime() + 120_000)) // known ones are trusted for a minute
    await cloud.as('o-daughter').call('meals.quote', meal)
    await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date: TOMORROW })
    expect(await callsOf('o-daughter', 'meals.book', meal)).toBeLessThanOrEqual(11)
    expect((await cloud.stored('subsidyUses')).map(({ period }) => period)).toEqual(['2026'])
  })

  it('of eligibility.entitlements are at most 3', async () => {
    expect(
      await callsOf('o-daughter', 'eligibility.entitlements', { elderId: 'e-wang' }),
    ).toBeLessThanOrEqual(3)
  })

  it('of supervision.settlement are 5, however many meals were served', async () => {
    const ofMonth = { district: 'quiet', operatorId: 'op-one', month: '2026-11' }
    for (const meals of [1, 700]) {
      const settlementEntries = Array.from({ length: meals }, (_, i) => anEntry({ id: `entry-${i}` }))
      await cloud.restock(aNeighbourhood({ settlementEntries }))
      expect(await callsOf('o-supervisor', 'supervision.settlement', ofMonth)).toBeLessThanOrEqual(5)
    }
  })

  it('of people.me is 1', async () => {
    expect(await callsOf('o-daughter', 'people.me', {})).toBe(1)
  })
})

describe('bytes of a reply with worst-case data', () => {
  const LIMIT = 100_000
  const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)
  const bytes = (reply: unknown) => Buffer.byteLength(JSON.stringify(reply))
  const rebooked = Array.from({ length: HISTORY_STEPS }, (_, i) => ({
    state: i % 2 ? ('cancelled' as const) : ('placed' as const),
    at: NOW.toISOString(),
    by: i % 2 ? clerk : daughter,
  }))
  const orders = Array.from({ length: 120 }, (_, i) =>
    anOrder({
      id: `${LUNCH}_e-${String(i).padStart(3, '0')}`,
      elderId: i < 60 ? 'e-wang' : `e-${i}`,
      elderName: '欧阳慧敏',
      stationName: long('长江路社区养老服务驿站', 20),
      setName: long('红烧鱼套餐', 20),
      reason: long('今天身体不太舒服', 200),
      history: rebooked,
      laterChanges: Array.from({ length: LATER_CHANGES }, () => ({
        ...{ at: NOW.toISOString(), by: clerk, setName: long('红烧鱼套餐', 20), mode: 'takeAway' as const },
      })),
      lines: [
        { kind: 'list', label: long('红烧鱼套餐', 20), payer: null, rule: null, amount: 1800 },
        {
          kind: 'subsidy',
          label: '基本养老服务对象补贴',
          payer: 'district',
          rule: 'basic-care-recipient-5-a-day',
          amount: 500,
        },
        { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: 1300 },
      ],
    }),
  )
  const written = { note: long('助听器没电了', 500), by: '欧阳慧敏' }
  const done = {
    alarm: 'emergency' as const,
    note: long('女儿带去看医生了', longest.visitDone),
    at: NOW.toISOString(),
    by: clerk,
  }
  const visits = Array.from({ length: 120 }, (_, i) =>
    aVisit({
      id: `v-${i}`,
      state: i % 2 ? 'reported' : 'open',
      urgency: i % 3 ? 'urgent' : 'worry',
      place: { lng: here.lng + i / 10_000, lat: here.lat },
      reason: long('电话没人接', 5 * longest.text),
      report: { outcome: i % 4 === 1 ? 'emergency' : 'needsFound', ...written },
      earlierReports: Array.from({ length: 20 }, () => aVisitReport({ outcome: 'needsFound', ...written })),
      settlings: [done, done, done, done, done],
      history: rebooked.map((step) => ({ ...step, state: 'claimed' as const })),
    }),
  )
  const dishes = ['红烧鲈鱼（去刺）', '清炒小青菜', '香菇豆腐汤', '杂粮米饭', '时令水果'].map((name) => ({
    name,
    allergens: [...allergens],
    diets: [...diets],
  }))
  const sets = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    name: long('红烧鱼套餐', 20),
    dishes,
    tags: ['软', '少盐', '少油', '无刺'],
    price: 1800,
    picture: 'hongshao-yu',
    photo: DISH_PHOTO,
  }))
  const allergies = Array.from(
    { length: most.allergies },
    (_, i) => `${i}${long('鱼虾蛋奶花生坚果大豆面粉', 19)}`,
  )
  const elders = Array.from({ length: 120 }, (_, i) =>
    anElder({
      id: i === 0 ? 'e-wang' : `e-${i}`,
      building: long('长江路十八弄', 40),
      allergies,
      diet: [...diets],
      openid: i === 0 ? 'o-wang' : null,
    }),
  )

  beforeAll(() =>
    cloud.restock(
      aNeighbourhood({
        mealOrders: orders,
        visits,
        elders,
        sittings: ['breakfast', 'lunch', 'dinner'].map((slot) =>
          aSitting({ id: `st-one_${TOMORROW}_${slot}`, slot: slot as 'lunch', sets }),
        ),
        accounts: [...(aNeighbourhood().accounts ?? []), anAccount({ id: 'o-plain' })],
      }),
    ),
  )

  it.each([
    ['o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW }],
    ['o-wang', 'meals.clashes', { stationId: 'st-one', date: TOMORROW, elderId: 'e-wang' }],
    ['o-daughter', 'meals.mine', {}],
    ['o-daughter', 'visits.mine', {}],
    ['o-volunteer', 'visits.queue', {}],
    ['o-clerk', 'visits.queue', {}],
    ['o-coordinator', 'visits.queue', { show: 'reported' }],
    ['o-daughter', 'meals.sittings', { stationId: 'st-one', date: TOMORROW }],
    ['o-clerk', 'people.find', { stationId: 'st-one', text: '王' }],
    ['o-daughter', 'stations.nearby', { ...here, limit: 20 }],
    ['o-daughter', 'stations.find', { text: '驿站' }],
    ['o-daughter', 'stations.districts', {}],
    ['o-daughter', 'people.home', {}],
  ] as const)('to %s from %s stay within 100 KB', async (openid, name, input) => {
    const reply = await cloud.as(openid).call(name, input)
    accepted(reply)
    expect(bytes(reply)).toBeLessThanOrEqual(LIMIT)
  })

  it.each([
    ['o-daughter', 'visits.mine', {}],
    ['o-clerk', 'visits.queue', {}],
    ['o-clerk', 'visits.queue', { place: here }],
  ] as const)(
    'to %s from %s with %j stay within 100 KB, and the rest is on further pages',
    async (openid, name, input) => {
      const got: string[] = []
      for (let after: string | null = null; ; ) {
        const reply = await cloud.as(openid).call(name, { ...input, ...(after !== null && { after }) })
        expect(bytes(reply)).toBeLessThanOrEqual(LIMIT)
        const page = accepted<{ visits: { id: string }[]; next: string | null }>(reply)
        got.push(...page.visits.map(({ id }) => id))
        after = page.next
        if (after === null) break
      }
      expect(got).toHaveLength(visits.length)
      expect(new Set(got)).toEqual(new Set(visits.map(({ id }) => id)))
    },
  )
})

describe('bytes of a reply about meals with every text at its limit', () => {
  const LIMIT = 100_000
  /** Nothing typed takes more bytes than the same number of these. */
  const long = (length: number) => '龘'.repeat(length)
  const times = <T>(count: number, one: (place: number) => T) =>
    Array.from({ length: count }, (_, i) => one(i))
  const by = { ...daughter, name: long(longest.name) }
  const door = { building: long(longest.building), room: long(longest.room), phone: '*'.repeat(13) }
  const allergies = times(most.allergies, (i) => `鱼${i}${long(longest.allergy - 2)}`)
  const kinds = ['list', 'delivery', 'discount', 'subsidy', 'subsidy', 'subsidy', 'selfPay'] as const
  const elderId = (i: number) => `${'e'.repeat(36)}${String(i).padStart(3, '0')}`
  const set = {
    ...{
      id: 'f'.repeat(40),
      name: long(20),
      picture: 'hongshao-yu',
      photo: DISH_PHOTO,
      price: 1800,
      tags: [],
    },
    dishes: times(5, (i) => ({ name: `鱼${i}${long(8)}`, allergens: [...allergens], diets: [...diets] })),
  }
  const mealOrders = times(120, (i) =>
    anOrder({
      id: `${LUNCH}_${elderId(i)}`,
      elderId: elderId(i % 10),
      elderName: long(longest.name),
      stationName: long(20),
      setId: set.id,
      setName: set.name,
      mode: 'delivery',
      deliverTo: door,
      doorChangedAt: NOW.toISOString(),
      reason: long(longest.text),
      placedBy: by,
      history: times(HISTORY_STEPS, () => ({ state: 'placed' as const, at: NOW.toISOString(), by })),
      laterChanges: times(LATER_CHANGES, () => ({
        ...{ at: NOW.toISOString(), by, setName: set.name, mode: 'takeAway' as const },
      })),
      kitchenChange: {
        ...{ rev: 2, setId: set.id, at: NOW.toISOString(), from: set.name, reason: long(longest.text) },
        was: times(most.sides + 1, () => long(longest.menuName)),
        dishes: times(most.sides + 1, () => long(longest.menuName)),
        contents: times(most.sides + 1, () => ({
          ...{ dish: long(longest.menuName), more: [...allergens], less: [] },
        })),
      },
      lines: kinds.map((kind) => ({
        ...{ kind, label: long(20), payer: 'district' as const, rule: 'r'.repeat(40), amount: 99_999 },
      })),
    }),
  )
  const elders = times(10, (i) =>
    anElder({
      ...{ id: elderId(i), name: long(longest.name), openid: null, allergies },
      diet: [...diets],
    }),
  )
  const relations = elders.flatMap((elder) => aRelative('o-many', elder).relations)
  const many = { ...anAccount({ id: 'o-many' }), relations }

  it.each([
    ['o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW }, leastOnPage.mealQueue],
    ['o-many', 'meals.mine', {}, leastOnPage.myMeals],
  ] as const)(
    'to %s from %s stay within 100 KB, and the rest is on further pages',
    async (openid, name, input, least) => {
      await cloud.restock(
        aNeighbourhood({
          mealOrders,
          elders,
          sittings: [aSitting({ sets: [set] })],
          accounts: [...(aNeighbourhood().accounts ?? []), many],
        }),
      )
      const got: { id: string }[] = []
      for (let after: string | undefined; ; after = got.at(-1)?.id) {
        const reply = await cloud.as(openid).call(name, { ...input, ...(after && { after }) })
        expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(LIMIT)
        const page = accepted<{ id: string }[]>(reply)
        got.push(...page)
        if (page.length < least) break
      }
      expect(got.map(({ id }) => id)).toEqual(mealOrders.map(({ id }) => id))
    },
  )
})

describe('bytes of a reply about people with worst-case data', () => {
  const LIMIT = 100_000
  /** Nothing typed takes more bytes than the same number of these. */
  const long = (length: number) => '龘'.repeat(length)
  const times = <T>(count: number, one: (place: number) => T) =>
    Array.from({ length: count }, (_, i) => one(i))
  const at = (place: number) => new Date(NOW.getTime() - place * 1000).toISOString()
  const actor = { ...daughter, name: long(30) }
  const four = ['view', 'order', 'health', 'log'] as const
  const granted = {
    by: long(30),
    capacity: 'guardian' as const,
    how: 'paper' as const,
    witness: long(30),
    at: NOW.toISOString(),
  }
  const full = {
    name: long(30),
    building: long(60),
    room: long(30),
    stationName: long(20),
    allergies: times(10, () => long(20)),
    diet: ['soft', 'lowSalt', 'lowSugar', 'lowFat', 'vegetarian', 'halal', 'noSpice'] as const,
    ability: { grade: 4, assessor: long(60), on: '2025-01-01' },
    categories: times(12, () => ({
      category: 'specialFamilyPlanning' as const,
      from: '2020-01-01',
      to: '2030-01-01',
      evidence: long(60),
      verifiedBy: long(60),
    })),
    contacts: times(5, () => ({
      name: long(30),
      relation: 'grandchild' as const,
      sealed: 'x'.repeat(100),
      masked: '*'.repeat(13),
    })),
  }
  const typical = { ...full, diet: [...full.diet], circle: times(20, (i) => `o-${i}`) }
  const wang = anElder({ ...typical, openid: 'o-wang' })

  beforeAll(() =>
    cloud.restock(
      aNeighbourhood({
        elders: [
          wang,
          ...times(60, (i) => anElder({ ...typical, id: `e-${i}`, contacts: [], openid: null })),
        ],
        relations: [
          ...times(pageSize.circle * 2, (i) =>
            aRelation(wang, `o-kin-${i}`, {
              name: long(30),
              words: long(200),
              scopes: [...four],
              granted,
              relation: 'grandchild',
            }),
          ),
          ...times(60, (i) =>
            aRelation(wang, `o-asks-${i}`, {
              elderId: `e-${i}`,
              id: `e-${i}_asks`,
              asksElder: false,
              state: 'asked',
              name: long(30),
              words: long(200),
              scopes: [...four],
            }),
          ),
        ],
        invitations: times(pageSize.circle, (i) =>
          anInvitation({ id: String(55550000 + i), scopes: [...four], relation: 'grandchild' }),
        ),
        auditLog: times(60, (i) =>
          anAuditLine({
            id: `r-${i}`,
            requestId: `3f2a7c1e-0000-4000-8000-0000000000${String(i).padStart(2, '0')}`,
            at: at(i),
            name: long(30),
            about: long(60),
            reason: long(200),
          }),
        ),
        consents: times(60, (i) =>
          aConsentLine({
            id: `e-wang_health_r-${i}`,
            by: long(30),
            form: long(200),
            witness: long(30),
            about: long(60),
            actor,
          }),
        ),
        mealOrders: times(60, (i) =>
          anOrder({
            id: `st-${i}_2026-10-${String(1 + (i % 30)).padStart(2, '0')}_lunch_e-wang`,
            date: `2026-10-${String(1 + (i % 30)).padStart(2, '0')}`,
            stationName: long(20),
            setName: long(20),
            placedBy: actor,
            reason: long(200),
            lines: times(4, () => ({
              kind: 'subsidy' as const,
              label: long(20),
              payer: 'district' as const,
              rule: 'basic-care-recipient-5-a-day',
              amount: 500,
            })),
          }),
        ),
        visits: times(60, (i) =>
          aVisit({
            id: `v-${i}`,
            askedAt: at(i),
            askedBy: actor,
            reason: long(200),
            report: { outcome: 'needsFound', note: long(longest.visitNote), at: NOW.toISOString() },
            earlierReports: times(20, () => aVisitReport({ note: long(longest.visitNote), by: actor.name })),
            settlings: times(5, () => ({
              alarm: 'emergency' as const,
              note: long(longest.visitDone),
              at: NOW.toISOString(),
              by: actor,
            })),
            helper: { openid: 'o-h', name: long(30), kind: 'partyMember' },
          }),
        ),
      }),
    ),
  )

  it.each([
    ['o-wang', 'people.me', {}],
    ['o-wang', 'people.file', { elderId: 'e-wang' }],
    ['o-wang', 'people.circle', { elderId: 'e-wang' }],
    ['o-wang', 'people.log', { elderId: 'e-wang' }],
    ['o-wang', 'people.consentsOf', { elderId: 'e-wang' }],
    ['o-wang', 'people.copy', { elderId: 'e-wang', part: 'consents' }],
    ['o-wang', 'people.copy', { elderId: 'e-wang', part: 'meals' }],
    ['o-wang', 'people.copy', { elderId: 'e-wang', part: 'visits' }],
    ['o-wang', 'people.copy', { elderId: 'e-wang', part: 'log' }],
    ['o-clerk', 'people.asked', { stationId: 'st-one' }],
    ['o-clerk', 'people.find', { stationId: 'st-one', text: long(20) }],
    ['o-manager', 'people.roster', { stationId: 'st-one', reason: '核对' }],
    ['o-supervisor', 'people.orgs', {}],
  ] as const)('to %s from %s with %j stay within 100 KB', async (openid, name, input) => {
    const reply = await cloud.as(openid).call(name, input)
    expect(JSON.stringify(accepted(reply)).length).toBeGreaterThan(2) // something is in it
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(LIMIT)
  })

  it('to o-wang from people.copy stay within 100 KB page by page, and each visit stands on one of them', async () => {
    const copied: CopyPart[] = []
    for (let after: string | null = null; ; ) {
      const input = { elderId: 'e-wang', part: 'visits', ...(after !== null && { after }) }
      const reply = await cloud.as('o-wang').call('people.copy', input)
      expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(LIMIT)
      const page: { parts: CopyPart[]; next: string | null } = accepted(reply)
      copied.push(...page.parts)
      after = page.next
      if (after === null) break
    }
    expect(copied).toHaveLength(60)
  })
})

describe('bytes of a reply about rights and money with worst-case data', () => {
  const LIMIT = 100_000
  const long = (length: number) => '龘'.repeat(length)
  const times = <T>(count: number, one: (place: number) => T) =>
    Array.from({ length: count }, (_, i) => one(i))
  const actor = { ...daughter, name: long(30) }
  const history = times(HISTORY_STEPS, () => ({
    state: 'inReview' as const,
    at: NOW.toISOString(),
    by: actor,
  }))
  const application = (place: number) =>
    anApplication({
      id: `e-wang_own-${'x'.repeat(36)}-${place}`,
      elderName: long(30),
      category: `own-${'x'.repeat(40)}`,
      label: long(60),
      documents: times(most.photos * 2, () => ({
        ...aPhoto(),
        label: long(60),
        at: NOW.toISOString(),
        by: long(30),
      })),
      note: long(200),
      by: actor,
      state: 'returned',
      reviewer: long(30),
      asked: [...times(6, (nth) => `${long(59)}${nth}`), ...times(6, (nth) => `${long(199)}${nth}`)],
      missing: times(6, () => long(200)),
      reason: long(200),
      history,
    })
  const flag = (place: number) =>
    aFlag({
      id: `${'s'.repeat(40)}_${TODAY}_lunch_${'e'.repeat(36)}-${place}_inHospital`,
      elderId: 'e'.repeat(40),
      elderName: long(30),
      stationName: long(20),
      about: long(20),
      state: 'closed',
      closed: { by: actor, at: NOW.toISOString(), words: long(200) },
    })
  const owed = (place: number) => ({
    payer: 'district' as const,
    rule: `${'r'.repeat(50)}-${place % 60}`,
    label: long(60),
    to: 'elder' as const,
    amount: 99_999,
  })
  const entry = (place: number) =>
    anEntry({
      id: `${'s'.repeat(40)}_${TODAY}_lunch_${'e'.repeat(34)}-${place}_1`,
      operatorName: long(60),
      stationName: long(20),
      elderName: long(30),
      orderId: `order-${place}`,
      owed: times(4, (nth) => owed(place * 4 + nth)),
    })
  const ofMonth = { district: 'quiet', operatorId: 'op-one', month: '2026-11' }
  const MEALS = pageSize.sample * 100

  beforeAll(() =>
    cloud.restock(
      aNeighbourhood({
        applications: times(60, application),
        flags: times(80, flag),
        mismatches: times(4, (n) =>
          aMismatchNight({
            id: `quiet_2026-11-1${n}`,
            found: times(MOST_LISTED, (i) => ({ rule: 'entryWithoutOrder', id: `${i}`.padEnd(128, '-') })),
          }),
        ),
        settlementEntries: times(600, entry),
        stations: [aStation({ operatorName: long(60) })],
      }),
    ),
  )

  it.each([
    ['o-wang', 'eligibility.applications', { elderId: 'e-wang' }],
    ['o-wang', 'eligibility.application', { applicationId: application(0).id }],
    ['o-coordinator', 'eligibility.reviews', { state: 'returned' }],
    ['o-coordinator', 'supervision.flags', { state: 'closed' }],
    ['o-supervisor', 'supervision.settlement', ofMonth],
    ['o-supervisor', 'supervision.operators', { district: 'quiet' }],
    ['o-supervisor', 'supervision.mismatches', { state: 'open' }],
    ['o-supervisor', 'eligibility.policies', { district: 'quiet' }],
  ] as const)('to %s from %s stay within 100 KB', async (openid, name, input) => {
    const reply = await cloud.as(openid).call(name, input)
    expect(JSON.stringify(accepted(reply)).length).toBeGreaterThan(2) // something is in it
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(LIMIT)
  })

  it('to o-supervisor from supervision.sample stay within 100 KB, of the most meals that are drawn from', async () => {
    await cloud.restock(aNeighbourhood({ settlementEntries: times(MEALS, entry) }))
    const reply = await cloud.as('o-supervisor').call('supervision.sample', { ...ofMonth, seed: '1' })
    const { rows } = accepted<{ rows: unknown[] }>(reply)
    expect(rows).toHaveLength(pageSize.sample)
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(LIMIT)
  }, 300_000)

  it('to o-wang from eligibility.entitlements stay within 100 KB, with as many rules as one document can hold', async () => {
    const rules = times(80, (i) => ({
      rule: `rule-${i}`,
      label: `第 ${i} 类老人的午餐补贴`,
      who: { age: { from: 60 + (i % 30) }, category: ['extremePoverty' as const], hukou: 'city' as const },
      amount: 100 + i,
      limits: [],
    }))
    const [layer] = aMealPolicy().layers
    const policy = aMealPolicy({ layers: layer ? [{ ...layer, rules }] : [] })
    expect(JSON.stringify(policy).length).toBeLessThanOrEqual(18_000)
    await cloud.restock(aNeighbourhood({ policies: [policy] }), new Date(NOW.getTime() + 240_000))
    const reply = await cloud.as('o-wang').call('eligibility.entitlements', { elderId: 'e-wang' })
    expect(JSON.stringify(accepted(reply)).length).toBeGreaterThan(2000)
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(LIMIT)
  })

  it.each([
    ['o-wang', 'eligibility.entitlements', { elderId: 'e-wang' }],
    [null, 'eligibility.ask', { district: 'quiet', age: 82 }],
  ] as const)(
    'to %s from %s stay within 100 KB, page by page, with 150 rules that say what the document says',
    async (openid, name, input) => {
      const rules = times(150, (nth) => ({
        rule: `r-${nth}`,
        label: `补${nth}`,
        who: { group: ['g'] },
        amount: 1,
        limits: [],
      }))
      const ways = times(12, (nth) => `own-${nth}` as const)
      const groups = { g: { label: long(60), who: { age: { from: 60 }, category: ways } } }
      const way = { label: long(60), bring: times(6, () => long(60)), isPlaceholder: false }
      const categories = Object.fromEntries(ways.map((category) => [category, way]))
      const [layer] = aMealPolicy().layers
      const layers = layer ? [{ ...layer, rules }] : []
      const policy = aMealPolicy({ name: long(60), groups, categories, layers })
      await cloud.restock(aNeighbourhood({ policies: [policy] }), new Date(NOW.getTime() + 480_000))
      const said: string[] = []
      for (let after: string | null = null; ; ) {
        const reply = await cloud.as(openid).call(name, { ...input, ...(after !== null && { after }) })
        expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(LIMIT)
        const page: EntitlementsPage = accepted(reply)
        expect(page.applicable).toHaveLength(after === null ? ways.length : 0)
        said.push(...page.answers.map(({ rule }) => rule))
        after = page.next
        if (after === null) break
      }
      expect(said).toEqual(rules.map(({ rule }) => rule))
    },
  )
})

describe('bytes of the longest request', () => {
  const LIMIT = 20_000

  it.each(everyAction)('of %s stay within 20 KB', (name, { input }) => {
    const [, action] = name.split('.')
    const longest = { action, input: longestOf(input as unknown as Schema) }
    expect((input as unknown as Schema).safeParse(longest.input)).toMatchObject({ success: true })
    expect(Buffer.byteLength(JSON.stringify(longest))).toBeLessThanOrEqual(LIMIT)
  })
})

/** The parts of zod's schemas that are looked into. */
interface Schema {
  _zod: {
    def: {
      type: string
      shape?: Record<string, Schema>
      element?: Schema
      innerType?: Schema
      options?: Schema[]
      entries?: Record<string, string>
      values?: unknown[]
      checks?: { _zod: { def: { check: string; maximum?: number } } }[]
    }
  }
  safeParse(value: unknown): { success: boolean }
}

/** Texts that have a form of their own: each the longest of its kind. */
const PATH = `applications/${'x'.repeat(40)}/${'x'.repeat(80)}.jpg`
const SENT = `kitchens/${'x'.repeat(40)}/${'x'.repeat(80)}.jpg`
const FORMS = [
  '2026-11-22',
  '2026-11-23', // a Monday
  '2026-11-22T03:30:00.000Z',
  '2026-11',
  '12345678',
  '13800003333',
  '0512-6512-3456',
  `own-${'x'.repeat(40)}`,
  PATH,
  SENT,
  DISH_PHOTO,
  `cloud://${'x'.repeat(290 - PATH.length)}/${PATH}`,
  '1',
  '23:59',
  'contact-0',
]

/** The longest value that a schema takes; where lists or texts have no end, the test fails. */
function longestOf(schema: Schema): unknown {
  const { type, shape, element, innerType, options, entries, values, checks = [] } = schema._zod.def
  const most = checks.find((check) => check._zod.def.check === 'max_length')?._zod.def.maximum
  if (innerType) return longestOf(innerType)
  if (shape) return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, longestOf(field)]))
  if (options) return byLength(options.map(longestOf))
  if (entries) return byLength(Object.values(entries))
  if (values) return values[0]
  if (type === 'boolean') return false
  if (type === 'number')
    return [31.1234567890123, 120, 20, 4].find((value) => schema.safeParse(value).success)
  if (element) {
    if (most === undefined) throw new Error('a list without an end')
    return listOf(schema, element, most)
  }
  const texts = most === undefined ? FORMS : ['龘'.repeat(most), 'x'.repeat(most), ...FORMS]
  const fitting = texts.filter((text) => schema.safeParse(text).success)
  if (fitting.length === 0) throw new Error('a text of a form that is not known here')
  return byLength(fitting)
}

/** A list as long as it may be: of the same, or each another one where nothing may stand twice. */
function listOf(schema: Schema, element: Schema, most: number): unknown[] {
  const same = Array.from({ length: most }, () => longestOf(element))
  if (schema.safeParse(same).success) return same
  const { entries, type } = element._zod.def
  if (entries) return Object.values(entries).slice(0, most)
  if (type === 'number') return same.map((_, nth) => nth + 1)
  return same.map(another)
}

/** The same with a number of its own, where it has one: its weekday, its id, or itself. */
function another(one: unknown, nth: number): unknown {
  const numbered = (id: unknown) => String(id).slice(0, -3) + String(nth).padStart(3, '0')
  if (typeof one !== 'object' || one === null) return numbered(one)
  if ('weekday' in one) return { ...one, weekday: nth + 1 }
  return 'id' in one ? { ...one, id: numbered(one.id) } : one
}

const byLength = (values: unknown[]) =>
  values.sort((a, b) => Buffer.byteLength(JSON.stringify(b)) - Buffer.byteLength(JSON.stringify(a)))[0]
