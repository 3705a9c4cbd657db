import { alarmOf } from '../../cloudfunctions/_domain/visits/alarms'
import { placed } from '../../cloudfunctions/_domain/visits/records'
import { addDays } from '../../src/services/dates'
import { mondayOf } from '../../types/days'
import { likenessId, mealOrderId, sittingId } from '../../types/ids'
import { longest, most } from '../../types/limits'
import type { Slot } from '../../types/meals/sittings'
import type { MealOrderState, VisitState } from '../../types/states'
import { NOW, TODAY, TOMORROW } from '../domain/builders'
import type { Town } from './a-town'
import { type Applications, someApplications } from './applications'

export const STATION = 'st-changjiang'
export const MOTHER = 'e-wang-xiuying'
/** Nobody has marked where his home is. */
export const UNMARKED = 'e-chen-jianguo'

/** A Tuesday, on whose lunch nothing is left. */
const FULL = addDays(TODAY, 3)

const DAY = 24 * 3600_000

/** As long as names get here, and what people write when they have much to say. */
const LONG_NAME = '阿依夏木古丽·买买提江'
const LONG_REASON = '老人昨天晚上说头有点晕，今天早上打了六次电话都没有接，邻居说没看见她出门。'
  .repeat(5)
  .slice(0, 200)
const LONG_NOTE = '敲了三遍门才听见，老人耳朵不好，助听器没电了。药吃完了，厨房的灯不亮，冰箱里只有剩饭。'
  .repeat(12)
  .slice(0, 500)

/** What the worst day of the demo district looks like; the ids of what its pages are opened with. */
export interface FullDay {
  confirmed: string
  refused: string
  placed: string
  needsFound: string
  visits: Record<
    'open' | 'claimed' | 'onSite' | 'well' | 'noAnswer' | 'emergency' | 'settled' | 'cancelled',
    string
  >
  /** Visits that the volunteer has claimed. */
  mine: string
  alsoMine: string
  /** The code of the mother's card, and one of hers that lets somebody in. */
  card: string
  invitation: string
  /** The mother, registered a second time by somebody who has not heard of it. */
  pair: string
  /** An elder who is in hospital, and was ticked off as having eaten. */
  inHospital: string
  applications: Applications
}

/** Fills the morning with as much as its pages can hold: long lists, long names, long notes, every state. */
export async function aFullDay(town: Town): Promise<FullDay> {
  const book = (date: string, slot: Slot, setId: string) => {
    const choice = { sittingId: sittingId(STATION, date, slot), elderId: MOTHER, mode: 'dineIn', setId }
    return town.act('o-li-min', 'meals.book', choice)
  }
  const { id: confirmed } = await book(TOMORROW, 'lunch', 'hongshao-yu')
  await town.act('o-zhang-jing', 'meals.confirm', { orderId: confirmed })
  const { id: refused } = await book(TODAY, 'dinner', 'jitang-mian')
  await town.act('o-zhang-jing', 'meals.refuse', {
    orderId: refused,
    reason: '厨房今天停电，晚上做不了饭，很对不起',
  })
  const { id: placed } = await book(TOMORROW, 'dinner', 'jiaozi')
  await isSilent(town, sittingId(STATION, TOMORROW, 'dinner'), '拌三丝')

  const { id: needsFound } = await town.act('o-li-min', 'visits.request', {
    elderId: MOTHER,
    urgency: 'urgent',
    reason: LONG_REASON,
    when: 'now',
  })
  await town.act('o-zhao-qiang', 'visits.claim', { visitId: needsFound })
  await town.act('o-zhao-qiang', 'visits.arrive', { visitId: needsFound })
  const report = { visitId: needsFound, outcome: 'needsFound', note: LONG_NOTE }
  await town.act('o-zhao-qiang', 'visits.report', report)

  await manyOrders(town)
  const inHospital = await servedMeals(town)
  const visits = await manyVisits(town, String(needsFound))
  const codes = await aCircle(town)
  await town.act('o-chen-jianguo', 'people.correct', { elderId: UNMARKED, changes: { place: null } })
  const applications = await someApplications(town)
  const pair = await motherAgain(town)
  await aDraft(town)
  await noSeat(town)
  return {
    pair,
    confirmed,
    refused,
    placed,
    needsFound,
    inHospital,
    applications,
    ...visits,
    ...codes,
  } as FullDay
}

/** Of a dish nobody has said what is in it, as in a sitting of before each menu had to say so. */
async function isSilent(town: Town, id: string, dish: string): Promise<void> {
  const sitting = (await town.stored('sittings')).find((one) => one.id === id)
  if (!sitting) throw new Error('nobody has booked it')
  const sets = sitting.sets.map((set) => ({
    ...set,
    dishes: set.dishes.map((one) => (one.name === dish ? { ...one, allergens: null } : one)),
  }))
  const change = { query: JSON.stringify({ _id: id }), data: JSON.stringify({ $set: { sets } }), merge: true }
  await town.emulator.engine.modify({ collection: 'sittings' }, change)
}

/** The menu of a coming week that somebody has begun, with more missing than is named. */
async function aDraft(town: Town): Promise<void> {
  const week = { kitchenId: 'k-yinling', week: addDays(mondayOf(TODAY), 7), slot: 'breakfast' }
  const dish = { allergens: null, diets: [], limit: null }
  for (const rev of [0, 1]) {
    const dishes = Array.from({ length: most.writtenDishes }, (_, nth) => ({
      ...{ ...dish, id: `d${rev}-${nth}` },
      name: `${LONG_NAME}家的小菜 ${rev * most.writtenDishes + nth + 1}`,
    }))
    await town.act('o-tao-rong', 'meals.saveMenu', { ...week, rev, dishes })
  }
}

/** A lunch of which nothing is left, and one with a set that is sold out. */
async function noSeat(town: Town): Promise<void> {
  await town.act('o-tao-rong', 'meals.setSoldOut', {
    ...{ kitchenId: 'k-yinling', date: addDays(FULL, 1), slot: 'lunch' },
    ...{ setId: 'xianggu-dunji', isSoldOut: true },
  })
  const id = sittingId(STATION, FULL, 'lunch')
  const neighbour = (await town.stored('elders'))[5]
  const choice = { sittingId: id, elderId: neighbour?.id, setId: 'su-shijin', mode: 'dineIn' }
  await town.act('o-zhang-jing', 'meals.bookFor', { ...choice, channel: 'phone' })
  const places = { capacity: { seats: 1, portions: 0 }, left: { seats: 0, portions: 0 } }
  const full = { query: JSON.stringify({ _id: id }), data: JSON.stringify({ $set: places }), merge: true }
  await town.emulator.engine.modify({ collection: 'sittings' }, full)
}

/** The mother, registered again by another relative. */
async function motherAgain(town: Town): Promise<string> {
  const mother = (await town.stored('elders')).find(({ id }) => id === MOTHER)
  if (!mother) throw new Error('nobody is registered')
  const { name, birthDate, sex, building, living } = mother
  const { elderId } = await town.act('o-her-son', 'people.registerKin', {
    elder: { name, birthDate, sex, building, living },
    stationId: STATION,
    relation: 'son',
    name: LONG_NAME,
  })
  return likenessId(String(elderId), MOTHER)
}

/** Who is ticked off at breakfast, one of them recorded in hospital. */
async function servedMeals(town: Town): Promise<string> {
  const confirmed = (await town.stored('mealOrders')).filter(
    ({ date, slot }) => date === TODAY && slot === 'breakfast',
  )
  const [patient, other] = confirmed
  if (!patient || !other) throw new Error('nobody comes to breakfast')
  const { elderId } = patient
  const absences = [{ kind: 'hospital', from: addDays(TODAY, -4), to: null }]
  await town.act('o-zhang-jing', 'people.setAbsences', { elderId, absences, channel: 'phone' })
  for (const { id } of [patient, other]) await town.act('o-zhang-jing', 'meals.serve', { orderId: id })
  return elderId
}

/** Somebody with much to say asks the mother to be let in, and a code of hers is on its way. */
async function aCircle(town: Town): Promise<Pick<FullDay, 'card' | 'invitation'>> {
  const { code: card } = await town.act('o-wang-xiuying', 'people.card', { elderId: MOTHER })
  await town.act('o-chen-hao', 'people.ask', {
    by: { code: card },
    relation: 'neighbour',
    scopes: ['view', 'order', 'health', 'log'],
    words: LONG_REASON,
  })
  const { code: invitation } = await town.act('o-wang-xiuying', 'people.invite', {
    elderId: MOTHER,
    for: { kind: 'family', relation: 'relative', scopes: ['view', 'order', 'health', 'log'] },
  })
  return { card: String(card), invitation: String(invitation) }
}

/** A lunch of the mother's that was changed after it was confirmed. */
export const CHANGED = mealOrderId(sittingId(STATION, addDays(TODAY, -2), 'lunch'), MOTHER)

/** When meals begin, as instants of a day. */
const beginnings: Record<Slot, string> = { breakfast: '00:30', lunch: '03:30', dinner: '09:00' }

/** A month of the mother's meals, and sixty orders for the clerk's day, with two who eat early. */
async function manyOrders(town: Town): Promise<void> {
  const [pattern] = await town.stored('mealOrders')
  const elders = await town.stored('elders')
  if (!pattern) throw new Error('nothing was booked')
  const order = (elderId: string, date: string, slot: Slot, state: MealOrderState, elderName: string) => {
    const sitting = sittingId(STATION, date, slot)
    const { id, ...rest } = pattern
    const startsAt = `${date}T${beginnings[slot]}:00.000Z`
    const own = { sittingId: sitting, date, slot, startsAt, elderId, elderName, state }
    return { ...rest, ...own, _id: mealOrderId(sitting, elderId) }
  }
  const at = pattern.history.at(-1)?.at ?? NOW.toISOString()
  const later = { at, by: pattern.placedBy, setName: pattern.setName }
  const laterChanges = [later, { ...later, mode: 'takeAway' as const }]
  const past = Array.from({ length: 28 }, (_, ago) => ({
    ...order(MOTHER, addDays(TODAY, -1 - ago), 'lunch', ago % 3 ? 'served' : 'cancelled', '王秀英'),
    ...(ago === 1 && { laterChanges }),
  }))
  const queued = (['lunch', 'dinner'] as const).flatMap((slot) =>
    elders
      .slice(3, 33) // the first three have accounts
      .map(({ id, name }, nth) => ({
        ...order(id, TODAY, slot, nth % 4 ? 'placed' : 'confirmed', nth ? name : LONG_NAME),
        ...(nth === 0 && { laterChanges }),
      })),
  )
  const early = elders
    .slice(3, 5)
    .map(({ id, name }, nth) => order(id, TODAY, 'breakfast', 'confirmed', nth ? name : LONG_NAME))
  await town.emulator.engine.seed('mealOrders', [...past, ...queued, ...early])
}

/** Visits in every state for the daughter, and as many open ones as a helper's list shows. */
async function manyVisits(
  town: Town,
  patternId: string,
): Promise<Pick<FullDay, 'visits' | 'mine' | 'alsoMine'>> {
  const pattern = (await town.stored('visits')).find((visit) => visit.id === patternId)
  const elders = await town.stored('elders')
  if (!pattern) throw new Error('nobody was asked for')
  const { id, ...rest } = pattern
  const [asked] = rest.history
  if (!asked) throw new Error('a visit has no history')
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString()
  const yesterday = rest.history.map((moment) => ({
    ...moment,
    at: new Date(Date.parse(moment.at) - DAY).toISOString(),
  }))
  const blank = { helper: null, report: null, dueAt: at(30), history: [asked] }
  const visit = (_id: string, state: VisitState, own: Partial<typeof rest> = {}) => {
    const record = { ...rest, ...blank, state, ...own }
    const isUnmarked = state === 'open' || state === 'claimed'
    return { ...record, _id, ...placed(record.place, isUnmarked), alarm: alarmOf(record) }
  }
  const by = { helper: rest.helper }
  const before = {
    askedAt: new Date(Date.parse(rest.askedAt) - DAY).toISOString(),
    date: addDays(TODAY, -1),
    when: addDays(TODAY, -1),
    history: yesterday.slice(0, 1),
  }
  const outcome = (what: 'well' | 'noAnswer' | 'emergency') => ({
    ...before,
    ...by,
    report: {
      outcome: what,
      note: LONG_NOTE,
      isHeld: false,
      ambulanceCalled: what === 'emergency' ? true : null,
      at: at(-60),
      by: '赵强',
    },
    history: yesterday,
  })
  const settling = {
    alarm: 'emergency' as const,
    note: LONG_NOTE.slice(0, longest.visitDone),
    at: at(-30),
    by: { name: '张静', role: 'clerk' as const, relation: null, channel: 'app' as const },
  }
  const visits = {
    open: 'v-open',
    claimed: 'v-claimed',
    onSite: 'v-on-site',
    well: 'v-well',
    noAnswer: 'v-no-answer',
    emergency: 'v-emergency',
    settled: 'v-settled',
    cancelled: 'v-cancelled',
  }
  const own = [
    visit(visits.open, 'open', { ...before, dueAt: at(-30) }),
    visit(visits.claimed, 'claimed', { ...before, ...by, history: yesterday.slice(0, 2) }),
    visit(visits.onSite, 'onSite', { ...before, ...by, history: yesterday.slice(0, 3) }),
    visit(visits.well, 'closed', outcome('well')),
    visit(visits.noAnswer, 'reported', outcome('noAnswer')),
    visit(visits.emergency, 'reported', outcome('emergency')),
    visit(visits.settled, 'closed', {
      ...outcome('emergency'),
      settlings: [settling, { ...settling, at: at(-20) }],
    }),
    visit(visits.cancelled, 'cancelled', before),
  ]
  const waiting = elders.slice(3, 28).map((elder, nth) =>
    visit(`v-wait-${nth}`, 'open', {
      elderId: elder.id,
      elderName: nth ? elder.name : LONG_NAME,
      politeName: nth ? rest.politeName : '阿依夏木奶奶',
      building: nth ? elder.building : '长江路街道中兴苑小区南门东侧 118 号楼 2 单元',
      room: '1804',
      place: elder.place,
      urgency: (['urgent', 'hard', 'worry'] as const)[nth % 3],
      reason: nth % 5 ? '电话没人接' : LONG_REASON,
    }),
  )
  await town.emulator.engine.seed('visits', [...own, ...waiting])
  for (const visitId of ['v-wait-0', 'v-wait-1']) await town.act('o-zhao-qiang', 'visits.claim', { visitId })
  return { visits, mine: 'v-wait-0', alsoMine: 'v-wait-1' }
}
