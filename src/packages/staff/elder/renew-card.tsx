import type { Card } from '#types/people/elders'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/services/use-act'

interface Props {
  card: Card
  onClose(): void
  onRenewed(card: Card): void
}

export function RenewCard({ card, onClose, onRenewed }: Props) {
  const renew = useAct('people.renewCard')
  const send = async () => {
    const fresh = await renew.run({ elderId: card.elderId, code: card.code })
    if (!fresh) return
    onRenewed(fresh)
    onClose()
  }
  return (
    <Sheet
      title={`给${card.name}换一张卡`}
      onClose={onClose}
      trouble={renew.trouble}
      action={
        <Button pending={renew.isPending} onTap={() => void send()}>
          换一张新的
        </Button>
      }
    >
      旧卡马上作废，捡到的人也不能用。别的都不变。
    </Sheet>
  )
}
