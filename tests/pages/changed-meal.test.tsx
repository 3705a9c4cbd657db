import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { NoFit } from '#types/meals/misfits'
import type { OwnOrder } from '#types/meals/orders'
import Booked from '@/pages/booked'
import Bookings from '@/pages/bookings'
import Home from '@/pages/home'
import Meal from '@/pages/meal'
import { ring } from '@/platform/ring'
import { rememberMe } from '@/services/person'
import { aDaughter, aHome, aNearbyStation, anOrder, aSitting, aStation, now } from './builders'
import { loaded } from './loaded'
import { phone } from './mock-taro'
import { cloudAnswers } from './network'

jest.mock('@/platform/ring', () => ({ ring: jest.fn() }))

const closed: NoFit = {
  why: 'closed',
  closure: { until: '2026-11-22', reason: '水管漏水' },
  lateToo: true,
}
const clerk = { name: '张静', role: 'clerk', relation: null, channel: 'app' } as const
const anOwnOrder = (misfit: NoFit, over: Partial<OwnOrder> = {}): OwnOrder => ({
  ...anOrder({
    sittingId: aSitting().id,
    history: [{ state: 'confirmed', at: now, by: clerk }],
  }),
  ...{ misfit, ...over },
})

async function showing(page: JSX.Element, order: OwnOrder) {
  let kept = order
  const sent = cloudAnswers({
    'meals.mine': () => [kept],
    'meals.cancel': () => {
      const { misfit: _, ...rest } = order
      kept = { ...rest, state: 'cancelled' }
      return kept
    },
    'meals.sittings': () => [aSitting()],
    'visits.mine': () => ({ visits: [], next: null }),
    'people.home': () => aHome({ me: aDaughter(), nextMeal: kept }),
    'stations.show': () => aStation({ contactName: '张静' }),
    'stations.nearby': () => [aNearbyStation()],
  })
  render(page)
  await loaded()
  return sent
}
/** Who can be rung is loaded by itself, and may come a moment after the rest of the page. */
const tap = async (name: string) => {
  const button = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(button))
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { orderId: 'o-1' }
  rememberMe(aDaughter())
})

describe('a meal that does not fit what is served any more', () => {
  it.each<[NoFit, string]>([
    [closed, '驿站这一天不开门：水管漏水。'],
    [{ why: 'day', lateToo: true }, '驿站这一天不供这一餐了。'],
    [{ why: 'clash', lateToo: true }, '厨房改了菜，里面有妈妈过敏或者忌口的东西。'],
    [{ why: 'mode', lateToo: true }, '这一餐不能在驿站吃了。'],
    [{ why: 'set', lateToo: true }, '这一餐没有红烧鱼套餐了。'],
    [{ why: 'seats', lateToo: false }, '这一餐的座位不够了。'],
    [{ why: 'portions', lateToo: false }, '这一餐的份数不够了。'],
    [
      { why: 'time', startsAt: '2026-11-22T02:45:00.000Z', lateToo: true },
      '开饭时间改成 10:45 了，原来说的是 11:30。',
    ],
  ])('says on its page why, that it is not cancelled, and whom to ring: %j', async (misfit, words) => {
    await showing(<Booked />, anOwnOrder(misfit))
    expect(screen.getByText('这一餐有变化')).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText(/^这一餐还没有取消。驿站会打电话来商量/)).toBeTruthy()
    expect(screen.queryByText(/订好了|到时候/)).toBeNull()
    const steps = within(screen.getByRole('list', { name: '办到哪一步了' })).getAllByRole('listitem')
    expect(steps.at(-1)?.textContent).toBe('等驿站打电话商量')
    await tap('打电话找张静')
    expect(ring).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button', { name: '取消这一餐' })).toBeTruthy()
  })

  it('says what is in it after all, on its page, on the list and at home', async () => {
    const { setId, setName: from } = anOrder()
    const kitchenChange = {
      ...{ rev: 2, setId, at: '2026-11-21T02:05:00.000Z', from, reason: null },
      ...{ was: ['红烧鱼块', '米饭'], dishes: ['红烧鱼块', '米饭'] },
      contents: [
        { dish: '红烧鱼块', more: [], less: ['milk' as const] },
        { dish: '米饭', more: ['peanuts' as const, 'eggs' as const], less: [] },
      ],
    }
    const told = '厨房改正了：米饭里有花生、蛋，红烧鱼块里没有奶了。'
    const { misfit: _, ...order } = anOwnOrder(closed, { kitchenChange })
    await showing(<Booked />, order)
    expect(screen.getByText(`${told}今天 10:05 改的，价钱还是原来的。`)).toBeTruthy()
    for (const page of [<Bookings key="list" />, <Home key="home" />]) {
      cleanup()
      await showing(page, order)
      expect(screen.getByText(told)).toBeTruthy()
      expect(screen.queryByText(/厨房换了菜/)).toBeNull()
    }
  })

  it('is cancelled there also after the time to cancel, where that is no fault of hers', async () => {
    const late = { cancelUntil: '2026-11-21T01:00:00.000Z' }
    const sent = await showing(<Booked />, anOwnOrder(closed, late))
    expect(screen.getByText('是驿站这边变了，什么时候取消都不收钱。')).toBeTruthy()
    await tap('取消这一餐')
    expect(screen.getByRole('dialog').textContent).toContain('妈妈明天的午餐就没有了，不收钱。')
    await tap('确定取消')
    await screen.findByText('这一餐取消了')
    expect(sent.filter(({ name }) => name === 'meals.cancel')).toHaveLength(1)
  })

  it('is not where others have the last places', async () => {
    const late = { cancelUntil: '2026-11-21T01:00:00.000Z' }
    await showing(<Booked />, anOwnOrder({ why: 'seats', lateToo: false }, late))
    expect(screen.queryByRole('button', { name: '取消这一餐' })).toBeNull()
    expect(screen.getAllByRole('button', { name: '打电话找张静' })).toHaveLength(1)
  })

  it.each([
    ['the home page', <Home key="home" />],
    ['the bookings', <Bookings key="bookings" />],
  ])('says so on %s, and shows nobody the way', async (_, page) => {
    await showing(page, anOwnOrder(closed))
    expect(screen.getByText('有变化')).toBeTruthy()
    expect(screen.getByText('驿站这一天不开门：水管漏水。还没有取消，点开看看怎么办。')).toBeTruthy()
    expect(screen.queryByText(/看看怎么走|已确认/)).toBeNull()
  })

  it('says so where the same meal is looked at once more', async () => {
    await showing(<Meal />, anOwnOrder(closed))
    const words =
      '这一餐已经订了：红烧鱼套餐，在驿站吃。驿站这一天不开门：水管漏水。还没有取消，请点下面看看怎么办。'
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByRole('button', { name: '看看订的那一份' })).toBeTruthy()
  })
})
