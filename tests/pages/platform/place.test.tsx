import { onPhone } from '../on-phone'
import { failing } from './wechat'

describe('whereAmI', () => {
  it.each(['getLocation:fail privacy permission is not authorized', 'getLocation:fail auth deny'])(
    'knows no place, and is no error, after “%s”',
    async (errMsg) => {
      const { loaded } = await onPhone({ getLocation: failing(errMsg) }, () => import('@/platform/place'))
      await expect(loaded.whereAmI()).resolves.toBeNull()
    },
  )
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
