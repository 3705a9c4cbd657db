/** Many families who book one lunch, in the product's way or in the twin's. */
import { elderOf, openidOf, STATION } from './bench-district.mjs'
import { LaunchFailure } from './steps.mjs'

/** So often prices are asked for, at most, until all instances have loaded. */
const WARMINGS = 200
/** Among so many days from today on lunches are looked for. */
const DAYS = Array.from({ length: 14 }, (_, nth) => nth + 1)

/**
 * What everybody is answered, after how many milliseconds, how many a second were accepted until the last one was, what is stored then, and
 * what the cloud took of the machine: milliseconds of its processors, bytes of memory in the end.
 * @param area `meals`, or `twin` for the old way
 * @param atOnce how many families ask at the same time; the next asks when one is answered
 */
export async function bookTogether(cloud, area, mealOf, { families, seats, atOnce }) {
  const isTwin = area === 'twin'
  const inputOf = (family) => ({ ...mealOf(family), ...(isTwin && { seats }) })
  const answers = []
  const { processor: before } = await cloud.usage()
  let next = 0
  const began = performance.now()
  const askOn = async () => {
    while (next < families) {
      const family = next++
      const asked = performance.now()
      const reply = await cloud.ask(`${area}.book`, inputOf(family), openidOf(family))
      const now = performance.now()
      answers.push({ code: reply.ok ? 'accepted' : reply.code, waited: now - asked, after: now - began })
    }
  }
  const { calls } = await cloud.counted(() => Promise.all(Array.from({ length: atOnce }, askOn)))
  const { processor, memory } = await cloud.usage()
  const accepted = answers.filter(({ code }) => code === 'accepted')
  const seconds = Math.max(0, ...accepted.map(({ after }) => after)) / 1000
  const { sittingId } = mealOf(0)
  const places = isTwin ? `twin-${sittingId}` : sittingId
  const orders = (await cloud.stored('mealOrders')).filter((order) => order.sittingId === places)
  const perSecond = accepted.length / (seconds || 1)
  return { answers, calls, orders: orders.length, perSecond, processor: processor - before, memory }
}

/** Loads every instance: one more starts where one call more comes than there are, and reads the policies for it. */
export async function warm(cloud, area, instances, mealOf) {
  for (let nth = 0; nth < WARMINGS; nth++) {
    const loaded = (await cloud.instances())[area] ?? 0
    if (loaded === instances) return
    const families = Array.from({ length: loaded + 1 }, (_, family) => family)
    await Promise.all(families.map((family) => cloud.ask(`${area}.quote`, mealOf(family), openidOf(family))))
  }
  throw new LaunchFailure(`等了很久，${area} 还没有开到 ${instances} 个实例。`)
}

/** What a family asks for: the first so many lunches that are served, from tomorrow on. */
export async function lunches(cloud, count) {
  const sittings = []
  for (const days of DAYS) sittings.push(await cloud.lunchAt(STATION, openidOf(0), days))
  return sittings
    .filter(Boolean)
    .slice(0, count)
    .map(({ id, sets }) => {
      const choice = { sittingId: id, mode: 'dineIn', setId: sets[0].id }
      return (family) => ({ ...choice, elderId: elderOf(family) })
    })
}
