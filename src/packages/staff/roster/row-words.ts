import type { Living } from '#types/people/elders'
import type { RosterRow } from '#types/people/privacy'
import { categoryName, livingWord, sexWord } from '@/services/words'

/** What the roster names by codes, in words. */
export function rowWords({ sex, living, categories }: RosterRow) {
  return {
    sex: sexWord[sex],
    living: livingWord[living as Living] ?? living,
    categories: categories.map((one) => categoryName(one)).join('、'),
  }
}
