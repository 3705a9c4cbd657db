import { act, render, screen } from '@testing-library/react'
import * as React from 'react'
import { onPhone } from '../on-phone'
import { failing, succeeding } from '../platform/wechat'

const here = { lng: 117.15, lat: 31.84 }
const found = { longitude: here.lng, latitude: here.lat }

interface Phone {
  /** What WeChat's own question is answered. */
  getLocation?: jest.Mock
  needAuthorization?: boolean
  authSetting?: object
}

async function aVisit({
  getLocation = succeeding(found),
  needAuthorization = false,
  authSetting = {},
}: Phone) {
  const setting = { authSetting }
  jest.doMock('react', () => React) // two of them do not render together
  const { loaded } = await onPhone(
    {
      getLocation,
      getSetting: jest.fn(async () => setting),
      getPrivacySetting: jest.fn((options) => options.success({ needAuthorization })),
    },
    async () => ({
      ...(await import('@/services/where')),
      ...(await import('@/components/privacy/question')),
      ...(await import('../mock-taro')),
    }),
  )
  return { ...loaded, getLocation, setting }
}

const no = () => failing('getLocation:fail auth deny')

describe('whereIAm', () => {
  it('tells where the phone is', async () => {
    const visit = await aVisit({})
    await expect(visit.whereIAm('page')).resolves.toEqual(here)
    expect(visit.getLocation).toHaveBeenCalledWith({ type: 'gcj02' })
  })

  it('asks once a visit for pages, and takes no for an answer', async () => {
    const visit = await aVisit({ getLocation: no() })
    for (let page = 0; page < 3; page += 1) await expect(visit.whereIAm('page')).resolves.toBeNull()
    expect(visit.getLocation).toHaveBeenCalledTimes(1)
  })

  it('asks again whoever taps for it, and when WeChat was allowed to meanwhile', async () => {
    const visit = await aVisit({ getLocation: no() })
    await visit.whereIAm('page')
    await visit.whereIAm('tap')
    expect(visit.getLocation).toHaveBeenCalledTimes(2)
    visit.setting.authSetting = { 'scope.userLocation': true }
    await visit.whereIAm('page')
    expect(visit.getLocation).toHaveBeenCalledTimes(3)
  })

  it('asks one question for two pages', async () => {
    const visit = await aVisit({})
    const both = await Promise.all([visit.whereIAm('page'), visit.whereIAm('page')])
    expect(both).toEqual([here, here])
    expect(visit.getLocation).toHaveBeenCalledTimes(1)
  })
})

describe('whereIAm before the privacy guide was agreed to', () => {
  const tap = (name: string) => act(async () => screen.getByRole('button', { name }).click())
  const asked = () => screen.queryByRole('dialog', { name: '先看一看隐私说明' })

  it('waits for a yes, through the page in front', async () => {
    const visit = await aVisit({ needAuthorization: true })
    render(<visit.PrivacyQuestion />)
    expect(asked()).toBeNull()
    let place: Promise<unknown> = Promise.resolve()
    await act(async () => {
      place = visit.whereIAm('page')
    })
    expect(asked()?.textContent).toContain('接下来会用到您的位置')
    expect(visit.getLocation).not.toHaveBeenCalled()
    await tap('看过了，同意')
    await expect(place).resolves.toEqual(here)
    expect(asked()).toBeNull()
  })

  it('asks WeChat nothing after a no, and nobody again on this visit but at a tap', async () => {
    const visit = await aVisit({ needAuthorization: true })
    render(<visit.PrivacyQuestion />)
    let place: Promise<unknown> = Promise.resolve()
    await act(async () => {
      place = visit.whereIAm('page')
    })
    await tap('先不同意')
    await expect(place).resolves.toBeNull()
    await expect(visit.whereIAm('page')).resolves.toBeNull()
    expect(visit.getLocation).not.toHaveBeenCalled()
    await act(async () => void visit.whereIAm('tap'))
    expect(asked()).toBeTruthy()
  })

  it('waits on while WeChat’s guide, which it opens, lies over the page', async () => {
    const visit = await aVisit({ needAuthorization: true })
    render(<visit.PrivacyQuestion />)
    let place: Promise<unknown> = Promise.resolve()
    await act(async () => {
      place = visit.whereIAm('page')
    })
    await act(async () => visit.phone.hide())
    expect(asked()).toBeNull()
    await act(async () => visit.phone.show())
    await tap('看过了，同意')
    await expect(place).resolves.toEqual(here)
  })

  it('has no answer from a page that was left, and asks on the next one', async () => {
    const visit = await aVisit({ needAuthorization: true })
    const page = render(<visit.PrivacyQuestion />)
    let place: Promise<unknown> = Promise.resolve()
    await act(async () => {
      place = visit.whereIAm('page')
    })
    page.unmount()
    await expect(place).resolves.toBeNull()
    render(<visit.PrivacyQuestion />)
    await act(async () => void visit.whereIAm('page'))
    expect(asked()).toBeTruthy()
  })
})
