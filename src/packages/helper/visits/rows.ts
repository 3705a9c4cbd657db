import type { QueuedVisit } from '#types/visits'

/** A visit in a list, under the heading that begins with it. */
interface Row {
  visit: QueuedVisit
  heading: string | null
}

/** A queue under its headings, in the order in which the cloud gave it: what calls for somebody stays above everything. */
export function rowsOf(visits: readonly QueuedVisit[]): Row[] {
  const isCalm = ({ alarm }: QueuedVisit) => alarm === null
  const isNeed = ({ alarm }: QueuedVisit) => alarm === 'needsFound'
  const parts: [heading: string, is: (visit: QueuedVisit) => boolean][] = [
    ['要马上管的', (visit) => !isCalm(visit) && !isNeed(visit)],
    ['有事要帮，等您安排的', isNeed],
    ['还在等人的', (visit) => isCalm(visit) && visit.state === 'open'],
    ['已经有人去的', (visit) => isCalm(visit) && (visit.state === 'claimed' || visit.state === 'onSite')],
    ['等您看的结果', (visit) => isCalm(visit) && visit.state === 'reported'],
  ]
  return parts.flatMap(([heading, is]) =>
    visits.filter(is).map((visit, nth) => ({ visit, heading: nth === 0 ? heading : null })),
  )
}
