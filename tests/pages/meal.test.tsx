import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { MenuClashes } from '#types/meals/clashes'
import type { MealOrder } from '#types/meals/orders'
import type { Sitting } from '#types/meals/sittings'
import Meal from '@/pages/meal'
import { stillWished, type Wish } from '@/pages/meal/wish'
import { actFor, rememberMe } from '@/services/person'
import {
  aContact,
  aDaughter,
  aGuest,
  aHome,
  aMe,
  aNearbyStation,
  anElder,
  anOrder,
  aSitting,
  aStation,
} from './builders'
import { phone } from './mock-taro'
import { cloudAnswers, noNetwork } from './network'

const dinner = aSitting({
  id: 'st-changjiang_2026-11-22_dinner',
  slot: 'dinner',
  startsAt: '2026-11-22T09:00:00.000Z',
  cutoffAt: '2026-11-22T06:30:00.000Z',
  cancelUntil: '2026-11-22T06:30:00.000Z',
})

/** A station whose days are given; every other day it serves nothing. */
function serving(days: Record<string, Sitting[]>, orders: MealOrder[] = [], clashes: MenuClashes[] = []) {
  return cloudAnswers({
    'stations.nearby': () => [
      aNearbyStation(),
      aNearbyStation({ id: 'st-yinghu', name: '映湖社区养老驿站', walkMinutes: 12 }),
    ],
    'stations.show': () => aStation({ id: 'st-far', name: '远处的驿站' }),
    'meals.sittings': ({ date }) => days[date] ?? [],
    'meals.mine': () => orders,
    'meals.clashes': () => clashes,
  })
}

const picked = (name: string | RegExp) => screen.getByRole('radio', { name }).getAttribute('aria-checked')
const pick = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const opened = () => jest.mocked(Taro.navigateTo).mock.calls.at(-1)?.[0].url

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = {}
  phone.storage.clear()
})

describe('choosing a meal', () => {
  it("begins at the station nearest to the mother's home, on the first day with a place", async () => {
    rememberMe(aDaughter())
    const today = aSitting({ date: '2026-11-21', cutoffAt: '2026-11-21T01:00:00.000Z', bookable: false })
    const sent = serving({ '2026-11-21': [today], '2026-11-22': [aSitting(), dinner] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(sent[0]).toEqual({
      name: 'stations.nearby',
      input: { lng: 117.15, lat: 31.84, service: 'meal', limit: 8 },
    })
    expect(screen.getByText('妈妈 王秀英')).toBeTruthy()
    expect(screen.getByText('从妈妈家走 6 分钟')).toBeTruthy()
    expect(picked(/明天 22/)).toBe('true')
    expect(screen.getByText('12.50 元')).toBeTruthy()
    expect(screen.getByText('还剩 12 个座位，明天 9:00 前可以取消。')).toBeTruthy()
  })

  it('shows the photo of a set that has one, and its drawing where it cannot be had', async () => {
    rememberMe(aDaughter())
    const [fish, ...others] = aSitting().sets
    const sets = [{ ...fish, photo: 'cloud://env.bucket/dishes/k-1/one.jpg' } as never, ...others]
    serving({ '2026-11-22': [aSitting({ sets })] })
    render(<Meal />)
    const row = await screen.findByRole('radio', { name: /红烧鱼套餐/ })
    await act(async () => undefined)
    const src = () => row.querySelector('img')?.getAttribute('src')
    expect(screen.getAllByRole('img', { name: /的照片$/ })).toHaveLength(1)
    expect([within(row).getByRole('img').getAttribute('aria-label'), src()]).toEqual([
      '红烧鱼套餐的照片',
      '/storage/dishes/k-1/one.jpg',
    ])
    fireEvent.error(row.querySelector('img') as Element)
    expect(screen.queryByRole('img', { name: /的照片$/ })).toBeNull()
    expect(src()).toBe('/pictures/hongshao-yu.svg')
  })

  it('offers nothing under a registration that was joined to another, and says whom to ring', async () => {
    rememberMe(aMe({ elders: [anElder({ isJoined: true })] }))
    cloudAnswers({
      'stations.nearby': () => [aNearbyStation()],
      'stations.show': () => aStation(),
      'meals.sittings': () => [aSitting()],
      'meals.mine': () => [],
      'meals.clashes': () => [],
      'people.home': () => aHome({ contact: aContact() }),
    })
    render(<Meal />)
    expect(await screen.findByText('两份登记已经合成一份')).toBeTruthy()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
    await screen.findByText('红烧鱼套餐')
    expect(screen.queryByRole('button', { name: /下一步|先选/ })).toBeNull()
  })

  it('says how little can be booked for somebody whom nobody has seen, and whom to ring for more', async () => {
    const words = /驿站还没有见过王奶奶，现在能订到11月22日，每顿一份/
    const mother = anElder({ relation: 'relative', scopes: ['view', 'order'] })
    rememberMe(aMe({ elders: [{ ...mother, littleUntil: '2026-11-22' }] }))
    serving({ '2026-11-22': [aSitting()], '2026-11-23': [aSitting({ date: '2026-11-23' })] })
    const { unmount } = render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByRole('button', { name: '下一步：看价钱' })).toBeTruthy()
    pick(/23/)
    expect(await screen.findByText(/^现在能订到11月22日。要订11月23日的，请给驿站打电话/)).toBeTruthy()
    expect(await screen.findByRole('button', { name: /^打电话/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '下一步：看价钱' })).toBeNull()
    unmount()

    rememberMe(aMe({ elders: [mother] }))
    phone.storage.clear()
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(screen.queryByText(/还没有见过/)).toBeNull()
  })

  it('tells no way from a home that nobody has marked', async () => {
    rememberMe(aMe({ elders: [anElder({ isPlaceUnknown: true })] }))
    serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    fireEvent.click(screen.getByRole('button', { name: '换一家驿站' }))
    expect(screen.getAllByText('长江路 26 号')).toHaveLength(2)
    expect(screen.queryByText(/走 \d+ 分钟/)).toBeNull()
  })

  it('looks anew where her home has been marked, and tells no way from before', async () => {
    rememberMe(aMe({ elders: [anElder({ isPlaceUnknown: true })] }))
    const sent = serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    const place = { lng: 117.149, lat: 31.8375 }
    await act(async () => rememberMe(aMe({ elders: [anElder({ place })] })))
    await screen.findByText('从家里走 6 分钟')
    expect(sent.filter(({ name }) => name === 'stations.nearby').at(-1)?.input).toMatchObject(place)
  })

  it('takes what was picked on to the price', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting(), dinner] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    pick('晚餐 17:00')
    pick(/素什锦/)
    pick('自己取')
    expect(screen.getByText(/还剩 40 份，明天 14:30 前可以取消/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '下一步：看价钱' }))
    expect(opened()).toBe(
      '/pages/confirm/index?sittingId=st-changjiang_2026-11-22_dinner&setId=veg&mode=takeAway&elderId=e-wang',
    )
  })

  it('keeps what was picked on another day and at another station', async () => {
    rememberMe(aDaughter())
    const sent = serving({
      '2026-11-22': [aSitting(), dinner],
      '2026-11-23': [aSitting({ date: '2026-11-23' }), dinner],
    })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    pick('晚餐 17:00')
    pick(/素什锦/)
    pick('送到家')
    pick(/周一 23/)
    await screen.findByText('素什锦套餐')
    expect([picked('晚餐 17:00'), picked(/素什锦/), picked('送到家')]).toEqual(['true', 'true', 'true'])

    fireEvent.click(screen.getByRole('button', { name: '换一家驿站' }))
    const others = within(screen.getByRole('dialog'))
    expect(others.getByText('从妈妈家走 12 分钟')).toBeTruthy()
    fireEvent.click(others.getByRole('radio', { name: /映湖/ }))
    await screen.findByText('素什锦套餐')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent.filter(({ name }) => name === 'meals.sittings').at(-1)?.input).toEqual({
      stationId: 'st-yinghu',
      date: '2026-11-23',
    })
    expect([picked('晚餐 17:00'), picked(/素什锦/), picked('送到家')]).toEqual(['true', 'true', 'true'])
  })

  it('stays at the station that was asked for, also far away', async () => {
    rememberMe(aDaughter())
    phone.params = { stationId: 'st-far' }
    const sent = serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('远处的驿站')
    expect(sent.filter(({ name }) => name === 'meals.sittings').at(-1)?.input).toEqual({
      stationId: 'st-far',
      date: '2026-11-22',
    })
  })

  it('says that the seats are gone and offers another way to eat', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting({ seatsLeft: 0 })] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect([picked('在驿站吃'), picked('自己取')]).toEqual(['true', 'false'])
    expect(screen.getByText('座位已经订满了，还可以自己取，或者送到家。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '下一步：看价钱' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '改成自己取' }))
    expect(screen.getByRole('button', { name: '下一步：看价钱' })).toBeTruthy()
  })

  it.each([
    ['full', aSitting({ seatsLeft: 0, portionsLeft: 0 }), '明天的午餐已经订满了。', '周一'],
    ['not served by the station', aSitting({ bookable: false }), '明天的午餐这家驿站不供应。', '周一'],
    [
      'planned for a day on which the station stays closed',
      aSitting({ bookable: false, closure: { until: '2026-11-23', reason: '水管检修' } }),
      '驿站水管检修，停到 11月23日 周一。明天的午餐不供应。',
      '周二',
    ],
    ['without a menu', aSitting({ sets: [] }), '明天的午餐吃什么，厨房还没有排出来。', '周一'],
  ])(
    'says why a sitting that is %s cannot be had, and goes on to the next day that has it',
    async (_why, sitting, words, next) => {
      rememberMe(aDaughter())
      serving({
        '2026-11-22': [sitting],
        '2026-11-23': [aSitting({ date: '2026-11-23' })],
        '2026-11-24': [aSitting({ date: '2026-11-24' })],
      })
      render(<Meal />)
      await screen.findByText('红烧鱼套餐')
      pick(/明天 22/)
      await screen.findByText(words)
      fireEvent.click(await screen.findByRole('button', { name: `看${next}的午餐` }))
      await screen.findByText('红烧鱼套餐')
      expect(picked(new RegExp(`${next} 2`))).toBe('true')
    },
  )

  it('offers the dinner of a day whose lunch can no longer be booked', async () => {
    rememberMe(aDaughter())
    const late = aSitting({ date: '2026-11-21', cutoffAt: '2026-11-21T01:00:00.000Z', bookable: false })
    const tonight = { ...dinner, date: '2026-11-21', cutoffAt: '2026-11-21T06:30:00.000Z' }
    serving({ '2026-11-21': [late, tonight] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(picked('晚餐 17:00')).toBe('true')
    expect(screen.getByText('午餐停订了，下面是晚餐。')).toBeTruthy()
    pick('午餐 11:30')
    expect(screen.queryByText(/下面是/)).toBeNull()
    await screen.findByText('今天的午餐要在 9:00 前订，现在已经停了。')
    fireEvent.click(screen.getByRole('button', { name: '看今天的晚餐' }))
    expect(screen.getByText('红烧鱼套餐')).toBeTruthy()
  })

  it('stays at the meal of which something was picked, although it can no longer be booked', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting(), dinner] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    pick(/素什锦/)
    serving({ '2026-11-22': [aSitting({ seatsLeft: 0, portionsLeft: 0 }), dinner] })
    await act(async () => phone.show())
    expect(picked('午餐 11:30')).toBe('true')
    expect(screen.getByText('明天的午餐已经订满了。')).toBeTruthy()
  })

  it('picks nothing in place of a set, or a way of eating, that is there no more', async () => {
    rememberMe(aDaughter())
    const [fish] = aSitting().sets
    const less = aSitting({ date: '2026-11-23', sets: fish ? [fish] : [], modes: ['dineIn'] })
    serving({ '2026-11-22': [aSitting()], '2026-11-23': [less] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    pick(/素什锦/)
    pick('送到家')
    pick(/周一 23/)
    await screen.findByText('刚才选的套餐这一餐没有，请再选一份。')
    expect(screen.getByText('这一餐不能送到家，请再选一种吃法。')).toBeTruthy()
    expect(picked(/红烧鱼/)).toBe('false')
    expect(screen.queryByRole('button', { name: '下一步：看价钱' })).toBeNull()
    pick(/红烧鱼/)
    pick('在驿站吃')
    fireEvent.click(screen.getByRole('button', { name: '下一步：看价钱' }))
    expect(opened()).toContain('setId=fish&mode=dineIn')
  })

  it('says which meal is shown on a day without the one that was picked', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting(), dinner], '2026-11-23': [aSitting({ date: '2026-11-23' })] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    pick('晚餐 17:00')
    pick(/周一 23/)
    await screen.findByText('周一没有晚餐，下面是午餐。')
  })

  it('says what is booked of a meal already, and leads there', async () => {
    rememberMe(aDaughter())
    const sittingId = aSitting().id
    serving({ '2026-11-22': [aSitting(), dinner] }, [anOrder({ sittingId, mode: 'takeAway' })])
    render(<Meal />)
    await screen.findByText('这一餐已经订了：红烧鱼套餐，自己取。驿站确认了。')
    expect(screen.queryByRole('button', { name: '下一步：看价钱' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '看看订的那一份' }))
    expect(opened()).toBe('/pages/booked/index?orderId=o-1')
    pick('晚餐 17:00')
    expect(screen.getByRole('button', { name: '下一步：看价钱' })).toBeTruthy()
  })

  it.each([
    [{ state: 'placed' as const }, '驿站还没确认。'],
    [{ state: 'placed' as const, startsAt: '2026-11-21T06:19:00.000Z' }, '驿站没有确认。'],
  ])('says how what is booked stands: %j', async (own, words) => {
    rememberMe(aDaughter())
    const sittingId = aSitting().id
    serving({ '2026-11-22': [aSitting()] }, [anOrder({ sittingId, ...own })])
    render(<Meal />)
    await screen.findByText(new RegExp(`这一餐已经订了.*${words}`))
  })

  it('leads a son who may only look to what is booked', async () => {
    rememberMe(aMe({ name: '王浩', elders: [anElder({ relation: 'son', scopes: ['view'] })] }))
    const sittingId = aSitting().id
    serving({ '2026-11-22': [aSitting()] }, [anOrder({ sittingId })])
    render(<Meal />)
    await screen.findByText(/这一餐已经订了/)
    expect(screen.getByRole('button', { name: '看看订的那一份' })).toBeTruthy()
  })

  it('books again what was cancelled', async () => {
    rememberMe(aDaughter())
    const sittingId = aSitting().id
    serving({ '2026-11-22': [aSitting()] }, [anOrder({ sittingId, state: 'cancelled' })])
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(screen.getByRole('button', { name: '下一步：看价钱' })).toBeTruthy()
  })

  it('says that nothing is served on a day, and lets another station be chosen', async () => {
    rememberMe(aDaughter())
    serving({})
    render(<Meal />)
    await screen.findByText('这家驿站今天不供餐。可以换一天，或者换一家。')
    fireEvent.click(screen.getByRole('button', { name: '换一家驿站' }))
    expect(within(screen.getByRole('dialog')).getByText('映湖社区养老驿站')).toBeTruthy()
  })

  it('shows four days more to those who plan', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(screen.queryByRole('radio', { name: /周六 28/ })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '看后面几天' }))
    expect(screen.getByRole('radio', { name: /28/ })).toBeTruthy()
  })

  it('goes as far as the station takes bookings, and no further', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    fireEvent.click(screen.getByRole('button', { name: '看后面几天' }))
    expect(screen.queryByRole('radio', { name: /11月29日/ })).toBeNull()
    fireEvent.click(await screen.findByRole('button', { name: '看后面几天' }))
    expect(screen.getByRole('radio', { name: /12月5日/ })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /12月6日/ })).toBeNull()
    expect(screen.queryByRole('button', { name: '看后面几天' })).toBeNull()
  })

  it('says of a set that it is sold out, and picks another', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting({ soldOut: ['fish'] })] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(picked(/素什锦套餐/)).toBe('true')
    const gone = screen.getByRole('radio', { name: /红烧鱼套餐.*卖完了/ })
    fireEvent.click(gone)
    expect(gone.getAttribute('aria-checked')).toBe('false')
    expect(gone.getAttribute('aria-disabled')).toBe('true')
  })

  it('says so where no set is left although there are seats, and leads to the next meal', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting({ soldOut: ['fish', 'veg'] }), dinner] })
    render(<Meal />)
    expect(await screen.findByText('午餐卖完了，下面是晚餐。')).toBeTruthy()
    pick(/午餐/)
    expect(screen.getByText('明天的午餐都卖完了。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '看明天的晚餐' })).toBeTruthy()
  })

  it('lets one of a couple choose for the other', async () => {
    const wife = anElder({ id: 'e-liu', name: '刘桂兰', relation: 'spouse', scopes: ['view', 'order'] })
    rememberMe(aMe({ elders: [anElder(), wife] }))
    serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    pick('老伴')
    await screen.findByText('老伴 刘桂兰')
    fireEvent.click(await screen.findByRole('button', { name: '下一步：看价钱' }))
    expect(opened()).toContain('elderId=e-liu')
  })

  it('lets a guest look at the menu and tells how to be registered', async () => {
    rememberMe(aGuest())
    serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(screen.getByText(/要先登记一次/)).toBeTruthy()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
    expect(screen.getByText('要救命，先打 120')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '去登记' }))
    expect(opened()).toBe('/packages/family/register/index')
  })

  it('tells a son who may only look how he could order', async () => {
    rememberMe(aMe({ elders: [anElder({ relation: 'son', politeName: '陈爷爷', scopes: ['view'] })] }))
    serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(screen.getByText(/爸爸还没有同意您代订，您可以先看看菜。请爸爸到驿站说一声/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /下一步/ })).toBeNull()
  })

  it('keeps the choice while the network is away, and shows the menu once it is back', async () => {
    rememberMe(aDaughter())
    serving({ '2026-11-22': [aSitting()] })
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    pick(/素什锦/)
    cloudAnswers({
      'meals.sittings': () => {
        throw noNetwork()
      },
    })
    await act(async () => phone.show())
    expect(screen.getByText('刚才没有连上，剩下的座位可能不准。')).toBeTruthy()
    pick(/周一 23/)
    await screen.findByText(/没有连上网/)
    serving({ '2026-11-23': [aSitting({ date: '2026-11-23' })] })
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    await screen.findByText('素什锦套餐')
    expect(picked(/素什锦/)).toBe('true')
  })
})

describe('what can be had instead', () => {
  const full = (over: Partial<Sitting> = {}) => aSitting({ seatsLeft: 0, portionsLeft: 0, ...over })
  const monday = aSitting({ id: 'm', date: '2026-11-23', seatsLeft: 5 })
  const there = aSitting({ id: 't', stationId: 'st-yinghu', seatsLeft: 3 })
  /** Of two stations, by day. */
  function town(
    here: Record<string, Sitting[]>,
    nearby: Record<string, Sitting[]>,
    orders: MealOrder[] = [],
  ) {
    serving(here, orders)
    return cloudAnswers({
      'stations.nearby': () => [
        aNearbyStation(),
        aNearbyStation({ id: 'st-yinghu', name: '映湖社区养老驿站', walkMinutes: 12 }),
      ],
      'stations.show': () => aStation(),
      'meals.sittings': ({ stationId, date }) => (stationId === 'st-yinghu' ? nearby : here)[date] ?? [],
      'meals.mine': () => orders,
      'meals.clashes': () => [],
    })
  }
  /** Tomorrow’s lunch. */
  const looking = async () => {
    render(<Meal />)
    await screen.findByRole('radio', { name: /明天 22/ })
    pick(/明天 22/)
  }
  const ways = () =>
    screen.queryAllByRole('button', { name: /^(看(?!后面)|换到|改成)/ }).map(({ textContent }) => textContent)
  const asked = (sent: ReturnType<typeof cloudAnswers>) =>
    sent.flatMap(({ name, input }) => (name === 'meals.sittings' ? [`${input.stationId} ${input.date}`] : []))

  it('is the next meal of the day, the next day and the station nearest by, each with one tap', async () => {
    rememberMe(aDaughter())
    const sent = town({ '2026-11-22': [full(), dinner], '2026-11-23': [monday] }, { '2026-11-22': [there] })
    await looking()
    pick('午餐 11:30')
    await screen.findByText('明天的午餐已经订满了。')
    expect(await screen.findByRole('button', { name: /看周一的午餐/ })).toBeTruthy()
    expect(ways()).toEqual([
      '看周一的午餐还剩 5 个座位',
      '换到映湖社区养老驿站明天的午餐，还剩 3 个座位，从妈妈家走 12 分钟',
      '看明天的晚餐',
    ])
    const before = asked(sent).length
    fireEvent.click(screen.getByRole('button', { name: /换到映湖/ }))
    await screen.findByText('从妈妈家走 12 分钟')
    await screen.findByText('还剩 3 个座位，明天 9:00 前可以取消。')
    expect(ways()).toEqual([])
    expect(asked(sent).slice(before)).toEqual(['st-yinghu 2026-11-22'])
  })

  it('is asked for with two calls, and only where there is no seat', async () => {
    rememberMe(aDaughter())
    const sent = town(
      {
        '2026-11-22': [aSitting()],
        '2026-11-23': [full({ date: '2026-11-23' })],
        '2026-11-24': [{ ...monday, date: '2026-11-24' }],
      },
      {},
    )
    await looking()
    await screen.findByText('红烧鱼套餐')
    const before = asked(sent).length
    pick(/周一 23/)
    await screen.findByText('周一的午餐已经订满了。')
    await screen.findByRole('button', { name: '看周二的午餐' })
    expect(asked(sent).slice(before)).toEqual([
      'st-changjiang 2026-11-23',
      'st-changjiang 2026-11-24',
      'st-yinghu 2026-11-23',
    ])
  })

  it('leads over a weekend on which nothing is served', async () => {
    rememberMe(aDaughter())
    const friday = full({ date: '2026-11-27' })
    town(
      {
        '2026-11-22': [aSitting()],
        '2026-11-27': [friday],
        '2026-11-30': [{ ...monday, date: '2026-11-30' }],
      },
      {},
    )
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    fireEvent.click(screen.getByRole('button', { name: '看后面几天' }))
    pick(/周五 27/)
    expect(await screen.findByRole('button', { name: /看11月30日 周一的午餐/ })).toBeTruthy()
  })

  it('offers nothing that is full, sold out, hers already or further ahead than she may book', async () => {
    const mother = anElder({ relation: 'relative', scopes: ['view', 'order'] })
    const noSet = { ...there, soldOut: ['fish', 'veg'] }
    const gone: [object, Record<string, Sitting[]>, MealOrder[]][] = [
      [{}, { '2026-11-23': [full({ date: '2026-11-23' })] }, []],
      [{}, { '2026-11-23': [{ ...monday, soldOut: ['fish', 'veg'] }] }, []],
      [{}, { '2026-11-23': [monday] }, [anOrder({ id: 'o-2', sittingId: 'x', date: '2026-11-23' })]],
      [{ littleUntil: '2026-11-22' }, { '2026-11-23': [monday] }, []],
    ]
    for (const [over, later, orders] of gone) {
      rememberMe(aMe({ elders: [{ ...mother, ...over }] }))
      town({ '2026-11-22': [full()], ...later }, { '2026-11-22': [noSet] }, orders)
      await looking()
      await screen.findByText(/^后面一天和附近的驿站也没有找到能订的/)
      expect(ways()).toEqual([])
      expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
      cleanup()
      phone.storage.clear()
    }
  })

  it('is a seat where a seat is wished for, besides another way of eating', async () => {
    rememberMe(aDaughter())
    const noSeat = { ...monday, seatsLeft: 0 }
    town(
      { '2026-11-22': [aSitting({ seatsLeft: 0 }), dinner], '2026-11-23': [noSeat] },
      { '2026-11-22': [there] },
    )
    await looking()
    await screen.findByRole('button', { name: /换到映湖/ })
    expect(ways()).toEqual([
      '换到映湖社区养老驿站明天的午餐，还剩 3 个座位，从妈妈家走 12 分钟',
      '改成自己取',
    ])
  })

  it('tells no way from a home that nobody has marked', async () => {
    rememberMe(aMe({ elders: [anElder({ isPlaceUnknown: true })] }))
    town({ '2026-11-22': [full()] }, { '2026-11-22': [there] })
    await looking()
    await screen.findByRole('button', { name: '换到映湖社区养老驿站' })
    expect(screen.queryByText(/走 12 分钟/)).toBeNull()
  })

  it('begins after the days on which the station stays closed', async () => {
    rememberMe(aDaughter())
    const closed = aSitting({ bookable: false, closure: { until: '2026-11-24', reason: '水管检修' } })
    town({ '2026-11-22': [closed], '2026-11-25': [{ ...monday, date: '2026-11-25' }] }, {})
    await looking()
    expect(await screen.findByRole('button', { name: '看周三的午餐' })).toBeTruthy()
  })

  it('is listed in full to a guest, who has another button', async () => {
    rememberMe(aGuest())
    town({ '2026-11-22': [full(), dinner], '2026-11-23': [monday] }, { '2026-11-22': [there] })
    await looking()
    pick('午餐 11:30')
    await screen.findByRole('button', { name: /看周一的午餐/ })
    expect(ways()).toHaveLength(3)
    expect(screen.getByRole('button', { name: '去登记' })).toBeTruthy()
  })

  it('is looked for again by a tap where the network was away', async () => {
    rememberMe(aDaughter())
    town({ '2026-11-22': [aSitting()], '2026-11-23': [full({ date: '2026-11-23' })] }, {})
    await looking()
    await screen.findByText('红烧鱼套餐')
    cloudAnswers({
      'meals.sittings': ({ date }) => {
        if (date === '2026-11-23') return [full({ date })]
        throw noNetwork()
      },
    })
    pick(/周一 23/)
    const again = await screen.findByRole('button', { name: '看看还能订哪一餐' })
    expect(screen.queryByText(/没有找到能订的/)).toBeNull()
    town(
      { '2026-11-23': [full({ date: '2026-11-23' })], '2026-11-24': [{ ...monday, date: '2026-11-24' }] },
      {},
    )
    fireEvent.click(again)
    expect(await screen.findByRole('button', { name: '看周二的午餐' })).toBeTruthy()
  })
})

describe('coming back to a meal that is being chosen', () => {
  const tomorrow = () => ({
    '2026-11-22': [aSitting(), dinner],
    '2026-11-23': [aSitting({ date: '2026-11-23' })],
  })
  const begun = async (choose: () => void) => {
    rememberMe(aDaughter())
    serving(tomorrow())
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    choose()
    await screen.findByText('红烧鱼套餐')
    cleanup()
  }
  const again = async (days: Record<string, Sitting[]> = tomorrow()) => {
    serving(days)
    render(<Meal />)
    await screen.findByRole('radiogroup', { name: '哪一餐' })
  }

  it('finds the day, the meal, the set and the way of eating as they were', async () => {
    await begun(() => {
      pick('晚餐 17:00')
      pick(/素什锦/)
      pick('自己取')
    })
    await again()
    for (const name of [/明天 22/, '晚餐 17:00', /素什锦/, '自己取']) expect(picked(name)).toBe('true')
  })

  it('stays on the day although its meal is gone meanwhile, and says so', async () => {
    await begun(() => pick('自己取'))
    await again({
      '2026-11-22': [aSitting({ seatsLeft: 0, portionsLeft: 0 })],
      '2026-11-23': [aSitting({ date: '2026-11-23' })],
    })
    expect(picked(/明天 22/)).toBe('true')
    expect(screen.getByText('明天的午餐已经订满了。')).toBeTruthy()
  })

  it('picks nothing in place of a way of eating or a set that is there no more', async () => {
    await begun(() => {
      pick(/素什锦/)
      pick('自己取')
    })
    const [fish] = aSitting().sets
    await again({ '2026-11-22': [aSitting({ modes: ['dineIn', 'delivery'], sets: fish ? [fish] : [] })] })
    expect(screen.getByText('刚才选的套餐这一餐没有，请再选一份。')).toBeTruthy()
    expect(picked(/红烧鱼/)).toBe('false')
    expect(screen.queryByRole('button', { name: '下一步：看价钱' })).toBeNull()
  })

  it('begins anew after two hours, and where the page is opened for somebody else', async () => {
    await begun(() => pick(/素什锦/))
    phone.params = { elderId: 'e-wang' }
    await again()
    expect(picked(/素什锦/)).toBe('false')
    cleanup()

    phone.params = {}
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * 3600_000)
    await again()
    expect(picked(/素什锦/)).toBe('false')
    jest.restoreAllMocks()
  })
})

describe('coming back for one of two elders', () => {
  const wife = anElder({ id: 'e-liu', name: '刘桂兰', relation: 'spouse', scopes: ['view', 'order'] })
  const both = () => {
    rememberMe(aMe({ elders: [anElder(), wife] }))
    serving({ '2026-11-22': [aSitting()] })
  }
  const shown = async () => {
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
  }

  it('is for whom the page is opened for, with nothing of what was picked for the other', async () => {
    both()
    phone.params = { elderId: 'e-wang' }
    await shown()
    pick(/素什锦/)
    pick('老伴')
    await screen.findByText('老伴 刘桂兰')
    expect(picked(/素什锦/)).toBe('true') // what can be kept is kept while somebody sees it
    cleanup()
    await shown()
    expect(picked('我自己')).toBe('true')
    expect(picked(/素什锦/)).toBe('false')
  })

  it('keeps nothing for whom is chosen on the home page since', async () => {
    both()
    actFor('e-wang')
    await shown()
    pick(/素什锦/)
    cleanup()
    actFor('e-liu')
    await shown()
    expect(picked('老伴')).toBe('true')
    expect(picked(/素什锦/)).toBe('false')
  })
})

describe('a wish that was kept', () => {
  const wish: Wish = { elderId: 'e-wang', date: '2026-11-22', slot: 'lunch', setId: 'fish', mode: 'takeAway' }

  it.each([
    ['all of it on its day', '2026-11-22', anElder(), wish],
    [
      'meal and way of eating once its day has passed',
      '2026-11-23',
      anElder(),
      { elderId: 'e-wang', slot: 'lunch', mode: 'takeAway' },
    ],
    ['nothing for somebody else', '2026-11-22', anElder({ id: 'e-liu' }), {}],
    ['nothing once somebody acts for nobody', '2026-11-22', null, {}],
  ])('still counts: %s', (_what, today, elder, left) => {
    expect(stillWished(wish, { elder, today })).toEqual(left)
  })
})

describe('what of the menu she is allergic to', () => {
  const found = (setId: string, over: Partial<MenuClashes> = {}): MenuClashes => ({
    ...{ sittingId: aSitting().id, setId, clashes: [], unsaid: [], unmatched: ['芒果'] },
    ...over,
  })
  const fish = { dish: '红烧鱼块', allergies: ['鱼'], allergens: ['fish' as const], by: 'kitchen' as const }
  const day = { '2026-11-22': [aSitting()] }

  it('stands at the set by the name of the dish, and forbids nothing', async () => {
    rememberMe(aMe({ elders: [anElder({ relation: 'daughter' })] }))
    const sent = serving(day, [], [found('fish', { clashes: [fish] }), found('veg', { unsaid: ['素什锦'] })])
    render(<Meal />)
    await screen.findByText('红烧鱼块里有鱼，妈妈对鱼过敏。')
    expect(sent.find(({ name }) => name === 'meals.clashes')?.input).toEqual({
      stationId: 'st-changjiang',
      date: '2026-11-22',
      elderId: 'e-wang',
    })
    expect(screen.getByRole('radio', { name: /红烧鱼块里有鱼/ })).toBeTruthy()
    expect(screen.getByText('素什锦里有什么，厨房还没有说。')).toBeTruthy()
    expect(screen.getByText(/没有标的不等于没有.*“芒果”只对了菜名/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /红烧鱼套餐/ })) // forbids nothing
    fireEvent.click(screen.getByRole('button', { name: '下一步：看价钱' }))
    expect(opened()).toContain('setId=fish')
  })

  it('is not asked by whoever is not told of her health, who reads that, and by no guest', async () => {
    const toHer = ['妈妈的忌口和过敏，要妈妈同意了，您这里才看得到。']
    for (const [me, words] of [
      [aDaughter(), toHer],
      [aGuest(), []],
    ] as const) {
      rememberMe(me)
      const sent = serving(day)
      render(<Meal />)
      await screen.findByText('红烧鱼套餐')
      expect(sent.filter(({ name }) => name === 'meals.clashes')).toEqual([])
      expect(screen.queryAllByText(/过敏/).map(({ textContent }) => textContent)).toEqual(words)
      cleanup()
    }
  })

  it('is picked for nobody: the first set without it is, or none', async () => {
    rememberMe(aMe())
    serving(day, [], [found('fish', { clashes: [fish] }), found('veg')])
    render(<Meal />)
    await screen.findByText('红烧鱼块里有鱼，您对鱼过敏。')
    expect([picked(/红烧鱼套餐/), picked(/素什锦/)]).toEqual(['false', 'true'])
    cleanup()
    phone.storage.clear()
    serving(
      day,
      [],
      [found('fish', { clashes: [fish] }), found('veg', { clashes: [{ ...fish, dish: '素什锦' }] })],
    )
    render(<Meal />)
    await screen.findByText('这几份里都有过敏或者忌口的菜，请看清楚再选。')
    expect(screen.getByRole('button', { name: '先选一份套餐' })).toBeTruthy()
  })

  it('says what the kitchen makes in another way, and what is against her diet', async () => {
    rememberMe(aMe())
    const dishes = [
      { name: '红烧肉', allergens: [], diets: ['soft' as const, 'lowSalt' as const] },
      { name: '米饭', allergens: [] },
    ]
    const meat = {
      ...{ dish: '红烧肉', allergies: [], allergens: [], by: 'name' as const },
      ...{ diets: ['vegetarian' as const], foods: ['meat' as const] },
    }
    const lunch = aSitting()
    const sets = lunch.sets.map((set) => (set.id === 'fish' ? { ...set, dishes } : set))
    serving({ '2026-11-22': [{ ...lunch, sets }] }, [], [found('fish', { clashes: [meat] }), found('veg')])
    render(<Meal />)
    await screen.findByText('从菜名看，红烧肉里可能有肉，您吃素。')
    expect(screen.getByText('红烧肉可做软烂、少盐。')).toBeTruthy()
    expect([picked(/红烧鱼套餐/), picked(/素什锦/)]).toEqual(['false', 'true'])
  })

  it('says nothing where she named nothing', async () => {
    rememberMe(aMe())
    serving(day)
    render(<Meal />)
    await screen.findByText('红烧鱼套餐')
    expect(screen.queryByText(/过敏/)).toBeNull()
  })

  it('says that nobody could look, where it did not come', async () => {
    rememberMe(aMe())
    cloudAnswers({
      'stations.nearby': () => [aNearbyStation()],
      'meals.sittings': ({ date }) => (date === '2026-11-22' ? [aSitting()] : []),
      'meals.mine': () => [],
      'meals.clashes': () => {
        throw noNetwork()
      },
    })
    render(<Meal />)
    await screen.findByText('哪些菜要忌口、有过敏的东西，刚才没有查到。选之前请问一问驿站。')
  })
})
