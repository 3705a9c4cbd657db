/**
 * `npm run bench`: counts database calls, bytes and packages, times what matters as ratios within one run, and plays a canteen's rush.
 * `npm run bench -- rush calls` takes these alone.
 */
import './node-version.mjs'

/** What is measured, by the name under which it can be asked for, and the parts that must be built for it. */
const scenes = {
  calls: {
    builds: ['cloud', 'emulator'],
    measure: async () => (await import('./bench-calls.mjs')).countCalls(),
  },
  packages: {
    builds: ['weapp'],
    measure: async () => (await import('./bench-packages.mjs')).packageSizes(),
  },
  policies: {
    builds: [],
    measure: async () => (await import('./bench-policies.mjs')).measurePolicies(),
  },
  'cold-start': {
    builds: ['cloud'],
    measure: async () => (await import('./bench-cold-start.mjs')).measureColdStart(),
  },
  rush: {
    builds: ['cloud', 'emulator'],
    measure: async () => {
      const { measureRush, measureTwin, measureWays } = await import('./bench-rush.mjs')
      return [...(await measureRush()), ...(await measureTwin()), ...(await measureWays())]
    },
  },
}

void import('./steps.mjs').then(({ launch, LaunchFailure }) =>
  launch(async () => {
    const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(scenes)
    const unknown = names.find((name) => !Object.hasOwn(scenes, name))
    if (unknown !== undefined)
      throw new LaunchFailure(
        `没有“${unknown}”可以量。请写 ${Object.keys(scenes).join('、')}，或者什么都不写，全部都量。`,
      )
    const { install } = await import('./install.mjs')
    const { build } = await import('./targets.mjs')
    await install()
    for (const part of new Set(names.flatMap((name) => scenes[name].builds))) await build(part)

    const rows = []
    for (const name of names) rows.push(...(await scenes[name].measure()))
    console.log('')
    for (const row of rows) print(row)
    return rows.every(isWithin) ? 0 : 1
  }),
)

/** Whether a row keeps its limit: at most `limit`, or at least `atLeast`. */
function isWithin({ value, limit = Number.POSITIVE_INFINITY, atLeast = 0 }) {
  return atLeast <= value && value <= limit
}

/** One line: what, how much, and where there is a limit, what it may be at most or has to be at least. */
function print(row) {
  const { what, value, unit, note = '' } = row
  console.log(`${what}: ${value}${unit}${verdictOf(row)}${note}`)
}

function verdictOf(row) {
  const { unit, limit, atLeast } = row
  if (atLeast !== undefined) return `（${isWithin(row) ? '不低于' : '低于'} ${atLeast}${unit}）`
  return limit === undefined ? '' : `（${isWithin(row) ? '不超过' : '超过'} ${limit}${unit}）`
}
