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
    expect(screen.getByText('已经有 12 份订了')).toBeTruthy()
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
