import type { MenuClashes } from '#types/meals/clashes'
import { unmatchedWord } from '@/services/dish-words'
import { clashesOf } from '@/services/use-clashes'
import type { Loaded } from '@/services/use-loaded'
import { Notice } from '../notice'
import { Soft } from '../text'

interface Props {
  clashes: Loaded<MenuClashes[]> | null
  sittingId: string
  /** What the caller calls her: 妈妈. */
  elderWord: string
}

/**
 * What the marks on the menu are worth: somebody who is allergic, or does not eat everything, reads a dish without a mark as one that is safe, and so
 * does a relative to whom nobody says what she is allergic to.
 */
export function ClashNews({ clashes, sittingId, elderWord }: Props) {
  if (clashes === null)
    return <Soft small>{`${elderWord}的忌口和过敏，要${elderWord}同意了，您这里才看得到。`}</Soft>
  if (clashes?.state === 'failed') {
    return <Notice icon="wifi-off">哪些菜要忌口、有过敏的东西，刚才没有查到。选之前请问一问驿站。</Notice>
  }
  const [first] = clashesOf(clashes, sittingId)
  if (!first) return null
  const unmatched = unmatchedWord(first)
  return (
    <Notice kind="info">{`忌口和过敏的菜按厨房说的和菜名标。没有标的不等于没有，拿不准请问一问驿站。${unmatched ?? ''}`}</Notice>
  )
}
