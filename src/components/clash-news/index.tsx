import type { MenuClashes } from '#types/meals/clashes'
import { unmatchedWord } from '@/services/dish-words'
import { clashesOf } from '@/services/use-clashes'
import type { Loaded } from '@/services/use-loaded'
import { Notice } from '../notice'

interface Props {
  clashes: Loaded<MenuClashes[]> | null
  sittingId: string
}

/** What the marks on the menu are worth: somebody who is allergic reads a dish without a mark as one that is safe. */
export function ClashNews({ clashes, sittingId }: Props) {
  if (clashes?.state === 'failed') {
    return <Notice icon="wifi-off">哪些菜里有过敏的东西，刚才没有查到。选之前请问一问驿站。</Notice>
  }
  const [first] = clashesOf(clashes, sittingId)
  if (!first) return null
  const unmatched = unmatchedWord(first)
  return (
    <Notice kind="info">{`过敏的菜按厨房说的和菜名标。没有标的不等于没有，拿不准请问一问驿站。${unmatched ?? ''}`}</Notice>
  )
}
