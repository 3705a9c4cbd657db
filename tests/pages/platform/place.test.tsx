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
