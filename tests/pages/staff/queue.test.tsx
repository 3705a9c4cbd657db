import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { QueuedOrder } from '#types/meals/orders'
import Queue from '@/packages/staff/queue'
import { cloudNow, setCloudNow } from '@/services/clock'
import { rememberMe } from '@/services/person'
import { aMe, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'
import { anOrder, clerk, liMin, names, openRow, placed, showing } from './counter'

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) =>
    placed({ id: `o-${1000 + from + n}`, elderName: `老人${from + n}` }),
  )

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { stationId: 'st-changjiang' }
  rememberMe(clerk())
})

describe("a station's orders", () => {
  it('counts what is to do, and shows who booked what once a row is opened', async () => {
    await showing(
      [placed(), anOrder({ id: 'o-2', mode: 'delivery' }), anOrder({ id: 'o-3', state: 'cancelled' })],
      '王秀英',
    )
    const numbers = within(screen.getByRole('radiogroup', { name: '哪些订单' })).getAllByRole('radio')
    expect(numbers.map((one) => one.textContent)).toEqual(['待确认1', '已确认1', '吃过了0', '其他1'])
    expect(screen.queryByText(/女儿李敏代订/)).toBeNull()
    openRow('王秀英')
    expect(screen.getByText('82 岁，女儿李敏代订')).toBeTruthy()
    expect(screen.getByText('应付')).toBeTruthy()
    openRow('王秀英')
    expect(screen.queryByText(/女儿李敏代订/)).toBeNull()
  })

  it('marks whom nobody has seen yet, and says what to do about it', async () => {
    await showing([placed({ isFirst: true }), placed({ id: 'o-2', elderName: '赵国强' })], '王秀英')
    expect(screen.getAllByText('还没有人见过')).toHaveLength(1)
    openRow('王秀英')
    expect(screen.getByText(/来了请看一看服务卡/)).toBeTruthy()
  })

  it.each([
    ['138****3606', '送到 长江路 18 弄 3 号楼 402，电话 138****3606'],
    [null, '送到 长江路 18 弄 3 号楼 402，电话 没有登记'],
  ])('says to which door a delivery goes, with the number there: %s', async (number, words) => {
    const deliverTo = { building: '长江路 18 弄 3 号楼', room: '402', phone: number }
    await showing([placed({ mode: 'delivery', deliverTo })], '王秀英')
    openRow('王秀英')
    expect(screen.getByText(words)).toBeTruthy()
  })

  it.each([
    [{ diet: ['lowSalt', 'soft'], allergies: ['花生'] }, '少盐、软烂；过敏：花生'],
    [{ diet: [], allergies: ['花生', '海鲜'] }, '过敏：花生、海鲜'],
    [{ diet: ['halal'], allergies: [] }, '清真'],
  ] as const)('says what to mind, also once it is confirmed: %j', async ({ diet, allergies }, words) => {
    const order = placed({ mind: { diet: [...diet], allergies: [...allergies] } })
    const { mind: _, ...confirmed } = { ...order, state: 'confirmed' as const }
    cloudAnswers({
      'meals.queue': () => [order],
      'meals.orderDays': () => [],
      'meals.confirm': () => confirmed,
    })
    render(<Queue />)
    await screen.findByText(words)
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^确认/ })))
    expect(screen.getByText('已经在“已确认”里了')).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
  })

  it('says what of the set she is allergic to, by her name', async () => {
    const shrimp = {
      dish: '虾仁炒豌豆',
      allergies: ['虾'],
      allergens: ['crustaceans' as const],
      by: 'name' as const,
    }
    const clashes = { clashes: [shrimp], unsaid: [], unmatched: [] }
    const words = '从菜名看，虾仁炒豌豆里可能有虾蟹，王秀英对虾过敏。'
    const order = placed({ clashes })
    const sent = cloudAnswers({
      'meals.queue': () => [order],
      'meals.orderDays': () => [],
      'meals.confirm': () => ({ ...order, state: 'confirmed' as const }),
    })
    render(<Queue />)
    await screen.findByText(words)
    const confirmed = () => sent.filter(({ name }) => name === 'meals.confirm')
    const ask = () => fireEvent.click(screen.getByRole('button', { name: /^确认王秀英/ }))
    ask()
    const question = screen.getByRole('dialog', { name: '有过敏的，还确认吗？' })
    expect(question.textContent).toContain(words)
    fireEvent.click(screen.getByRole('button', { name: '先不确认' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    ask()
    expect(confirmed()).toEqual([])
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '还是确认' })))
    expect(confirmed()).toMatchObject([{ input: { orderId: order.id, seen: { setId: order.setId } } }])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('已经在“已确认”里了')).toBeTruthy()
  })

  it('asks before it confirms what is against a diet, and says what is made as she needs it', async () => {
    const prawns = {
      ...{ dish: '虾仁炒豌豆', allergies: [], allergens: ['crustaceans' as const], by: 'kitchen' as const },
      diets: ['vegetarian' as const],
    }
    const made = [{ name: '米饭', diets: ['soft' as const] }]
    const order = placed({ clashes: { clashes: [prawns], unsaid: [], unmatched: [] }, made })
    const sent = cloudAnswers({ 'meals.queue': () => [order], 'meals.orderDays': () => [] })
    render(<Queue />)
    await screen.findByText('虾仁炒豌豆里有虾蟹，王秀英吃素。')
    expect(screen.getByText('米饭可做软烂。')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^确认王秀英/ }))
    expect(screen.getByRole('dialog', { name: '不是素食的，还确认吗？' })).toBeTruthy()
    expect(sent.filter(({ name }) => name === 'meals.confirm')).toEqual([])
  })

  it('says on which days orders wait, and leads there', async () => {
    const asked = cloudAnswers({
      'meals.queue': ({ date }) => (date === '2026-11-22' ? [placed()] : []),
      'meals.orderDays': () => [
        { date: '2026-11-21', count: 0, all: 3 },
        { date: '2026-11-22', count: 1, all: 1 },
        { date: '2026-11-23', count: 0, all: 4 },
        { date: '2026-11-25', count: 2, all: 9 },
        { date: '2026-12-01', count: 0, all: 1 },
      ],
    })
    render(<Queue />)
    await screen.findByText('没有等确认的')
    expect(await screen.findByRole('radio', { name: '明天 等 1' })).toBeTruthy()
    expect(screen.getByRole('radio', { name: '以后 等 2' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '明天有 1 份等确认' }))
    expect(await screen.findByText('王秀英')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '以后 等 2' }))
    await screen.findByRole('button', { name: '明天有 1 份等确认' })
    expect(asked.filter(({ name }) => name === 'meals.queue').map(({ input }) => input.date)).toContain(
      '2026-11-25',
    )
    const days = screen.getByRole('radiogroup', { name: '选日子' })
    expect(within(days).getByRole('radio', { name: '周三 25 等 2 共 9，11月25日' })).toBeTruthy()
    expect(within(days).getByRole('radio', { name: '周一 23 等 0 共 4，11月23日' })).toBeTruthy()
    expect(within(days).getByRole('radio', { name: '周二 24 没有，11月24日' })).toBeTruthy()
    expect(within(days).getByRole('radio', { name: /等 0 共 1，12月1日$/ })).toBeTruthy()
  })

  it('confirms once at a double tap, and the row stays under the finger', async () => {
    await showing([placed(), placed({ id: 'o-2', elderName: '陈建国' })], '王秀英')
    const sent = cloudAnswers({ 'meals.confirm': () => anOrder({ placedBy: liMin }) })
    const button = screen.getByRole('button', { name: '确认王秀英的午餐' })
    await act(async () => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    expect(sent.filter(({ name }) => name === 'meals.confirm')).toHaveLength(1)
    expect(screen.getByRole('radio', { name: '待确认 1' })).toBeTruthy()
    expect(names()).toEqual(['王秀英', '陈建国'])
    expect(screen.getByText('已经在“已确认”里了')).toBeTruthy()
  })

  it('offers nothing else where 确认 was: what comes next is in the next list', async () => {
    const soon = { date: '2026-11-21', startsAt: '2026-11-21T03:30:00.000Z' }
    await showing([placed(soon)], '王秀英')
    cloudAnswers({ 'meals.confirm': () => anOrder({ ...soon, placedBy: liMin }) })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '确认王秀英的午餐' })))
    expect(screen.getByText('已经在“已确认”里了')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /王秀英的午餐/ })).toBeNull()
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '已确认 1' })))
    expect(screen.getByRole('button', { name: '吃过了，王秀英的午餐' })).toBeTruthy()
  })

  it('loses the second tap of a slip, whatever lies there by then', async () => {
    const soon = { date: '2026-11-21', startsAt: '2026-11-21T03:30:00.000Z' }
    await showing([placed(soon), placed({ ...soon, id: 'o-2', elderName: '陈建国' })], '王秀英')
    const sent = cloudAnswers({ 'meals.confirm': ({ orderId }) => anOrder({ ...soon, id: orderId }) })
    const finger = { clientX: 300, clientY: 420 }
    const confirm = (name: string) => screen.getByRole('button', { name: `确认${name}的午餐` })
    await act(async () => void fireEvent.click(confirm('王秀英'), finger))
    await act(async () => void fireEvent.click(confirm('陈建国'), { ...finger, clientY: 430 }))
    expect(sent.filter(({ name }) => name === 'meals.confirm')).toHaveLength(1)
    await act(async () => void fireEvent.click(confirm('陈建国'), { ...finger, clientY: 590 }))
    expect(sent.filter(({ name }) => name === 'meals.confirm')).toHaveLength(2)
  })

  it('refuses only with a reason, and keeps it when there is no network', async () => {
    await showing([placed()], '王秀英')
    openRow('王秀英')
    fireEvent.click(screen.getByRole('button', { name: '不能接王秀英的午餐' }))
    fireEvent.click(screen.getByRole('button', { name: '确定不接' }))
    expect(screen.getByText(/选一个原因/)).toBeTruthy()

    const box = screen.getByRole<HTMLTextAreaElement>('textbox')
    fireEvent.change(box, { target: { value: '锅炉坏了' } })
    fireEvent.click(screen.getByRole('checkbox', { name: '这一餐不开' }))
    cloudAnswers({
      'meals.refuse': () => {
        throw noNetwork()
      },
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '确定不接' })))
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(box.value).toBe('锅炉坏了，这一餐不开')

    const reason = '锅炉坏了，这一餐不开'
    const sent = cloudAnswers({ 'meals.refuse': () => anOrder({ state: 'refused', reason }) })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '确定不接' })))
    expect(sent[0]?.input).toMatchObject({ orderId: 'o-1', reason })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('原因：锅炉坏了，这一餐不开')).toBeTruthy()
  })

  it('shows what became of an order that somebody else changed first', async () => {
    await showing([placed()], '王秀英')
    cloudAnswers({
      'meals.confirm': () => {
        throw refused('WRONG_STATE')
      },
      'meals.queue': () => [anOrder({ state: 'cancelled' })],
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '确认王秀英的午餐' })))
    expect(screen.getByText(/刚刚有了变化/)).toBeTruthy()
    expect(screen.getByText('已经在“其他”里了')).toBeTruthy()
  })

  it('confirms what the clerk saw, and shows first what it has become since', async () => {
    await showing([placed()], '王秀英')
    const sent = cloudAnswers({
      'meals.confirm': ({ seen }) => {
        if (seen?.setId === 'greens') return anOrder({ setId: 'greens', setName: '素什锦套餐' })
        throw refused('ORDER_CHANGED', { setName: '素什锦套餐', mode: 'takeAway', isOtherMeal: true })
      },
      'meals.queue': () => [placed({ setId: 'greens', setName: '素什锦套餐', mode: 'takeAway' })],
    })
    const confirm = () => fireEvent.click(screen.getByRole('button', { name: '确认王秀英的午餐' }))
    await act(async () => void confirm())
    const words = '这一份刚刚改过，现在是素什锦套餐，自取，还没有确认。请看一看，再点一次。'
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText('素什锦套餐')).toBeTruthy()
    await act(async () => void confirm())
    expect(screen.getByText('已经在“已确认”里了')).toBeTruthy()
    const seen = sent.filter(({ name }) => name === 'meals.confirm').map(({ input }) => input.seen)
    expect(seen).toMatchObject([
      { setId: 'fish', mode: 'dineIn' },
      { setId: 'greens', mode: 'takeAway' },
    ])
  })

  it('reads on page after page and shows thirty at a time', async () => {
    const page = 22 // as many as fitted into one reply
    const all = many(page + 15)
    const sent = cloudAnswers({
      'meals.queue': ({ after }) => {
        const start = after ? all.findIndex(({ id }) => id === after) + 1 : 0
        return all.slice(start, start + page)
      },
    })
    render(<Queue />)
    await screen.findByRole('radio', { name: `待确认 ${all.length}` })
    const pages = sent.filter(({ name }) => name === 'meals.queue')
    expect(pages.map(({ input }) => input.after)).toEqual([undefined, all[page - 1]?.id, all.at(-1)?.id])
    expect(names()).toHaveLength(30)
    fireEvent.click(screen.getByRole('button', { name: `再看更多，还有 ${all.length - 30} 个` }))
    expect(names()).toEqual(all.slice(30).map(({ elderName }) => elderName))
    fireEvent.click(screen.getByRole('button', { name: '回到前面 30 个' }))
    expect(names()[0]).toBe('老人0')
  })

  it("looks at tomorrow, and back, also when tomorrow's orders do not come", async () => {
    await showing([placed()], '王秀英')
    const sent = cloudAnswers({
      'meals.queue': ({ date }) => {
        if (date === '2026-11-22') throw noNetwork()
        return [placed()]
      },
    })
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '明天' })))
    expect(sent[0]?.input.date).toBe('2026-11-22')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '今天' })))
    expect(screen.getByText('王秀英')).toBeTruthy()
  })

  it('says that nothing waits', async () => {
    await showing([], '没有等确认的')
  })

  it('is for those who work there', async () => {
    rememberMe(aMe())
    await act(async () => void render(<Queue />))
    expect(screen.getByText('这里是驿站工作人员用的')).toBeTruthy()
  })
})

describe('ticking off who has eaten', () => {
  const today = (over: Partial<QueuedOrder> = {}) =>
    anOrder({ date: '2026-11-21', startsAt: '2026-11-21T03:30:00.000Z', placedBy: liMin, ...over })
  const pick = (name: string) => act(async () => void fireEvent.click(screen.getByRole('radio', { name })))
  const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

  it('takes one tap, and the card stays under the finger with the way back', async () => {
    await showing([today(), today({ id: 'o-2', elderName: '陈建国', mode: 'takeAway' })], '没有等确认的')
    await pick('已确认 2')
    const sent = cloudAnswers({ 'meals.serve': () => today({ state: 'served' }) })
    const button = screen.getByRole('button', { name: '吃过了，王秀英的午餐' })
    await act(async () => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    expect(sent.filter(({ name }) => name === 'meals.serve').map(({ input }) => input.orderId)).toEqual([
      'o-1',
    ])
    expect(screen.getByRole('radio', { name: '已确认 1' })).toBeTruthy()
    expect(screen.getByRole('radio', { name: '吃过了 1' })).toBeTruthy()
    expect(names()).toEqual(['王秀英', '陈建国'])
    openRow('王秀英')
    expect(screen.getByRole('button', { name: '记错了，王秀英的午餐' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '取走了，陈建国的午餐' })).toBeTruthy()
  })

  it('is offered from when on the cloud takes it, and says from when before', async () => {
    jest.useFakeTimers({ now: Date.parse(now) })
    try {
      setCloudNow(now)
      const inAMinute = new Date(Date.parse(now) + 60_000).toISOString()
      await showing([today({ servableFrom: inAMinute, elderName: '何伟' })], '没有等确认的')
      await pick('已确认 1')
      expect(screen.queryByRole('button', { name: /^吃过了/ })).toBeNull()
      expect(screen.getByText('14:21 起可以记“吃过了”。')).toBeTruthy()
      await act(async () => void jest.advanceTimersByTime(60_100))
      expect(screen.getByRole('button', { name: '吃过了，何伟的午餐' })).toBeTruthy()
    } finally {
      jest.useRealTimers()
    }
  })

  it('says from when on where the cloud takes it later than the phone thinks', async () => {
    await showing([today()], '没有等确认的')
    await pick('已确认 1')
    cloudAnswers({
      'meals.queue': () => [today()],
      'meals.serve': () => {
        throw refused('TOO_EARLY', { from: '2026-11-21T02:30:00.000Z' })
      },
    })
    await tap('吃过了，王秀英的午餐')
    expect(screen.getByText('现在还早，今天 10:30 起才能记“吃过了”。请到时候再记。')).toBeTruthy()
  })

  it('asks why first where it is late', async () => {
    await showing([today({ reasonFrom: '2026-11-20T23:00:00.000Z', mode: 'takeAway' })], '没有等确认的')
    await pick('已确认 1')
    const sent = cloudAnswers({ 'meals.serve': () => today({ state: 'served', reason: '当时没有网' }) })
    await tap('取走了，王秀英的午餐')
    expect(screen.getByRole('dialog', { name: '补记王秀英的午餐' })).toBeTruthy()
    await tap('补记“取走了”')
    expect(screen.getByText('选一样，或者写一句。')).toBeTruthy()
    expect(sent).toEqual([])
    fireEvent.click(screen.getByRole('checkbox', { name: '当时没有网' }))
    await tap('补记“取走了”')
    expect(sent[0]?.input).toMatchObject({ orderId: 'o-1', reason: '当时没有网' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('radio', { name: '吃过了 1' })).toBeTruthy()
  })

  it('is taken back by one tap for ten seconds, and with a reason afterwards', async () => {
    jest.useFakeTimers({ now: Date.parse(now) })
    try {
      setCloudNow(now)
      await showing([today()], '没有等确认的')
      await pick('已确认 1')
      const inTen = () => new Date(Date.parse(cloudNow()) + 10_000).toISOString()
      const sent = cloudAnswers({
        'meals.serve': () => today({ state: 'served', undoUntil: inTen() }),
        'meals.unserve': () => today(),
      })
      await tap('吃过了，王秀英的午餐')
      expect(screen.getByText('已经在“吃过了”里了')).toBeTruthy()
      await tap('撤销，王秀英的午餐')
      expect(sent.find(({ name }) => name === 'meals.unserve')?.input).not.toHaveProperty('reason')
      expect(screen.getByRole('radio', { name: '已确认 1' })).toBeTruthy()

      await tap('吃过了，王秀英的午餐')
      expect(screen.getByRole('button', { name: '撤销，王秀英的午餐' })).toBeTruthy()
      await act(async () => void jest.advanceTimersByTime(10_100))
      expect(screen.queryByRole('button', { name: /^撤销/ })).toBeNull()
      openRow('王秀英')
      await tap('记错了，王秀英的午餐')
      expect(screen.getByRole('dialog', { name: '王秀英的午餐记错了' })).toBeTruthy()
    } finally {
      jest.useRealTimers()
    }
  })

  it('takes a tick back with a reason, and again when she came after all', async () => {
    await showing([today({ state: 'served' })], '没有等确认的')
    await pick('吃过了 1')
    openRow('王秀英')
    await tap('记错了，王秀英的午餐')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '' } })
    await tap('改回已确认')
    expect(screen.getByText('选一样，或者写一句。')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '没有来吃' }))
    const sent = cloudAnswers({
      'meals.unserve': () => today({ reason: '没有来吃' }),
      'meals.serve': () => today({ state: 'served' }),
    })
    await tap('改回已确认')
    expect(sent[0]?.input).toMatchObject({ orderId: 'o-1', reason: '没有来吃' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('已经在“已确认”里了')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /王秀英的午餐/ })).toBeNull()
    await pick('已确认 1')
    await tap('吃过了，王秀英的午餐')
    expect(sent.filter(({ name }) => name === 'meals.serve')).toHaveLength(1)
    expect(screen.getByRole('radio', { name: '吃过了 1' })).toBeTruthy()
  })

  it('is not offered on another day, and shows first who did not come', async () => {
    await showing(
      [
        anOrder(),
        today({ id: 'o-2', state: 'cancelled', elderName: '何伟' }),
        today({ id: 'o-3', state: 'missed', elderName: '陈建国' }),
      ],
      '没有等确认的',
    )
    await pick('已确认 1')
    expect(screen.queryByRole('button', { name: /吃过了/ })).toBeNull()
    await pick('其他 2')
    expect(names()).toEqual(['陈建国', '何伟'])
    expect(screen.getByRole('button', { name: '其实来了，陈建国的午餐' })).toBeTruthy()
  })

  it('finds one among many by name', async () => {
    const all = Array.from({ length: 24 }, (_, n) => today({ id: `o-${100 + n}`, elderName: `老人${n}` }))
    await showing([...all, today({ id: 'o-9', elderName: '欧阳兰' })], '没有等确认的')
    await pick('已确认 25')
    fireEvent.change(screen.getByRole('textbox', { name: '找人（名字或卡号）' }), { target: { value: '欧' } })
    expect(names()).toEqual(['欧阳兰'])
    fireEvent.change(screen.getByRole('textbox', { name: '找人（名字或卡号）' }), { target: { value: '龙' } })
    expect(screen.getByText('这里没有名字带“龙”的')).toBeTruthy()
  })
})

describe('cancelling for somebody who rang', () => {
  it('is looked at anew where somebody else was first', async () => {
    await showing([anOrder()], '没有等确认的')
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '已确认 1' })))
    openRow('王秀英')
    fireEvent.click(screen.getByRole('button', { name: '取消王秀英的午餐' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '老人说不来了' }))
    const sent = cloudAnswers({
      'meals.cancel': () => {
        throw refused('WRONG_STATE', { state: 'cancelled' })
      },
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '取消这一餐' })))
    expect(sent.map(({ name }) => name)).toContain('meals.queue')
    expect(screen.getByRole('dialog')).toBeTruthy()
  })

  it('takes a reason, and is offered while there is time', async () => {
    const late = anOrder({ id: 'o-2', elderName: '陈建国', cancelUntil: '2026-11-21T01:00:00.000Z' })
    await showing([anOrder(), late], '没有等确认的')
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '已确认 2' })))
    openRow('陈建国')
    expect(screen.queryByRole('button', { name: '取消陈建国的午餐' })).toBeNull()
    openRow('王秀英')
    fireEvent.click(screen.getByRole('button', { name: '取消王秀英的午餐' }))
    fireEvent.click(screen.getByRole('button', { name: '取消这一餐' }))
    expect(screen.getByText('选一样，或者写一句。')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '老人说不来了' }))
    const sent = cloudAnswers({ 'meals.cancel': () => anOrder({ state: 'cancelled' }) })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '取消这一餐' })))
    expect(sent[0]?.input).toMatchObject({ orderId: 'o-1', reason: '老人说不来了', channel: 'phone' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('已经在“其他”里了')).toBeTruthy()
  })
})
