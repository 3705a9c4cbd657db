/** How much faster booking is than it was: the twin over sockets, round by round beside it. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bookTogether, lunch, warm } from './bench-booking.mjs'
import { onCloud } from './bench-cloud.mjs'
import { ROOT } from './steps.mjs'

const FUNCTIONS = join(ROOT, '.cache/bench/functions')
const INSTANCES = 4
/** Families that ask at the same time. */
const AT_ONCE = 50
/** Lunches that are booked in either way, and the days among which they are looked for. */
const ROUNDS = 3
const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** Lays the twin beside the functions that are built, as one file like them, and answers the folder. */
export async function withTwin() {
  rmSync(FUNCTIONS, { recursive: true, force: true })
  cpSync(join(ROOT, 'dist/cloudfunctions'), FUNCTIONS, { recursive: true })
  mkdirSync(join(FUNCTIONS, 'twin'))
  const [source, outfile] = [join(ROOT, 'config/bench-twin.cjs'), join(FUNCTIONS, 'twin/index.js')]
  await build({ entryPoints: [source], outfile, bundle: true, platform: 'node', logLevel: 'error' })
  writeFileSync(join(FUNCTIONS, 'twin/config.json'), JSON.stringify({ timeout: 20 }))
  return FUNCTIONS
}

/** Accepted bookings a second of each round in either way, and how many times the twin's booking reaches, in the middle round. */
export async function compareWays(district, { families, seats }) {
  const options = [...district, '--instances', String(INSTANCES)]
  const size = { families, seats, atOnce: Math.min(AT_ONCE, families) }
  return onCloud(options, (cloud) =>
    onCloud([...options, '--sockets'], async (yardstick) => {
      const lunches = (await Promise.all(DAYS.map((days) => lunch(cloud, days)))).filter(Boolean)
      const [first] = lunches
      await warm(cloud, 'meals', INSTANCES, first)
      await warm(yardstick, 'twin', INSTANCES, first)
      const [ours, twins] = [[], []]
      for (const mealOf of lunches.slice(0, ROUNDS)) {
        ours.push((await bookTogether(cloud, 'meals', mealOf, size)).perSecond)
        twins.push((await bookTogether(yardstick, 'twin', mealOf, size)).perSecond)
      }
      const times = ours.map((rate, round) => rate / twins[round]).sort((a, b) => a - b)
      return { ours, twins, times: times[Math.floor(times.length / 2)] }
    }),
  )
}
