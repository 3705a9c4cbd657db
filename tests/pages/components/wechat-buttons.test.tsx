import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { PhoneButton as InBrowser } from '@/components/phone-button'
import { PhoneButton } from '@/components/phone-button/index.weapp'
import { AgreeButton } from '@/components/privacy/agree-button.weapp'
import { ShareButton } from '@/components/share-button/index.weapp'
import { useShareCards } from '@/platform/share'
import { phone } from '../mock-taro'

/** WeChat's own button: a tap of it is answered by what WeChat then tells. */
interface Native {
  openType: string
  'data-title'?: string
  'data-path'?: string
  children: ReactNode
  onGetPhoneNumber?(event: { detail: { code?: string } }): void
  onAgreePrivacyAuthorization?(): void
}
const answer: { detail: { code?: string; errMsg?: string } } = { detail: {} }

jest.mock('@tarojs/components', () => ({
  ...jest.requireActual('@tarojs/components'),
  Button: (props: Native) => (
    <button
      type="button"
      data-open-type={props.openType}
      data-title={props['data-title']}
      data-path={props['data-path']}
      onClick={() => {
        props.onGetPhoneNumber?.(answer)
        props.onAgreePrivacyAuthorization?.()
      }}
    >
      {props.children}
    </button>
  ),
}))

function pressed(detail: { code?: string; errMsg?: string }) {
  const onCode = jest.fn()
  const onRefused = jest.fn()
  answer.detail = detail
  render(
    <PhoneButton onCode={onCode} onRefused={onRefused}>
      用微信里的手机号
    </PhoneButton>,
  )
  fireEvent.click(screen.getByRole('button', { name: '用微信里的手机号' }))
  return { onCode, onRefused }
}

describe('PhoneButton in WeChat', () => {
  it('hands on the code', () => {
    const { onCode, onRefused } = pressed({ code: 'a-code', errMsg: 'getPhoneNumber:ok' })
    expect(onCode).toHaveBeenCalledWith('a-code')
    expect(onRefused).not.toHaveBeenCalled()
    expect(screen.getByRole('button').dataset.openType).toBe('getPhoneNumber')
  })

  it.each(['getPhoneNumber:fail user deny', 'getPhoneNumber:fail no quota'])(
    'says no after “%s”',
    (errMsg) => {
      const { onCode, onRefused } = pressed({ errMsg })
      expect(onRefused).toHaveBeenCalledTimes(1)
      expect(onCode).not.toHaveBeenCalled()
    },
  )
})

describe('PhoneButton in a browser', () => {
  it('is not there', () => {
    const { container } = render(
      <InBrowser onCode={() => undefined} onRefused={() => undefined}>
        用微信里的手机号
      </InBrowser>,
    )
    expect(container.textContent).toBe('')
  })
})

describe('AgreeButton in WeChat', () => {
  it('is the button that WeChat takes a yes from', () => {
    const onAgree = jest.fn()
    render(<AgreeButton onAgree={onAgree}>看过了，同意</AgreeButton>)
    const button = screen.getByRole('button', { name: '看过了，同意' })
    expect(button.dataset.openType).toBe('agreePrivacyAuthorization')
    fireEvent.click(button)
    expect(onAgree).toHaveBeenCalledTimes(1)
  })
})

const card = { title: '请您帮我办事', page: 'packages/family/join', params: { code: '12345678' } }

function Page() {
  useShareCards()
  return <ShareButton card={card} text="" to="女儿" />
}

describe('ShareButton in WeChat', () => {
  it('shares the card that it carries, and the menu nothing of the page', () => {
    render(<Page />)
    const button = screen.getByRole('button', { name: '用微信发给女儿' })
    expect(button.dataset.openType).toBe('share')
    const dataset = { title: button.dataset.title ?? '', path: button.dataset.path ?? '' }
    expect(phone.share({ from: 'button', target: { dataset } })).toEqual({
      title: '请您帮我办事',
      path: '/packages/family/join/index?code=12345678',
    })
    expect(phone.share({ from: 'menu' })).toEqual({ title: '银龄驿', path: '/pages/home/index' })
  })
})
