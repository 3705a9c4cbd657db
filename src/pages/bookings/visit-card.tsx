import { View } from '@tarojs/components'
import type { Me } from '#types/people'
import type { Visit } from '#types/visits'
import { urgencyWord } from '#types/words/visits/urgencies'
import { Card } from '@/components/card'
import { Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { byWord, outcomeInFull, reasonWord, settledWord, visitWord } from '@/services/words'
import { Head } from './head'
import { whoseWord } from './whose'

/** A visit: to whom, why, how it stands, what was found, who asked for it. */
export function VisitCard({ visit, me }: { visit: Visit; me: Me }) {
  const settled = settledWord(visit)
  return (
    <Card
      kind={visit.report?.outcome === 'well' && visit.state === 'reported' ? 'visit' : 'plain'}
      onTap={() => open('pages/visit', { visitId: visit.id })}
    >
      <Head kind="visit" words={`上门看望 ${whoseWord(visit, me)}`.trim()} state={visitWord(visit)} />
      {visit.report ? <Lead>{outcomeInFull[visit.report.outcome]}</Lead> : <View>{reasonWord(visit)}</View>}
      <View>{timeWord(visit)}</View>
      {settled && <View>{settled}</View>}
      <Soft small>
        {urgencyWord[visit.urgency]}，{byWord(visit.askedBy, me)}请的
      </Soft>
    </Card>
  )
}

function timeWord({ state, report, dueAt, askedAt }: Visit): string {
  const now = cloudNow()
  if (report) return `${whenWord(report.at, now)} ${report.by}写的`
  if (state === 'cancelled' || state === 'closed') return `${whenWord(askedAt, now)} 请的`
  const isLate = Date.parse(dueAt) < Date.parse(now)
  return isLate ? `原来说好 ${whenWord(dueAt, now)} 以前` : `${whenWord(dueAt, now)} 以前应该有人敲门`
}
