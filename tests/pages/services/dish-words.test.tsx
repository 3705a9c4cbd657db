import type { Clash } from '#types/meals/clashes'
import { clashingWord, clashWord, madeWord, unmatchedWord, unsaidWord } from '@/services/dish-words'

const clash = (over: Partial<Clash>): Clash => ({
  ...{ dish: '清蒸鲈鱼', allergies: ['鱼'], allergens: ['fish'], by: 'kitchen' },
  ...over,
})

describe('clashWord', () => {
  it.each<[string, Clash]>([
    ['清蒸鲈鱼里有鱼，妈妈对鱼过敏。', clash({})],
    ['清蒸鲈鱼里有鱼，妈妈对鱼、海鲜过敏。', clash({ allergies: ['鱼', '海鲜'] })],
    [
      '清蒸鲈鱼里有鱼、虾蟹，妈妈对海鲜过敏。',
      clash({ allergies: ['对海鲜过敏'], allergens: ['fish', 'crustaceans'] }),
    ],
    [
      '从菜名看，香菜牛肉里可能有香菜，妈妈对香菜过敏。',
      clash({ dish: '香菜牛肉', allergies: ['香菜过敏'], allergens: [], by: 'name' }),
    ],
    [
      '白灼虾里有虾蟹，妈妈对对虾过敏。',
      clash({ dish: '白灼虾', allergies: ['对虾'], allergens: ['crustaceans'] }),
    ],
    ['清蒸鲈鱼里有鱼，妈妈吃素。', clash({ allergies: [], diets: ['vegetarian'] })],
    [
      '从菜名看，猪肉水饺里可能有肉、猪肉，妈妈吃素，也吃清真。',
      clash({
        ...{ dish: '猪肉水饺', allergies: [], allergens: [], by: 'name' },
        ...{ diets: ['vegetarian', 'halal'], foods: ['meat', 'pork', 'likelyPork'] },
      }),
    ],
  ])('says %s', (words, one) => {
    expect(clashWord(one, '妈妈')).toBe(words)
  })
})

describe('clashingWord', () => {
  it('names allergies and diets apart', () => {
    const vegetarian = clash({ allergies: [], diets: ['vegetarian'] })
    expect(clashingWord({ clashes: [clash({})] })).toBe('有过敏的')
    expect(clashingWord({ clashes: [vegetarian, vegetarian] })).toBe('不是素食的')
    expect(clashingWord({ clashes: [clash({}), clash({ allergies: [], diets: ['halal'] })] })).toBe(
      '有过敏的，不是清真的',
    )
  })
})

describe('madeWord', () => {
  it('says which dishes are made in another way, and in which', () => {
    const dishes = [
      { name: '红烧鱼块', diets: ['soft' as const, 'lowSalt' as const] },
      { name: '米饭' },
      { name: '素什锦', diets: ['vegetarian' as const] },
    ]
    expect(madeWord(dishes)).toBe('红烧鱼块可做软烂、少盐；素什锦可做素食。')
    expect(madeWord([{ name: '米饭' }])).toBeNull()
  })
})

describe('what nobody knows of a set', () => {
  it('is said, and nothing where there is none', () => {
    expect(unsaidWord({ clashes: [], unsaid: ['米饭', '小菜'], unmatched: [] })).toBe(
      '米饭、小菜里有什么，厨房还没有说。',
    )
    expect(unsaidWord({ clashes: [], unsaid: [], unmatched: [] })).toBeNull()
    expect(unmatchedWord({ unmatched: ['芒果', '海鲜'] })).toBe(
      '“芒果”“海鲜”只对了菜名，菜里有没有，请问一问驿站。',
    )
    expect(unmatchedWord({ unmatched: [] })).toBeNull()
  })
})
