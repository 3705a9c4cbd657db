import type { Content } from '#types/meals/orders'
import { allergenWord } from './allergens'

/** What is said otherwise of dishes than when they were ordered, what is in them now first: 米饭里有花生，汤里没有蛋了 */
export const contentsWord = (contents: readonly Content[]): string =>
  [...contents.filter(({ more }) => more.length > 0), ...contents.filter(({ more }) => more.length === 0)]
    .map(contentWord)
    .join('，')

/** 米饭里有花生；米饭里没有花生了；米饭里有花生，没有蛋了 */
function contentWord({ dish, more, less }: Content): string {
  const words = (groups: Content['more']) => groups.map((one) => allergenWord[one]).join('、')
  const parts = [
    ...(more.length > 0 ? [`有${words(more)}`] : []),
    ...(less.length > 0 ? [`没有${words(less)}了`] : []),
  ]
  return `${dish}里${parts.join('，') || '没有容易过敏的'}`
}
