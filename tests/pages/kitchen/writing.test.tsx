import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { HeldRole } from '#types/people'
import KitchenMenus from '@/packages/kitchen/menu'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { loaded } from '../loaded'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'
import { aWeek, SATURDAY, WEEK } from './builders'

const cook: HeldRole = { role: 'kitchen', kitchenId: 'k-1', orgName: '银龄厨房' }
const at = { kitchenId: 'k-1', week: WEEK, slot: 'lunch' }

async function opened(answers: Parameters<typeof cloudAnswers>[0] = {}) {
  const sent = cloudAnswers({
    'meals.kitchens': () => [{ id: 'k-1', name: '银龄厨房', stationId: null }],
    'meals.menu': () => aWeek({ state: 'draft' }),
    'meals.saveMenu': () => aWeek({ state: 'draft', rev: 4 }),
    ...answers,
  })
  render(<KitchenMenus />)
  await screen.findByText('银龄厨房的菜单')
  await loaded()
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const pick = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('radio', { name })))
const check = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('checkbox', { name })))
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const saved = (sent: Awaited<ReturnType<typeof opened>>, name = 'meals.saveMenu') =>
  sent.filter((one) => one.name === name).map(({ input: { key: _key, ...input } }) => input)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aMe({ name: '马师傅', roles: [cook], elders: [] }))
})

describe('a dish', () => {
  it('of which nothing is said stands first, and is said to hold nothing', async () => {
    const sent = await opened()
    await tap(/^菜和过敏/)
    const rows = screen.getAllByRole('button', { name: /里面|没有容易过敏/ })
    expect(rows[0]?.textContent).toBe('炒青菜里面有什么，还没有写')
    await tap(/^炒青菜/)
    expect(screen.getByText('还没有写。不写的话，这一周的菜单发不了。')).toBeTruthy()
    await pick('没有')
    await tap('存下这道菜')
    const dish = { id: 'd3', name: '炒青菜', allergens: [], diets: [], limit: null }
    expect(saved(sent)).toEqual([{ ...at, rev: 3, dishes: [dish] }])
    expect(screen.getByText('这一周的菜')).toBeTruthy()
  })

  it('is added with what is in it, how else it is made and how much of it there is', async () => {
    const sent = await opened()
    await tap(/^菜和过敏/)
    await tap('加一道菜')
    await tap('存下这道菜')
    expect(screen.getByText('先写菜名。')).toBeTruthy()
    type('菜名', '蒸蛋')
    await pick('有')
    await tap('存下这道菜')
    expect(screen.getByText('里面有的，请点一样。没有的话，点“没有”。')).toBeTruthy()
    expect(saved(sent)).toEqual([])
    await check('蛋')
    await check('软烂')
    type('一餐最多做几份（不限就空着）', '20')
    await tap('存下这道菜')
    const dish = { id: 'd4', name: '蒸蛋', allergens: ['eggs'], diets: ['soft'], limit: 20 }
    expect(saved(sent)).toEqual([{ ...at, rev: 3, dishes: [dish] }])
  })

  it('keeps what was typed where it could not be kept, and on another day', async () => {
    await opened({
      'meals.saveMenu': () => {
        throw refused('MENU_CHANGED', { rev: 4 })
      },
    })
    await tap(/^菜和过敏/)
    await tap('加一道菜')
    type('菜名', '蒸蛋')
    await tap('存下这道菜')
    expect(screen.getByText(/刚刚有人改过/)).toBeTruthy()
    await tap('回去看所有的菜')
    await tap('加一道菜')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '菜名' }).value).toBe('蒸蛋')
  })

  it('is taken out only where no set needs it', async () => {
    const sent = await opened()
    await tap(/^菜和过敏/)
    await tap(/^红烧鱼块/)
    expect(screen.queryByRole('button', { name: '去掉这道菜' })).toBeNull()
    await tap('回去看所有的菜')
    await tap(/^炒青菜/)
    await tap('去掉这道菜')
    expect(saved(sent)).toEqual([{ ...at, rev: 3, without: { dishes: ['d3'], sets: [] } }])
  })
})

describe('a dish of a menu that is out', () => {
  const isOut = (count: number) => ({
    'meals.menu': () => aWeek({}, { ordered: count > 0 ? [{ date: SATURDAY, setId: 's1', count }] : [] }),
  })

  it.each([
    [3, /已经订了 3 份，会告诉订的人。/],
    [0, /还没有人订。/],
  ])('says who is told when %i have ordered it', async (count, words) => {
    await opened(isOut(count))
    await tap(/^菜和过敏/)
    await tap(/^米饭/)
    expect(screen.getByText(words)).toBeTruthy()
  })

  it('says nothing of it that nobody can order', async () => {
    await opened()
    await tap(/^菜和过敏/)
    await tap(/^米饭/)
    expect(screen.queryByText(/还没有人订/)).toBeNull()
  })

  it('is not called as another one in which something else is', async () => {
    await opened(isOut(0))
    await tap(/^菜和过敏/)
    await tap('加一道菜')
    type('菜名', '米饭')
    await pick('没有')
    expect(screen.queryByText(/请换个名字/)).toBeNull()
    await pick('有')
    await check('花生')
    expect(screen.getByText('这一周还有一道米饭，没有容易过敏的。不是一样的菜，请换个名字。')).toBeTruthy()
  })
})

describe('a set of which the price is another by much', () => {
  const priced = async (state: 'draft' | 'published', price: string) => {
    const sent = await opened({ 'meals.menu': () => aWeek({ state }) })
    await tap(/^套餐/)
    await tap(/^红烧鱼套餐/)
    type('菜单价，多少元', price)
    await tap('存下这种套餐')
    return sent
  }

  it.each(['180', '1.80'])('is kept as %s only once that was read back', async (price) => {
    const sent = await priced('published', price)
    expect(saved(sent)).toEqual([])
    expect(screen.getByRole('dialog').textContent).toContain(`原来 18 元，改成 ${price} 元。`)
    await tap(`对，就是 ${price} 元`)
    expect(saved(sent)).toMatchObject([{ sets: [{ id: 's1', price: Number(price) * 100 }] }])
  })

  it.each([
    ['published', '36'],
    ['published', '9'],
    ['draft', '180'],
  ] as const)('is kept at once where it is %s and %s', async (state, price) => {
    expect(saved(await priced(state, price))).toHaveLength(1)
  })

  it('is asked of one day, too, before the reason', async () => {
    await opened({
      'meals.whoOrdered': () => ({ count: 0, tables: [], next: null }),
      ...{ 'meals.menu': () => aWeek() },
    })
    await tap('只改这一天的，红烧鱼套餐')
    await loaded()
    expect(screen.getByText('还没有人订')).toBeTruthy()
    expect(screen.queryByText(/会发给订了的人/)).toBeNull()
    type('菜单价，多少元', '180')
    await tap('改好了，写为什么改')
    expect(screen.queryByRole('textbox', { name: '为什么改' })).toBeNull()
    await tap('对，就是 180 元')
    expect(screen.getByRole('textbox', { name: '为什么改' })).toBeTruthy()
  })
})

describe('a set', () => {
  it('is made of a main dish and sides, with its price', async () => {
    const sent = await opened()
    await tap(/^套餐/)
    await tap('加一种套餐')
    await tap('存下这种套餐')
    expect(screen.getByText('先选一道主菜。')).toBeTruthy()
    type('套餐的名字', '青菜套餐')
    type('菜单价，多少元', '1800')
    expect(screen.getByText('一份最多 1000 元。')).toBeTruthy()
    type('菜单价，多少元', '12.50')
    await tap('选一道主菜')
    await act(async () => void fireEvent.click(within(screen.getByRole('dialog')).getByText('炒青菜')))
    await tap('加一道配菜')
    await act(async () => void fireEvent.click(within(screen.getByRole('dialog')).getByText('米饭')))
    await check('少油')
    await tap('存下这种套餐')
    const set = { id: 's2', name: '青菜套餐', price: 1250, tags: ['少油'], picture: 'none' }
    expect(saved(sent)).toEqual([{ ...at, rev: 3, sets: [{ ...set, main: 'd3', sides: ['d2'] }] }])
  })

  it('is offered by no day any more once it is taken out', async () => {
    const sent = await opened()
    await tap(/^套餐/)
    await tap(/^红烧鱼套餐/)
    await tap('去掉这种套餐')
    const days = [
      { weekday: 6, sets: [] },
      { weekday: 7, sets: [] },
    ]
    expect(saved(sent)).toEqual([{ ...at, rev: 3, without: { dishes: [], sets: ['s1'] }, days }])
  })

  it('is offered on one day more', async () => {
    const sent = await opened()
    await pick('下一周')
    await loaded()
    await tap('周一有哪几种套餐')
    await check(/^红烧鱼套餐/)
    await tap('存下这一天')
    const ofWeek = { ...at, week: '2026-11-23' }
    expect(saved(sent)).toEqual([{ ...ofWeek, rev: 3, days: [{ weekday: 1, sets: ['s1'] }] }])
  })
})

describe('a set of the week that is ordered', () => {
  it('says that the price stays for who has ordered, and where its dishes are changed', async () => {
    await opened({
      'meals.menu': () => aWeek({}, { ordered: [{ date: SATURDAY, setId: 's1', count: 2 }] }),
    })
    await tap(/^套餐/)
    await tap(/^红烧鱼套餐/)
    expect(screen.getByText(/已经订了 2 份，付的还是原来的价钱。要换菜，请从那一天改/)).toBeTruthy()
  })
})

describe('a week that was begun', () => {
  it('gives way to the week before only after a question', async () => {
    const sent = await opened({ 'meals.copyMenu': () => aWeek({ state: 'draft', rev: 4 }) })
    await tap('照抄上一周')
    expect(saved(sent, 'meals.copyMenu')).toEqual([])
    await tap('换成上一周的')
    expect(saved(sent, 'meals.copyMenu')).toEqual([{ ...at, from: '2026-11-09', rev: 3 }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a set that is ordered', () => {
  const who = {
    count: 12,
    tables: [{ stationId: 'st-1', stationName: '长江路驿站', count: 12, names: ['王秀英', '陈建国'] }],
    next: null,
  }

  it('shows who ordered it, and is changed for one day with a reason', async () => {
    const sent = await opened({
      'meals.menu': () => aWeek(),
      'meals.whoOrdered': () => who,
      'meals.changeOrderedSet': () => aWeek({ rev: 4 }),
    })
    await tap('只改这一天的，红烧鱼套餐')
    await loaded()
    expect(screen.getByText('已经有 12 人订了')).toBeTruthy()
    expect(screen.getByText('长江路驿站 12 份')).toBeTruthy()
    expect(screen.getByText('王秀英、陈建国')).toBeTruthy()
    type('套餐的名字', '青菜套餐')
    await tap(/^主菜 红烧鱼块/)
    await act(async () => void fireEvent.click(within(screen.getByRole('dialog')).getByText('炒青菜')))
    await tap('改好了，写为什么改')
    await tap('改掉这一天的')
    expect(saved(sent, 'meals.changeOrderedSet')).toEqual([])
    await check('今天没有买到')
    await tap('改掉这一天的')
    expect(saved(sent, 'meals.changeOrderedSet')).toEqual([
      {
        ...{ kitchenId: 'k-1', slot: 'lunch', date: SATURDAY, setId: 's1', rev: 3, count: 12 },
        reason: '今天没有买到',
        becomes: {
          ...{ name: '青菜套餐', price: 1800, tags: ['软'], picture: 'hongshao-yu' },
          ...{ main: 'd3', sides: ['d2'] },
        },
      },
    ])
    expect(screen.getByText('银龄厨房的菜单')).toBeTruthy()
  })

  it('is counted anew where more have ordered meanwhile', async () => {
    const sent = await opened({
      'meals.menu': () => aWeek(),
      'meals.whoOrdered': () => who,
      'meals.changeOrderedSet': () => {
        throw refused('SET_ORDERED', { count: 13 })
      },
    })
    await tap('只改这一天的，红烧鱼套餐')
    await loaded()
    await tap('改好了，写为什么改')
    await check('今天没有买到')
    const before = saved(sent, 'meals.whoOrdered').length
    await tap('改掉这一天的')
    expect(saved(sent, 'meals.whoOrdered')).toHaveLength(before + 1)
    expect(screen.getByText(/订的份数刚刚变了，还没有改/)).toBeTruthy()
  })
})
