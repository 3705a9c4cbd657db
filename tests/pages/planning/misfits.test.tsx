import { act, fireEvent, render, screen } from '@testing-library/react'
import MisfitsPage from '@/packages/planning/misfits'
import { ring } from '@/platform/ring'
import { rememberMe } from '@/services/person'
import { aMe, anOrder } from '../builders'
import { loaded } from '../loaded'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'
import { aMisfit, manager } from './builders'

jest.mock('@/platform/ring', () => ({ ring: jest.fn() }))

const urgent = aMisfit({ orderId: 'o-1', elderName: '王秀英', isUrgent: true })
const placed = aMisfit({
  ...{ orderId: 'o-2', elderName: '陈建国', why: 'closed', state: 'placed', mode: 'delivery' },
  ways: ['ring', 'refuse', 'cancel'],
})

async function opened(answers: Parameters<typeof cloudAnswers>[0] = {}) {
  const sent = cloudAnswers({
    'meals.misfits': () => ({ count: 23, misfits: [urgent, placed], next: null }),
    'meals.ring': () => ({ phone: '13800000001' }),
    'meals.cancel': () => anOrder({ state: 'cancelled' }),
    'meals.refuse': () => anOrder({ state: 'refused' }),
    ...answers,
  })
  render(<MisfitsPage />)
  await loaded()
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const sentTo = (sent: Awaited<ReturnType<typeof opened>>, name: string) =>
  sent.filter((one) => one.name === name).map(({ input: { key: _key, ...input } }) => input)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { stationId: 'st-1' }
  rememberMe(aMe({ name: '林芳', roles: [manager], elders: [] }))
})

describe('orders that do not fit', () => {
  it('say whose they are and why, what cannot wait first, and that nobody was dropped', async () => {
    await opened()
    expect(screen.getByText('有 23 份订餐对不上')).toBeTruthy()
    expect(screen.getByText('这些订餐都还在，没有取消。请先打电话和老人说好，再办。')).toBeTruthy()
    expect(screen.getByText('明天 11月22日 周日 午餐 11:30，红烧鱼套餐，堂食。')).toBeTruthy()
    expect(screen.getByText('座位不够，坐不下。')).toBeTruthy()
    expect(screen.getByText('这一天驿站不开门。')).toBeTruthy()
    expect(screen.getAllByText('马上要办')).toHaveLength(1)
  })

  it('are rung about, with the number that comes with the tap', async () => {
    const sent = await opened()
    await tap('打电话，王秀英')
    expect(sentTo(sent, 'meals.ring')).toEqual([{ orderId: 'o-1' }])
    expect(ring).toHaveBeenCalledWith('13800000001')
  })

  it('say so where there is no number', async () => {
    await opened({ 'meals.ring': () => ({ phone: null }) })
    await tap('打电话，王秀英')
    expect(screen.getByText(/老人没有登记电话/)).toBeTruthy()
    expect(ring).not.toHaveBeenCalled()
  })

  it('are cancelled only with a reason, and listed anew', async () => {
    const sent = await opened()
    const before = sentTo(sent, 'meals.misfits').length
    await tap('取消这一餐，王秀英')
    await tap('取消这一餐')
    expect(screen.getByText('选一样，或者写一句。')).toBeTruthy()
    await act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: '座位不够了' })))
    await tap('取消这一餐')
    expect(sentTo(sent, 'meals.cancel')).toEqual([{ orderId: 'o-1', reason: '座位不够了', channel: 'phone' }])
    expect(screen.getByText('王秀英的这一餐取消了。')).toBeTruthy()
    expect(sentTo(sent, 'meals.misfits')).toHaveLength(before + 1)
  })

  it('begin at the other time once that is agreed to, and are listed anew', async () => {
    const later = aMisfit({
      why: 'time',
      startsNow: '2026-11-22T02:45:00.000Z',
      ways: ['ring', 'agreeTime', 'cancel'],
    })
    const sent = await opened({
      'meals.misfits': () => ({ count: 1, misfits: [later], next: null }),
      'meals.agreeTime': () => anOrder(),
    })
    expect(screen.getByText('开饭改到 10:45 了，原来说的是 11:30。')).toBeTruthy()
    const before = sentTo(sent, 'meals.misfits').length
    await tap('说好了，改到 10:45，王秀英')
    expect(sentTo(sent, 'meals.agreeTime')).toEqual([
      { orderId: 'o-1', startsAt: '2026-11-22T02:45:00.000Z' },
    ])
    expect(screen.getByText('王秀英的这一餐改好了时间。')).toBeTruthy()
    expect(sentTo(sent, 'meals.misfits')).toHaveLength(before + 1)
  })

  it('are eaten all the same once she knows what is in them', async () => {
    const clash = aMisfit({ why: 'clash', kitchenRev: 3, ways: ['ring', 'agreeDishes', 'cancel'] })
    const sent = await opened({
      'meals.misfits': () => ({ count: 1, misfits: [clash], next: null }),
      'meals.toldDishes': () => anOrder(),
    })
    await tap('说好了，照样吃，王秀英')
    expect(sentTo(sent, 'meals.toldDishes')).toEqual([{ orderId: 'o-1', kitchenRev: 3, isAgreed: true }])
    expect(screen.getByText('王秀英的这一餐照样吃。')).toBeTruthy()
  })

  it('are refused where nobody has confirmed them', async () => {
    const sent = await opened()
    expect(screen.queryByRole('button', { name: '不能接，王秀英' })).toBeNull()
    await tap('不能接，陈建国')
    await act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: '这一天驿站不开门' })))
    await tap('确定不接')
    expect(sentTo(sent, 'meals.refuse')).toEqual([{ orderId: 'o-2', reason: '这一天驿站不开门' }])
  })

  it('keep the sheet and say why where it was not done', async () => {
    await opened({
      'meals.cancel': () => {
        throw refused('WRONG_STATE')
      },
    })
    await tap('取消这一餐，王秀英')
    await act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: '座位不够了' })))
    await tap('取消这一餐')
    expect(screen.getByText(/这件事刚刚有了变化/)).toBeTruthy()
  })

  it('are none: that, too, is said', async () => {
    await opened({ 'meals.misfits': () => ({ count: 0, misfits: [], next: null }) })
    expect(screen.getByText('订餐都对得上')).toBeTruthy()
  })

  it('are for managers alone', async () => {
    rememberMe(aMe({ roles: [{ role: 'clerk', stationId: 'st-1' }], elders: [] }))
    await opened()
    expect(screen.getByText('这里是站长用的')).toBeTruthy()
  })
})
