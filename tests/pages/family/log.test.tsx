import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { LogLine } from '#types/people/privacy'
import Log from '@/packages/family/log'
import { rememberMe } from '@/services/person'
import { aDaughter, aGuest, aMe, anElder, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork } from '../network'

const aLine = (over: Partial<LogLine> = {}): LogLine => ({
  id: 'l-1',
  at: now,
  name: '李敏',
  role: 'family',
  relation: 'daughter',
  isMine: false,
  action: 'meals.book',
  about: null,
  ref: 'st-changjiang_2026-11-22_lunch_e-wang',
  reason: null,
  channel: 'app',
  ...over,
})

const show = () => act(async () => void render(<Log />))
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aMe())
})

describe('the log of an elder', () => {
  it('says who did what and who looked, day by day, with hour and way', async () => {
    cloudAnswers({
      'people.log': () => [
        aLine(),
        aLine({
          id: 'l-2',
          at: '2026-11-20T01:05:00.000Z',
          name: '张静',
          role: 'clerk',
          relation: null,
          action: 'people.reveal',
          about: 'phone',
          reason: '送餐找不到门。',
          channel: 'counter',
        }),
      ],
    })
    await show()
    const today = within(screen.getByRole('list', { name: '今天 11月21日 周六' }))
    expect(today.getByText('女儿李敏 为您订了明天的午餐。')).toBeTruthy()
    expect(today.getByText('14:20')).toBeTruthy()
    const yesterday = within(screen.getByRole('list', { name: '昨天 11月20日 周五' }))
    expect(yesterday.getByText('驿站工作人员张静 看了您的电话，因为：送餐找不到门。')).toBeTruthy()
    expect(yesterday.getByText('9:05，柜台上办的')).toBeTruthy()
  })

  it('goes back in time a page at a time, and to the latest again', async () => {
    const at = (nth: number) => new Date(Date.parse(now) - nth * 3600_000).toISOString()
    const page = Array.from({ length: 30 }, (_, nth) => aLine({ id: `l-${nth}`, at: at(nth) }))
    const sent = cloudAnswers({
      'people.log': ({ before }) => (before ? [aLine({ id: 'old', name: '王浩', relation: 'son' })] : page),
    })
    await show()
    await tap('看更早的')
    expect(sent[1]?.input).toEqual({ elderId: 'e-wang', before: at(29) })
    expect(screen.getByText(/儿子王浩/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '看更早的' })).toBeNull()
    await tap('回到最近的')
    expect(screen.getAllByText(/女儿李敏/)).toHaveLength(30)
  })

  it('says that nothing has been done yet, and why nothing could be shown', async () => {
    cloudAnswers({ 'people.log': () => [] })
    await show()
    expect(screen.getByText('还没有人办过什么')).toBeTruthy()
    cleanup()

    cloudAnswers({
      'people.log': () => {
        throw noNetwork()
      },
    })
    await show()
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
  })

  it('shows a daughter what she may see, in her words', async () => {
    rememberMe(aMe({ elders: [anElder({ relation: 'daughter', scopes: ['view', 'log'] })] }))
    cloudAnswers({ 'people.log': () => [aLine({ isMine: true, channel: 'phone' })] })
    await show()
    expect(screen.getByText('您为妈妈订了明天的午餐。')).toBeTruthy()
    expect(screen.getByText('14:20，电话里办的')).toBeTruthy()
  })

  it('shows nobody else to somebody who was let in once and is no more', async () => {
    rememberMe(aMe())
    phone.params = { elderId: 'e-stranger' }
    const sent = cloudAnswers({})
    await show()
    expect(screen.getByText('现在看不了这位老人的资料')).toBeTruthy()
    expect(sent.filter(({ name }) => name === 'people.log')).toHaveLength(0)
  })

  it('asks nothing for a daughter whom nobody let look, nor for a guest', async () => {
    rememberMe(aDaughter())
    const sent = cloudAnswers({})
    await show()
    expect(screen.getByText('妈妈还没有同意您看这些')).toBeTruthy()
    cleanup()

    rememberMe(aGuest())
    await show()
    expect(screen.getByText('您还没有登记')).toBeTruthy()
    expect(sent.filter(({ name }) => name === 'people.log')).toHaveLength(0)
  })
})
