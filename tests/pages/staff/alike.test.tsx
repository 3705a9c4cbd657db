import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { LikelyPair } from '#types/people/likenesses'
import Alike from '@/packages/staff/alike'
import { rememberMe } from '@/services/person'
import { aMe, now } from '../builders'
import { cloudAnswers } from '../network'

const aPair = (own: Partial<LikelyPair> = {}): LikelyPair => ({
  id: 'e-again_e-wang',
  state: 'found',
  signs: ['name', 'birthDate'],
  since: now,
  names: ['王 秀英', '王秀英'],
  stationNames: ['长江路社区养老驿站'],
  undoUntil: null,
  ...own,
})

const as = (role: 'clerk' | 'coordinator' | 'volunteer') =>
  rememberMe(aMe({ name: '张静', roles: [{ role, stationId: 'st-changjiang' }], elders: [] }))

beforeEach(() => {
  jest.clearAllMocks()
  as('clerk')
})

describe('registrations that are alike', () => {
  it('are counted, all of them, and lead to both side by side', async () => {
    const second = aPair({ id: 'e-b_e-a', names: ['李芳', '李芳'] })
    const sent = cloudAnswers({
      'people.alike': ({ after }: { after?: string }) =>
        after === undefined
          ? { pairs: [aPair()], next: 'more', waiting: 2, lately: [] }
          : { pairs: [second], next: null, waiting: 2, lately: [] },
    })
    render(<Alike />)
    expect(await screen.findByText('2 对登记很像，见过的老人在前面。点开核对一下。')).toBeTruthy()
    expect(sent.map(({ input }) => input)).toEqual([{}, { after: 'more' }])
    expect(screen.getByText('李芳 和 李芳')).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByText('王 秀英 和 王秀英')))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/pair/index?pairId=e-again_e-wang',
    })
  })

  it('show what was joined lately, as long as it can be taken back', async () => {
    const until = new Date(Date.parse(now) + 20 * 3_600_000).toISOString()
    const lately = [aPair({ state: 'joined', undoUntil: until })]
    cloudAnswers({ 'people.alike': () => ({ pairs: [], next: null, waiting: 0, lately }) })
    as('coordinator')
    render(<Alike />)
    expect(await screen.findByText('没有要核对的')).toBeTruthy()
    expect(screen.getByRole('heading', { name: '刚核对过的' })).toBeTruthy()
    expect(screen.getByText(/能分开$/)).toBeTruthy()
  })

  it('are nobody else’s to see', async () => {
    const sent = cloudAnswers({})
    as('volunteer')
    render(<Alike />)
    expect(await screen.findByText('这里是驿站工作人员用的')).toBeTruthy()
    expect(sent).toEqual([])
  })
})
