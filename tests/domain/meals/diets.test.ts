import { setClashes } from '../../../cloudfunctions/_domain/meals/allergies'
import { madeFor } from '../../../cloudfunctions/_domain/meals/diets'
import { readerOf } from '../../../cloudfunctions/_domain/meals/reading-allergens'
import type { Allergen } from '../../../types/meals/allergens'
import { type Food, foods } from '../../../types/meals/foods'
import type { Dish } from '../../../types/meals/sittings'
import type { Diet } from '../../../types/people/diets'
import { foodWords } from './food-words'

const { words, held } = foodWords.diets
const dish = (name: string, allergens: Allergen[] | null = [], diets?: Diet[]): Dish => ({
  ...{ name, allergens },
  ...(diets && { diets }),
})
const against = (diet: Diet[], ...dishes: Dish[]) =>
  setClashes({ dishes }, { diet, allergies: [] }, foodWords)
/** What the name alone is against. */
const byName = (diet: Diet, name: string): readonly Food[] =>
  against([diet], dish(name))?.clashes.flatMap(({ foods: found = [] }) => found) ?? []

describe('the words for foods', () => {
  it('mean foods of the list, each of which has words and is against a diet, and stand there once', () => {
    expect(new Set(words.flatMap(({ means }) => means))).toEqual(new Set(foods))
    expect(new Set(Object.values(held).flatMap((diet) => diet.foods))).toEqual(new Set(foods))
    const all = words.flatMap((row) => row.words)
    expect(all.filter((word, place) => all.indexOf(word) !== place)).toEqual([])
  })

  it('let nobody be warned of eggs and milk', () => {
    expect(held.vegetarian.allergens).toEqual(['crustaceans', 'fish'])
    expect(readerOf({ words, between: [] })('鸡蛋羹配牛奶').means).toEqual([])
  })
})

describe('what the name of a dish says', () => {
  it.each<[string, Food[]]>([
    ['红烧肉', ['meat']],
    ['番茄炖牛腩', ['meat']],
    ['香菇炖鸡', ['meat']],
    ['冬瓜炖排骨', ['meat']],
    ['鱼香肉丝', ['meat']],
    ['蚂蚁上树', ['meat']],
    ['清蒸鲈鱼', ['fish']],
    ['金枪三明治', ['fish']],
    ['虾仁蒸蛋', ['shrimp']],
    ['蚝油生菜', ['seafood']],
    ['鸭血粉丝汤', ['meat', 'blood']],
    ['酒酿圆子', []],
    ['番茄炒鸡蛋', []],
    ['鱼香茄子', []],
    ['红烧素鸡', []],
    ['素牛肉炒青椒', []],
    ['素肠', []],
    ['牛油果沙拉', []],
    ['鸡头米甜汤', []],
    ['杏鲍菇', []],
    ['黄牛肝菌', []],
    ['鸡毛菜豆腐汤', []],
    ['桂圆肉粥', []],
    ['家常豆腐', []],
  ])('of %s to whoever is vegetarian: %j', (name, found) => {
    expect(byName('vegetarian', name)).toEqual(found)
  })

  it.each<[string, Food[]]>([
    ['猪蹄黄豆', ['pork']],
    ['红烧肉', ['likelyPork']],
    ['火腿炒蛋', ['likelyPork']],
    ['清炖狮子头', ['likelyPork']],
    ['猪血豆腐', ['pork', 'blood']],
    ['毛血旺', ['blood']],
    ['啤酒鸭', ['alcohol']],
    ['酒酿圆子', ['alcohol']],
    ['醉蟹', ['alcohol']],
    ['红烧牛肉丸', []],
    ['葱爆羊肉', []],
    ['鸡腿肉饭', []],
    ['羊排骨汤', []],
    ['清蒸鲈鱼', []],
    ['素火腿', []],
    ['血糯米粥', []],
    ['猪肚菇', []],
  ])('of %s to whoever eats halal: %j', (name, found) => {
    expect(byName('halal', name)).toEqual(found)
  })
})

describe('setClashes of a diet', () => {
  it('says what the kitchen says is in a dish before its name', () => {
    expect(
      against(['vegetarian'], dish('清蒸鲈鱼', ['fish', 'soybeans']), dish('蒸蛋', ['eggs', 'milk'])),
    ).toEqual({
      clashes: [
        { dish: '清蒸鲈鱼', allergies: [], allergens: ['fish'], diets: ['vegetarian'], by: 'kitchen' },
      ],
      ...{ unsaid: [], unmatched: [] },
    })
  })

  it('says at once what the name is against of several diets, apart from an allergy', () => {
    const found = setClashes(
      { dishes: [dish('猪肉炖花生', ['peanuts'])] },
      { diet: ['halal', 'vegetarian', 'soft'], allergies: ['花生'] },
      foodWords,
    )
    expect(found?.clashes).toEqual([
      { dish: '猪肉炖花生', allergies: ['花生'], allergens: ['peanuts'], by: 'kitchen' },
      {
        ...{ dish: '猪肉炖花生', allergies: [], allergens: [], by: 'name' },
        ...{ diets: ['vegetarian', 'halal'], foods: ['meat', 'pork'] },
      },
    ])
  })

  it.each<[string, Diet, Dish, number]>([
    ['outweighs the name', 'vegetarian', dish('红烧狮子头', [], ['vegetarian']), 0],
    ['outweighs a name that says no animal', 'halal', dish('红烧肉', [], ['halal']), 0],
    ['outweighs no pig in the name', 'halal', dish('猪肉白菜', [], ['halal']), 1],
    ['outweighs not what it says is in it', 'vegetarian', dish('炒时蔬', ['fish'], ['vegetarian']), 1],
    ['for another diet outweighs nothing', 'vegetarian', dish('红烧肉', [], ['halal', 'soft']), 1],
  ])('the kitchen’s word that it is made so %s', (_case, diet, one, clashes) => {
    expect(against([diet], one)?.clashes).toHaveLength(clashes)
  })

  it('has no more than a doubt of what the kitchen has not said', () => {
    const dishes = [dish('炒时蔬', null), dish('素什锦', null, ['vegetarian']), dish('米饭')]
    expect(against(['vegetarian'], ...dishes)).toEqual({ clashes: [], unsaid: ['炒时蔬'], unmatched: [] })
    expect(against(['halal'], ...dishes)).toMatchObject({ unsaid: [] })
  })

  it('holds nothing against a way of making it', () => {
    expect(against(['soft', 'lowSalt', 'lowSugar', 'lowFat', 'noSpice'], dish('红烧肉'))).toBeNull()
  })
})

describe('madeFor', () => {
  it('names the dishes that are made as she needs it, and of their ways hers alone', () => {
    const dishes = [dish('红烧鱼', [], ['soft', 'lowFat']), dish('米饭'), dish('青菜', [], ['halal'])]
    const mind = { diet: ['lowSalt' as const, 'soft' as const], allergies: [] }
    expect(madeFor({ dishes }, mind)).toEqual([{ name: '红烧鱼', diets: ['soft'] }])
    expect(madeFor({ dishes }, null)).toEqual([])
  })
})
