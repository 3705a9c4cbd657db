import { pageSize } from '#types/paging'
import type { QueuedVisit, visits } from '#types/visits'
import { isAnsweredBy } from '../_domain/access/holdings'
import { isTaskOf, queueCounts, queuedVisit, queueGroups, reachesOf } from '../_domain/visits/queue'
import type { VisitRecord } from '../_domain/visits/records'
import type { Handler } from '../_shell/context'
import { decodeCursor, encodeCursor } from '../_shell/cursor'
import { fitting } from '../_shell/fitting'
import { walking } from '../_shell/policies'
import { tasksOf } from '../_shell/tasks-of'
import { latestOf } from './latest-of'
import { QueueStart, queuePage } from './queue-page'
import { tallied } from './tallied'

/** However many tasks somebody has, so many others are shown below them. */
const LEAST_SHOWN = 4

export const queue: Handler<typeof visits.queue> = async (ctx, { place, show, after }) => {
  const account = ctx.knownAccount()
  const start = after === undefined ? null : decodeCursor(after, QueueStart)
  const { at, from } = start ?? { at: ctx.now.toISOString(), from: place ?? account.place }
  const reaches = reachesOf(account)
  const [tasks, { written, ended }, tallies] = await Promise.all([
    tasksOf(account.id),
    start ? { written: [], ended: [] } : latestOf(account, ctx.now),
    tallied(reaches, at),
  ])
  const uncounted = tasks.filter((task) => !isAnsweredBy(account, task)) // doors of others where the caller goes
  const room = start
    ? pageSize.visitQueue
    : pageSize.visitQueue - tasks.length - written.length - ended.length
  const shown = (some: readonly VisitRecord[]): QueuedVisit[] =>
    some.map((visit) => queuedVisit(visit, { account, from, walking }))
  const own = { mine: start ? [] : shown(tasks), written: shown(written), ended: shown(ended) }
  const read = (most: number) =>
    queuePage({
      groups: queueGroups(show),
      tallies,
      reaches,
      start: start ?? { at, from, group: 0, last: null },
      room: most,
    })
  const whole = await read(Math.max(room, LEAST_SHOWN))
  const { length } = fitting(shown(whole.visits), 1, own)
  const page = length < whole.visits.length ? await read(length) : whole // a place to go on from is known only for where a page ends
  return {
    ...own,
    visits: shown(page.visits.filter((visit) => !isTaskOf(visit, account))),
    next: page.next && encodeCursor(page.next),
    counts: queueCounts(tallies, uncounted, at),
  }
}
