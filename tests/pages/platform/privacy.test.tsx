import { onPhone } from '../on-phone'
import { answering } from './wechat'

const loading = () => import('@/platform/privacy')

describe('isPrivacyAsked', () => {
  it('tells what WeChat says', async () => {
    const getPrivacySetting = jest.fn((options) => options.success({ needAuthorization: true }))
    const { loaded } = await onPhone({ getPrivacySetting }, loading)
    await expect(loaded.isPrivacyAsked()).resolves.toBe(true)
  })

  it.each([
    ['has no guide', {}],
    ['fails', { getPrivacySetting: answering('getPrivacySetting:fail') }],
  ])('is false where WeChat %s', async (_, wechat) => {
    const { loaded } = await onPhone(wechat, loading)
    await expect(loaded.isPrivacyAsked()).resolves.toBe(false)
  })
})
