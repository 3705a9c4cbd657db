/** How one lunch is sold when everybody books it at once: how fast, whether every seat is sold once, who is told to come back. */
import { loadavg } from 'node:os'
import { bookTogether, lunches, warm } from './bench-booking.mjs'
import { onCloud } from './bench-cloud.mjs'
import { openidOf, writeDistrict } from './bench-district.mjs'
import { compareWays, middle, withTwin } from './bench-yardstick.mjs'
import { step } from './steps.mjs'

/** A canteen's morning: families at one moment, seats, milliseconds of each call of the database, instances of a function. */
const RUSH = { families: 200, seats: 100, latency: 10, instances: 50 }

/** What must hold. A machine's SDK does so many calls a second; of what they would sell, booking has to reach a share. */
const LIMITS = {
  share: 0.8,
  callsASecond: 1000,
  leastASecond: 60,
  oversold: 0,
  busy: 0,
  latest: 2000,
  calls: 11,
  rounds: 8,
  /** Accepted bookings a second where nothing travels. */
  nearASecond: 130,
  /** Of the accepted bookings a second of the twin over sockets, where nothing travels. */
  timesTwin: 2.6,
  /** How the twin collapses: so many bookings a second at most, and so many calls for each family at least, since most are made in vain. */
  twinASecond: 20,
  twinCalls: 22,
}

/** Milliseconds of each call where rounds are counted: more than everything else of a booking takes together, also on a busy machine. */
const SLOW = 1000
/** Bookings one after the other, of which the least counts: the first opens the sitting, and the clock may call while another is made. */
const ALONE = 3

/** How a rush goes, with the limits that hold for one of this size. */
export async function measureRush(rush = RUSH) {
  const rows = []
  const [load] = loadavg()
  await step('量抢订', async () => {
    const district = ['--district', writeDistrict(rush)]
    const alone = await onCloud([...district, '--latency', String(SLOW)], bookAlone)
    rows.push(...rowsOf({ ...rush, load }, await inRush('meals', district, rush), alone))
  })
  return rows
}

/** The same rush where a seat is taken inside a transaction, which collapses. */
export async function measureTwin(rush = RUSH) {
  const rows = []
  await step('量原来的订法', async () => {
    const district = ['--district', writeDistrict(rush), '--functions', await withTwin()]
    rows.push(...rowsOfTwin(await inRush('twin', district, rush), rush))
  })
  return rows
}

/** How many times the twin's bookings a second ours are where nothing travels. */
export async function measureWays(rush = RUSH) {
  const rows = []
  await step('比两种订法', async () => {
    const district = ['--district', writeDistrict(rush), '--functions', await withTwin()]
    rows.push(...rowsOfWays(await compareWays(district, rush)))
  })
  return rows
}

/**
 * Everybody books one lunch at the same moment, in a cloud whose instances have loaded, and booked another lunch before: what they learn of
 * the code by that is no part of a rush. The sitting itself is written by whoever comes first.
 */
function inRush(area, district, rush) {
  const { latency, instances, families } = rush
  const options = [...district, '--latency', String(latency), '--instances', String(instances)]
  return onCloud(options, async (cloud) => {
    const [mealOf, another] = await lunches(cloud, 2)
    await warm(cloud, area, instances, another)
    await bookTogether(cloud, area, another, { ...rush, atOnce: families })
    return bookTogether(cloud, area, mealOf, { ...rush, atOnce: families })
  })
}

/** What one booking takes where nobody else books. */
async function bookAlone(cloud) {
  const [mealOf] = await lunches(cloud, 1)
  await cloud.call('meals.quote', mealOf(0), openidOf(0)) // the policies are known from here on
  const bookings = []
  for (let family = 0; family < ALONE; family++) {
    const began = performance.now()
    const { calls } = await cloud.counted(() => cloud.call('meals.book', mealOf(family), openidOf(family)))
    const waited = Math.floor((performance.now() - began) / SLOW)
    bookings.push({ calls, rounds: Math.min(waited, calls) })
  }
  const least = (what) => Math.min(...bookings.map((one) => one[what]))
  return { calls: least('calls'), rounds: least('rounds') }
}

function rowsOf({ families, seats, latency, instances, load }, sold, alone) {
  const { answers, calls, orders, perSecond, processor, memory } = sold
  const times = answers.map(({ waited }) => waited).sort((a, b) => a - b)
  const least = Math.max(LIMITS.leastASecond, (LIMITS.share * LIMITS.callsASecond) / alone.calls)
  const scene = ` ${families} 家同时订 ${seats} 个座位，每次调用 ${latency} 毫秒，${instances} 个实例，开始时负载 ${load.toFixed(1)}`
  return [
    row('每秒订上', oneDigit(perSecond), ' 份', { atLeast: oneDigit(least), note: scene }),
    row('卖出的座位', orders, ' 个', {
      atLeast: Math.min(seats, families),
      note: ` 答应了 ${countOf(answers, 'accepted')} 家`,
    }),
    row('多卖的座位', Math.max(0, orders - seats), ' 个', { limit: LIMITS.oversold }),
    row('回答 BUSY', countOf(answers, 'BUSY'), ' 次', {
      limit: LIMITS.busy,
      note: ` 所有的回答：${tally(answers)}`,
    }),
    row('95% 的回答不晚于', at(times, 0.95), ' 毫秒', {
      limit: LIMITS.latest,
      note: ` 最晚 ${at(times, 1)} 毫秒`,
    }),
    row('每家用的处理器时间', oneDigit(processor / families), ' 毫秒'),
    row('本地云占的内存', Math.round(memory / 1024 ** 2), ' MB', { note: ` 开着 ${instances} 个实例` }),
    row('一次订餐的数据库调用', alone.calls, ' 次', {
      limit: LIMITS.calls,
      note: ` 抢订时平均每家 ${(calls / families).toFixed(1)} 次`,
    }),
    row('一次订餐要等的来回', alone.rounds, ' 轮', { limit: LIMITS.rounds }),
  ]
}

const rowsOfTwin = ({ answers, calls, orders, perSecond }, { families }) => [
  row('原来的订法每秒订上', oneDigit(perSecond), ' 份', {
    limit: LIMITS.twinASecond,
    note: ` 同样的抢订，卖出 ${orders} 个座位，所有的回答：${tally(answers)}`,
  }),
  row('原来的订法平均每家的数据库调用', oneDigit(calls / families), ' 次', { atLeast: LIMITS.twinCalls }),
]

const rowsOfWays = ({ ours, twins, processor, times }) => [
  row('没有延迟时每秒订上', oneDigit(middle(ours)), ' 份', { atLeast: LIMITS.nearASecond }),
  row('没有延迟时是原来的几倍', oneDigit(times), ' 倍', {
    atLeast: LIMITS.timesTwin,
    note: ` 每秒 ${ours.map(oneDigit).join('、')} 份，原来 ${twins.map(oneDigit).join('、')} 份；每家用的处理器时间 ${processor.map(oneDigit).join(' 毫秒，原来 ')} 毫秒`,
  }),
]

const row = (what, value, unit, more = {}) => ({ what: `抢订：${what}`, value, unit, ...more })
const oneDigit = (value) => Number(value.toFixed(1))

const countOf = (answers, wanted) => answers.filter(({ code }) => code === wanted).length

/** The value below which so large a share of sorted values lies, as a whole number. */
const at = (sorted, share) => Math.round(sorted[Math.ceil(sorted.length * share) - 1])

function tally(answers) {
  const counts = new Map()
  for (const { code } of answers) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => `${code} ${count}`).join('，')
}
