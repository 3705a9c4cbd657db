import type { Clash, SetClashes } from '#types/meals/clashes'
import type { MealSet } from '#types/meals/sittings'
import type { Diet } from '#types/people/diets'
import { allergenWord } from '#types/words/meals/allergens'
import { foodWord } from '#types/words/meals/foods'
import { dietWord, eatsWord } from '#types/words/people/elders/diets'

/** 红烧鱼块、清炒青菜、米饭 */
export const dishesWord = ({ dishes }: Pick<MealSet, 'dishes'>): string =>
  dishes.map(({ name }) => name).join('、')

/** 红烧鱼块可做软烂、少盐；清炒青菜可做素食。 Null where the kitchen makes none of them in another way. */
export function madeWord(
  dishes: readonly { name: string; diets?: readonly Diet[] | undefined }[],
): string | null {
  const made = dishes.flatMap(({ name, diets = [] }) =>
    diets.length > 0 ? [`${name}可做${diets.map((one) => dietWord[one]).join('、')}`] : [],
  )
  return made.length > 0 ? `${made.join('；')}。` : null
}

/** 清蒸鲈鱼里有鱼，妈妈对鱼过敏。 What only the dish's name says is no more than likely. */
export function clashWord(clash: Clash, elderWord: string): string {
  const { dish, allergies, allergens, by, diets = [], foods = [] } = clash
  const hers = allergies.map(bare).join('、')
  const groups = [...allergens.map((one) => allergenWord[one]), ...foods.map((one) => foodWord[one])]
  const what = [...new Set(groups)].join('、') || hers
  const found = by === 'kitchen' ? `${dish}里有${what}` : `从菜名看，${dish}里可能有${what}`
  const why = [...(hers ? [`对${hers}过敏`] : []), ...diets.map((one) => eatsWord[one])]
  return `${found}，${elderWord}${why.join('，也')}。`
}

/** What it is that is asked of: 有过敏的, 不是素食的 */
export function clashingWord({ clashes }: Pick<SetClashes, 'clashes'>): string {
  const isAllergic = clashes.some(({ allergies }) => allergies.length > 0)
  const against = new Set(clashes.flatMap(({ diets = [] }) => diets))
  return [...(isAllergic ? ['有过敏的'] : []), ...[...against].map((one) => `不是${dietWord[one]}的`)].join(
    '，',
  )
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
