import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Confirming, MealOrder, QueuedOrder } from '#types/meals/orders'
import Queue from '@/packages/staff/queue'
import { rememberMe } from '@/services/person'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork } from '../network'
import { anOrder, clerk, names, placed } from './counter'

const by = (name: string) => ({ name, role: 'clerk', relation: null, channel: 'app' }) as const
const at = '2026-11-21T03:00:00.000Z'
const lunch = (nth: number, over: Partial<QueuedOrder> = {}) =>
  placed({
    id: `o-${100 + nth}`,
    elderName: `老人${nth}`,
    date: '2026-11-21',
    startsAt: '2026-11-21T03:30:00.000Z',
    ...over,
  })
const lunches = (count: number) => Array.from({ length: count }, (_, nth) => lunch(nth))

/** A station's day with a counter that confirms, unless `stands` says what stands against it. */
async function atCounter(
  orders: readonly QueuedOrder[],
  stands: (id: string) => Partial<Confirming> | null = () => null,
) {
  const stored = new Map(orders.map((order) => [order.id, order]))
  const change = (id: string, over: Partial<QueuedOrder>): MealOrder => {
    const before = stored.get(id)
    if (!before) throw new Error('there is no such order')
    const after = { ...before, ...over }
    stored.set(id, after)
    const { mind: _, ...order } = after
    return order
  }
  const confirmed = (id: string, name = '张静') =>
    change(id, { state: 'confirmed', history: [{ state: 'confirmed', at, by: by(name) }] })
  const sent = cloudAnswers({
    'meals.queue': ({ after }) => (after ? [] : [...stored.values()]),
    'meals.orderDays': () => [],
    'meals.serve': ({ orderId }) => anOrder(change(orderId, { state: 'served' })),
    'meals.confirmMany': ({ orderIds }) =>
      orderIds.map(
        (orderId) =>
          ({ orderId, ...(stands(orderId) ?? { order: confirmed(orderId), isMine: true }) }) as Confirming,
      ),
  })
  render(<Queue />)
  await screen.findByText('老人0')
  return { sent, confirmed, change }
}

let taps = 0
const tap = async (name: string | RegExp, role = 'button') => {
  taps++
  await act(async () => void fireEvent.click(screen.getByRole(role, { name })))
}
const many = (sent: { name: string; input: Record<string, unknown> }[]) =>
  sent.filter(({ name }) => name === 'meals.confirmMany').map(({ input }) => input)

beforeEach(() => {
  jest.clearAllMocks()
  taps = 0
  phone.params = { stationId: 'st-changjiang' }
  rememberMe({ ...clerk(), now: at })
})

describe('confirming all that waits', () => {
  it('takes two taps for twelve, and fifteen until all of them have eaten', async () => {
    const { sent } = await atCounter(lunches(12))
    await tap('全部确认（12 份午餐）')
    await tap('确认这 12 份')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('今天午餐 12 份都确认好了，在“已确认”里。')).toBeTruthy()
    expect(many(sent).flatMap(({ orderIds }) => orderIds)).toHaveLength(12)
    const { id: orderId, setId, mode } = lunch(0)
    expect(many(sent)[0]).toMatchObject({
      seen: { 0: { orderId, setId, mode, deliverTo: null, kitchenRev: null }, length: 10 },
    })

    await tap('已确认 12', 'radio')
    for (let nth = 0; nth < 12; nth++) await tap(`吃过了，老人${nth}的午餐`)
    expect(screen.getByRole('radio', { name: '吃过了 12' })).toBeTruthy()
    expect(taps).toBeLessThanOrEqual(15)
  })

  it('says first whose dish holds what she must not have', async () => {
    const nuts = { diet: [], allergies: ['花生'] }
    const clash = {
      dish: '花生猪脚',
      allergies: ['花生'],
      allergens: ['peanuts' as const],
      by: 'kitchen' as const,
    }
    const clashes = { clashes: [clash], unsaid: ['米饭'], unmatched: [] }
    await atCounter([lunch(0, { mind: nuts }), lunch(1, { mind: nuts, clashes })])
    await tap('全部确认（2 份午餐）')
    const { textContent } = screen.getByRole('dialog', { name: '确认今天午餐 2 份' })
    expect(textContent).toMatch(/花生猪脚里有花生，老人1对花生过敏。.*有 2 份要注意/)
  })

  it('asks once, naming day, meal, number, ways of eating and whom to mind for what', async () => {
    const salt = { diet: ['lowSalt' as const], allergies: [] }
    const nuts = { diet: [], allergies: ['花生'] }
    const { sent } = await atCounter([
      lunch(0, { mind: salt }),
      lunch(1, { mode: 'delivery', mind: nuts }),
      lunch(2, { mind: salt }),
      lunch(3),
    ])
    await tap('全部确认（4 份午餐）')
    const sheet = within(screen.getByRole('dialog', { name: '确认今天午餐 4 份' }))
    expect(sheet.getByText('堂食 3 份、送餐 1 份')).toBeTruthy()
    expect(sheet.getByText('有 3 份要注意：')).toBeTruthy()
    expect(sheet.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '少盐（老人0、老人2）',
      '过敏：花生（老人1）',
    ])
    expect(many(sent)).toEqual([])
    await tap('关上')
    expect(names()).toHaveLength(4)
  })

  it('means the meal that is shown alone, and is not offered for one, or for a part of the list', async () => {
    const supper = { slot: 'dinner', startsAt: '2026-11-21T09:00:00.000Z' } as const
    const { sent } = await atCounter([...lunches(9), lunch(20, supper)])
    fireEvent.change(screen.getByRole('textbox', { name: '找人（名字或卡号）' }), {
      target: { value: '老人1' },
    })
    expect(screen.queryByRole('button', { name: /^全部确认/ })).toBeNull()
    fireEvent.change(screen.getByRole('textbox', { name: '找人（名字或卡号）' }), { target: { value: '' } })
    await tap('全部确认（9 份午餐）')
    await tap('确认这 9 份')
    expect(many(sent)).toMatchObject([{ orderIds: lunches(9).map(({ id }) => id) }])
    await tap('晚餐 等 1', 'radio')
    expect(names()).toEqual(['老人20'])
    expect(screen.queryByRole('button', { name: /^全部确认/ })).toBeNull()
  })

  it('says of what does not fit any more who sees to it', async () => {
    await atCounter(lunches(3), (id) => (id === 'o-101' ? { code: 'ORDER_MISFIT', state: null } : null))
    await tap('全部确认（3 份午餐）')
    await tap('确认这 3 份')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText('没有确认的 1 份：')).toBeTruthy()
    expect(sheet.getByText('老人1：和驿站现在的安排对不上。请站长在首页的“对不上的订餐”里办。')).toBeTruthy()
  })

  it('says which were left and why, and which a colleague had confirmed before', async () => {
    const counter = await atCounter(lunches(5), (id) => {
      if (id === 'o-101') return { code: 'WRONG_STATE', state: 'cancelled' }
      if (id === 'o-102') return { code: 'ELDER_DIED', state: null }
      if (id === 'o-104') return { code: 'ORDER_CHANGED', state: null }
      return id === 'o-103' ? { order: counter.confirmed(id, '李娜'), isMine: false } : null
    })
    await tap('全部确认（5 份午餐）')
    await tap('确认这 5 份')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText('确认好了 1 份：老人0')).toBeTruthy()
    expect(sheet.getByText('老人3：李娜已经先确认了')).toBeTruthy()
    expect(sheet.getByText('没有确认的 3 份：')).toBeTruthy()
    expect(sheet.getByText('老人1：已取消')).toBeTruthy()
    expect(sheet.getByText('老人4：刚刚改过菜、吃法或者地址。请看过现在的，再单独确认。')).toBeTruthy()
    expect(sheet.getByText(/^老人2：登记里写着已经过世/)).toBeTruthy()
    counter.change('o-101', { state: 'cancelled' })
    await tap('知道了')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(names()).toEqual(['老人2', '老人4'])
    expect(screen.getByRole('radio', { name: '其他 1' })).toBeTruthy()
  })

  it('does not take for its own what a colleague of the same name had confirmed before', async () => {
    const counter = await atCounter(lunches(2), (id) =>
      id === 'o-101' ? { order: counter.confirmed(id, '张静'), isMine: false } : null,
    )
    await tap('全部确认（2 份午餐）')
    await tap('确认这 2 份')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText('确认好了 1 份：老人0')).toBeTruthy()
    expect(sheet.getByText('老人1：张静已经先确认了')).toBeTruthy()
  })

  it('names who confirmed it, not who took back since that it was eaten', async () => {
    const history = (['confirmed', 'served', 'confirmed'] as const).map((state, nth) => ({
      state,
      at,
      by: by(nth === 0 ? '李娜' : '孙慧'),
    }))
    const counter = await atCounter(lunches(2), (id) =>
      id === 'o-101' ? { order: counter.change(id, { state: 'confirmed', history }), isMine: false } : null,
    )
    await tap('全部确认（2 份午餐）')
    await tap('确认这 2 份')
    expect(screen.getByText('老人1：李娜已经先确认了')).toBeTruthy()
  })

  it('goes on, after the network failed in the middle, with what nobody knows of, under the same key', async () => {
    let isCut = true
    const { sent } = await atCounter(lunches(24), (id) => {
      if (isCut && id === 'o-110') throw noNetwork()
      return null
    })
    await tap('全部确认（24 份午餐）')
    await tap('确认这 24 份')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText(/手机没有连上网/)).toBeTruthy()
    expect(sheet.getByText(/^确认好了 10 份：/)).toBeTruthy()
    expect(sheet.getByText('还有 14 份没有办成，或者没有回音。再点一次就行，不会重复。')).toBeTruthy()
    expect(screen.getByRole('radio', { name: '已确认 10' })).toBeTruthy()
    isCut = false
    await tap('再试一次，还有 14 份')
    const keys = many(sent).map(({ key }) => key)
    expect(many(sent).map(({ orderIds }) => (orderIds as string[]).length)).toEqual([10, 10, 10, 4])
    expect(keys[2]).toBe(keys[1])
    expect(new Set(keys).size).toBe(3)
    expect(screen.getByText('今天午餐 24 份都确认好了，在“已确认”里。')).toBeTruthy()
  })

  it('says so where the cloud was too busy for every one', async () => {
    await atCounter(lunches(2), () => ({ code: 'BUSY', state: null }))
    await tap('全部确认（2 份午餐）')
    await tap('确认这 2 份')
    expect(screen.getByText('还有 2 份没有办成，或者没有回音。再点一次就行，不会重复。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '再试一次，还有 2 份' })).toBeTruthy()
  })

  it('asks again for those alone that the cloud was too busy for', async () => {
    let isBusy = true
    const { sent } = await atCounter(lunches(3), (id) =>
      isBusy && id === 'o-102' ? { code: 'BUSY', state: null } : null,
    )
    await tap('全部确认（3 份午餐）')
    await tap('确认这 3 份')
    expect(screen.getByText('还有 1 份没有办成，或者没有回音。再点一次就行，不会重复。')).toBeTruthy()
    isBusy = false
    await tap('再试一次，还有 1 份')
    expect(many(sent)[1]).toMatchObject({ orderIds: ['o-102'] })
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
