import type { Card } from '#types/people/elders'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { Soft, Strong } from '@/components/text'
import { useAct } from '@/services/use-act'

interface Props {
  card: Card
  onClose(): void
  onRenewed(card: Card): void
}

/** A lost card is made worthless before there is another one. */
export function Renew({ card, onClose, onRenewed }: Props) {
  const renew = useAct('people.renewCard')
  const sure = async () => {
    const fresh = await renew.run({ elderId: card.elderId, code: card.code })
    if (fresh) onRenewed(fresh)
  }
  return (
    <Sheet
      title="要换一张卡吗？"
      onClose={onClose}
      trouble={renew.trouble}
      action={
        <Button pending={renew.isPending} onTap={() => void sure()}>
          换一张
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          不换，再找找
        </Button>
      }
    >
      <Strong>旧卡马上不能用了，找到了也不能用。</Strong>
      <Soft>新卡是新的号码。登记、订餐都不变。</Soft>
    </Sheet>
  )
}
