/** `npm run bench`: counts database calls, bytes and packages, and times what matters as ratios within one run. */
import './node-version.mjs'

import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { build } = await import('./targets.mjs')
    await install()
    for (const name of ['cloud', 'emulator', 'weapp']) await build(name)

    const { countCalls } = await import('./bench-calls.mjs')
    const { measureColdStart } = await import('./bench-cold-start.mjs')
    const { packageSizes } = await import('./bench-packages.mjs')
    const rows = [...(await countCalls()), ...packageSizes(), ...(await measureColdStart())]
    console.log('')
    for (const row of rows) print(row)
    return rows.some((row) => row.value > row.limit) ? 1 : 0
  }),
)

/** One line: what, how much, what it may be at most. */
function print({ what, value, unit, limit, note = '' }) {
  const verdict = value > limit ? '超过' : '不超过'
  console.log(`${what}: ${value}${unit}（${verdict} ${limit}${unit}）${note}`)
}
