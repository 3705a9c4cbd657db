import Taro from '@tarojs/taro'
import { fireEvent, render, screen, within } from '@testing-library/react'
import type { MealOrder } from '#types/meals/orders'
import { pageSize } from '#types/paging'
import type { Visit } from '#types/visits'
import Bookings from '@/pages/bookings'
import { rememberMe } from '@/services/person'
import { aDaughter, aGuest, aMe, anElder, anOrder, aVisit, now } from './builders'
import { cloudAnswers, noNetwork } from './network'

const daughter = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const
const clerk = { name: '张静', role: 'clerk', relation: null, channel: 'counter' } as const

async function showing(orders: MealOrder[], visits: Visit[] = []) {
  const sent = cloudAnswers({
    'meals.mine': ({ after }) => {
      const from = orders.findIndex(({ id }) => id === after) + 1
      return orders.slice(from, from + pageSize.myMeals)
    },
    'visits.mine': () => ({ visits, next: null }),
  })
  const { container } = render(<Bookings />)
  await screen.findByRole('list', { name: '接下来' })
  return { sent, container }
}

const cards = (label: string) =>
  within(screen.getByRole('list', { name: label }))
    .getAllByRole('listitem')
    .map((card) => card.textContent)

beforeEach(() => {
  jest.clearAllMocks()
  rememberMe(aDaughter())
})

describe('my bookings', () => {
  it('tells of each meal whose, when, where, what, how it stands and who booked it', async () => {
    await showing([
      anOrder({ placedBy: daughter }),
      anOrder({
        id: 'o-2',
        date: '2026-11-23',
        startsAt: '2026-11-23T03:30:00.000Z',
        state: 'placed',
        placedBy: clerk,
      }),
    ])
    expect(cards('接下来')).toEqual([
      '妈妈 王秀英的午餐已确认明天 11:30长江路社区养老驿站红烧鱼套餐，在驿站吃您订的',
      '妈妈 王秀英的午餐等驿站确认周一 11:30长江路社区养老驿站红烧鱼套餐，在驿站吃工作人员张静订的',
    ])
  })

  it('says of a meal that the kitchen makes something else of it', async () => {
    const kitchenChange = {
      ...{
        rev: 2,
        setId: anOrder().setId,
        at: now,
        from: '红烧鱼套餐',
        was: [],
        dishes: ['清蒸鱼'],
        reason: null,
      },
    }
    await showing([
      anOrder({ kitchenChange, placedBy: daughter }),
      anOrder({ id: 'o-2', placedBy: daughter }),
    ])
    expect(cards('接下来').map((card) => card?.includes('厨房换了菜，请点开看一看。'))).toEqual([true, false])
  })

  it('puts meals and visits in the order of time, and apart what is over', async () => {
    await showing(
      [
        anOrder(),
        anOrder({ id: 'o-2', state: 'cancelled' }),
        anOrder({ id: 'o-3', date: '2026-11-20', startsAt: '2026-11-20T03:30:00.000Z' }),
        anOrder({ id: 'o-4', state: 'placed', date: '2026-11-20', startsAt: '2026-11-20T03:20:00.000Z' }),
      ],
      [
        aVisit(),
        aVisit({
          id: 'v-2',
          state: 'closed',
          report: { outcome: 'noAnswer', note: null, at: '2026-11-19T03:00:00.000Z' },
        }),
      ],
    )
    expect(cards('接下来').map((card) => card?.slice(0, 12))).toEqual([
      '上门看望 妈妈 王秀英等',
      '妈妈 王秀英的午餐已确认',
    ])
    const past = cards('以前的和取消的')
    expect(past[0]).toContain('已取消')
    expect(past[1]).toContain('时间过了')
    expect(past[2]).toContain('驿站没有确认')
    expect(past[3]).toContain('敲了门，没有人应')
  })

  it('keeps a report at hand until it is read, and a refusal until another meal is chosen', async () => {
    const report = { outcome: 'well' as const, note: null, at: now }
    await showing([anOrder({ state: 'refused' })], [aVisit({ state: 'reported', report })])
    const [visit, meal] = cards('接下来')
    expect(visit).toContain('见到人了，一切都好')
    expect(meal).toContain('驿站没有接')
  })

  it('says first what was arranged about a visit, and then what had been found', async () => {
    const by = { name: '张静', role: 'clerk', relation: null, channel: 'app' } as const
    const settlings = [{ alarm: 'needsFound' as const, note: '下午来换水龙头', at: now, by }]
    const report = { outcome: 'needsFound' as const, note: null, at: now }
    await showing([anOrder()], [aVisit({ state: 'closed', report, settlings })])
    expect(cards('以前的和取消的')[0]).toMatch(/安排好了下午来换水龙头.*见到人了，有事要帮忙/)
  })

  it('opens a meal and a visit', async () => {
    await showing([anOrder()], [aVisit()])
    fireEvent.click(screen.getByRole('button', { name: /午餐/ }))
    fireEvent.click(screen.getByRole('button', { name: /上门看望/ }))
    expect(jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)).toEqual([
      '/pages/booked/index?orderId=o-1',
      '/pages/visit/index?visitId=v-1',
    ])
  })

  it('tells a couple whose meal it is', async () => {
    const wife = anElder({ id: 'e-liu', name: '刘桂兰', relation: 'spouse' })
    rememberMe(aMe({ elders: [anElder(), wife] }))
    await showing([anOrder(), anOrder({ id: 'o-2', elderId: 'e-liu', elderName: '刘桂兰' })])
    expect(cards('接下来').map((card) => card?.slice(0, 4))).toEqual(['我自己的', '老伴 刘'])
  })

  it('stays light with all that the cloud may answer, ten at a time', async () => {
    const orders = Array.from({ length: 50 }, (_, index) => anOrder({ id: `o-${index}` }))
    const visits = Array.from({ length: 50 }, (_, index) => aVisit({ id: `v-${index}`, state: 'closed' }))
    const { container } = await showing(orders, visits)
    const elements = [...container.querySelectorAll('*')]
    expect(elements.length).toBeLessThan(600)
    expect(Math.max(...elements.map(({ children }) => children.length))).toBeLessThanOrEqual(40)

    expect(cards('接下来')).toHaveLength(10)
    for (let part = 1; part < 5; part += 1)
      fireEvent.click(screen.getByRole('button', { name: '接下来，再看更多' }))
    expect(cards('接下来')).toHaveLength(10)
    expect(screen.queryByRole('button', { name: '接下来，再看更多' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '接下来，回到最前面' }))
    expect(screen.getByRole('button', { name: '接下来，再看更多' })).toBeTruthy()
  })

  it('leads on from an empty page', async () => {
    cloudAnswers({ 'meals.mine': () => [], 'visits.mine': () => ({ visits: [], next: null }) })
    render(<Bookings />)
    await screen.findByText('还没有预约')
    fireEvent.click(screen.getByRole('button', { name: '去订餐' }))
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe('/pages/meal/index')
  })

  it('tells a guest how to be registered without asking the cloud', async () => {
    rememberMe(aGuest())
    const sent = cloudAnswers({})
    render(<Bookings />)
    await screen.findByText(/带上身份证/)
    expect(sent).toEqual([])
  })

  it('says what to do when there is no network', async () => {
    cloudAnswers({
      'meals.mine': () => {
        throw noNetwork()
      },
      'visits.mine': () => ({ visits: [], next: null }),
    })
    render(<Bookings />)
    await screen.findByText(/没有连上网/)
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})
