import { Fragment, type ReactNode, useState } from 'react'
import type { QueuedVisit, QueueFilter, VisitQueue } from '#types/visits'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame, staleWords } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { Heading } from '@/components/text'
import { toTop } from '@/platform/page'
import { useAct } from '@/services/use-act'
import { EndedCard } from './ended-card'
import { Filters } from './filters'
import { QueueCard } from './queue-card'
import { Release } from './release'
import { Ringing } from './ring-button'
import { RingSheet } from './ring-sheet'
import { rowsOf } from './rows'
import { Settle, Settling } from './settle'
import { TaskCard } from './task-card'
import { UrgentBelow } from './urgent-below'
import { WrittenCard } from './written-card'

/** A page of the longest would be more than the 64 KB that WeChat should be given at once. */
const shownAtOnce = 6

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

/**
 * One's own tasks with their doors; what calls for somebody, the worst first; who else waits, the nearest first; reports that only
 * want to be read; and where one went.
 */
export function Doors({ queue, answers, hint, show, isStale, onShow, onMore, onChange, children }: Props) {
  const claim = useAct('visits.claim')
  const [claimingId, setClaimingId] = useState<string | null>(null)
  const [releasing, setReleasing] = useState<QueuedVisit | null>(null)
  const [ringing, setRinging] = useState<QueuedVisit | null>(null)
  const [settling, setSettling] = useState<QueuedVisit | null>(null)
  const [isLoadingMore, setLoadingMore] = useState(false)
  const { mine, written, ended, visits, next, counts } = queue

  const go = async (visit: QueuedVisit) => {
    setClaimingId(visit.id)
    const claimed = await claim.run({ visitId: visit.id })
    setClaimingId(null)
    await onChange()
    if (claimed) toTop()
  }
  const readOn = async () => {
    setLoadingMore(true)
    await onMore()
    setLoadingMore(false)
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
          {ended.map((visit) => (
            <EndedCard key={visit.id} visit={visit} />
          ))}
          {mine.length > 0 && <Heading>我接下的</Heading>}
          {mine.map((visit) => (
            <TaskCard
              key={visit.id}
              visit={visit}
              onChange={onChange}
              onRelease={() => setReleasing(visit)}
            />
          ))}
          <LongList
            items={rowsOf(visits)}
            size={shownAtOnce}
            after={
              next && (
                <Button kind="second" pending={isLoadingMore} onTap={() => void readOn()}>
                  后面还有，再看一些
                </Button>
              )
            }
          >
            {({ heading, visit }) => (
              <Fragment key={visit.id}>
                {heading && <Heading>{heading}</Heading>}
                <QueueCard
                  visit={visit}
                  isPending={claimingId === visit.id}
                  onGo={() => void go(visit)}
                  onRelease={() => setReleasing(visit)}
                  onChange={onChange}
                />
              </Fragment>
            )}
          </LongList>
          {mine.length + visits.length === 0 && (
            <Empty icon="door-open" title={show ? '这一类现在没有' : '这会儿没有人在等'} hint={hint} />
          )}
          {written.length > 0 && <Heading>我写过的</Heading>}
          {written.map((visit) => (
            <WrittenCard key={visit.id} visit={visit} />
          ))}
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
