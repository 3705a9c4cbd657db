import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Me as MeOf } from '#types/people'
import Me from '@/pages/me'
import { rememberMe } from '@/services/person'
import { aDaughter, aGuest, aMe, aMother, anElder } from './builders'
import { phone } from './mock-taro'
import { cloudAnswers } from './network'

async function opened(me: MeOf) {
  rememberMe(me)
  const page = render(<Me />)
  await act(async () => undefined)
  return page
}

const wentTo = () => jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
})

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

  it('leads an elder to who may act for her, and says that somebody asks', async () => {
    const asks = [{ memberId: 'e-wang_o-li-min', name: '李敏', relation: 'daughter' as const }]
    await opened(aMe({ asks }))
    for (const name of [/我能享受什么/, /谁为我办了什么/, '我的资料', '我的服务卡', '我的信息和同意']) {
      fireEvent.click(screen.getByRole('button', { name }))
    }
    fireEvent.click(screen.getByRole('button', { name: /谁能替我办.*女儿李敏想帮您，等您答应/ }))
    expect(wentTo()).toEqual([
      '/packages/benefits/mine/index?elderId=e-wang',
      ...['log', 'file', 'card', 'privacy', 'circle'].map(
        (page) => `/packages/family/${page}/index?elderId=e-wang`,
      ),
    ])
  })

  it('shows a daughter what her mother lets her see, and no more', async () => {
    await opened(aDaughter())
    expect(screen.getByRole('button', { name: '妈妈的资料' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '妈妈的服务卡' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '妈妈能享受什么' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /谁为妈妈办了什么/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /谁能替/ })).toBeNull()

    cleanup()
    await opened(aMe({ name: '李敏', elders: [{ ...aMother(), scopes: ['view', 'log'] }] }))
    expect(screen.getByRole('button', { name: /谁为妈妈办了什么/ })).toBeTruthy()
  })

  it('lets a daughter leave her mother’s circle, after saying what ends', async () => {
    const sent = cloudAnswers({
      'people.revoke': ({ memberId }) => ({ memberId, state: 'revoked' }),
      'people.me': () => aMe({ name: '李敏', roles: [], elders: [] }),
    })
    await opened(
      aMe({ name: '李敏', roles: [{ role: 'family' }], elders: [{ ...aMother(), memberId: 'e-wang_p' }] }),
    )
    fireEvent.click(screen.getByRole('button', { name: /不再替妈妈办/ }))
    expect(screen.getByText(/从现在起，您看不到妈妈的事/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '确定，不再替办' }))
    await act(async () => undefined)
    expect(sent).toEqual([
      { name: 'people.revoke', input: expect.objectContaining({ memberId: 'e-wang_p' }) },
      { name: 'people.me', input: {} },
    ])
    expect(screen.queryByText('妈妈 王秀英')).toBeNull()
  })

  it('lets a guardian decide', async () => {
    await opened(aMe({ name: '周明', elders: [anElder({ relation: 'guardian' })] }))
    expect(screen.getByRole('button', { name: '谁能替王奶奶办' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '王奶奶的信息和同意' })).toBeTruthy()
  })

  it('gives a guest the ways in', async () => {
    await opened(aGuest())
    for (const name of [/我有邀请码/, /给我自己登记/, /替家人办/, /能享受什么/, /我的信息和同意/]) {
      fireEvent.click(screen.getByRole('button', { name }))
    }
    expect(wentTo()).toEqual([
      '/packages/family/join/index',
      '/packages/family/register/index?for=me',
      '/packages/family/ask/index',
      '/packages/benefits/ask/index',
      '/packages/family/privacy/index',
    ])
  })

  it('says how far it is with what was asked for and with work accepted', async () => {
    const asked = { elderId: 'e-wang', name: '王*英', relation: 'daughter' as const, memberId: 'e-wang_p' }
    await opened(
      aMe({
        name: '李敏',
        roles: [],
        elders: [],
        asked: [
          { ...asked, state: 'asked' },
          { ...asked, elderId: 'e-liu', name: '刘*兰', state: 'declined' },
          { ...asked, elderId: 'e-in', name: '陈建国', state: 'granted' },
        ],
        joining: [{ role: 'volunteer', orgName: '长江路街道', state: 'accepted' }],
      }),
    )
    expect(screen.getByText('替王*英办（您是女儿）')).toBeTruthy()
    expect(screen.getByText('等老人同意，点开看怎么办')).toBeTruthy()
    expect(screen.getByText('没有同意')).toBeTruthy()
    expect(screen.queryByText(/陈建国/)).toBeNull()
    expect(screen.getByText('长江路街道志愿者')).toBeTruthy()
    expect(screen.getByText('已接受，等审核')).toBeTruthy()
  })
})
