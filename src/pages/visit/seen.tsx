import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Me } from '#types/people'
import { awaitedVisitStates, can, visitMoves } from '#types/states'
import { unsettledOf } from '#types/unsettled'
import type { Visit } from '#types/visits'
import { urgencyWord } from '#types/words/visits/urgencies'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Contact, ContactButton, ContactWord } from '@/components/contact'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { PageFrame, staleWords } from '@/components/page-frame'
import { Progress } from '@/components/progress'
import { Rescue } from '@/components/rescue'
import { FromAfar, RescueBeside } from '@/components/rescue/from-afar'
import { Lead, Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import type { AskedBefore } from '@/services/asked-before'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord } from '@/services/dates'
import { useHomeOf } from '@/services/home-of'
import { whoseRecord } from '@/services/person'
import { useAct } from '@/services/use-act'
import { callWord, isBy, nameInFull, reasonWord, seenOf } from '@/services/words'
import { CancelVisit } from './cancel-visit'
import './index.scss'
import { News } from './news'
import { stepsOf } from './steps'

interface Props {
  visit: Visit
  me: Me
  /** The caller asked again and got the visit that was asked for before. */
  earlier: AskedBefore | undefined
  isStale: boolean
  onChange(): Promise<void>
}

/** How a visit is going, and what can be done about it. */
export function Seen({ visit, me, earlier, isStale, onChange }: Props) {
  const close = useAct('visits.close')
  const [isAsking, setAsking] = useState(false)
  const home = useHomeOf(visit.elderId)
  const contact = home?.contact ?? null
  const elder = whoseRecord(me.elders, visit.elderId)
  const who = elder ? callWord(elder) : visit.elderName
  const earlierNews = earlier && awaitedVisitStates.includes(visit.state) && earlierWord(earlier, visit)
  const isFound = visit.alarm === 'emergency' || visit.alarm === 'noAnswer'
  const isAlarming = isFound || visit.report?.outcome === 'emergency' || visit.report?.outcome === 'noAnswer'
  const mustRing = isAlarming || isUnanswered(visit)
  const isDangerous = visit.urgency === 'urgent' || isAlarming
  const isFar = elder !== undefined && elder.relation !== 'self' && elder.scopes.includes('view')
  const isClosable = can(visit.state, 'close', visitMoves) && visit.report !== null && isBy(visit.askedBy, me)
  const isUnsettled = unsettledOf(visit).length > 0
  const mayClose = isClosable && visit.alarm === null && !isUnsettled
  const mayCancel = can(visit.state, 'cancel', visitMoves) && !isUnsettled && elder?.scopes.includes('order')
  const mayAskAgain =
    home?.isEnded === false &&
    elder?.scopes.includes('order') &&
    ((visit.state === 'cancelled' && (!visit.ended || visit.ended === 'mistaken')) ||
      visit.report?.outcome === 'noAnswer')

  const finish = async () => {
    await close.run({ visitId: visit.id, seen: seenOf(visit) })
    await onChange()
  }
  // Once nobody is awaited any more, what became of it is read before what to do from another city.
  const isOver = visit.state === 'closed' || visit.state === 'cancelled'
  const fromAfar = isDangerous && isFar && (
    <FromAfar elderId={visit.elderId} who={who} address={visit.address} />
  )
  // Nothing but the call ever stands at the bottom where one must ring, though it is not known at once whom.
  const ringContact = mustRing && contact && <ContactButton contact={contact} kind="primary" />
  const closing = mayClose && (
    <>
      {close.trouble && <Notice>{close.trouble}</Notice>}
      <Button kind="pine" pending={close.isPending} onTap={() => void finish()}>
        我看过了
      </Button>
    </>
  )

  return (
    <PageFrame title="看望进展" action={mustRing ? ringContact : closing}>
      {isDangerous && (isFar ? <RescueBeside who={who} /> : <Rescue />)}
      {!isOver && fromAfar}
      {isStale && <Notice icon="wifi-off">{staleWords}</Notice>}
      <Title>{elder?.relation === 'self' ? '请人来看您' : `请人看${who}`}</Title>
      {earlierNews && <Notice kind="info">{earlierNews}</Notice>}
      <News visit={visit} who={who} />
      {visit.alarm === 'needsFound' && (
        <Soft>要等驿站或者协调员写下怎么安排，没有写就一直排在他们那里。</Soft>
      )}
      {visit.state === 'reported' && visit.alarm === null && isUnsettled && (
        <Soft>前面写过不好的情况，要等驿站或者协调员写下怎么办的，才算结束。</Soft>
      )}
      {isFound && <Soft>要等驿站或者协调员办妥，没有办妥就一直排在他们那里。</Soft>}
      <Card>
        <Progress label="到哪一步了" steps={stepsOf(visit, me)} />
      </Card>
      <Card>
        <Lead>{urgencyWord[visit.urgency]}</Lead>
        <View>{reasonWord(visit)}</View>
        <View className="visit-facts">
          <Facts
            rows={[
              { name: '看谁', value: elder ? nameInFull(elder) : visit.elderName },
              { name: '什么时候', value: whenWordOf(visit) },
              { name: '地方', value: visit.address },
            ]}
          />
        </View>
      </Card>
      {isOver && fromAfar}
      {contact && (mustRing ? <ContactWord contact={contact} apart /> : <Contact contact={contact} />)}
      {mayAskAgain && (
        <Button
          kind="second"
          icon="hand-heart"
          onTap={() => open('pages/visit-request', { elderId: visit.elderId })}
        >
          再请人去一次
        </Button>
      )}
      {mayCancel && (
        <Button kind="quiet" onTap={() => setAsking(true)}>
          不用去了
        </Button>
      )}
      {isAsking && (
        <CancelVisit visit={visit} who={who} onClose={() => setAsking(false)} onCancelled={onChange} />
      )}
    </PageFrame>
  )
}

/** Nobody came to somebody in a hurry, or for so long that it was passed on: the page asks to ring. */
const isUnanswered = ({ alarm, dueAt }: Visit) =>
  alarm === 'unanswered' || (alarm === 'urgent' && dueAt <= cloudNow())

/** What became of the wish of somebody who asked again. */
function earlierWord(earlier: AskedBefore, visit: Visit): string {
  const urgency = urgencyWord[visit.urgency]
  switch (earlier) {
    case 'asWished':
      return `现在按${urgency}算，和前面请的是同一次，不用再请。`
    case 'moreUrgent':
      return `前面已经按${urgency}请过，比这次更急，就照那一次，下面就是。`
    default:
      return '这一天已经请过一次，还没有办完，下面就是。有新的情况，请打电话说一声。'
  }
}

function whenWordOf(visit: Visit): string {
  return visit.when === 'now' ? '马上' : dayWord(visit.when, dateOf(cloudNow()))
}
