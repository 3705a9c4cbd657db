import type { QueuedVisit } from '#types/visits'

interface Part {
  heading: string
  visits: QueuedVisit[]
}

/** A queue under its headings, in the order in which the cloud gave it: what calls for somebody stays above everything. */
export function partsOf(visits: readonly QueuedVisit[]): Part[] {
  const isCalm = ({ alarm }: QueuedVisit) => alarm === null
  const parts: Part[] = [
    { heading: '要马上管的', visits: visits.filter((visit) => !isCalm(visit)) },
    { heading: '还在等人的', visits: visits.filter((visit) => isCalm(visit) && visit.state === 'open') },
    {
      heading: '已经有人去的',
      visits: visits.filter(
        (visit) => isCalm(visit) && (visit.state === 'claimed' || visit.state === 'onSite'),
      ),
    },
    {
      heading: '等您看的结果',
      visits: visits.filter((visit) => isCalm(visit) && visit.state === 'reported'),
    },
  ]
  return parts.filter((part) => part.visits.length > 0)
}
