import { onPhone } from '../on-phone'
import { failing, succeeding } from './wechat'

describe('whereAmI', () => {
  it.each(['getLocation:fail privacy permission is not authorized', 'getLocation:fail auth deny'])(
    'knows no place, and is no error, after “%s”',
    async (errMsg) => {
      const { loaded } = await onPhone({ getLocation: failing(errMsg) }, () => import('@/platform/place'))
      await expect(loaded.whereAmI()).resolves.toBeNull()
    },
  )
})

describe('a build that may ask where somebody is', () => {
  const globals = globalThis as { LOCATION?: string }
  afterEach(() => {
    globals.LOCATION = 'precise'
  })

  async function built(location: string) {
    globals.LOCATION = location
    const found = { longitude: 117.15, latitude: 31.84 }
    const asks = { getLocation: succeeding(found), getFuzzyLocation: succeeding(found) }
    const setting = { authSetting: { 'scope.userLocation': true, 'scope.userFuzzyLocation': true } }
    const openSetting = jest.fn(async ({ success }) => success(setting))
    const getPrivacySetting = jest.fn((options) => options.success({ needAuthorization: false }))
    const wechat = { ...asks, openSetting, getPrivacySetting, getSetting: succeeding(setting) }
    const { loaded } = await onPhone(wechat, () => import('@/platform/place'))
    return { ...loaded, ...wechat }
  }

  it.each([
    ['precise', 1, 0, [true, true]],
    ['fuzzy', 0, 1, [true, false]],
    ['none', 0, 0, [false, false]],
  ])('as LOCATION=%s says: asks exactly %i times, about %i times', async (location, exact, about, can) => {
    const build = await built(location)
    const place = location === 'none' ? null : { lng: 117.15, lat: 31.84 }
    await expect(build.whereAmI()).resolves.toEqual(place)
    expect(build.getLocation).toHaveBeenCalledTimes(exact)
    expect(build.getFuzzyLocation).toHaveBeenCalledTimes(about)
    expect([build.canLocate, build.canLocateExactly]).toEqual(can)
    await expect(build.whereAmIIfAllowed()).resolves.toEqual(place)
  })

  it('opens the settings before anything is waited for', async () => {
    const build = await built('fuzzy')
    const tell = jest.fn()
    build.openPlaceSetting(tell)
    expect(tell).toHaveBeenCalledWith(true)
  })

  it('asks nothing by itself before the privacy guide was agreed to', async () => {
    const build = await built('precise')
    build.getPrivacySetting.mockImplementation((options) => options.success({ needAuthorization: true }))
    await expect(build.whereAmIIfAllowed()).resolves.toBeNull()
    expect(build.getLocation).not.toHaveBeenCalled()
  })
})

describe('whereAmI in a browser', () => {
  const at = async (query: string) => {
    window.history.replaceState(null, '', `/${query}`)
    jest.resetModules()
    const { whereAmI, whereAmIIfAllowed } = await import('@/platform/place')
    return [await whereAmI(), await whereAmIIfAllowed()]
  }

  it('is where the address says that the person stands', async () => {
    const place = { lng: 117.149, lat: -31.8 }
    expect(await at('?as=o-li-min&at=117.149,-31.8')).toEqual([place, place])
  })

  it.each(['', '?as=o-li-min', '?at=', '?at=117.149', '?at=here,there', '?at=1,2,3'])(
    'is not told by “%s”',
    async (query) => {
      expect(await at(query)).toEqual([null, null])
    },
  )
})
