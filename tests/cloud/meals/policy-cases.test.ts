import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '#types/days'
import { instantAt } from '../../../cloudfunctions/_domain/base/calendar'
import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import type { PolicyRecord } from '../../../cloudfunctions/_domain/policies/records'
import type { StationRecord } from '../../../cloudfunctions/_domain/stations/records'
import walking from '../../../cloudfunctions/_policies/walking.json'
import type { Entitlements } from '../../../types/eligibility/entitlements'
import type { MealOrder } from '../../../types/meals/orders'
import type { Price } from '../../../types/meals/prices'
import { CarePolicy } from '../../../types/policies/care'
import { CareCase } from '../../../types/policies/care-cases'
import { MealCase, type PersonCase } from '../../../types/policies/cases'
import { abilityLevels } from '../../../types/policies/conditions'
import { MealPolicy } from '../../../types/policies/meal'
import type { Settlement } from '../../../types/supervision'
import { aMember, anElder, anElderAccount, aSitting, aStation } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'

const FOLDER = join(__dirname, '../../../cloudfunctions/_policies')
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
const namesIn = (kind: string) =>
  readdirSync(join(FOLDER, kind))
    .filter((name) => name.endsWith('.cases.json'))
    .map((name) => name.replace('.cases.json', ''))

let cloud: TestCloud
let nth = 0
/** Two minutes later for each test: what there is of policies is trusted for a minute. */
const morningOf = (date: string) => new Date(Date.parse(instantAt(date, '08:00')) + ++nth * 120_000)
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const OWN = 'home-district'
const NEXT = 'next-district'
const ABROAD = 'far-district'
/** Where a case eats, as places that can be registered: the district, and the town in it. */
const places = {
  town: { district: OWN, townId: 't-own' },
  district: { district: OWN, townId: 't-other' },
  city: { district: NEXT, townId: 't-next' },
  province: { district: ABROAD, townId: 't-far' },
  elsewhere: { district: ABROAD, townId: 't-far' },
}
const DOOR = { lng: 113.8, lat: 23.4 }
const METRES_PER_DEGREE = (Math.PI * 6_378_100) / 180

/** A table so many metres of way from her door. */
const tableAt = (metres = 400) => ({
  lng: DOOR.lng,
  lat: DOOR.lat + metres / walking.detourFactor / METRES_PER_DEGREE,
})

/** The elder of a case as she would be registered. `age` is what she is on the day. */
function elderOf(person: PersonCase, on: string): ElderRecord {
  const { birthDate, age = 80, categories, notCategories = [], ability, living, livesAtHome } = person
  const held = (categories ?? []).map((one) => (typeof one === 'string' ? { category: one } : one))
  const paper = { from: '2000-01-01', to: null, evidence: '证件', verifiedBy: '张静' }
  return anElder({
    id: 'e-case',
    district: OWN,
    townId: 't-own',
    stationId: 'st-town-0',
    openid: 'o-case',
    place: DOOR,
    birthDate: birthDate ?? `${Number(on.slice(0, 4)) - age}-01-01`,
    sex: person.sex ?? 'female',
    hukou: person.hukou ?? null,
    residentSince: person.residentSince ?? null,
    living: living ?? (livesAtHome === false ? 'institution' : 'couple'),
    categories: held.map((one) => ({ ...paper, ...one })),
    notHeld: notCategories.map((category) => ({ ...paper, category })),
    askedOn: categories === undefined ? null : on, // what a case lists is all that she holds on the day
    ability:
      ability === undefined
        ? null
        : { grade: abilityLevels.indexOf(ability), assessor: '孙评估', on: '2000-01-01' },
    verifiedBy: person.verified ? '张静' : null,
  })
}

const districts = [
  { id: OWN, cityId: 'one-city' },
  { id: NEXT, cityId: 'one-city' },
  { id: ABROAD, cityId: 'other-city' },
].map((one) => ({
  ...one,
  name: one.id,
  invented: true,
  emergencyFromAfar: null,
  towns: [],
  answersWhenClosed: null,
}))

const supervisor = {
  ...aMember('o-supervisor', 'supervisor', OWN, { orgKind: 'district' }),
  district: OWN,
}
supervisor.memberships.push({
  ...supervisor.memberships[0],
  orgId: NEXT,
} as (typeof supervisor.memberships)[0])

interface Table {
  /** `main` for the meal of the case, else that of an earlier one. */
  operatorId: string
  meal: MealCase['meal'] | MealCase['already'][number]
  on: string
  station: StationRecord
}

const stationOf = (meal: MealCase['meal'], nth: number, operatorId: string): StationRecord =>
  aStation({
    id: `st-${meal.eatsIn ?? 'town'}-${nth}`,
    ...places[meal.eatsIn ?? 'town'],
    operatorId,
    place: tableAt(meal.distance),
  })

/** The tables of a case, those of earlier meals first, each at a station of its own. */
function tablesOf({ already, meal, on }: MealCase): Table[] {
  const earlier = already.map((one, nth) => ({
    meal: one,
    on: one.on ?? on,
    operatorId: 'op-earlier',
    station: stationOf(one, nth + 1, 'op-earlier'),
  }))
  return [...earlier, { meal, on, operatorId: 'op-main', station: stationOf(meal, 0, 'op-main') }]
}

const sittingIdOf = ({ station, on, meal }: Table) => `${station.id}_${on}_${meal.slot}`

function sittingOf(table: Table) {
  const { station, on, meal, operatorId } = table
  const at = instantAt(on, '12:00')
  return aSitting({
    id: sittingIdOf(table),
    district: station.district,
    townId: station.townId,
    stationId: station.id,
    place: station.place,
    operatorId,
    date: on,
    slot: meal.slot,
    startsAt: at,
    cutoffAt: instantAt(on, '06:00'),
    cancelUntil: instantAt(on, '06:00'),
    sets: [{ id: 'set', name: '套餐', dishes: [], tags: [], price: meal.price, picture: 'fish' }],
  })
}

function stockOf(one: MealCase, policy: PolicyRecord): Stock {
  const tables = tablesOf(one)
  const elder = elderOf(one.person, one.on)
  const [first] = aMember('o-clerk', 'clerk', 'st-x').memberships
  if (!first) throw new Error('a clerk works somewhere')
  const clerk = {
    ...aMember('o-clerk', 'clerk', 'st-x'),
    memberships: tables.map(({ station }) => ({ ...first, orgId: station.id })),
  }
  return {
    districts,
    stations: tables.map(({ station }) => station),
    sittings: tables.map(sittingOf),
    elders: [elder],
    accounts: [anElderAccount('o-case', elder), clerk, supervisor],
    policies: [policy],
  }
}

const her = () => cloud.as('o-case')
const clerk = () => cloud.as('o-clerk')
const wishFor = (table: Table) => ({
  sittingId: sittingIdOf(table),
  elderId: 'e-case',
  mode: table.meal.mode,
  setId: 'set',
})

/** Books a meal for what it was said to cost, and lets the station confirm it. */
async function booked(table: Table): Promise<{ order: MealOrder; quote: Price }> {
  const quote = accepted<Price>(await her().call('meals.quote', wishFor(table)))
  const wish = { ...wishFor(table), pays: quote.elderPays, isMeant: true } // some have lunch twice
  const order = accepted<MealOrder>(await her().call('meals.book', wish))
  expect(order.lines).toEqual(quote.lines)
  accepted(await clerk().call('meals.confirm', { orderId: order.id }))
  return { order, quote }
}

async function served(table: Table): Promise<void> {
  cloud.emulator.clock.set(new Date(instantAt(table.on, '13:00')))
  accepted(await clerk().call('meals.serve', { orderId: `${sittingIdOf(table)}_e-case` }))
}

/** What a case comes to once it has been booked, served and settled, named as `expect` names it. */
async function outcomeOf(
  one: MealCase,
): Promise<{ outcome: Required<MealCase['expect']>; books: Settlement }> {
  const tables = tablesOf(one)
  const main = tables[tables.length - 1] as Table // there is always the meal itself
  let last: Awaited<ReturnType<typeof booked>> | undefined
  for (const table of tables) last = await booked(table)
  for (const table of [...tables].sort((a, b) => (a.on < b.on ? -1 : 1))) await served(table)
  if (!last) throw new Error('nothing was booked')

  const { order, quote } = last
  const sumOf = (kind: string) =>
    order.lines.filter((line) => line.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
  const given = order.lines.filter(({ kind }) => kind === 'subsidy' || kind === 'discount')
  const books = accepted<Settlement>(
    await cloud.as('o-supervisor').call('supervision.settlement', {
      district: main.station.district,
      operatorId: 'op-main',
      month: one.on.slice(0, 7),
    }),
  )
  const toOperator = books.owed.filter(({ to }) => to === 'operator')
  return {
    books,
    outcome: {
      answer: given.length > 0 ? 'yes' : quote.undecided.length > 0 ? 'unknown' : 'no',
      subsidy: sumOf('subsidy'),
      discount: sumOf('discount'),
      delivery: sumOf('delivery'),
      tooFar: false,
      pays: order.elderPays,
      operator: toOperator.reduce((sum, { amount }) => sum + amount, 0),
      lines: Object.fromEntries(given.map(({ rule, amount }) => [rule ?? '', amount])),
      missing: [...new Set(quote.undecided.flatMap(({ facts }) => facts.map(({ fact }) => fact)))].sort(),
    },
  }
}

/** Cases that no booking can be in, and why. They are priced in `tests/domain/policies`. */
const unbookable: Record<string, string> = {
  'ZG-place-unknown':
    'every sitting stands in a town and every elder has a home, so where she eats is always known',
  'SZ-birth-unknown': 'nobody is registered without a birth date',
}
/** Cases whose meal is refused: where she eats is not open to people of her city. */
const refusedPlaces = ['province', 'elsewhere']

describe.each(namesIn('meal'))('a meal under %s, booked, served and settled', (name) => {
  const policy: PolicyRecord = { ...MealPolicy.parse(read(`meal/${name}.json`)), district: OWN }
  const cases: MealCase[] = read(`meal/${name}.cases.json`).cases.map((one: unknown) => MealCase.parse(one))
  const bookable = cases.filter(({ id }) => !(id in unbookable))
  const near = bookable.filter(({ meal }) => !refusedPlaces.includes(meal.eatsIn ?? 'town'))
  const abroad = bookable.filter(({ meal }) => refusedPlaces.includes(meal.eatsIn ?? 'town'))
  const rows = (some: MealCase[]) => some.map((one) => [one.id, one] as const)

  const begin = (one: MealCase) => {
    const firstDay =
      tablesOf(one)
        .map(({ on }) => on)
        .sort()[0] ?? one.on
    return cloud.restock(stockOf(one, policy), morningOf(addDays(firstDay, -1)))
  }

  it.each(rows(near))('%s', async (_, one) => {
    await begin(one)
    if (one.expect.tooFar) {
      const table = tablesOf(one).at(-1) as Table // there is always the meal itself
      expect(codeOf(await her().call('meals.quote', wishFor(table)))).toBe('DELIVERY_TOO_FAR')
      expect(codeOf(await her().call('meals.book', wishFor(table)))).toBe('DELIVERY_TOO_FAR')
      expect(await cloud.stored('mealOrders')).toEqual([])
      return
    }
    const { outcome, books } = await outcomeOf(one)
    expect(outcome).toMatchObject(one.expect)

    const owedForHer = books.owed.filter(({ to }) => to === 'elder')
    expect(Object.fromEntries(owedForHer.map(({ rule, amount }) => [rule, amount]))).toEqual(outcome.lines)
    expect(books.control).toEqual({
      records: 1,
      served: 1,
      reversed: 0,
      billed: one.meal.price + outcome.delivery,
      elderPaid: outcome.pays,
      owed: outcome.subsidy + outcome.discount + outcome.operator,
    })
    expect(books.control.billed).toBe(outcome.pays + outcome.subsidy + outcome.discount)
  })

  if (abroad.length > 0)
    it.each(rows(abroad))('%s is refused: people of another city cannot book there', async (_, one) => {
      await begin(one)
      const table = tablesOf(one).at(-1) as Table // there is always the meal itself
      expect(codeOf(await her().call('meals.quote', wishFor(table)))).toBe('NOT_FOUND')
      expect(codeOf(await her().call('meals.book', wishFor(table)))).toBe('NOT_FOUND')
      expect(await cloud.stored('mealOrders')).toEqual([])
      expect(one.expect).toMatchObject({ subsidy: 0 })
    })

  it('takes the kind of a day from the calendar: no case that names another one is in force', () => {
    const named = bookable.filter(({ meal }) => meal.day !== undefined)
    expect(named.filter(({ on }) => on >= policy.effectiveFrom).map(({ id }) => id)).toEqual([])
  })
})

it('leaves out exactly the cases that no booking can be in', () => {
  const ids = namesIn('meal').flatMap((name) =>
    read(`meal/${name}.cases.json`).cases.map(({ id }: MealCase) => id),
  )
  expect(ids).toEqual(expect.arrayContaining(Object.keys(unbookable)))
})

/** Care cases whose person cannot be registered. */
const unregistrable: Record<string, string> = {
  'home-not-known': 'a registration always says whom she lives with',
}

describe.each(namesIn('care'))('eligibility.entitlements under %s', (name) => {
  const policy: PolicyRecord = { ...CarePolicy.parse(read(`care/${name}.json`)), district: OWN }
  const cases: CareCase[] = read(`care/${name}.cases.json`).cases.map((one: unknown) => CareCase.parse(one))
  const answered = cases.filter(({ id, expect: said }) => said.answer !== undefined && !(id in unregistrable))

  it.each(answered.map((one) => [one.id, one] as const))('%s', async (_, one) => {
    const month = one.care.month ?? one.care.services[0]?.on.slice(0, 7)
    const on = `${month}-01` // what begins or ends within a month counts from the next
    const elder = elderOf(one.person, on)
    const stock = {
      districts,
      elders: [elder],
      accounts: [anElderAccount('o-case', elder)],
      policies: [policy],
    }
    await cloud.restock(stock, morningOf(on))

    const reply = await her().call('eligibility.entitlements', { elderId: 'e-case' })
    const answers = accepted<Entitlements>(reply).answers.map(({ answer }) => answer)
    const best = (['yes', 'unknown'] as const).find((answer) => answers.includes(answer)) ?? 'no'
    expect(best).toBe(one.expect.answer)
  })
})
