import type { Clash, SetClashes } from '#types/meals/clashes'
import type { MealSet } from '#types/meals/sittings'
import { allergenWord } from '#types/words/meals/allergens'

/** 红烧鱼块、清炒青菜、米饭 */
export const dishesWord = ({ dishes }: Pick<MealSet, 'dishes'>): string =>
  dishes.map(({ name }) => name).join('、')

/** 清蒸鲈鱼里有鱼，妈妈对鱼过敏。 What only the dish's name says is no more than likely. */
export function clashWord({ dish, allergies, allergens, by }: Clash, elderWord: string): string {
  const hers = allergies.map(bare).join('、')
  const what = allergens.map((one) => allergenWord[one]).join('、') || hers
  const found = by === 'kitchen' ? `${dish}里有${what}` : `从菜名看，${dish}里可能有${what}`
  return `${found}，${elderWord}对${hers}过敏。`
}

/** 米饭、小菜里有什么，厨房还没有说。 Null where it has said it of all. */
export const unsaidWord = ({ unsaid }: SetClashes): string | null =>
  unsaid.length > 0 ? `${unsaid.join('、')}里有什么，厨房还没有说。` : null

/** What of her allergies could be looked for in the names of dishes alone; null where there is none. */
export const unmatchedWord = ({ unmatched }: Pick<SetClashes, 'unmatched'>): string | null =>
  unmatched.length > 0 ? `${unmatched.map(quoted).join('')}只对了菜名，菜里有没有，请问一问驿站。` : null

/** 芒果 of 对芒果过敏: the sentence says the rest. */
const bare = (allergy: string): string => allergy.replace(/^对(?!虾)/, '').replace(/过敏$/, '') || allergy

const quoted = (allergy: string) => `“${allergy}”`
