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
