import { useState } from 'react'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame, staleWords } from '@/components/page-frame'
import { Heading } from '@/components/text'
import { toTop } from '@/platform/page'
import { useAct } from '@/services/use-act'
import { OpenCard } from './open-card'
import { Release } from './release'
import { byNeed } from './reported'
import { Reports } from './reports'
import { TaskCard } from './task-card'

interface Props {
  visits: readonly QueuedVisit[]
  isStale: boolean
  onChange(): Promise<void>
  onRead(visitId: string): void
}

/**
 * Reports that need somebody, one's own tasks with their doors, who else waits, the nearest first, and at the end reports
 * that only want to be read.
 */
export function Doors({ visits, isStale, onChange, onRead }: Props) {
  const claim = useAct('visits.claim')
  const [claimingId, setClaimingId] = useState<string | null>(null)
  const [releasing, setReleasing] = useState<QueuedVisit | null>(null)
  const doors = visits.filter(({ state }) => state !== 'reported')
  const mine = doors.filter(({ isMine }) => isMine)
  const open = doors.filter(({ isMine }) => !isMine)
  const { pressing, calm } = byNeed(visits)

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
      <Reports heading="等您看的结果" visits={pressing} onRead={onRead} />
      {mine.length > 0 && <Heading>我接下的</Heading>}
      {mine.map((visit) => (
        <TaskCard key={visit.id} visit={visit} onChange={onChange} onRelease={() => setReleasing(visit)} />
      ))}
      {(mine.length > 0 || pressing.length > 0) && open.length > 0 && <Heading>还在等人的</Heading>}
      <LongList items={open}>
        {(visit) => (
          <OpenCard
            key={visit.id}
            visit={visit}
            isPending={claimingId === visit.id}
            onGo={() => void go(visit)}
          />
        )}
      </LongList>
      <Reports heading="等您看的结果，不急" visits={calm} onRead={onRead} />
      {visits.length === 0 && (
        <Empty icon="door-open" title="这会儿没有人在等" hint="有人请人上门，就会排在这里，近的在前面。" />
      )}
      {releasing && <Release visit={releasing} onClose={() => setReleasing(null)} onReleased={onChange} />}
    </PageFrame>
  )
}
