import { onPhone } from '../on-phone'
import { failing, succeeding } from './wechat'

describe('copyText in WeChat', () => {
  it.each([
    ['copies', succeeding({}), true],
    ['says when it could not', failing('setClipboardData:fail'), false],
  ])('%s', async (_, setClipboardData, isCopied) => {
    const { loaded } = await onPhone({ setClipboardData }, () => import('@/platform/clipboard'))
    await expect(loaded.copyText('8001 0001')).resolves.toBe(isCopied)
    expect(setClipboardData).toHaveBeenCalledWith({ data: '8001 0001' })
  })
})
