import { sayDayMenu } from '../../../types/words/meals/day-menu'

type Day = Parameters<typeof sayDayMenu>[0]
type Set = Day['sets'][number]

const fish: Set = {
  id: 'fish',
  name: '红烧鱼套餐',
  dishes: [
    { name: '红烧鱼', allergens: ['fish', 'soybeans'] },
    { name: '青菜', allergens: [] },
    { name: '米饭', allergens: [] },
  ],
  tags: ['软', '少盐'],
  price: 1800,
}
const greens: Set = {
  id: 'greens',
  name: '素什锦套餐',
  dishes: [{ name: '素什锦', allergens: [] }],
  tags: [],
  price: 1250,
}
const lunch = (own: Partial<Day> = {}) =>
  sayDayMenu({ slot: 'lunch', sets: [fish, greens], soldOut: [], ...own })

describe('sayDayMenu', () => {
  it('says how many sets there are, and of each its price, its dishes and what is in them', () => {
    expect(lunch()).toEqual([
      '午餐有两种套餐。',
      '第一种，红烧鱼套餐，18 元。主菜是红烧鱼。配青菜、米饭。软、少盐。里面有鱼、大豆。',
      '第二种，素什锦套餐，12 元 5 角。主菜是素什锦。没有常见的过敏食物。',
    ])
  })

  it('says last what is sold out, and does not count it', () => {
    expect(lunch({ soldOut: ['fish'] })).toEqual([
      '午餐有一种套餐。',
      '第一种，素什锦套餐，12 元 5 角。主菜是素什锦。没有常见的过敏食物。',
      '红烧鱼套餐卖完了。',
    ])
    expect(lunch({ soldOut: ['fish', 'greens'] })).toEqual([
      '午餐没有可以订的套餐。',
      '红烧鱼套餐、素什锦套餐卖完了。',
    ])
  })

  it('never takes a dish about which nobody has said anything for one with nothing in it', () => {
    const dishes = [{ name: '狮子头', allergens: null }, ...fish.dishes]
    expect(lunch({ sets: [{ ...fish, dishes }] })[1]).toContain(
      '里面有鱼、大豆。狮子头里面有什么，厨房还没有说。',
    )
    expect(lunch({ sets: [{ ...fish, dishes: dishes.slice(0, 1) }] })[1]).not.toContain('没有常见')
  })

  it.each([
    [1805, '18 元零 5 分'],
    [1855, '18 元 5 角 5 分'],
    [50, '5 角'],
    [5, '5 分'],
    [0, '0 元'],
  ])('says %d fen as money is said: %s', (price, said) => {
    expect(lunch({ sets: [{ ...greens, price }] })[1]).toContain(`，${said}。主菜`)
  })

  it.each([
    ['红烧鱼（小份）', '红烧鱼，小份'],
    ['【新】豆腐 250g/份', '新豆腐 250 克、份'],
    ['鲜奶200ML', '鲜奶200 毫升'],
    ['3~5块排骨+饭', '3到5块排骨加饭'],
    ['50%杂粮饭', '百分之 50杂粮饭'],
  ])('says %s without what nobody can say: %s', (name, said) => {
    expect(lunch({ sets: [{ ...greens, name }] })[1]).toContain(`，${said}，12 元`)
  })

  it('counts more than ten in figures', () => {
    const sets = Array.from({ length: 12 }, (_, nth) => ({ ...greens, id: `s-${nth}` }))
    expect(lunch({ sets })[0]).toBe('午餐有 12 种套餐。')
  })
})
