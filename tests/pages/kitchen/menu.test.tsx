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
    'meals.menu': () => aWeek(),
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
const sentTo = (sent: Awaited<ReturnType<typeof opened>>, name: string) =>
  sent.filter((one) => one.name === name).map(({ input: { key: _key, ...input } }) => input)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aMe({ name: '马师傅', roles: [cook], elders: [] }))
})

describe('the menu of a week', () => {
  it('says that it is out, and shows a day with its sets, dish by dish', async () => {
    const sent = await opened({
      'meals.menu': () => aWeek({}, { ordered: [{ date: SATURDAY, setId: 's1', count: 12 }] }),
    })
    expect(sentTo(sent, 'meals.menu')[0]).toEqual(at)
    expect(screen.getByText('这一周的菜单已经发了，老人能订。')).toBeTruthy()
    expect(screen.getByText('红烧鱼套餐 18 元')).toBeTruthy()
    expect(screen.getByText('主菜 红烧鱼块，里面有鱼、大豆，能做软烂，一餐最多 30 份。')).toBeTruthy()
    expect(screen.getByText('配菜 米饭，没有容易过敏的。')).toBeTruthy()
    expect(screen.getByText('订了 12 份')).toBeTruthy()
    expect(screen.getByRole('radio', { name: /^周一 16 .*，11月16日$/ })).toBeTruthy() // over, and as short as the others
    await pick(/11月16日/)
    expect(screen.getByText('这一天没有套餐，老人订不到。')).toBeTruthy()
  })

  it('names what is missing, and is not published before', async () => {
    await opened({
      'meals.menu': () =>
        aWeek(
          { state: 'draft' },
          { missing: [{ what: 'allergens', dishId: 'd3', dish: '炒青菜' }], missingCount: 1 },
        ),
    })
    expect(screen.getByText('这一周的菜单还没有发，老人还订不到。')).toBeTruthy()
    const list = within(screen.getByRole('list', { name: '补上这些才能发' }))
    expect(list.getByText('炒青菜：里面有什么，还没有写。')).toBeTruthy()
    expect(screen.getByText('没有的话，也要写“没有”。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '还缺 1 样，先补上' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    expect(screen.queryByRole('button', { name: /^卖完了/ })).toBeNull()
  })

  it('names two dishes of one name, also where it is out', async () => {
    const missing = [{ what: 'name' as const, dishId: 'd4', dish: '米饭' }]
    await opened({ 'meals.menu': () => aWeek({}, { missing, missingCount: 1 }) })
    const list = within(screen.getByRole('list', { name: '这几样请改一改' }))
    expect(list.getByText('有两道菜都叫米饭，里面有的不一样，请给其中一道改个名字。')).toBeTruthy()
  })

  it('names the first five of much that is missing, and counts the rest', async () => {
    const missing = Array.from({ length: 8 }, (_, nth) => ({
      ...{ what: 'allergens' as const, dishId: `d${nth}`, dish: `第 ${nth + 1} 道菜` },
    }))
    await opened({ 'meals.menu': () => aWeek({ state: 'draft' }, { missing, missingCount: 31 }) })
    const list = within(screen.getByRole('list', { name: '补上这些才能发' }))
    expect(list.getAllByRole('listitem')).toHaveLength(5)
    expect(screen.getByText('还有 26 样，补上这些就看得到。')).toBeTruthy()
  })

  it('is published as it was read', async () => {
    const sent = await opened({
      'meals.menu': () => aWeek({ state: 'draft' }),
      'meals.publishMenu': () => aWeek(),
    })
    await tap('发这一周的菜单')
    expect(sentTo(sent, 'meals.publishMenu')).toEqual([{ ...at, rev: 3 }])
    expect(screen.getByText('这一周的菜单已经发了，老人能订。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '发这一周的菜单' })).toBeNull()
  })

  it('is read again where somebody else has written it meanwhile', async () => {
    const sent = await opened({
      'meals.menu': () => aWeek({ state: 'draft' }),
      'meals.publishMenu': () => {
        throw refused('MENU_CHANGED', { rev: 4 })
      },
    })
    const before = sentTo(sent, 'meals.menu').length
    await tap('发这一周的菜单')
    expect(screen.getByText(/刚刚有人改过/)).toBeTruthy()
    expect(sentTo(sent, 'meals.menu')).toHaveLength(before + 1)
  })

  it('is begun from the week before', async () => {
    const sent = await opened({
      'meals.menu': () => aWeek(null),
      'meals.copyMenu': () => aWeek({ state: 'draft' }),
    })
    await pick('下一周')
    await loaded()
    expect(screen.getByText('这一周的午餐还没有菜单')).toBeTruthy()
    await tap('照抄上一周')
    expect(sentTo(sent, 'meals.copyMenu')).toEqual([{ ...at, week: '2026-11-23', from: WEEK, rev: 0 }])
  })

  it('says so where there is nothing to copy', async () => {
    await opened({
      'meals.menu': () => aWeek(null),
      'meals.copyMenu': () => {
        throw refused('NOT_FOUND')
      },
    })
    await tap('照抄上一周')
    expect(screen.getByText('上一周也没有菜单，没有什么可以抄。')).toBeTruthy()
  })

  it('has a set sold out with one tap, and there again with one', async () => {
    const sent = await opened({
      'meals.setSoldOut': ({ isSoldOut }) => aWeek(isSoldOut ? { off: { [SATURDAY]: ['s1'] } } : {}),
    })
    await tap('卖完了，红烧鱼套餐')
    await tap('又有了，红烧鱼套餐')
    expect(screen.getByRole('button', { name: '卖完了，红烧鱼套餐' })).toBeTruthy()
    const ofSet = { kitchenId: 'k-1', slot: 'lunch', date: SATURDAY, setId: 's1' }
    expect(sentTo(sent, 'meals.setSoldOut')).toEqual([
      { ...ofSet, isSoldOut: true },
      { ...ofSet, isSoldOut: false },
    ])
  })

  it('takes the week and the meal from its address', async () => {
    phone.params = { kitchenId: 'k-1', week: '2026-11-23', slot: 'dinner' }
    const sent = await opened()
    expect(sentTo(sent, 'meals.menu')[0]).toEqual({ ...at, week: '2026-11-23', slot: 'dinner' })
  })

  it('is not for a station without a kitchen of its own, nor for a clerk', async () => {
    rememberMe(aMe({ roles: [{ role: 'manager', stationId: 'st-1' }], elders: [] }))
    phone.params = { stationId: 'st-1' }
    cloudAnswers({ 'meals.kitchens': () => [] })
    const { unmount } = render(<KitchenMenus />)
    expect(await screen.findByText('这份菜单不归您写')).toBeTruthy()
    unmount()
    rememberMe(aMe({ roles: [{ role: 'clerk', stationId: 'st-1' }], elders: [] }))
    render(<KitchenMenus />)
    expect(await screen.findByText('这里是厨房用的')).toBeTruthy()
  })
})
