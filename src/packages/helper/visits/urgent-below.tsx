import type { QueuedVisit } from '#types/visits'
import { Card } from '@/components/card'
import { Lead, Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'

interface Props {
  /** How many there are. */
  count: number
  /** What stands on the first screens. */
  above: readonly QueuedVisit[]
  onShow(): void
}

/** One tap to urgent calls in time, which stand behind doors that nobody opened, however many those are. */
export function UrgentBelow({ count, above, onShow }: Props) {
  const isThere = above.some(({ alarm, dueAt }) => alarm === 'urgent' && dueAt > cloudNow())
  if (count === 0 || isThere) return null
  return (
    <Card kind="alarm" onTap={onShow}>
      <Lead>{`${count} 件急事还没办完`}</Lead>
      <Soft>排在下面，点这里先看</Soft>
    </Card>
  )
}
