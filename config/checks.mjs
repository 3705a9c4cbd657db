import { LaunchFailure, runQuietly, step } from './steps.mjs'

/**
 * Types, then lint and format. Does all of it, says what is wrong, and answers whether nothing is. TypeScript 7 checks in a third
 * of the processor time; its API is still another one, so what reads sources takes `typescript` 5.
 */
export async function checkSources() {
  const results = [
    await passes('检查类型 (tsc)', () => node('tsc', 'typescript-native/bin/tsc', ['--noEmit'])),
    await passes('检查写法 (biome)', () => node('biome', '@biomejs/biome/bin/biome', ['check', '.'])),
  ]
  return results.every(Boolean)
}

/** What holds for the tree as a whole: layers, lists, words, exports, elder-bound, handbook. `npm test` runs it among all other tests. */
export function checkTree() {
  const args = ['--selectProjects', 'cloud', '--', 'tests/checks/', 'tests/domain/elder-bound']
  return passes('检查分层和清单 (checks)', () => node('checks', 'jest/bin/jest.js', args))
}

async function passes(title, check) {
  try {
    await step(title, check)
    return true
  } catch (error) {
    if (!(error instanceof LaunchFailure)) throw error
    console.error(error.message)
    return false
  }
}

function node(name, program, args) {
  return runQuietly(name, process.execPath, [`node_modules/${program}`, ...args])
}
