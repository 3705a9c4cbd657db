import { act, render, screen } from '@testing-library/react'
import * as React from 'react'
import { onPhone } from '../on-phone'

const place = 'scope.userLocation'

async function shown(authSetting: object) {
  jest.doMock('react', () => React) // two of them do not render together
  const setting = { authSetting }
  const openSetting = jest.fn(async ({ success }) => success({ authSetting: { [place]: true } }))
  const { loaded } = await onPhone(
    { getSetting: jest.fn(async () => setting), openSetting },
    () => import('@/components/allow-place'),
  )
  const onAllowed = jest.fn()
  const draw = () => <loaded.AllowPlace onAllowed={onAllowed} />
  const { rerender } = render(draw())
  await act(async () => undefined)
  return { onAllowed, setting, drawAnew: () => act(async () => rerender(draw())) }
}

const button = () => screen.queryByRole('button', { name: '去设置' })

describe('AllowPlace', () => {
  it('opens the settings where WeChat was told no, and goes on once it may', async () => {
    const { onAllowed } = await shown({ [place]: false })
    await act(async () => button()?.click())
    expect(onAllowed).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['nobody was asked, as after a no to the privacy guide', {}],
    ['it is the phone that does not know', { [place]: true }],
  ])('leads nobody to settings that change nothing, where %s', async (_why, authSetting) => {
    await shown(authSetting)
    expect(button()).toBeNull()
  })

  it('sees a no that was said meanwhile', async () => {
    const { setting, drawAnew } = await shown({})
    setting.authSetting = { [place]: false }
    await drawAnew()
    expect(button()).toBeTruthy()
  })
})
