import type { QueuedVisit } from '#types/visits'
import { OpenCard } from './open-card'
import { ReportCard } from './report-card'
import { isWritten } from './reported'
import { UnderWayCard } from './under-way-card'

interface Props {
  visit: QueuedVisit
  isPending: boolean
  onGo(): void
  onRelease(): void
  onChange(): Promise<void>
}

/** One visit of the queue: a report to act on, a helper under way, or a door where nobody goes. */
export function QueueCard({ visit, isPending, onGo, onRelease, onChange }: Props) {
  if (visit.state === 'claimed' || visit.state === 'onSite')
    return <UnderWayCard visit={visit} onRelease={onRelease} />
  if (isWritten(visit)) {
    return <ReportCard visit={visit} isPending={isPending} onGo={onGo} onRead={onChange} />
  }
  return <OpenCard visit={visit} isPending={isPending} onGo={onGo} />
}
