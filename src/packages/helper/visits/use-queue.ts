import { useRef } from 'react'
import type { QueueFilter, VisitQueue } from '#types/visits'
import { call } from '@/services/cloud'
import { type Loaded, useLoaded } from '@/services/use-loaded'
import { rememberTasks } from '../known-tasks'

/** Beyond this nobody reads on. */
const mostPages = 20

/** The queue, as many pages of it as were asked for; asked for anew, all of them are. */
export function useQueue(
  isWanted: boolean,
  show: QueueFilter | null,
): { queue: Loaded<VisitQueue>; more(): Promise<void> } {
  const pages = useRef({ show, count: 1 })
  if (pages.current.show !== show) pages.current = { show, count: 1 }
  const queue = useLoaded(`queue ${show}`, isWanted ? () => loadQueue(show, pages.current.count) : null)
  const more = () => {
    pages.current.count = Math.min(pages.current.count + 1, mostPages)
    return queue.reload()
  }
  return { queue, more }
}

async function loadQueue(show: QueueFilter | null, pages: number): Promise<VisitQueue> {
  const filter = show ? { show } : {}
  const first = await call('visits.queue', filter)
  rememberTasks(first)
  const visits = new Map(first.visits.map((visit) => [visit.id, visit]))
  let { next } = first
  for (let page = 1; page < pages && next; page += 1) {
    const further = await call('visits.queue', { ...filter, after: next })
    for (const visit of further.visits) if (!visits.has(visit.id)) visits.set(visit.id, visit)
    next = further.next
  }
  return { ...first, visits: [...visits.values()], next }
}
