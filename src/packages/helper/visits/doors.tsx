import { type ReactNode, useState } from 'react'
import type { QueuedVisit, QueueFilter, VisitQueue } from '#types/visits'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame, staleWords } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { toTop } from '@/platform/page'
import { useAct } from '@/services/use-act'
import { DoorLists, shownAtOnce } from './door-lists'
import { Filters } from './filters'
import { Release } from './release'
import { Ringing } from './ring-button'
import { RingSheet } from './ring-sheet'
import { Settle, Settling } from './settle'
import { UrgentBelow } from './urgent-below'

interface Props {
  queue: VisitQueue
  /** Whether the caller answers for something, and looks for one kind of visits after the other. */
  answers: boolean
  /** What will stand here once there is something. */
  hint: string
  show: QueueFilter | null
  isStale: boolean
  onShow(show: QueueFilter | null): void
  onMore(): Promise<void>
  onChange(): Promise<void>
  /** What stands below everything else. */
  children?: ReactNode
}

/** The doors and what is asked about one of them: whom to ring, whether it is dealt with, whether it is given back. */
export function Doors({ queue, answers, hint, show, isStale, onShow, onMore, onChange, children }: Props) {
  const claim = useAct('visits.claim')
  const [claimingId, setClaimingId] = useState<string | null>(null)
  const [releasing, setReleasing] = useState<QueuedVisit | null>(null)
  const [ringing, setRinging] = useState<QueuedVisit | null>(null)
  const [settling, setSettling] = useState<QueuedVisit | null>(null)
  const { mine, written, visits, counts } = queue

  const go = async (visit: QueuedVisit) => {
    setClaimingId(visit.id)
    const claimed = await claim.run({ visitId: visit.id })
    setClaimingId(null)
    await onChange()
    if (claimed) toTop()
  }
  return (
    <PageFrame
      title="敲门"
      dense
      action={
        claim.trouble && (
          <>
            <Notice>{claim.trouble}</Notice>
            <Button kind="second" onTap={claim.clear}>
              知道了
            </Button>
          </>
        )
      }
    >
      {isStale && <Notice icon="wifi-off">{staleWords}</Notice>}
      <Ringing.Provider value={setRinging}>
        <Settling.Provider value={setSettling}>
          {(counts.urgent > 0 || [...mine, ...visits].some(isLifeAtStake) || written.some(isEmergency)) && (
            <Rescue />
          )}
          {answers && <Filters counts={counts} show={show} onShow={onShow} />}
          {answers && show === null && (
            <UrgentBelow
              count={counts.urgent}
              above={visits.slice(0, shownAtOnce)}
              onShow={() => onShow('waiting')}
            />
          )}
          <DoorLists
            {...{ queue, hint, claimingId, onMore, onChange }}
            nobody={show ? '这一类现在没有' : '这会儿没有人在等'}
            onGo={(visit) => void go(visit)}
            onRelease={setReleasing}
          />
        </Settling.Provider>
      </Ringing.Provider>
      {children}
      {ringing && <RingSheet visit={ringing} onClose={() => setRinging(null)} />}
      {settling && <Settle visit={settling} onClose={() => setSettling(null)} onSettled={onChange} />}
      {releasing && <Release visit={releasing} onClose={() => setReleasing(null)} onReleased={onChange} />}
    </PageFrame>
  )
}

const isEmergency = ({ alarm }: QueuedVisit) => alarm === 'emergency'
const isLifeAtStake = (visit: QueuedVisit) => isEmergency(visit) || visit.urgency === 'urgent'
