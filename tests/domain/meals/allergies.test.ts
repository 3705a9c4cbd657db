import { menuClashes, setClashes } from '../../../cloudfunctions/_domain/meals/allergies'
import { readerOf } from '../../../cloudfunctions/_domain/meals/reading-allergens'
import table from '../../../cloudfunctions/_policies/allergens.json'
import { type Allergen, allergens } from '../../../types/meals/allergens'
import type { Dish } from '../../../types/meals/sittings'
import { aSitting } from '../builders'
import { foodWords } from './food-words'

const read = readerOf(table)
const dish = (name: string, said: Allergen[] | null = null): Dish => ({ name, allergens: said })
const against = (allergies: string[], ...dishes: Dish[]) =>
  setClashes({ dishes }, { diet: [], allergies }, foodWords)

describe('the words for allergens', () => {
  it('mean groups of the list, each of which has words, and stand there once', () => {
    const meant = new Set(table.words.flatMap(({ means }) => means))
    expect([...meant].sort()).toEqual([...allergens].sort())
    const words = [...table.words.flatMap((row) => row.words), ...table.between]
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([])
  })
})

describe('readerOf', () => {
  it.each<[string, Allergen[], string[]]>([
    ['花生', ['peanuts'], []],
    ['虾和蟹', ['crustaceans'], []],
    ['对虾过敏', ['crustaceans'], []],
    ['面粉', ['gluten'], []],
    ['大豆', ['soybeans'], []],
    ['牛奶、鸡蛋', ['milk', 'eggs'], []],
    ['乳糖不耐受', ['milk'], []],
    ['海鲜', ['fish', 'crustaceans'], ['海鲜']],
    ['牛奶和芒果', ['milk'], ['芒果']],
    ['芒果', [], ['芒果']],
    ['鱿鱼', [], ['鱿鱼']],
    ['鱼香', [], ['鱼香']],
    ['土豆', [], ['土豆']],
    ['荞麦面', ['gluten'], ['荞麦', '面']],
    ['青霉素！', [], ['青霉素']],
    ['', [], []],
  ])('reads %s', (text, means, rest) => {
    expect(read(text)).toEqual({ means, rest })
  })
})

describe('setClashes', () => {
  it('finds what the kitchen says is in a dish', () => {
    expect(against(['鱼'], dish('清蒸鲈鱼', ['fish', 'soybeans']), dish('米饭', []))).toEqual({
      clashes: [{ dish: '清蒸鲈鱼', allergies: ['鱼'], allergens: ['fish'], by: 'kitchen' }],
      unsaid: [],
      unmatched: [],
    })
  })

  it.each<[string, string, Dish, Allergen[]]>([
    ['while the kitchen has not spoken', '虾', dish('虾仁炒豌豆'), ['crustaceans']],
    ['although the kitchen says that none is in it', '鱼', dish('清蒸鲈鱼', []), ['fish']],
    ['in her very words', '香菜', dish('香菜拌牛肉', ['soybeans']), []],
    ['in her very words beside others', '牛奶和芒果', dish('芒果糕', []), []],
  ])('finds what the name of a dish says %s', (_case, allergy, one, groups) => {
    expect(against([allergy], one)?.clashes).toEqual([
      { dish: one.name, allergies: [allergy], allergens: groups, by: 'name' },
    ])
  })

  it('says of a dish at once all that she named of it, and apart what its name alone says', () => {
    expect(against(['鱼', '海鲜', '花生', '葱'], dish('葱烧鱼', ['fish', 'gluten']))?.clashes).toEqual([
      { dish: '葱烧鱼', allergies: ['鱼', '海鲜'], allergens: ['fish'], by: 'kitchen' },
      { dish: '葱烧鱼', allergies: ['葱'], allergens: [], by: 'name' },
    ])
  })

  it.each([
    ['鱼', '鱼香肉丝'],
    ['大豆', '清炒荷兰豆'],
    ['牛奶', '椰奶糕'],
  ])('takes for %s no %s, whose name only sounds like it', (allergy, name) => {
    expect(against([allergy], dish(name))).toMatchObject({ clashes: [], unsaid: [name] })
  })

  it('names the dishes of which the kitchen has not said what is in them, unless they clash', () => {
    const found = against(['花生', '虾'], dish('紫菜汤'), dish('虾仁'), dish('米饭', []))
    expect(found).toMatchObject({ clashes: [{ dish: '虾仁' }], unsaid: ['紫菜汤'] })
  })

  it('keeps apart what no group covers, or not all of it', () => {
    expect(against(['芒果', '花生', '海鲜'], dish('米饭', []))).toEqual({
      clashes: [],
      unsaid: [],
      unmatched: ['芒果', '海鲜'],
    })
  })

  it('says nothing of the kitchen where it could not answer: nothing that she named is in its list', () => {
    expect(against(['芒果'], dish('紫菜汤'))).toMatchObject({ unsaid: [] })
  })

  it('is null where she named nothing, and where nothing may be known of her', () => {
    expect(against([], dish('清蒸鲈鱼', ['fish']))).toBeNull()
    expect(setClashes({ dishes: [] }, null, foodWords)).toBeNull()
  })
})

describe('menuClashes', () => {
  it('holds every set of a day against her allergies', () => {
    const sittings = [aSitting(), aSitting({ id: 'dinner' })]
    const found = menuClashes(sittings, { diet: [], allergies: ['鱼'] }, foodWords)
    expect(found.map(({ sittingId, setId, clashes }) => [sittingId, setId, clashes.length])).toEqual([
      [sittings[0]?.id, 'fish', 1],
      [sittings[0]?.id, 'greens', 0],
      ['dinner', 'fish', 1],
      ['dinner', 'greens', 0],
    ])
    expect(menuClashes(sittings, null, foodWords)).toEqual([])
  })
})
