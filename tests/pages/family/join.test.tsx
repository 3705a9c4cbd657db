import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Offer } from '#types/people/circle'
import Join from '@/packages/family/join'
import { rememberMe } from '@/services/person'
import { aDaughter, aGuest, aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const wentTo = () => jest.mocked(Taro.reLaunch).mock.calls.map(([to]) => to.url)
const show = () => act(async () => void render(<Join />))
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

const anOffer = (over: Partial<Offer> = {}): Offer => ({
  kind: 'family',
  from: '王奶奶',
  relation: 'daughter',
  scopes: ['view', 'order'],
  role: null,
  expiresAt: '2026-11-22T06:20:00.000Z',
  ...over,
})

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aGuest())
})

describe('joining by a code', () => {
  it('says in plain words what a daughter is asked to do, takes her name once, and lets her act', async () => {
    const sent = cloudAnswers({
      'people.invitation': () => anOffer(),
      'people.accept': () => ({ kind: 'family', from: '王奶奶', role: null, elderId: 'e-wang' }),
      'people.me': aDaughter,
    })
    await show()
    expect(screen.getByRole('button', { name: '先填八个数字' }).getAttribute('aria-disabled')).toBe('true')
    type('邀请码', '1234 5678')
    await tap('看看请我做什么')
    expect(sent[0]).toEqual({ name: 'people.invitation', input: { code: '12345678' } })
    expect(screen.getByText('王奶奶请您帮忙办事')).toBeTruthy()
    expect(screen.getByText('王奶奶的女儿')).toBeTruthy()
    expect(screen.getByText('替王奶奶订餐、请人上门')).toBeTruthy()

    type('您叫什么名字？', '李敏')
    await tap('好，我来帮忙')
    expect(sent[1]?.input).toMatchObject({ code: '12345678', name: '李敏' })
    await tap('去帮妈妈办')
    expect(phone.storage.get('elder')).toBe('e-wang')
    expect(wentTo()).toEqual(['/pages/home/index'])
  })

  it('asks nobody for a name that is known', async () => {
    rememberMe(aMe({ name: '李敏', roles: [], elders: [] }))
    const sent = cloudAnswers({
      'people.invitation': () => anOffer(),
      'people.accept': () => ({ kind: 'family', from: '王奶奶', role: null, elderId: 'e-wang' }),
      'people.me': aDaughter,
    })
    phone.params = { code: '12345678' }
    await show()
    await tap('看看请我做什么')
    expect(screen.queryByRole('textbox')).toBeNull()
    await tap('好，我来帮忙')
    expect(sent[1]?.input).not.toHaveProperty('name')
  })

  it('brings an elder her own registration', async () => {
    cloudAnswers({
      'people.invitation': () => anOffer({ kind: 'self', relation: null, scopes: [] }),
      'people.accept': () => ({ kind: 'self', from: '王奶奶', role: null, elderId: 'e-wang' }),
      'people.me': () => aMe(),
    })
    phone.params = { code: '12345678' }
    await show()
    await tap('看看请我做什么')
    expect(screen.getByText('王奶奶，这是您自己的登记')).toBeTruthy()
    await tap('是我，接到这部手机上')
    expect(screen.getByText('接好了')).toBeTruthy()
    await tap('去首页')
    expect(phone.storage.get('elder')).toBe('e-wang')
  })

  it('tells a volunteer that vetting and training come first', async () => {
    const staff = { kind: 'staff', from: '长江路驿站', role: 'volunteer' } as const
    cloudAnswers({
      'people.invitation': () => anOffer({ ...staff, relation: null, scopes: [] }),
      'people.accept': () => ({ ...staff, elderId: null }),
      'people.me': () => aMe({ name: '赵强', roles: [], elders: [] }),
    })
    phone.params = { code: '12345678' }
    await show()
    await tap('看看请我做什么')
    type('您叫什么名字？', '赵强')
    await tap('接受邀请')
    expect(screen.getByText(/还要审核和培训/)).toBeTruthy()
    await tap('到“我的”看看')
    expect(wentTo()).toEqual(['/pages/me/index'])
  })

  it('takes the longer code of a first supervisor', async () => {
    const sent = cloudAnswers({ 'people.invitation': () => anOffer() })
    await show()
    await tap('我的码里有字母')
    type('邀请码', 'A1b2-C3d4-E5f6')
    await tap('看看请我做什么')
    expect(sent[0]?.input).toEqual({ code: 'A1b2-C3d4-E5f6' })
  })

  it('keeps a wrong code to be put right', async () => {
    cloudAnswers({
      'people.invitation': () => {
        throw refused('NOT_FOUND_BY_THIS')
      },
    })
    await show()
    type('邀请码', '12345678')
    await tap('看看请我做什么')
    expect(screen.getByText(/没有这个码/)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('12345678')
  })

  it('accepts once under one key though the network was away, and offers another code', async () => {
    phone.params = { code: '12345678' }
    const lost = cloudAnswers({
      'people.invitation': () => anOffer(),
      'people.accept': () => {
        throw noNetwork()
      },
    })
    await show()
    await tap('看看请我做什么')
    type('您叫什么名字？', '李敏')
    await tap('好，我来帮忙')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    const sent = cloudAnswers({
      'people.accept': () => {
        throw refused('CODE_USED')
      },
    })
    await tap('好，我来帮忙')
    expect(sent[0]?.input.key).toBe(lost[1]?.input.key)
    expect(screen.getByText(/已经有人用过了/)).toBeTruthy()
    await tap('不是给我的，换一个码')
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('')
  })
})
