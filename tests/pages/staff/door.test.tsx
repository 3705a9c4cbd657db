import { act, fireEvent, render, screen } from '@testing-library/react'
import type { QueuedOrder } from '#types/meals/orders'
import Queue from '@/packages/staff/queue'
import * as dialler from '@/platform/ring'
import { rememberMe } from '@/services/person'
import { aMe, anOrder } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'
import { openRow } from './counter'

const DOOR = { building: '长江路 18 弄 3 号楼', room: '402', phone: '138****3606' }
const NUMBER = '13800003606'

/** A lunch that is brought today, as the counter's list has it. */
const brought = (over: Partial<QueuedOrder> = {}): QueuedOrder => ({
  ...anOrder({ date: '2026-11-21', startsAt: '2026-11-21T03:30:00.000Z', mode: 'delivery', deliverTo: DOOR }),
  servableFrom: '2026-11-21T02:30:00.000Z',
  reasonFrom: '2026-11-21T07:30:00.000Z',
  undoUntil: null,
  mind: null,
  clashes: null,
  ...over,
})

/** The list in which confirmed orders stand, or another one. */
async function showing(order: QueuedOrder, group: RegExp = /^已确认/) {
  cloudAnswers({ 'meals.queue': () => [order], 'meals.orderDays': () => [] })
  render(<Queue />)
  fireEvent.click(await screen.findByRole('radio', { name: group }))
  await screen.findByText('王秀英')
  openRow('王秀英')
}
const ringButton = () => screen.queryByRole('button', { name: '打电话，王秀英的午餐' })
const rung = jest.spyOn(dialler, 'ring').mockImplementation(() => undefined)

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { stationId: 'st-changjiang' }
  rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
})

describe('the door of a delivery at the counter', () => {
  it.each([
    [{}, '送到 长江路 18 弄 3 号楼 402，电话 138****3606'],
    [{ phone: null }, '送到 长江路 18 弄 3 号楼 402，电话 没有登记'],
    [{ room: null }, '送到 长江路 18 弄 3 号楼，没有登记门牌号，电话 138****3606'],
    [{ room: null, phone: null }, '送到 长江路 18 弄 3 号楼，没有登记门牌号，电话 没有登记'],
  ])('says what is registered of it, and what is not: %j', async (own, words) => {
    await showing(brought({ deliverTo: { ...DOOR, ...own } }))
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryByText(/改过/)).toBeNull()
  })

  it.each([
    ['2026-11-21T02:20:00.000Z', '地址或电话改过（今天 10:20）'],
    ['2026-11-20T12:05:00.000Z', '地址或电话改过（昨天 20:05）'],
  ])('says since when it is another than was confirmed: %s', async (doorChangedAt, words) => {
    await showing(brought({ doorChangedAt }))
    expect(screen.getByText(words).closest('.tag-bad')).toBeTruthy()
  })
})

describe('a meal that is another one than was confirmed', () => {
  const by = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const
  const set = { at: '2026-11-21T02:20:00.000Z', by, setName: '素什锦套餐' }
  const mode = { at: '2026-11-20T12:05:00.000Z', by, mode: 'delivery' as const }
  it.each([
    ['the dish', [set], '确认以后换过菜（今天 10:20）'],
    ['the way of eating', [mode], '确认以后换过吃法（昨天 20:05）'],
    ['one after the other, by the latest', [mode, set], '确认以后换过菜和吃法（今天 10:20）'],
    ['both in one act', [{ ...mode, setName: '素什锦套餐' }], '确认以后换过菜和吃法（昨天 20:05）'],
  ])('is marked in its row, with when: %s', async (_, laterChanges, words) => {
    await showing(brought({ laterChanges, doorChangedAt: set.at }))
    expect(screen.getByText(words).closest('.tag-bad')).toBeTruthy()
    expect(screen.getByText('地址或电话改过（今天 10:20）')).toBeTruthy()
  })

  it.each([
    ['nothing was changed', []],
    ['the station itself changed the time', [{ at: set.at, by, startsAt: set.at }]],
  ])('is not marked where %s', async (_, laterChanges) => {
    await showing(brought({ laterChanges }))
    expect(screen.queryByText(/换过/)).toBeNull()
  })
})

describe('a meal of which the kitchen makes something else', () => {
  const kitchenChange = {
    ...{ rev: 2, setId: 'fish', at: '2026-11-21T02:20:00.000Z', from: '红烧鱼套餐', reason: null },
    ...{ was: ['红烧鱼块'], dishes: ['清蒸鱼'] },
  }
  const { setName: from } = brought()
  const contents = [{ dish: '红烧鱼块', more: ['peanuts' as const], less: [] }]
  const corrected = { ...kitchenChange, from, dishes: kitchenChange.was, contents }
  it.each<[string, Parameters<typeof brought>[0]]>([
    ['厨房换了菜', { kitchenChange }],
    ['厨房换了菜，要告诉本人', { kitchenChange, isToTell: true }],
    ['厨房换了菜，要告诉本人', { isToTell: true }],
    ['厨房改了菜里有什么', { kitchenChange: corrected }],
    ['厨房改了菜里有什么，要告诉本人', { kitchenChange: corrected, isToTell: true }],
  ])('is marked in its row: %s', async (words, own) => {
    await showing(brought(own))
    expect(screen.getByText(words).closest('.tag-bad')).toBeTruthy()
  })
})

describe('a meal of which nobody has told her', () => {
  const kitchenChange = {
    ...{ rev: 2, setId: 'fish', at: '2026-11-21T02:20:00.000Z', from: '红烧鱼套餐', reason: '鱼没到' },
    ...{ was: ['红烧鱼块'], dishes: ['清蒸鱼'] },
  }

  it('says in its row what is to be said, and that it was said with one tap', async () => {
    await showing(brought({ kitchenChange, isToTell: true }))
    expect(
      screen.getByText(
        /^家里不一定收到了消息，请告诉本人或者家人：厨房换了菜。原来订的是红烧鱼套餐（红烧鱼块）.*为什么换：鱼没到。/,
      ),
    ).toBeTruthy()
    const sent = cloudAnswers({ 'meals.toldDishes': () => brought({ kitchenChange }) })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^告诉了，/ })))
    expect(sent[0]).toMatchObject({ name: 'meals.toldDishes', input: { orderId: 'o-1', kitchenRev: 2 } })
    expect(screen.queryByText(/家里不一定收到了消息/)).toBeNull()
  })

  it('says nothing where she knows of it, or nobody eats it', async () => {
    await showing(brought({ kitchenChange }))
    expect(screen.queryByText(/家里不一定收到了消息/)).toBeNull()
  })
})

describe('ringing at the door', () => {
  const tap = () => act(async () => void fireEvent.click(ringButton() as HTMLElement))

  it('asks for the number at the tap, dials it at once and shows it nowhere', async () => {
    await showing(brought())
    const sent = cloudAnswers({ 'meals.ring': () => ({ phone: NUMBER }) })
    await tap()
    expect(sent).toEqual([{ name: 'meals.ring', input: { orderId: 'o-1' } }])
    expect(rung.mock.calls).toEqual([[NUMBER]])
    expect(document.body.textContent).not.toContain(NUMBER)
  })

  it.each([
    [
      'none is registered',
      () => ({ phone: null }),
      '老人没有登记电话，打不了。请照着地址送；找不到门，先问问邻居。',
    ],
    [
      'it changed meanwhile',
      () => {
        throw refused('WRONG_STATE')
      },
      /刚刚有了变化/,
    ],
    [
      'no key opens it',
      () => {
        throw refused('KEY_LOST')
      },
      /现在打不开/,
    ],
    [
      'there is no network',
      () => {
        throw noNetwork()
      },
      /没有连上网/,
    ],
  ])('says why not where %s, and can be tried again', async (_why, answer, words) => {
    await showing(brought())
    cloudAnswers({ 'meals.ring': answer })
    await tap()
    expect(screen.getByText(words)).toBeTruthy()
    expect(rung).not.toHaveBeenCalled()
    cloudAnswers({ 'meals.ring': () => ({ phone: NUMBER }) })
    await tap()
    expect(screen.queryByText(words)).toBeNull()
    expect(rung.mock.calls).toEqual([[NUMBER]])
  })

  it.each([
    ['it waits to be confirmed', brought({ state: 'placed' }), /^待确认/],
    ['it was brought', brought({ state: 'served' }), /^吃过了/],
    ['it is eaten at the station', brought({ mode: 'dineIn', deliverTo: null }), /^已确认/],
    ['no number is registered', brought({ deliverTo: { ...DOOR, phone: null } }), /^已确认/],
    ['it is brought tomorrow', brought({ date: '2026-11-22' }), /^已确认/],
  ])('is not offered where %s', async (_why, order, group) => {
    await showing(order, group)
    expect(ringButton()).toBeNull()
  })

  it('is not offered where 确认 was a moment ago', async () => {
    await showing(brought({ state: 'placed' }), /^待确认/)
    cloudAnswers({ 'meals.confirm': () => brought() })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^确认王秀英/ })))
    expect(screen.getByText('已经在“已确认”里了')).toBeTruthy()
    expect(ringButton()).toBeNull()
  })
})
