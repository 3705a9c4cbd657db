import { useState } from 'react'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame, staleWords } from '@/components/page-frame'
import { Heading } from '@/components/text'
import { toTop } from '@/services/platform'
import { useAct } from '@/services/use-act'
import { OpenCard } from './open-card'
import { Release } from './release'
import { TaskCard } from './task-card'

interface Props {
  visits: readonly QueuedVisit[]
  isStale: boolean
  onChange(): Promise<void>
}

/** One's own tasks with their doors, then who else waits, the nearest first. */
export function Doors({ visits, isStale, onChange }: Props) {
  const claim = useAct('visits.claim')
  const [claimingId, setClaimingId] = useState<string | null>(null)
  const [releasing, setReleasing] = useState<QueuedVisit | null>(null)
  const mine = visits.filter(({ isMine }) => isMine)
  const open = visits.filter(({ isMine }) => !isMine)

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
      {mine.length > 0 && <Heading>我接下的</Heading>}
      {mine.map((visit) => (
        <TaskCard key={visit.id} visit={visit} onChange={onChange} onRelease={() => setReleasing(visit)} />
      ))}
      {mine.length > 0 && open.length > 0 && <Heading>还在等人的</Heading>}
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
      {visits.length === 0 && (
        <Empty icon="door-open" title="这会儿没有人在等" hint="有人请人上门，就会排在这里，近的在前面。" />
      )}
      {releasing && <Release visit={releasing} onClose={() => setReleasing(null)} onReleased={onChange} />}
    </PageFrame>
  )
}
