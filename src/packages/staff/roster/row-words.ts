import type { Living } from '#types/people/elders'
import type { RosterRow } from '#types/people/privacy'
import { categoryName } from '#types/words/people/elders/categories'
import { livingWord } from '#types/words/people/elders/livings'
import { sexWord } from '#types/words/people/elders/sexes'

/** What the roster names by codes, in words. */
export function rowWords({ sex, living, categories }: RosterRow) {
  return {
    sex: sexWord[sex],
    living: livingWord[living as Living] ?? living,
    categories: categories.map((one) => categoryName(one)).join('、'),
  }
}
