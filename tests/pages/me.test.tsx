import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Me as MeOf } from '#types/people'
import Me from '@/pages/me'
import { rememberMe } from '@/services/person'
import { aDaughter, aGuest, aMe, anElder } from './builders'
import { phone } from './mock-taro'

async function opened(me: MeOf) {
  rememberMe(me)
  const page = render(<Me />)
  await act(async () => undefined)
  return page
}

beforeEach(() => phone.storage.clear())

describe('me', () => {
  it('says who I am, that I am invented, and for whom I act', async () => {
    await opened(aDaughter())
    expect(screen.getByText('李敏')).toBeTruthy()
    expect(screen.getByText('王秀英的家人')).toBeTruthy()
    expect(screen.getByText(/编出来的/)).toBeTruthy()
    expect(screen.getByRole('radio', { name: /妈妈 王秀英/ }).getAttribute('aria-checked')).toBe('true')
  })

  it('enlarges all type at once and keeps the choice', async () => {
    const { container } = await opened(aMe())
    fireEvent.click(screen.getByRole('radio', { name: '最大' }))
    expect(container.querySelector<HTMLElement>('.frame')?.style.getPropertyValue('--k')).toBe('1.75')
    expect(phone.storage.get('font')).toBe('1.75')
    fireEvent.click(screen.getByRole('radio', { name: '标准' }))
  })

  it('acts for another elder from now on', async () => {
    await opened(aMe({ elders: [anElder(), anElder({ id: 'e-liu', name: '刘桂兰', relation: 'spouse' })] }))
    fireEvent.click(screen.getByRole('radio', { name: /老伴 刘桂兰/ }))
    expect(screen.getByRole('radio', { name: /老伴 刘桂兰/ }).getAttribute('aria-checked')).toBe('true')
    expect(phone.storage.get('elder')).toBe('e-liu')
  })

  it('tells a guest where to register', async () => {
    await opened(aGuest())
    expect(screen.getByText('您还没有登记')).toBeTruthy()
  })

  it('shows work once, though two roles lead there', async () => {
    const roles = [
      { role: 'clerk' as const, stationId: 'st-1', orgName: '长江路社区养老驿站' },
      { role: 'manager' as const, stationId: 'st-1', orgName: '长江路社区养老驿站' },
    ]
    await opened(aMe({ name: '张静', roles, elders: [] }))
    expect(screen.getAllByRole('button', { name: /今天的订单/ })).toHaveLength(1)
  })
})
