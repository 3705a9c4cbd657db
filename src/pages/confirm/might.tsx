import type { Undecided } from '#types/meals/prices'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { missingSentence } from '@/services/missing-words'

interface Props {
  undecided: readonly Undecided[]
  elderId: string
  /** 您, 妈妈 */
  elderWord: string
}

/** What might still come off the price once somebody has seen the papers. */
export function Might({ undecided, elderId, elderWord }: Props) {
  if (undecided.length === 0) return null
  return (
    <Card>
      {undecided.map((one) => (
        <Soft key={one.rule}>{missingSentence(one, elderWord)}</Soft>
      ))}
      <ListRow
        title={`看看${elderWord}能享受什么`}
        onTap={() => open('packages/benefits/mine', { elderId })}
      />
    </Card>
  )
}
