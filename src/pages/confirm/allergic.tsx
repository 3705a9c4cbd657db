import type { SetClashes } from '#types/meals/clashes'
import { Card } from '@/components/card'
import { ClashMarks } from '@/components/clash-marks'
import { Soft } from '@/components/text'
import { unmatchedWord } from '@/services/dish-words'

interface Props {
  found: SetClashes | null
  /** 您, 妈妈 */
  elderWord: string
}

/** Once more before it is booked, what of the set she is allergic to; the decision stays hers. */
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
