/** How much faster booking is than it was: the twin over sockets, round by round beside it. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bookTogether, lunches, warm } from './bench-booking.mjs'
import { onCloud } from './bench-cloud.mjs'
import { ROOT } from './steps.mjs'

const FUNCTIONS = join(ROOT, '.cache/bench/functions')
const INSTANCES = 4
/** Families that ask at the same time. */
const AT_ONCE = 50
/** Lunches that are booked in either way before anything is measured: by then the processor has learned the code. */
const WARMING = 6
/** Lunches that are measured. */
const ROUNDS = 7

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

/**
 * Accepted bookings a second of each measured round in either way, how many times the twin's ours are, in the middle round, and the least
 * milliseconds of processors that either way took for a family: these do not drift with what else a machine does.
 */
export async function compareWays(district, { families, seats }) {
  const options = [...district, '--instances', String(INSTANCES)]
  const size = { families, seats, atOnce: Math.min(AT_ONCE, families) }
  return onCloud(options, (cloud) =>
    onCloud([...options, '--sockets'], async (yardstick) => {
      const all = await lunches(cloud, WARMING + ROUNDS)
      const [first] = all
      await warm(cloud, 'meals', INSTANCES, first)
      await warm(yardstick, 'twin', INSTANCES, first)
      const rounds = []
      for (const mealOf of all)
        rounds.push([
          await bookTogether(cloud, 'meals', mealOf, size),
          await bookTogether(yardstick, 'twin', mealOf, size),
        ])
      const measured = (what) => [0, 1].map((way) => rounds.slice(WARMING).map((round) => round[way][what]))
      const [ours, twins] = measured('perSecond')
      const processor = measured('processor').map((each) => Math.min(...each) / families)
      return { ours, twins, processor, times: middle(ours.map((rate, round) => rate / twins[round])) }
    }),
  )
}

/** Of several numbers that in the middle. */
export const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
