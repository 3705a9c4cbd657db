import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SetClashes } from '#types/meals/clashes'
import { clashingWord } from '@/services/dish-words'
import { Button } from '../button'
import { ClashMarks } from '../clash-marks'
import { Sheet } from '../sheet'

interface Props {
  /** What is asked, behind what it is asked of: 还换吗？ */
  question: string
  /** What of the picked set she is allergic to, or does not eat. */
  found: SetClashes
  elderWord: string
  /** Why it was not done. */
  trouble: string | null
  /** What the way back is called: 不换这一份 */
  no: string
  /** The button that does it all the same. */
  yes: ReactNode
  onBack(): void
}

/**
 * Before a meal becomes hers with something she is allergic to or does not eat: asks once more, with nothing but that above the buttons, so that
 * no size of type can have scrolled it away. The way back comes first.
 */
export function AllergyQuestion({ question, found, elderWord, trouble, no, yes, onBack }: Props) {
  return (
    <Sheet title={`${clashingWord(found)}，${question}`} onClose={onBack} trouble={trouble}>
      <View>
        <ClashMarks found={found} elderWord={elderWord} />
      </View>
      <Button kind="pine" onTap={onBack}>
        {no}
      </Button>
      {yes}
    </Sheet>
  )
}
