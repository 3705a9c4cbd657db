import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchFailure, ROOT, runOpenly } from './steps.mjs'

const RESULTS = join(ROOT, '.cache/jest.json')

/** Runs jest. Answers the exit code and, from jest's own totals, the line `N passed, N failed[, N skipped]`. */
export async function runJest(args) {
  rmSync(RESULTS, { force: true })
  const started = performance.now()
  const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${RESULTS}`]
  const code = await runOpenly(process.execPath, [...jest, ...args])
  console.log(`运行测试 (jest) … ${((performance.now() - started) / 1000).toFixed(1)} 秒`)
  if (!existsSync(RESULTS)) throw new LaunchFailure(`jest 没有写出结果（退出码 ${code}）。`)

  const results = JSON.parse(readFileSync(RESULTS, 'utf8'))
  // A file that could not even be loaded has no test to count; it is a failure all the same.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  const skipped = results.numPendingTests + results.numTodoTests
  const counts = [`${results.numPassedTests} passed`, `${failed} failed`, skipped > 0 && `${skipped} skipped`]
  return { code: failed > 0 ? 1 : code, totals: counts.filter(Boolean).join(', ') }
}
