import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchFailure, ROOT, runOpenly } from './steps.mjs'

const RESULTS = join(ROOT, '.cache/jest.json')

/** Runs jest and says its totals in the last line, alone: `N passed, N failed[, N skipped]`. Answers the exit code. */
export async function runJest(args) {
  rmSync(RESULTS, { force: true })
  const started = performance.now()
  const code = await runOpenly(process.execPath, [
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${RESULTS}`,
    ...args,
  ])
  console.log(`运行测试 (jest) … ${((performance.now() - started) / 1000).toFixed(1)} 秒`)
  if (!existsSync(RESULTS)) throw new LaunchFailure(`jest 没有写出结果（退出码 ${code}）。`)

  const totals = JSON.parse(readFileSync(RESULTS, 'utf8'))
  // A file that could not even be loaded has no test to count; it is a failure all the same.
  const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites
  const skipped = totals.numPendingTests + totals.numTodoTests
  console.log(
    [`${totals.numPassedTests} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(
      ', ',
    ),
  )
  return failed > 0 ? 1 : code
}
