import type { SetClashes } from '#types/meals/clashes'
import { unmatchedWord } from '@/services/dish-words'
import { Card } from '../card'
import { ClashMarks } from '../clash-marks'
import { Soft } from '../text'

interface Props {
  found: SetClashes | null | undefined
  /** 您, 妈妈 */
  elderWord: string
}

/** What of the set that is being booked, or is booked, she is allergic to, or does not eat; the decision stays hers. */
export function Allergic({ found, elderWord }: Props) {
  const unmatched = found && unmatchedWord(found)
  if (!found || (found.clashes.length + found.unsaid.length === 0 && !unmatched)) return null
  return (
    <Card>
      <ClashMarks found={found} elderWord={elderWord} />
      {unmatched && <Soft>{unmatched}</Soft>}
    </Card>
  )
}
