import { View } from '@tarojs/components'
import type { Me } from '#types/people'
import type { Visit } from '#types/visits'
import { settledAs } from '#types/words/visits/settled'
import { urgencyWord } from '#types/words/visits/urgencies'
import { Card } from '@/components/card'
import { Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { byWord, foundFirst, outcomeInFull, reasonWord, settlingOf, visitWord } from '@/services/words'
import { Head } from './head'
import { whoseWord } from './whose'

/** A visit: to whom, why, how it stands, what was found, who asked for it. */
export function VisitCard({ visit, me }: { visit: Visit; me: Me }) {
  const settling = settlingOf(visit)
  const found = foundFirst(visit)
  const foundWord = found && outcomeInFull[found.outcome]
  const lead = settling ? settledAs(settling.alarm) : foundWord
  return (
    <Card
      kind={found?.outcome === 'well' && visit.state === 'reported' ? 'visit' : 'plain'}
      onTap={() => open('pages/visit', { visitId: visit.id })}
    >
      <Head kind="visit" words={`上门看望 ${whoseWord(visit, me)}`.trim()} state={visitWord(visit)} />
      {lead ? <Lead>{lead}</Lead> : <View>{reasonWord(visit)}</View>}
      {settling?.note && <View>{settling.note}</View>}
      {settling && foundWord && <View>{foundWord}</View>}
      <View>{timeWord(visit)}</View>
      <Soft small>
        {urgencyWord[visit.urgency]}，{byWord(visit.askedBy, me)}请的
      </Soft>
    </Card>
  )
}

function timeWord(visit: Visit): string {
  const { state, dueAt, askedAt } = visit
  const now = cloudNow()
  const found = foundFirst(visit)
  if (found) return `${whenWord(found.at, now)} ${found.by}写的`
  if (state === 'cancelled' || state === 'closed') return `${whenWord(askedAt, now)} 请的`
  const isLate = Date.parse(dueAt) < Date.parse(now)
  return isLate ? `原来说好 ${whenWord(dueAt, now)} 以前` : `${whenWord(dueAt, now)} 以前应该有人敲门`
}
