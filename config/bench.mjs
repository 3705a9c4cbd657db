/** `npm run bench`: counts database calls, bytes and packages, and times what matters as ratios within one run. */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { build } = await import('./targets.mjs')
    await install()
    for (const name of ['cloud', 'emulator', 'weapp']) await build(name)

    const { countCalls } = await import('./bench-calls.mjs')
    const { measureColdStart } = await import('./bench-cold-start.mjs')
    const { packageSizes } = await import('./bench-packages.mjs')
    const { measurePolicies } = await import('./bench-policies.mjs')
    const rows = [
      ...(await countCalls()),
      ...packageSizes(),
      ...(await measurePolicies()),
      ...(await measureColdStart()),
    ]
    console.log('')
    for (const row of rows) print(row)
    return rows.every(isWithin) ? 0 : 1
  }),
)

/** Whether a row keeps its limit: at most `limit`, or at least `atLeast`. */
function isWithin({ value, limit = Number.POSITIVE_INFINITY, atLeast = 0 }) {
  return atLeast <= value && value <= limit
}

/** One line: what, how much, what it may be at most or has to be at least. */
function print(row) {
  const { what, value, unit, limit, atLeast, note = '' } = row
  const verdict =
    atLeast === undefined
      ? `${isWithin(row) ? '不超过' : '超过'} ${limit}`
      : `${isWithin(row) ? '不低于' : '低于'} ${atLeast}`
  console.log(`${what}: ${value}${unit}（${verdict}${unit}）${note}`)
}
