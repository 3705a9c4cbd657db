import { copyOfWeek, missingToPublish, setsOn } from '../../../../cloudfunctions/_domain/meals/planning/menus'
import { aMenu } from './a-plan'

const menu = aMenu('2026-11-23')
const [fish, ...others] = menu.dishes
const silent = { ...menu, dishes: menu.dishes.map((dish) => ({ ...dish, allergens: null })) }

describe('missingToPublish', () => {
  it('misses nothing where "none" is said of a dish', () => {
    expect(missingToPublish(menu)).toEqual([])
  })

  it('names each dish of which nobody has said what is in it, once, however many sets have it', () => {
    expect(missingToPublish(silent).map((missing) => 'dish' in missing && missing.dish)).toEqual([
      ...['红烧鱼', '青菜', '米饭', '素什锦'],
    ])
  })

  it('names a silent dish that no day offers', () => {
    const dishes = [...menu.dishes, { id: 'soup', name: '紫菜汤', allergens: null, diets: [], limit: null }]
    expect(missingToPublish({ ...menu, dishes })).toEqual([
      { what: 'allergens', dishId: 'soup', dish: '紫菜汤' },
    ])
  })

  it('names dishes and sets that are written down nowhere', () => {
    const days = [{ weekday: 3, sets: ['fish-set', 'noodles'] }]
    expect(fish?.id).toBe('fish')
    expect(missingToPublish({ ...menu, dishes: others, days })).toEqual([
      { what: 'dish', setId: 'fish-set', set: '红烧鱼套餐', dishId: 'fish' },
      { what: 'set', weekday: 3, setId: 'noodles' },
    ])
  })

  it('names the second of two dishes of one name in which something else is', () => {
    const rice = { id: 'rice-2', name: '米饭', allergens: ['peanuts' as const], diets: [], limit: null }
    const named = (allergens: typeof rice.allergens | [] | null) =>
      missingToPublish({ ...menu, dishes: [...menu.dishes, { ...rice, allergens }] })
    expect(named(['peanuts'])).toEqual([{ what: 'name', dishId: 'rice-2', dish: '米饭' }])
    expect(named([])).toEqual([])
    expect(named(null)).toMatchObject([{ what: 'allergens' }])
  })

  it.each([
    ['no day', []],
    ['days without a set', [{ weekday: 1, sets: [] }]],
  ])('misses an offer where there is %s', (_, days) => {
    expect(missingToPublish({ ...menu, days })).toEqual([{ what: 'offer' }])
  })
})

describe('copyOfWeek', () => {
  it('writes everything out again as a draft of the other week', () => {
    expect(copyOfWeek(menu, '2026-11-30')).toEqual({
      ...menu,
      id: 'k-one_2026-11-30_lunch',
      week: '2026-11-30',
      state: 'draft',
    })
    expect(menu.state).toBe('published')
  })

  it.each([
    ['a Sunday, which ends its week', '2026-12-06', '2026-11-30'],
    ['a day of the week in which a year begins', '2027-01-01', '2026-12-28'],
    ['29 February', '2028-02-29', '2028-02-28'],
  ])('begins on the Monday of %s', (_, date, week) => {
    expect(copyOfWeek(menu, date)).toMatchObject({ week, id: `k-one_${week}_lunch` })
  })

  it('copies what is silent, too, which is still missing then', () => {
    expect(missingToPublish(copyOfWeek(silent, '2026-11-30'))).toHaveLength(4)
  })
})

describe('setsOn', () => {
  const photo = (name: string) => `cloud://env.bucket/dishes/k-one/${name}.jpg`
  const day = '2026-11-23'
  const withPhotos = (own: object, ofDish: object) => ({
    ...menu,
    sets: menu.sets.map((set) => ({ ...set, ...own })),
    dishes: menu.dishes.map((dish) => (dish.id === 'rice' ? dish : { ...dish, ...ofDish })),
  })
  const [set] = menu.sets
  const other = set && { ...set, main: 'rice', sides: [] }
  const { id: _, ...becomes } = other ?? { id: '' }

  it.each([
    ['its own', withPhotos({ photo: photo('set') }, { photo: photo('dish') }), photo('set')],
    ['that of its main dish', withPhotos({}, { photo: photo('dish') }), photo('dish')],
    ['none', withPhotos({}, {}), undefined],
  ])('shows of a set the photo that there is: %s', (_case, from, shown) => {
    expect(setsOn(from, day)[0]?.photo).toBe(shown)
  })

  it('shows no photo of what a set is not made of on that day', () => {
    const from = withPhotos({ photo: photo('set') }, { photo: photo('dish') })
    const instead = { [day]: { 'fish-set': becomes as never } }
    expect(setsOn({ ...from, instead }, day)[0]).not.toHaveProperty('photo')
    expect(setsOn({ ...from, instead }, '2026-11-24')[0]?.photo).toBe(photo('set'))
  })
})
