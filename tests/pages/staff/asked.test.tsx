import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { AskAtStation, Circle } from '#types/people/circle'
import Asked from '@/packages/staff/asked'
import { rememberMe } from '@/services/person'
import { aMe, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'

const ask: AskAtStation = {
  id: 'e-fang_p-li',
  elderId: 'e-fang',
  elderName: '方*珍',
  building: '长江路 18 弄',
  member: {
    id: 'e-fang_p-li',
    name: '李敏',
    relation: 'daughter',
    state: 'asked',
    scopes: ['view', 'order'],
    words: '妈妈没有手机',
    since: now,
    granted: null,
  },
}

const aCircle: Circle = { elderId: 'e-fang', members: [], invitations: [], next: null, waiting: 0 }

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

function onPaper() {
  fireEvent.change(screen.getByRole('textbox', { name: '签字单的编号' }), { target: { value: 'T-17' } })
  fireEvent.change(screen.getByRole('textbox', { name: '还有谁在场' }), { target: { value: '李红' } })
}
const paper = { how: 'paper', form: 'T-17', witness: '李红' }

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { stationId: 'st-changjiang' }
  rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
})

describe('relatives who ask for elders without a phone', () => {
  it('are let in when the elder has signed, and leave the list', async () => {
    const sent = cloudAnswers({
      'people.asked': () => ({ asks: [ask], next: null, waiting: 1 }),
      'people.grant': () => aCircle,
    })
    render(<Asked />)
    fireEvent.click(await screen.findByRole('button', { name: '同意女儿李敏替方*珍办' }))
    await act(async () => tap('记下，现在就能办'))
    expect(sent.some(({ name }) => name === 'people.grant')).toBe(false)
    onPaper()
    await act(async () => tap('记下，现在就能办'))
    expect(sent.find(({ name }) => name === 'people.grant')?.input).toMatchObject({
      memberId: 'e-fang_p-li',
      scopes: ['view', 'order'],
      paper,
    })
    expect(screen.getByText('没有等答复的')).toBeTruthy()
    expect(screen.getByText('女儿李敏现在能替方*珍办了。')).toBeTruthy()
  })

  it('are told no by one tap, without a form, and it is said how to take that back', async () => {
    const other = { ...ask, id: 'e-fang_p-other', member: { ...ask.member, id: 'e-fang_p-other' } }
    const sent = cloudAnswers({
      'people.asked': () => ({ asks: [ask, other], next: null, waiting: 2 }),
      'people.decline': () => aCircle,
    })
    render(<Asked />)
    const [no] = await screen.findAllByRole('button', { name: '不同意女儿李敏替方*珍办' })
    await act(async () => void (no && fireEvent.click(no)))
    expect(sent.find(({ name }) => name === 'people.decline')?.input).toMatchObject({ memberId: ask.id })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText(/女儿李敏的请求没有同意。点错了的话/)).toBeTruthy()
    expect(screen.getAllByRole('button', { name: '不同意女儿李敏替方*珍办' })).toHaveLength(1)
    expect(screen.getByText(/一共 1 个在等/)).toBeTruthy()
  })

  it('stay where a no did not arrive, which is said beside them', async () => {
    cloudAnswers({
      'people.asked': () => ({ asks: [ask], next: null, waiting: 1 }),
      'people.decline': () => {
        throw refused('NOT_YOUR_STEP')
      },
    })
    render(<Asked />)
    const no = await screen.findByRole('button', { name: /^不同意/ })
    await act(async () => void fireEvent.click(no))
    expect(screen.getByText(/这一步不归您办/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /^不同意/ })).toBeTruthy()
  })

  it('keep what was typed when it does not work', async () => {
    cloudAnswers({
      'people.asked': () => ({ asks: [ask], next: null, waiting: 1 }),
      'people.grant': () => {
        throw refused('CONSENT_MISSING')
      },
    })
    render(<Asked />)
    fireEvent.click(await screen.findByRole('button', { name: '同意女儿李敏替方*珍办' }))
    onPaper()
    await act(async () => tap('记下，现在就能办'))
    expect(screen.getByText(/先打开老人的登记，记下同意/)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '签字单的编号' }).value).toBe('T-17')
  })

  it('lead to the elder', async () => {
    cloudAnswers({ 'people.asked': () => ({ asks: [ask], next: null, waiting: 1 }) })
    render(<Asked />)
    fireEvent.click(await screen.findByRole('button', { name: '打开方*珍的登记' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/elder/index?stationId=st-changjiang&elderId=e-fang',
    })
  })
})
