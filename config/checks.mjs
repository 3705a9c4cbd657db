import { runQuietly, step } from './steps.mjs'

/** Types, then lint and format. */
export async function checkSources() {
  await step('检查类型 (tsc)', () => node('tsc', 'typescript/bin/tsc', ['--noEmit']))
  await step('检查写法 (biome)', () => node('biome', '@biomejs/biome/bin/biome', ['check', '.']))
}

/** Who imports whom; `npm test` runs this with all other tests. */
export async function checkLayers() {
  await step('检查分层 (layers)', () =>
    node('layers', 'jest/bin/jest.js', ['--selectProjects', 'cloud', '--', 'tests/layers.test.ts']),
  )
}

function node(name, program, args) {
  return runQuietly(name, process.execPath, [`node_modules/${program}`, ...args])
}
