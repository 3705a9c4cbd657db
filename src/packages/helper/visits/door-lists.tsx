import { Fragment, useState } from 'react'
import type { QueuedVisit, VisitQueue } from '#types/visits'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { Heading } from '@/components/text'
import { EndedCard } from './ended-card'
import { QueueCard } from './queue-card'
import { rowsOf } from './rows'
import { TaskCard } from './task-card'
import { WrittenCard } from './written-card'

/** A page of the longest would be more than the 64 KB that WeChat should be given at once. */
export const shownAtOnce = 6

interface Props {
  queue: VisitQueue
  /** What stands here while nobody waits, and what will once somebody does. */
  nobody: string
  hint: string
  /** To which door the caller is about to go. */
  claimingId: string | null
  onGo(visit: QueuedVisit): void
  onRelease(visit: QueuedVisit): void
  onMore(): Promise<void>
  onChange(): Promise<void>
}

/**
 * One's own tasks with their doors; what calls for somebody, the worst first; who else waits, the nearest first; reports that only
 * want to be read; and where one went.
 */
export function DoorLists({ queue, nobody, hint, claimingId, onGo, onRelease, onMore, onChange }: Props) {
  const [isLoadingMore, setLoadingMore] = useState(false)
  const { mine, written, ended, visits, next } = queue
  const readOn = async () => {
    setLoadingMore(true)
    await onMore()
    setLoadingMore(false)
  }
  return (
    <>
      {ended.map((visit) => (
        <EndedCard key={visit.id} visit={visit} />
      ))}
      {mine.length > 0 && <Heading>我接下的</Heading>}
      {mine.map((visit) => (
        <TaskCard key={visit.id} visit={visit} onChange={onChange} onRelease={() => onRelease(visit)} />
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
              onGo={() => onGo(visit)}
              onRelease={() => onRelease(visit)}
              onChange={onChange}
            />
          </Fragment>
        )}
      </LongList>
      {mine.length + visits.length === 0 && <Empty icon="door-open" title={nobody} hint={hint} />}
      {written.length > 0 && <Heading>我写过的</Heading>}
      {written.map((visit) => (
        <WrittenCard key={visit.id} visit={visit} />
      ))}
    </>
  )
}
