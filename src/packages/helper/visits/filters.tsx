import type { QueueCounts, QueueFilter } from '#types/visits'
import { queueFilterWord } from '#types/words/visits/queue-filters'
import { Segmented } from '@/components/segmented'

/** In the order of what happens. */
const order: readonly QueueFilter[] = ['waiting', 'underWay', 'overdue', 'reported']

interface Props {
  counts: QueueCounts
  show: QueueFilter | null
  onShow(show: QueueFilter | null): void
}

/** What of the place is shown, and how much there is of each. The numbers are the cloud's, not of what is on the page. */
export function Filters({ counts, show, onShow }: Props) {
  const filters = order.map((value) => ({
    value,
    word: `${queueFilterWord[value]} ${counts[value]}`,
  }))
  return (
    <Segmented<QueueFilter | 'all'>
      label="看哪些"
      options={[{ value: 'all', word: '全部' }, ...filters]}
      value={show ?? 'all'}
      onPick={(picked) => onShow(picked === 'all' ? null : picked)}
    />
  )
}
