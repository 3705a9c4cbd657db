import { act, render, screen } from '@testing-library/react'
import * as React from 'react'
import { onPhone } from '../on-phone'

const around = { getAppBaseInfo: () => ({}), nextTick: () => undefined }

/** The program as it starts on a phone, and how a newer version comes. */
async function started(wechat: Record<string, unknown>) {
  jest.doMock('react', () => React) // two of them do not render together
  const { loaded } = await onPhone({ ...around, ...wechat }, async () => ({
    ...(await import('@/services/newer')),
    ...(await import('@/components/page-frame')),
  }))
  loaded.watchForNewer()
  return loaded
}

function anUpdate() {
  let tell = () => {}
  const applyUpdate = jest.fn()
  const onUpdateReady = (told: () => void) => {
    tell = told
  }
  return {
    getUpdateManager: () => ({ onUpdateReady, applyUpdate }),
    applyUpdate,
    come: () => act(() => tell()),
  }
}

const offered = () => screen.queryByRole('button', { name: '换成新的版本' })

describe('a newer version', () => {
  it('is offered on a tab once it is there, and started by a tap alone', async () => {
    const update = anUpdate()
    const { PageFrame } = await started(update)
    render(<PageFrame title="我的" tab="me" />)
    expect(offered()).toBeNull()
    update.come()
    expect(update.applyUpdate).not.toHaveBeenCalled()
    act(() => offered()?.click())
    expect(update.applyUpdate).toHaveBeenCalledTimes(1)
  })

  it('disturbs nobody on a page where something may be written', async () => {
    const update = anUpdate()
    const { PageFrame } = await started(update)
    update.come()
    render(<PageFrame title="请人上门看看" />)
    expect(offered()).toBeNull()
  })

  it('is none where WeChat knows no newer versions', async () => {
    await expect(started({})).resolves.toBeTruthy()
  })
})
