import { buildSync } from 'esbuild'
import { ROOT } from './tree'

interface App {
  requiredPrivateInfos?: string[]
  permission?: object
}

/** The configuration that a build for WeChat with this `LOCATION` hands to it. */
function configOf(location: string | undefined): App {
  const before = { ...process.env }
  Object.assign(process.env, { TARO_ENV: 'weapp' }, location !== undefined && { LOCATION: location })
  let config: App = {}
  Object.assign(globalThis, { defineAppConfig: (app: App) => app })
  jest.isolateModules(() => {
    config = require('../../src/app.config').default
  })
  process.env = before
  return config
}

describe('what a build asks WeChat for to tell where somebody is', () => {
  it.each([
    [undefined, ['getLocation'], ['scope.userLocation']],
    ['precise', ['getLocation'], ['scope.userLocation']],
    ['fuzzy', ['getFuzzyLocation'], ['scope.userFuzzyLocation']],
    ['none', undefined, []],
  ])('with LOCATION=%s is %j and %j, and nothing else', (location, infos, scopes) => {
    const app = configOf(location)
    expect(app.requiredPrivateInfos).toEqual(infos)
    expect(Object.keys(app.permission ?? {})).toEqual(scopes)
  })
})

/** The calls by which the phone's program asks WeChat where somebody is, as a build with this `LOCATION` has them. */
function callsOf(location: string): string[] {
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['src/platform/place.ts'],
    bundle: true,
    write: false,
    format: 'cjs',
    minifySyntax: true,
    external: ['@tarojs/taro'],
    define: { LOCATION: JSON.stringify(location), 'process.env.TARO_ENV': '"weapp"' },
  })
  return [...(outputFiles[0]?.text ?? '').matchAll(/\bget\w*Location\b/g)].map(([call]) => call)
}

describe('the program of a build', () => {
  it.each([
    ['precise', ['getLocation']],
    ['fuzzy', ['getFuzzyLocation']],
    ['none', []],
  ])('with LOCATION=%s calls %j, and has no other call in it', (location, calls) => {
    expect(callsOf(location)).toEqual(calls)
  })
})
