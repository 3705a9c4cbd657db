import { fireEvent, render, screen } from '@testing-library/react'
import type { QueuedOrder } from '#types/meals/orders'
import Queue from '@/packages/staff/queue'
import { rememberMe } from '@/services/person'
import { aMe, anOrder } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers } from '../network'

const DOOR = { building: '长江路 18 弄 3 号楼', room: '402', phone: '138****3606' }

/** A lunch that is brought today, as the counter's list has it. */
const brought = (over: Partial<QueuedOrder> = {}): QueuedOrder => ({
  ...anOrder({ date: '2026-11-21', startsAt: '2026-11-21T03:30:00.000Z', mode: 'delivery', deliverTo: DOOR }),
  servableFrom: '2026-11-21T02:30:00.000Z',
  reasonFrom: '2026-11-21T07:30:00.000Z',
  undoUntil: null,
  mind: null,
  ...over,
})

/** The list in which confirmed orders stand, or another one. */
async function showing(order: QueuedOrder, group: RegExp = /^已确认/) {
  cloudAnswers({ 'meals.queue': () => [order], 'meals.unconfirmedDays': () => [] })
  render(<Queue />)
  fireEvent.click(await screen.findByRole('radio', { name: group }))
  await screen.findByText('王秀英 · 82 岁')
}

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
