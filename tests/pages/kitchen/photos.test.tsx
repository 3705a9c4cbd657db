import { act, fireEvent, render, screen } from '@testing-library/react'
import type { HeldRole } from '#types/people'
import KitchenMenus from '@/packages/kitchen/menu'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { cameraGives, type Put, storageAnswers } from '../camera'
import { loaded } from '../loaded'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused, type Sent } from '../network'
import { aWeek, WEEK } from './builders'

const cook: HeldRole = { role: 'kitchen', kitchenId: 'k-1', orgName: '银龄厨房' }
const at = { kitchenId: 'k-1', week: WEEK, slot: 'lunch' }
const PHOTO = 'cloud://env.bucket/dishes/k-1/aaaaaaaa.jpg'
const NEXT = 'cloud://env.bucket/dishes/k-1/bbbbbbbb.jpg'
const rice = { id: 'd2', name: '米饭', allergens: [], diets: [], limit: null }

let sent: Sent[]
let puts: Put[]

interface Around {
  week?: Parameters<typeof aWeek>
  stores?: Parameters<typeof storageAnswers>[0]
  keeps?: () => void
}

async function opened({ week = [{ state: 'draft' }], stores = () => 200, keeps }: Around = {}) {
  sent = cloudAnswers({
    'meals.kitchens': () => [{ id: 'k-1', name: '银龄厨房', stationId: null }],
    'meals.menu': () => aWeek(...week),
    'meals.saveMenu': () => aWeek({ state: 'draft', rev: 4 }),
    'meals.startDishPhoto': ({ key }) => ({ path: `kitchens/k-1/${key}.jpg` }),
    'meals.keepDishPhoto': () => {
      keeps?.()
      return { photo: NEXT }
    },
  })
  puts = storageAnswers(stores)
  render(<KitchenMenus />)
  await screen.findByText('银龄厨房的菜单')
  await loaded()
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const asked = (name: string) => sent.filter((one) => one.name === name).map(({ input }) => input)
const saved = () => asked('meals.saveMenu').map(({ key: _key, ...input }) => input)
const picture = () => document.querySelector('.photo-picture')?.getAttribute('src') ?? null
const toRice = async () => {
  await tap(/^菜和过敏/)
  await tap(/^米饭/)
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aMe({ name: '马师傅', roles: [cook], elders: [] }))
  cameraGives('photo')
})

describe('a photo of a dish', () => {
  it('is sent as soon as it is taken, and kept with the dish', async () => {
    await opened()
    await toRice()
    expect(screen.getByText('没有照片，老人看到的是图画。')).toBeTruthy()
    await tap('拍一张，或者从相册选')
    const [start] = asked('meals.startDishPhoto')
    const path = `kitchens/k-1/${start?.key}.jpg`
    expect(puts.map((put) => put.path)).toEqual([path])
    expect(asked('meals.keepDishPhoto')).toMatchObject([
      { kitchenId: 'k-1', path, fileId: `cloud://env.bucket/${path}` },
    ])
    expect(picture()).toMatch(/^blob:/)
    expect(screen.getByText(/^微信还在看这张照片/)).toBeTruthy()
    await tap('存下这道菜')
    expect(saved()).toEqual([{ ...at, rev: 3, dishes: [{ ...rice, photo: NEXT }] }])
  })

  it('that did not arrive is sent again, and nothing that was typed is lost', async () => {
    await opened({ stores: (nth) => (nth === 1 ? 'offline' : 200) })
    await tap(/^菜和过敏/)
    await tap('加一道菜')
    fireEvent.change(screen.getByRole('textbox', { name: '菜名' }), { target: { value: '蒸蛋' } })
    await tap('拍一张，或者从相册选')
    expect(screen.getByText(/^手机没有连上网，照片没有传上去。.*别的写的都还在/)).toBeTruthy()
    expect(asked('meals.keepDishPhoto')).toEqual([])
    await tap('再传一次这张照片')
    expect(asked('meals.startDishPhoto')).toHaveLength(1)
    expect(asked('meals.keepDishPhoto')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: '再传一次这张照片' })).toBeNull()
    await tap('存下这道菜')
    expect(saved()).toMatchObject([{ dishes: [{ name: '蒸蛋', photo: NEXT }] }])
  })

  it('keeps what is typed while it is on its way', async () => {
    let go = () => {}
    const way = new Promise<void>((resolve) => {
      go = resolve
    })
    await opened()
    const network = globalThis.fetch
    globalThis.fetch = (async (address: string, request: RequestInit) => {
      if (address.startsWith('/storage/')) await way
      return network(address, request)
    }) as typeof fetch // only what our client uses of it
    await toRice()
    await tap('拍一张，或者从相册选')
    expect(screen.getByText('正在传照片，请等一等。')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: '菜名' }), { target: { value: '杂粮饭' } })
    await act(async () => go())
    await loaded()
    await tap('存下这道菜')
    expect(saved()).toEqual([{ ...at, rev: 3, dishes: [{ ...rice, name: '杂粮饭', photo: NEXT }] }])
  })

  it.each([
    ['cannot be read', () => refused('NOT_A_PHOTO'), /打不开了/, false],
    ['was lost on the way', () => refused('DOCUMENT_MISSING'), /打不开了/, false],
    ['found nobody just then', () => refused('BUSY'), /别的写的都还在/, true],
    ['got no answer', noNetwork, /别的写的都还在/, true],
  ])('that %s says so, and the dish is kept without it', async (_, fault, words, isLeft) => {
    await opened({
      keeps: () => {
        throw fault()
      },
    })
    await toRice()
    await tap('拍一张，或者从相册选')
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再传一次这张照片' }) !== null).toBe(isLeft)
    await tap('存下这道菜')
    expect(saved()).toEqual([{ ...at, rev: 3, dishes: [rice] }])
  })

  it.each([
    ['nothing', '照片'],
    ['heic', /^刚才选的照片是 HEIC 格式/],
  ] as const)('leaves the one that is there where %s was taken', async (choice, words) => {
    await opened({ week: [{ state: 'draft', dishes: [{ ...rice, photo: PHOTO }] }] })
    await toRice()
    cameraGives(choice)
    await tap('换一张照片')
    expect(await screen.findByText(words)).toBeTruthy()
    expect(picture()).toBe('/storage/dishes/k-1/aaaaaaaa.jpg')
  })

  it('is exchanged, or done without', async () => {
    await opened({ week: [{ state: 'draft', dishes: [{ ...rice, photo: PHOTO }] }] })
    await toRice()
    await tap('换一张照片')
    expect(picture()).toMatch(/^blob:/)
    await tap('不要照片')
    expect(screen.getByText('没有照片，老人看到的是图画。')).toBeTruthy()
    await tap('存下这道菜')
    expect(saved()).toEqual([{ ...at, rev: 3, dishes: [rice] }])
  })

  it.each([
    ['awaited', /^微信还在看这张照片/, '米饭没有容易过敏的'],
    ['refused', /^这张照片没有通过微信的检查/, '米饭没有容易过敏的，照片要换一张'],
    ['gone', /^这张照片微信没有看成/, '米饭没有容易过敏的，照片要换一张'],
  ] as const)('that nobody sees says why: %s', async (why, words, row) => {
    const unseen = { dishes: { d2: why }, sets: {} }
    await opened({ week: [{ state: 'draft', dishes: [{ ...rice, photo: PHOTO }] }, { unseen }] })
    await tap(/^菜和过敏/)
    expect(screen.getByRole('button', { name: /^米饭/ }).textContent).toBe(row)
    await tap(/^米饭/)
    expect(screen.getByText(words)).toBeTruthy()
    expect(picture()).toBeNull()
  })
})

describe('a photo of a set', () => {
  it('is kept with the set, beside its drawing', async () => {
    await opened()
    await tap(/^套餐/)
    await tap(/^红烧鱼套餐/)
    await tap('拍一张，或者从相册选')
    await tap('存下这种套餐')
    expect(saved()).toMatchObject([{ sets: [{ id: 's1', picture: 'hongshao-yu', photo: NEXT }] }])
  })

  it('goes where it is not wanted any more', async () => {
    const [set] = aWeek().menu?.sets ?? []
    const sets = set ? [{ ...set, photo: PHOTO }] : []
    await opened({ week: [{ state: 'draft', sets }, { unseen: { dishes: {}, sets: { s1: 'refused' } } }] })
    await tap(/^套餐/)
    await tap(/^红烧鱼套餐.*照片要换一张/)
    await tap('不要照片')
    await tap('存下这种套餐')
    expect(saved()).toEqual([{ ...at, rev: 3, sets: [set] }])
  })
})
