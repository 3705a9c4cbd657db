import { join } from 'node:path'
import { addDays, localDate, mondayOf } from '#types/days'
import collections from '../../cloudfunctions/collections.json'
import { demoFaults } from '../../emulator/demo/check'
import { livedUntil } from '../../emulator/demo/life/life'
import { type District, demoRecords } from '../../emulator/demo/records'
import type { StoredDocument } from '../../emulator/district/documents'
import { type EmulatorOptions, type Life, startEmulator } from '../../emulator/emulator'
import { functionVariables } from '../../emulator/function-variables'
import { type FunctionModule, inProcessRunner } from '../../emulator/runner/in-process-runner'
import { memoryStore } from '../../emulator/store/memory'
import { templateVariables } from '../../emulator/template-variables'
import { api } from '../../types/api'
import { templatesOf } from '../../types/templates'
import { mismatchesIn, recordsOf } from '../cloud/integrity'

const PICTURES = join(__dirname, '../../emulator/demo/pictures')
const PHOTO = Buffer.from('ffd8ffe000104a464946', 'hex')

Object.assign(process.env, functionVariables({}))

const load = (name: string) => () => require(`../../cloudfunctions/${name}/index`) as FunctionModule
const cloud = {
  templates: templatesOf(templateVariables({})),
  collections: collections as unknown as EmulatorOptions['collections'], // JSON reads tuples as arrays
  runner: (parts) =>
    inProcessRunner({
      ...parts,
      functions: Object.fromEntries(Object.keys(api).map((name) => [name, load(name)])),
      variables: { ...functionVariables({}), ...templateVariables({}) },
      openapi: ['subscribeMessage.send', 'security.msgSecCheck', 'security.mediaCheckAsync'],
    }),
} satisfies Partial<EmulatorOptions>

const lived = (now: string) => livedUntil(new Date(now), { ...cloud, photo: PHOTO })
/** What is stored, without the collections in which nothing is. */
const stored = ({ documents }: Life) =>
  Object.fromEntries(Object.entries(documents).filter(([, all]) => all.length > 0)) as District // each has its _id

describe.each([
  ['a Sunday at noon', '2026-11-22T12:00:00+08:00'],
  ['a Monday after midnight', '2026-11-30T00:51:00+08:00'],
  ['the first of a month, before the station opens', '2026-12-01T07:59:00+08:00'],
  ['New Year’s evening, a holiday', '2027-01-01T20:40:00+08:00'],
  ['a leap day in the morning', '2028-02-29T09:01:00+08:00'],
  ['the day after one, a minute before midnight', '2028-03-01T23:59:00+08:00'],
])('livedUntil %s', (_, now) => {
  const today = localDate(now)
  let life: Life
  let records: ReturnType<typeof demoRecords>
  beforeAll(async () => {
    life = await lived(now)
    records = demoRecords(stored(life))
  })

  it('holds nothing that does not agree', () => {
    expect(demoFaults(stored(life), PICTURES)).toEqual([])
    expect(mismatchesIn(recordsOf(stored(life)), new Date(now))).toEqual([])
  })

  it('has opened a sitting for each that somebody booked, and for no other', () => {
    const booked = new Set(records.mealOrders.map(({ sittingId }) => sittingId))
    expect(records.sittings.map(({ id }) => id).sort()).toEqual([...booked].sort())
    for (const { basis, stationId, slot } of records.sittings)
      expect(basis.plan).toMatch(new RegExp(`^${stationId}_.*_${slot}@1$`))
  })

  it('has a menu for each week from the account of last month on', () => {
    const [first = today] = records.mealOrders.map(({ date }) => date).sort()
    const lunches = records.menus.filter(({ slot }) => slot === 'lunch').map(({ week }) => week)
    for (let week = mondayOf(first); week <= addDays(today, 21); week = addDays(week, 7))
      expect(lunches).toContain(week)
  })

  it('has a dozen meals around today, in every state into which somebody can bring one', () => {
    const around = records.mealOrders.filter(({ date }) => date >= addDays(today, -1))
    expect(around.length).toBeGreaterThanOrEqual(12)
    const states = new Set(around.map(({ state }) => state))
    expect([...states].sort()).toEqual(['cancelled', 'confirmed', 'placed', 'refused', 'served'])
  })

  it('has somebody who was to come yesterday and was not ticked off, and coming meals that wait for an answer', () => {
    const of = (state: string) => records.mealOrders.filter((order) => order.state === state)
    expect(of('confirmed').filter(({ date }) => date < today)).toMatchObject([{ elderName: '田凤仙' }])
    expect(of('placed').filter(({ date }) => date > today)).toHaveLength(2)
    expect(of('placed').filter(({ startsAt }) => startsAt < new Date(now).toISOString())).toEqual([])
  })

  it('has an urgent door that waits and is not late, a calm one that is not, and a report that nobody has read', () => {
    const shown = records.visits.map(({ elderName, urgency, state }) => `${elderName} ${urgency} ${state}`)
    expect(shown.sort()).toEqual(['周德福 urgent open', '王秀英 worry reported', '马长顺 worry open'])
    for (const { state, dueAt } of records.visits)
      expect(state === 'open' && dueAt < new Date(now).toISOString()).toBe(false)
  })

  it('has an application in review whose photo is there', () => {
    expect(records.applications).toMatchObject([{ elderName: '张桂芬', state: 'inReview', reviewer: '周琳' }])
    const papers = records.applications.flatMap(({ documents }) =>
      documents.map(({ fileId }) => new URL(String(fileId)).pathname.slice(1)),
    )
    expect(life.files.map(({ record }) => record.path)).toEqual(papers)
  })

  it('has an account of last month, and of none before it', () => {
    const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
    const [first] = records.settlementEntries.map(({ month }) => month).sort()
    expect(first).toBe(lastMonth)
    const entries = records.settlementEntries.filter(({ month }) => month === lastMonth)
    expect(entries.length).toBeGreaterThanOrEqual(9)
    const owed = entries.flatMap((entry) => entry.owed).reduce((all, { amount }) => all + amount, 0)
    expect(owed).toBeGreaterThan(0)
  })

  it('has messages to those who agreed at their taps, and yeses that are left', () => {
    expect(life.messages.length).toBeGreaterThan(0)
    const counted = new Map(stored(life).accounts?.map(({ _id, grants }) => [_id, grants]))
    for (const { touser } of life.messages) expect(counted.get(touser)).toBeDefined()
    const left = Object.keys(life.grants)
    expect(left.length).toBeGreaterThan(3)
    for (const openid of left) expect(counted.get(openid)).toBeDefined()
  })

  it('knows nothing of what is to come', () => {
    const stored = JSON.stringify([records.mealOrders, records.visits, life.messages])
    const instants = [...stored.matchAll(/"(?:at|placedAt|askedAt)":"([^"]+)"/g)].map(([, at = '']) => at)
    expect(instants.length).toBeGreaterThan(12)
    expect(instants.filter((at) => Date.parse(at) >= Date.parse(now))).toEqual([])
  })
})

describe('demoFaults of a life', () => {
  let life: Life
  beforeAll(async () => {
    life = await lived('2026-11-22T12:00:00+08:00')
  })
  /** What of a document is looked at to spoil it. */
  interface Lived extends StoredDocument {
    elderPays: number
    left: Record<string, number>
    claims: Record<string, object>
    weekdays: number[]
    history: object[]
    uses: object[]
    report: object | null
  }
  const eaten = /2026-11-22_lunch_e-wang/
  const coming = /2026-11-23_lunch_e-wang/
  const refused = /2026-11-23_lunch_e-liu/

  it.each<[string, string, RegExp, (document: Lived) => object, RegExp]>([
    [
      'an order of no sitting',
      'mealOrders',
      eaten,
      () => ({ sittingId: 'x' }),
      /of a sitting or an elder that is not there/,
    ],
    [
      'a price that does not add up',
      'mealOrders',
      eaten,
      ({ elderPays }) => ({ elderPays: elderPays + 1 }),
      /costs the elder something else/,
    ],
    [
      'a history that runs backwards',
      'mealOrders',
      eaten,
      ({ history }) => ({ history: [...history].reverse() }),
      /history that runs backwards/,
    ],
    [
      'a state that no step led to',
      'mealOrders',
      coming,
      () => ({ state: 'served' }),
      /state that its history does not end in/,
    ],
    [
      'a step that is none',
      'mealOrders',
      refused,
      ({ history: [placed, answered] }) => ({ history: [placed, { ...answered, state: 'served' }] }),
      /history that its states do not allow/,
    ],
    [
      'a seat that nobody gave back',
      'sittings',
      /st-changjiang_2026-11-23_lunch/,
      ({ left }) => ({ left: { ...left, seats: (left.seats ?? 0) - 1 } }),
      /3 seats taken and 2 orders/,
    ],
    [
      'a place that is left and claimed',
      'sittings',
      /st-changjiang_2026-11-23_lunch/,
      ({ left }) => ({ left: { ...left, reserve: 1 } }),
      /has not left what is not claimed of it/,
    ],
    [
      'an order whose claim is of another booking',
      'sittings',
      /st-changjiang_2026-11-23_lunch/,
      ({ claims }) => ({
        claims: Object.fromEntries(
          Object.entries(claims).map(([elderId, claim]) => [elderId, { ...claim, attempt: 'x' }]),
        ),
      }),
      /has no claim of what .*_lunch_e-wang-xiuying takes/,
    ],
    [
      'a claim of nobody',
      'sittings',
      /st-changjiang_2026-11-23_lunch/,
      ({ claims }) => ({ claims: { ...claims, 'e-sun-baotian': Object.values(claims)[0] } }),
      /has a claim for e-sun-baotian, who has no order/,
    ],
    [
      'a sitting that was begun and never opened',
      'sittings',
      /st-changjiang_2026-11-23_lunch/,
      () => ({ state: 'new' }),
      /was never opened/,
    ],
    [
      'a meal on a day without a plan',
      'plans',
      /./,
      ({ weekdays }) => ({ weekdays: weekdays.filter((day) => day !== 1) }),
      /st-changjiang_2026-11-23_lunch_.* has no place in the plan of its table \(day\)/,
    ],
    [
      'a meal that nobody is paid for',
      'settlementEntries',
      eaten,
      () => ({ billed: 1 }),
      /bills something else/,
    ],
    [
      'a subsidy that no price says',
      'subsidyUses',
      /e-wang-xiuying_2026-11/,
      ({ uses }) => ({ uses: uses.map((use) => ({ ...use, amount: 1 })) }),
      /counts for .* what its price does not say/,
    ],
    [
      'a day on which nobody is said to have eaten',
      'servedDays',
      /e-wang-xiuying_2026-11-22/,
      () => ({ served: [] }),
      /the orders that were served do not agree/,
    ],
    [
      'a visit that nobody waits for',
      'awaitedVisits',
      /e-zhou-defu/,
      () => ({ visitId: 'x' }),
      /would be asked for twice/,
    ],
    [
      'a report of somebody else',
      'visits',
      /./,
      ({ report }) => ({ report: report && { ...report, by: '钱峰' } }),
      /reported by somebody else/,
    ],
    [
      'a report that nobody wrote down',
      'visits',
      /./,
      () => ({ report: null }),
      /and its report do not agree/,
    ],
    ['an application without a paper', 'applications', /./, () => ({ documents: [] }), /has no paper/],
  ])('finds %s', (_, collection, id, changed, fault) => {
    const district = stored(life)
    const spoilt = district[collection]?.map(
      (document) => (id.test(document._id) ? { ...document, ...changed(document as Lived) } : document), // its own shape: the life has no faults
    )
    expect(demoFaults({ ...district, [collection]: spoilt ?? [] }, PICTURES).join('\n')).toMatch(fault)
  })
})

describe('an emulator with a life', () => {
  const life: Life = {
    documents: { districts: [{ _id: 'gaoxin', name: '高新区' }], visits: [{ _id: 'v-1' }] },
    files: [{ record: { path: 'a/b.jpg', size: 10, type: 'image/jpeg', creator: null }, content: PHOTO }],
    grants: { 'o-li-min': { 'demo-template-visit': 2 } },
    messages: [{ at: '2026-11-22T04:00:00.000Z', touser: 'o-li-min', templateId: 'visit', data: {} }],
  }

  it('begins with it where nothing is stored, once, and again after a reset', async () => {
    let played = 0
    const emulator = await startEmulator({
      ...cloud,
      store: memoryStore(),
      demo: () => ({ districts: [{ _id: 'gaoxin' }], stations: [{ _id: 'st-1' }] }),
      life: async () => {
        played += 1
        return life
      },
    })
    await emulator.addDemo()
    await emulator.addDemo()
    await emulator.setClock(new Date('2026-11-24T04:00:00Z'))
    expect(played).toBe(1)
    const { districts, stations, visits } = await emulator.engine.dump()
    expect([districts, stations, visits]).toEqual([
      life.documents.districts,
      [{ _id: 'st-1' }],
      [{ _id: 'v-1' }],
    ])
    expect(emulator.gateway.outbox.messages()).toEqual(life.messages)
    expect(emulator.gateway.grants.left()).toEqual(life.grants)
    expect(emulator.image().files).toHaveLength(1)

    await emulator.reset({ demo: false })
    expect(played).toBe(1)
    await emulator.reset({ demo: true })
    expect(played).toBe(2)
    await emulator.close()
  })

  it('stays as it was where it is to begin again and the life cannot be played', async () => {
    const cannot = jest.fn(async () => life)
    const emulator = await startEmulator({ ...cloud, store: memoryStore(), life: cannot })
    await emulator.addDemo()
    const before = emulator.image()
    cannot.mockRejectedValue(new Error('refused'))
    await expect(emulator.reset({ demo: true })).rejects.toThrow('refused')
    expect(emulator.image()).toEqual(before)
    expect(emulator.gateway.outbox.messages()).toEqual(life.messages)
    await emulator.close()
  })
})
