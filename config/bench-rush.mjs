/** How one lunch is sold when everybody books it at once: how fast, whether every seat is sold once, who is told to come back. */
import { loadavg } from 'node:os'
import { onCloud } from './bench-cloud.mjs'
import { elderOf, openidOf, STATION, writeDistrict } from './bench-district.mjs'
import { LaunchFailure, step } from './steps.mjs'

/** A canteen's morning: families at one moment, seats, milliseconds of each call of the database, instances of a function. */
const RUSH = { families: 200, seats: 100, latency: 10, instances: 50 }
/** Milliseconds of each call where rounds are counted: more than everything else of a booking takes together, also on a busy machine. */
const SLOW = 1000
/** Bookings one after the other, of which the fastest tells the rounds. */
const ALONE = 2
/** So often prices are asked for, at most, until all instances have loaded. */
const WARMINGS = 200

/** Rows: nothing but overselling has a limit. */
export async function measureRush(rush = RUSH) {
  const rows = []
  const [load] = loadavg()
  await step('量抢订', async () => {
    const district = ['--district', writeDistrict(rush)]
    const alone = await onCloud([...district, '--latency', String(SLOW)], bookAlone)
    const options = ['--latency', String(rush.latency), '--instances', String(rush.instances)]
    const sold = await onCloud([...district, ...options], (cloud) => bookTogether(cloud, rush))
    rows.push(...rowsOf({ ...rush, load }, sold, alone))
  })
  return rows
}

/** What one booking takes where nobody else books. */
async function bookAlone(cloud) {
  const mealOf = await lunch(cloud)
  await cloud.call('meals.quote', mealOf(0), openidOf(0)) // the policies are known from here on
  const bookings = []
  for (let family = 0; family < ALONE; family++) {
    const began = performance.now()
    const { calls } = await cloud.counted(() => cloud.call('meals.book', mealOf(family), openidOf(family)))
    const waited = Math.floor((performance.now() - began) / SLOW)
    bookings.push({ calls, rounds: Math.min(waited, calls) })
  }
  return bookings.sort((a, b) => a.rounds - b.rounds)[0]
}

/** What everybody is answered, after how many milliseconds, and what is stored then. */
async function bookTogether(cloud, { families, instances }) {
  const mealOf = await lunch(cloud)
  const numbers = Array.from({ length: families }, (_, family) => family)
  await warm(cloud, instances, (family) => cloud.ask('meals.quote', mealOf(family), openidOf(family)))

  const began = performance.now()
  const { value: answers, calls } = await cloud.counted(() =>
    Promise.all(
      numbers.map(async (family) => {
        const reply = await cloud.ask('meals.book', mealOf(family), openidOf(family))
        return { code: reply.ok ? 'accepted' : reply.code, after: performance.now() - began }
      }),
    ),
  )
  const { sittingId } = mealOf(0)
  const orders = (await cloud.stored('mealOrders')).filter((order) => order.sittingId === sittingId)
  return { answers, calls, orders: orders.length }
}

/** Loads every instance: one more starts where one call more comes than there are, and reads the policies for it. */
async function warm(cloud, instances, price) {
  for (let nth = 0; nth < WARMINGS; nth++) {
    const { meals: loaded } = await cloud.instances()
    if (loaded === instances) return
    await Promise.all(Array.from({ length: loaded + 1 }, (_, family) => price(family)))
  }
  throw new LaunchFailure(`等了很久，meals 还没有开到 ${instances} 个实例。`)
}

/** What a family asks for: tomorrow's lunch. */
async function lunch(cloud) {
  const sitting = await cloud.lunchAt(STATION, openidOf(0))
  const choice = { sittingId: sitting.id, mode: 'dineIn', setId: sitting.sets[0].id }
  return (family) => ({ ...choice, elderId: elderOf(family) })
}

function rowsOf({ families, seats, latency, instances, load }, { answers, calls, orders }, alone) {
  const times = answers.map(({ after }) => after).sort((a, b) => a - b)
  const accepted = answers.filter(({ code }) => code === 'accepted')
  const seconds = Math.max(0, ...accepted.map(({ after }) => after)) / 1000
  const busy = answers.filter(({ code }) => code === 'BUSY')
  const row = (what, value, unit, more = {}) => ({ what: `抢订：${what}`, value, unit, ...more })
  const scene = ` ${families} 家同时订 ${seats} 个座位，每次调用 ${latency} 毫秒，${instances} 个实例，开始时负载 ${load.toFixed(1)}`
  return [
    row('每秒订上', Number((accepted.length / (seconds || 1)).toFixed(1)), ' 份', { note: scene }),
    row('卖出的座位', orders, ' 个', { note: ` 答应了 ${accepted.length} 家` }),
    row('多卖的座位', Math.max(0, orders - seats), ' 个', { limit: 0 }),
    row('回答 BUSY', busy.length, ' 次', { note: ` 所有的回答：${tally(answers)}` }),
    row('95% 的回答不晚于', at(times, 0.95), ' 毫秒', { note: ` 最晚 ${at(times, 1)} 毫秒` }),
    row('一次订餐的数据库调用', alone.calls, ' 次', {
      note: ` 抢订时平均每家 ${(calls / families).toFixed(1)} 次`,
    }),
    row('一次订餐要等的来回', alone.rounds, ' 轮'),
  ]
}

/** The value below which so large a share of sorted values lies, as a whole number. */
const at = (sorted, share) => Math.round(sorted[Math.ceil(sorted.length * share) - 1])

function tally(answers) {
  const counts = new Map()
  for (const { code } of answers) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => `${code} ${count}`).join('，')
}
