import type { SideBySide } from '#types/people/likenesses'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'

interface Props {
  pair: SideBySide
  onClose(): void
  onApart(pair: SideBySide): void
}

/** Asks once before two registrations are said to be of two persons. */
export function ApartSheet({ pair, onClose, onApart }: Props) {
  const apart = useAct('people.setApart')
  const send = async () => {
    const after = await apart.run({ pairId: pair.id })
    if (after) onApart(after)
  }
  return (
    <Sheet
      title="真的不是同一位老人吗？"
      onClose={onClose}
      trouble={apart.trouble}
      action={
        <Button pending={apart.isPending} onTap={() => void send()}>
          不是同一位，记下来
        </Button>
      }
    >
      <Soft>两份登记都照旧，各办各的。记下以后，不会再问这两份是不是同一位。</Soft>
      <Soft>{`弄错了，${pair.undoHours} 小时以内能收回。`}</Soft>
    </Sheet>
  )
}
