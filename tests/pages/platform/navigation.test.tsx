import { onPhone } from '../on-phone'
import { failing, succeeding } from './wechat'

const aPhone = async (wechat: Record<string, unknown>, depth: number) => {
  const getCurrentPages = () => Array.from({ length: depth }, () => ({}))
  const showModal = succeeding({ confirm: true })
  const routes = { navigateTo: succeeding({}), redirectTo: succeeding({}), ...wechat }
  const { loaded } = await onPhone(
    { getCurrentPages, showModal, ...routes },
    () => import('@/platform/navigation'),
  )
  return { ...loaded, ...routes, showModal }
}

describe('open', () => {
  it.each([
    [1, 'navigateTo'],
    [9, 'navigateTo'],
    [10, 'redirectTo'],
    [11, 'redirectTo'],
  ] as const)('over %i pages goes by %s', async (depth, way) => {
    const phone = await aPhone({}, depth)
    phone.open('pages/station', { stationId: 'st-1', way: undefined })
    expect(phone[way]).toHaveBeenCalledWith({ url: '/pages/station/index?stationId=st-1' })
    expect(phone[way === 'navigateTo' ? 'redirectTo' : 'navigateTo']).not.toHaveBeenCalled()
  })

  it('says that a page did not open, and why that may be', async () => {
    const phone = await aPhone({ navigateTo: failing('navigateTo:fail loading subpackage failed') }, 1)
    phone.open('packages/family/card')
    await new Promise(process.nextTick)
    expect(phone.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ content: expect.stringMatching(/没有连上网.*再点一次/) }),
    )
  })
})
