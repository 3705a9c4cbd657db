import { LongList } from '@/components/long-list'
import { Rescue } from '@/components/rescue'
import { Heading } from '@/components/text'
import { ReportCard } from './report-card'
import type { ReportedVisit } from './reported'

interface Props {
  heading: string
  visits: readonly ReportedVisit[]
  onRead(visitId: string): void
}

/** Twenty of the longest would be more than the 64 KB that WeChat should be given at once. */
const shownAtOnce = 5

/** Reports that wait for somebody to read them; nothing where there are none. */
export function Reports({ heading, visits, onRead }: Props) {
  if (visits.length === 0) return null
  return (
    <>
      <Heading>{heading}</Heading>
      {visits.some(({ report }) => report.outcome === 'emergency') && <Rescue />}
      <LongList items={visits} size={shownAtOnce}>
        {(visit) => <ReportCard key={visit.id} visit={visit} onRead={() => onRead(visit.id)} />}
      </LongList>
    </>
  )
}
