import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { QueuedOrder } from '#types/meals/orders'
import Queue from '@/packages/staff/queue'
import { setCloudNow } from '@/services/clock'
import { rememberMe } from '@/services/person'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork } from '../network'
import { anOrder, clerk, names, openRow, placed, showing } from './counter'

const lunch = (over: Partial<QueuedOrder> = {}) =>
  placed({ date: '2026-11-21', startsAt: '2026-11-21T03:30:00.000Z', ...over })
const dinner = (over: Partial<QueuedOrder> = {}) =>
  placed({
    id: 'o-dinner',
    date: '2026-11-21',
    slot: 'dinner',
    startsAt: '2026-11-21T09:00:00.000Z',
    ...over,
  })
const pick = (name: string) => act(async () => void fireEvent.click(screen.getByRole('radio', { name })))

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { stationId: 'st-changjiang' }
  rememberMe(clerk())
})

describe('the meals of a day', () => {
  const both = [lunch(), lunch({ id: 'o-2', elderName: '何伟' }), dinner({ elderName: '陈建国' })]

  it.each([
    ['until half way to dinner', '2026-11-21T06:00:00.000Z', ['王秀英', '何伟']],
    ['from then on', '2026-11-21T06:30:00.000Z', ['陈建国']],
  ])('stand apart, and the one that is next is open: %s', async (_, now, listed) => {
    rememberMe({ ...clerk(), now })
    setCloudNow(now)
    await showing(both, /厨房一共做/)
    expect(names()).toEqual(listed)
  })

  it('say how many wait there, and have lists and totals of their own', async () => {
    rememberMe({ ...clerk(), now: '2026-11-21T03:00:00.000Z' })
    await showing(both, '王秀英')
    expect(screen.getByRole('radio', { name: '待确认 2' })).toBeTruthy()
    await pick('晚餐 等 1')
    expect(names()).toEqual(['陈建国'])
    expect(screen.getByRole('radio', { name: '待确认 1' })).toBeTruthy()
    expect(screen.getByText('晚餐 17:00，厨房一共做 1 份')).toBeTruthy()
    expect(screen.getByRole('radio', { name: '午餐 等 2' })).toBeTruthy()
  })

  it('need no choice where there is one', async () => {
    await showing([lunch()], '王秀英')
    expect(screen.queryByRole('radiogroup', { name: /哪一餐/ })).toBeNull()
  })

  it('say of somebody who is looked for where else she stands', async () => {
    rememberMe({ ...clerk(), now: '2026-11-21T03:00:00.000Z' })
    const many = Array.from({ length: 9 }, (_, n) => lunch({ id: `o-${10 + n}`, elderName: `老人${n}` }))
    const eaten = lunch({ id: 'o-3', elderName: '欧阳兰', state: 'served' })
    await showing([...many, eaten, dinner({ elderName: '欧阳兰' })], '老人0')
    fireEvent.change(screen.getByRole('textbox', { name: '找人（名字或卡号）' }), {
      target: { value: '欧阳' },
    })
    expect(names()).toEqual([])
    const hit = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
    await hit('午餐“吃过了” 1 份')
    expect(names()).toEqual(['欧阳兰'])
    expect(screen.getByRole('radio', { name: '吃过了 1' }).getAttribute('aria-checked')).toBe('true')
    await hit('晚餐“待确认” 1 份')
    expect(names()).toEqual(['欧阳兰'])
    expect(screen.getByRole('radio', { name: '晚餐 等 1' }).getAttribute('aria-checked')).toBe('true')
    await hit('午餐“吃过了” 1 份')
    expect(screen.getByRole('radio', { name: '吃过了 1' }).getAttribute('aria-checked')).toBe('true')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '找人（名字或卡号）' }).value).toBe('欧阳')
  })
})

describe('a card', () => {
  const CODE = '12345678'
  const wang = {
    ...{ id: 'e-wang', name: '王秀英', age: 82, building: '长江路', phoneTail: null, isOwn: true },
    ...{ stationName: '长江路社区养老驿站', state: 'active' as const, diedOn: null, isUnseen: false },
  }
  const many = Array.from({ length: 9 }, (_, n) =>
    lunch({ id: `o-${10 + n}`, elderName: `老人${n}`, elderId: `e-${n}` }),
  )
  const type = (text: string) =>
    act(
      async () =>
        void fireEvent.change(screen.getByRole('textbox', { name: '找人（名字或卡号）' }), {
          target: { value: text },
        }),
    )

  it('finds whose it is, and the cloud is asked once its code is whole', async () => {
    await showing([...many, lunch({ elderId: 'e-wang' })], '王秀英')
    const sent = cloudAnswers({ 'people.find': () => ({ elders: [wang], next: null }) })
    await type(CODE.slice(0, 7))
    expect(sent).toEqual([])
    await type(CODE)
    expect(sent).toMatchObject([{ name: 'people.find', input: { text: CODE } }])
    expect(names()).toEqual(['王秀英'])
  })

  it('says that nobody here has it, or why it could not be asked', async () => {
    await showing(many, '老人0')
    cloudAnswers({ 'people.find': () => ({ elders: [], next: null }) })
    await type(CODE)
    expect(screen.getByText('这里没有卡号是“12345678”的')).toBeTruthy()
    cloudAnswers({
      'people.find': () => {
        throw noNetwork()
      },
    })
    await type('23456789')
    expect(screen.getByText(/手机没有连上网/)).toBeTruthy()
    expect(screen.queryByText(/这里没有/)).toBeNull()
  })
})

describe('a name in letters', () => {
  const many = Array.from({ length: 9 }, (_, n) =>
    lunch({ id: `o-${10 + n}`, elderName: `老人${n}`, elderId: `e-${n}` }),
  )
  const latin = lunch({ id: 'o-latin', elderName: 'Wang Li', elderId: 'e-latin' })
  const box = () => screen.getByRole('textbox', { name: '找人（名字或卡号）' })
  const type = (text: string) => act(async () => void fireEvent.change(box(), { target: { value: text } }))

  it('is asked of the cloud once the fingers rest, and finds beside it who is written so', async () => {
    await showing([...many, lunch({ elderId: 'e-wang' }), latin], '王秀英')
    const sent = cloudAnswers({ 'meals.findEaters': () => ['e-wang'] })
    await type('W')
    await type('Wang')
    expect(sent).toEqual([])
    expect(screen.queryByText(/这里没有/)).toBeNull()
    await screen.findByText('王秀英')
    expect(sent).toMatchObject([
      { name: 'meals.findEaters', input: { stationId: 'st-changjiang', date: '2026-11-21', text: 'Wang' } },
    ])
    expect(names()).toEqual(['王秀英', 'Wang Li'])
  })

  it('that nobody here has is said to be so, and what could not be asked too', async () => {
    await showing(many, '老人0')
    cloudAnswers({ 'meals.findEaters': () => [] })
    await type('zzz')
    expect(await screen.findByText('这里没有名字带“zzz”的')).toBeTruthy()
    cloudAnswers({
      'meals.findEaters': () => {
        throw noNetwork()
      },
    })
    await type('zz')
    expect(await screen.findByText(/手机没有连上网/)).toBeTruthy()
    expect(screen.queryByText(/这里没有/)).toBeNull()
  })

  it.each(['王 秀英', '王　秀', '王·秀英', '秀 英'])(
    'is found by %j, whatever stands between',
    async (text) => {
      await showing([...many, lunch({ elderId: 'e-wang', elderName: '王秀英' })], '王秀英')
      await type(text)
      expect(names()).toEqual(['王秀英'])
    },
  )

  it('is asked of nobody where what is typed has characters alone', async () => {
    jest.useFakeTimers({ now: Date.parse(clerk().now) })
    try {
      await showing([...many, lunch({ elderId: 'e-wang' })], '王秀英')
      const sent = cloudAnswers({ 'meals.findEaters': () => [] })
      await type('老人8')
      await act(async () => void jest.advanceTimersByTime(1000))
      expect(names()).toEqual(['老人8'])
      expect(sent).toEqual([])
    } finally {
      jest.useRealTimers()
    }
  })
})

describe('what the kitchen makes', () => {
  it('is each set by how it is eaten, with what was eaten already and without what was cancelled', async () => {
    await showing(
      [
        lunch(),
        lunch({ id: 'o-2', state: 'confirmed', mode: 'delivery' }),
        lunch({ id: 'o-3', state: 'served' }),
        lunch({ id: 'o-4', state: 'missed', setName: '青菜套餐' }),
        lunch({ id: 'o-5', state: 'cancelled' }),
        lunch({ id: 'o-6', state: 'refused', setName: '青菜套餐' }),
      ],
      '王秀英',
    )
    expect(screen.getByText('午餐 11:30，厨房一共做 4 份').parentElement?.textContent).toContain(
      '其中 1 份还没有确认',
    )
    const dishes = within(screen.getByRole('list', { name: '厨房要做' })).getAllByRole('listitem')
    expect(dishes.map(({ textContent }) => textContent)).toEqual([
      '红烧鱼套餐 3 份堂食 2 · 送餐 1',
      '青菜套餐 1 份堂食 1',
    ])
  })
})

describe('a row', () => {
  const rowOf = (name: string) => screen.getByText(name).closest('.queue-row')?.textContent

  it('names without a tap what to mind, that it is brought, and what went wrong', async () => {
    const mind = { diet: ['lowSalt' as const], allergies: ['花生'] }
    await showing(
      [
        lunch({ mode: 'delivery', mind }),
        lunch({ id: 'o-2', elderName: '何伟', state: 'missed', mode: 'delivery' }),
        lunch({ id: 'o-3', elderName: '陈建国', state: 'refused', reason: '座位满了' }),
      ],
      '王秀英',
    )
    expect(rowOf('王秀英')).toBe('王秀英红烧鱼套餐送餐少盐；过敏：花生驿站没有确认确认')
    await pick('其他 2')
    expect(rowOf('何伟')).toContain('送餐没有来')
    expect(rowOf('陈建国')).toContain('驿站没有接')
  })

  it('says what is to be paid where it is handed out, and nothing where nothing is', async () => {
    await showing(
      [
        lunch({ state: 'confirmed', elderPays: 1300 }),
        lunch({ id: 'o-2', elderName: '何伟', state: 'confirmed', elderPays: 0 }),
      ],
      '没有等确认的',
    )
    await pick('已确认 2')
    expect(rowOf('王秀英')).toContain('付 13 元')
    expect(rowOf('何伟')).not.toContain('元')
  })

  it('keeps what to mind in sight when it was ticked off by mistake', async () => {
    const mind = { diet: [], allergies: ['花生'] }
    const order = lunch({ state: 'confirmed', mode: 'delivery', mind })
    await showing([order], '没有等确认的')
    await pick('已确认 1')
    const { mind: _, ...served } = {
      ...order,
      state: 'served' as const,
      undoUntil: '2099-01-01T00:00:00.000Z',
    }
    cloudAnswers({ 'meals.serve': () => served, 'meals.orderDays': () => [] })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^送到了/ })))
    expect(rowOf('王秀英')).toBe('王秀英红烧鱼套餐送餐付 13 元过敏：花生撤销已经在“吃过了”里了')
    await pick('吃过了 1')
    expect(rowOf('王秀英')).toContain('王秀英红烧鱼套餐送餐付 13 元')
  })

  it('says how old those are who share a name, in whichever list they stand', async () => {
    await showing(
      [
        lunch(),
        lunch({ id: 'o-2', elderAge: 76, state: 'confirmed' }),
        lunch({ id: 'o-3', elderName: '何伟' }),
      ],
      '何伟',
    )
    expect(rowOf('王秀英')).toContain('王秀英82 岁')
    expect(rowOf('何伟')).not.toContain('岁')
    await pick('已确认 1')
    expect(rowOf('王秀英')).toContain('王秀英76 岁')
  })

  it('opens alone: the one before closes', async () => {
    await showing([lunch(), lunch({ id: 'o-2', elderName: '何伟' })], '王秀英')
    openRow('王秀英')
    openRow('何伟')
    expect(screen.getAllByRole('button', { name: /^不能接/ })).toHaveLength(1)
    expect(screen.getByRole('button', { name: '不能接何伟的午餐' })).toBeTruthy()
  })
})

describe('two answers', () => {
  it('both count, also when the second was asked for before the first came', async () => {
    const orders = [lunch(), lunch({ id: 'o-2', elderName: '何伟' })]
    const answers: (() => void)[] = []
    cloudAnswers({
      'meals.queue': () => orders,
      'meals.orderDays': () => [],
      'meals.confirm': ({ orderId }) =>
        new Promise((resolve) => {
          answers.push(() => resolve(anOrder({ id: orderId, state: 'confirmed' })))
        }),
    })
    render(<Queue />)
    await screen.findByText('王秀英')
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '确认王秀英的午餐' })))
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '确认何伟的午餐' })))
    for (const answer of answers) await act(async () => answer())
    expect(screen.getByRole('radio', { name: '已确认 2' })).toBeTruthy()
  })
})
