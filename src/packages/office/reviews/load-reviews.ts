import type { ReviewRow } from '#types/eligibility/applications'
import { pageSize } from '#types/paging'
import type { ApplicationState } from '#types/states'
import type { LocalDate } from '#types/values'
import { call, type RequestTo } from '@/services/cloud'
import { addDays } from '@/services/dates'

/** How reviewers look at it: nobody looks yet, somebody does, somebody has answered. */
export type Group = 'waiting' | 'inReview' | 'done'

const states: Record<Group, readonly ApplicationState[]> = {
  waiting: ['submitted'],
  inReview: ['inReview'],
  done: ['returned', 'approved', 'refused', 'withdrawn'],
}

/** Those that were answered stay in the list for so many days beyond the day on which they were due. */
const daysShown = 30

/** Where the list goes on. */
type After = RequestTo<'eligibility.reviews'>['after']

/** Before any other id of a day. */
const firstId = '0'

/** Beyond this something is wrong. */
const mostPages = 10

/** All of a group: what is due first comes first; among those that are answered, the latest. */
export async function loadReviews(group: Group, today: LocalDate): Promise<ReviewRow[]> {
  const since = group === 'done' ? { dueOn: addDays(today, -daysShown), id: firstId } : undefined
  const lists = await Promise.all(states[group].map((state) => loadAll(state, since)))
  const rows = lists.flat()
  return group === 'done'
    ? rows.sort((a, b) => b.submittedAt.localeCompare(a.submittedAt))
    : rows.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.submittedAt.localeCompare(b.submittedAt))
}

async function loadAll(state: ApplicationState, since: After): Promise<ReviewRow[]> {
  const rows: ReviewRow[] = []
  let after = since
  for (let pages = 0; pages < mostPages; pages += 1) {
    const next = await call('eligibility.reviews', { state, ...(after && { after }) })
    rows.push(...next)
    const last = next[next.length - 1]
    if (!last || next.length < pageSize.reviews) break
    after = { dueOn: last.dueOn, id: last.id }
  }
  return rows
}
