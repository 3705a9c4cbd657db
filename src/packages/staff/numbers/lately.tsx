import type { SettledNumber } from '#types/people/numbers'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Heading, Lead, Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { untilWord } from '@/services/dates'
import { useAct } from '@/services/use-act'

interface Props {
  settled: readonly SettledNumber[]
  onUndone(settled: SettledNumber): void
}

/** Numbers that were settled lately, each with the way back as long as there is one. */
export function Lately({ settled, onUndone }: Props) {
  if (settled.length === 0) return null
  return (
    <>
      <Heading>刚定下的</Heading>
      {settled.map((one) => (
        <SettledCard key={one.elderId} settled={one} onUndone={() => onUndone(one)} />
      ))}
    </>
  )
}

function SettledCard({ settled, onUndone }: { settled: SettledNumber; onUndone(): void }) {
  const undo = useAct('people.undoSettling')
  const { tail, elderId, name, undoUntil } = settled
  const takeBack = async () => {
    if (await undo.run({ elderId })) onUndone()
  }
  return (
    <Card>
      <Lead>{`尾号 ${tail} 是${name}的`}</Lead>
      <Soft
        small
      >{`${untilWord(undoUntil, cloudNow())}能撤回。撤回以后，号码写回原来的几份登记，再重新核对。`}</Soft>
      {undo.trouble && <Notice>{undo.trouble}</Notice>}
      <Button
        kind="second"
        label={`弄错了，尾号 ${tail} 不是${name}的，撤回`}
        pending={undo.isPending}
        onTap={() => void takeBack()}
      >
        弄错了，撤回
      </Button>
    </Card>
  )
}
