import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SetClashes } from '#types/meals/clashes'
import { Button } from '@/components/button'
import { ClashMarks } from '@/components/clash-marks'
import { Sheet } from '@/components/sheet'

interface Props {
  /** What of the picked set she is allergic to. */
  found: SetClashes
  elderWord: string
  /** Why it was not changed. */
  trouble: string | null
  /** The button that changes it. */
  yes: ReactNode
  onBack(): void
}

/**
 * Before a meal becomes one with something she is allergic to: asks once more, with nothing but that above the button, so that
 * no size of type can have scrolled it away.
 */
export function Sure({ found, elderWord, trouble, yes, onBack }: Props) {
  return (
    <Sheet title="有过敏的，还换吗？" onClose={onBack} trouble={trouble}>
      <View>
        <ClashMarks found={found} elderWord={elderWord} />
      </View>
      {yes}
      <Button kind="second" onTap={onBack}>
        不换这一份
      </Button>
    </Sheet>
  )
}
