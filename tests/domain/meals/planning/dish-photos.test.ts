import {
  isOfKitchen,
  judgedPath,
  photosIn,
  sealedPhoto,
  shownPhoto,
  unseenIn,
} from '../../../../cloudfunctions/_domain/meals/planning/dish-photos'
import { aMenu } from './a-plan'

const photo = (name: string) => `cloud://env.bucket/dishes/k-one/${name}.jpg`
const menu = aMenu('2026-11-23')
const [fish, cabbage] = menu.dishes
const [set] = menu.sets
const withPhotos = {
  dishes: [
    { ...fish, photo: photo('one') },
    { ...cabbage, photo: photo('two') },
  ] as never,
  sets: [{ ...set, photo: photo('one') }] as never,
}

describe('isOfKitchen', () => {
  it.each([
    ['in its folder', photo('one'), true],
    ['in the folder of another', photo('one').replace('k-one', 'k-two'), false],
    ['in that of one whose name begins alike', photo('one').replace('k-one', 'k-one-more'), false],
    ['in another environment', photo('one').replace('env.', 'environment.'), false],
    ['while WeChat looks at it', sealedPhoto(photo('one')), false],
  ])('is so for a photo %s: %s', (_, one, is) => {
    expect(isOfKitchen(one, 'k-one', 'env')).toBe(is)
  })
})

describe('unseenIn', () => {
  const known = (judged: 'good' | 'refused' | undefined, name = 'one') => ({
    sealed: sealedPhoto(photo(name)),
    judged,
  })

  it('tells of each dish and set why its photo is not shown', () => {
    expect(unseenIn(withPhotos, [known(undefined), known('refused', 'two')])).toEqual({
      dishes: { fish: 'awaited', cabbage: 'refused' },
      sets: { 'fish-set': 'awaited' },
    })
  })

  it('tells nothing of those that are shown, or that have none, and misses those that are gone', () => {
    expect(unseenIn(withPhotos, [known('good')])).toEqual({ dishes: { cabbage: 'gone' }, sets: {} })
    expect(unseenIn(menu, [])).toEqual({ dishes: {}, sets: {} })
  })
})

it('finds the shown photo of a sealed one, and the other way about', () => {
  const sealed = `cloud://env.bucket/${judgedPath('k-one', 'a'.repeat(43))}`
  expect(shownPhoto(sealed)).toBe(`cloud://env.bucket/dishes/k-one/${'a'.repeat(22)}.jpg`)
  expect(sealedPhoto(shownPhoto(sealed))).toBe(sealed)
})

it('names every photo of a menu once', () => {
  expect(photosIn(withPhotos)).toEqual([photo('one'), photo('two')])
  expect(photosIn(menu)).toEqual([])
})
